import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const funds: readonly (readonly [RegExp, string])[] = [
  [/uasi|urban area/i, 'Urban Area Security Initiative (UASI)'],
  [/justice assistance|\bjag\b|byrne/i, 'Byrne Justice Assistance Grant (JAG)'],
  [/mvcpa|motor vehicle crime/i, 'Motor Vehicle Crime Prevention Authority (MVCPA)'],
  [/retail theft|\bort\b/i, 'Organized Retail Theft grant (ORT)'],
  [/homeland security|shsp|shsgp/i, 'State Homeland Security Program'],
  [/stonegarden/i, 'Operation Stonegarden'],
  [/\bcops\b/i, 'COPS Office'],
  [/project safe/i, 'Project Safe Neighborhoods'],
  [/equitable sharing/i, 'equitable sharing (forfeiture)'],
  [/forfeit|seizure|seized|narcotics|drug (?:law|fund)/i, 'asset forfeiture'],
  [/arpa|american rescue|slfrf/i, 'American Rescue Plan Act (ARPA)'],
  [/cdbg|community development block/i, 'Community Development Block Grant'],
  [/slesf|supplemental law/i, 'Supplemental Law Enforcement Services Fund'],
  [/capital improvement|\bcip\b/i, 'capital improvement program'],
  [/general fund/i, 'general fund'],
  [/red light|photo|traffic safety/i, 'photo enforcement or traffic safety fund'],
  [/parking/i, 'parking fund'],
  [/opioid/i, 'opioid settlement'],
  [/donat|foundation/i, 'donation'],
]

const sourceOf = (words: string) => funds.find(([pattern]) => pattern.test(words))?.[1]
const asPrinted = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '')

/** What it is paid with. */
export const fundingPatterns: readonly FactPattern[] = [
  {
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:UASI|Urban Areas? Security Initiative`,
      '|(?:Edward )?Byrne(?: Memorial)?(?: Justice Assistance Grant)?',
      '|Justice Assistance Grant|JAG|MVCPA',
      '|Motor Vehicle Crime Prevention(?: Authority)?',
      '|Organized Retail Theft(?: Prevention)?(?: Grant)?|ORT Grant',
      '|State Homeland Security(?: Grant)?(?: Program)?|SHSGP|SHSP',
      '|Operation Stonegarden|COPS (?:Office|grant|technology)',
      '|Project Safe Neighborhoods?|ARPA|SLFRF|American Rescue Plan(?: Act)?|CDBG',
      '|Community Development Block Grant|SLESF|Supplemental Law Enforcement Services',
      '|opioid settlement|(?:asset |drug |federal |state |equitable )?',
      '(?:forfeitures?|seizure|equitable sharing|narcotics)',
      '(?: asset)? (?:funds?|funding|account|proceeds)|general funds?',
      '|capital improvement (?:program|plan|fund|budget)|CIP (?:budget|fund|project)',
      '|(?:red light|photo (?:enforcement|red light)|traffic safety',
      '|parking(?: meter| enterprise)?) fund|drug law enforcement fund',
      String.raw`|police foundation|(?:accept(?:ance of)?|through) (?:a )?donations?)\b`,
    ),
    read([whole], { before, after }) {
      const source = sourceOf(whole)
      // The crime alone is no grant, and revenue is not what is spent.
      if (
        /^organized retail theft(?: prevention)?$/i.test(whole) &&
        !/^[^.;]{0,30}\b(?:grant|program|award|fund)/i.test(after(44))
      )
        return undefined
      if (/^ revenues?\b/i.test(after(10))) return undefined
      if (!source || /\b(?:not|no|non)[ -]+$/i.test(before(8))) return undefined
      return { kind: 'funding', value: { source } }
    },
  },
  {
    // "from the Police Technology Replacement Fund", as printed
    pattern:
      /\b(?:from|using|through|in|by) (?:the |its |available )?((?:[A-Z][\w&'\u2019.-]{1,20} ){1,6}(?:Fund|Account|Grant Program))\b/g,
    read([, name = '']) {
      const source = sourceOf(name) ?? asPrinted(name)
      return { kind: 'funding', value: { source } }
    },
  },
  {
    pattern:
      /\b(?:funding source|source of funds?|funded by|fund(?:ing)? account)s?:[ \t]{0,6}([^\n;]{3,90})/gi,
    isOfLine: true,
    read: ([, words = '']) =>
      /^(?:n\/?a|none|yes|no|tbd)\b|\bnot\b/i.test(words.trim())
        ? undefined
        : { kind: 'funding', value: { source: sourceOf(words) ?? asPrinted(words) } },
  },
]
