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

/** "There is no fiscal impact to the General Fund", "without the use of", "does not obligate" */
const unused = fromPieces(
  'i',
  String.raw`\b(?:no|not|without|nor|neither)(?: [\w/-]{1,20}){0,4} (?:impacts?|costs?|effects?|use|using`,
  String.raw`|dollars|money|monies|funds|funding|obligat\w{1,4}|burden|draw|affect|expens\w{1,3})`,
  '(?: (?:is|are|will be|being) (?:needed|required|used|requested|anticipated|expected))?',
  String.raw`(?: (?:to|on|of|for|from|upon|in|any|the|existing|current|annual|[\w-]+['\u2019]s)){0,5} $`,
)
const unusedAfter = fromPieces(
  'i',
  '^(?: (?:dollars|money|monies|funds?|funding))? (?:(?:will|would|is|are|may|shall|can|does|do|was',
  String.raw`|were|should) not|cannot) (?:be )?(?:[\w-]+ )?(?:impact|affect|use|fund|pay|requir|need`,
  '|avail|allow|eligible|cover|charg|obligat|involve|spent|apply)',
)
/** Fines and what is left over go there. */
const filled = fromPieces(
  'i',
  String.raw`\b(?:deposit|credit|revert|return|remit|go|goes|flow|accrue)(?:s|d|ed|ing)?`,
  String.raw`(?: [\w-]{1,20}){0,2} (?:to|into|in) (?:the )?(?:[\w-]{1,20}['\u2019]s )?$`,
)
const isNoSource = (head: string, tail: string) =>
  unused.test(head) || filled.test(head) || unusedAfter.test(tail)

/** What a department had before is not what this is paid with. */
const isOfPast = (head: string, tail: string) =>
  /\b(?:has|have) (?:[\w-]+ )?(?:administered|managed)\b|\b(?:previously|formerly)\b/i.test(head) ||
  /^[^.;\n]{0,60}\bin (?:prior|previous|past) (?:fiscal )?years\b/i.test(tail)

const ofGifts = /\b(?:donat|grant|fund|gift|paid|pay|purchas|contribut|provid|\$)/i

const sentenceBefore = (text: string) => /[^.;:\n]*$/.exec(text)?.[0] ?? ''

/** Forms print the next label in the same line. */
const nextLabel =
  /[ \t]+(?:Budgeted|Account|Amount|Requested|Recommend\w{1,6}|Budget Impact|Fiscal Impact|Financial Impact|Attachments?|Department|Reviewed|Approved)\b[^:\n]{0,20}:.*$/i
const wrapped = /^\r?\n[ \t]{0,10}(?:[A-Z][\w&'\u2019-]{1,20} ){0,3}Fund\b/

/** What it is paid with. */
export const fundingPatterns: readonly FactPattern[] = [
  {
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:UASI|Urban Areas? Security Initiative`,
      '|(?:Edward )?Byrne(?: Memorial(?: Justice Assistance Grant)?| Justice Assistance Grant',
      String.raw`|(?= (?:JAG|grants?|program|formula)\b))`,
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
      const head = sentenceBefore(before(90))
      if (isNoSource(head, after(60))) return undefined
      // "Narcotics account for most arrests", and a foundation that is thanked.
      if (/account$/i.test(whole) && /^ for\b/i.test(after(5))) return undefined
      if (/foundation$/i.test(whole) && !ofGifts.test(`${head.slice(-60)}${after(60)}`))
        return undefined
      const isPast = isOfPast(head, after(90))
      return { kind: 'funding', value: { source }, ...(isPast && { grade: 'unclear' as const }) }
    },
  },
  {
    // "from the Police Technology Replacement Fund", as printed
    pattern:
      /\b(?:from|using|through|in|by) (?:the |its |available )?((?:[A-Z][\w&'\u2019.-]{1,20} ){1,6}(?:Fund|Account|Grant Program))\b/g,
    read([whole, name = ''], { before, after }) {
      const source = sourceOf(name) ?? asPrinted(name)
      const head = `${sentenceBefore(before(90))}${whole.slice(0, -name.length)}`
      return isNoSource(head, after(60)) ? undefined : { kind: 'funding', value: { source } }
    },
  },
  {
    pattern:
      /\b(?:funding source|source of funds?|funded by|fund(?:ing)? account)s?:[ \t]{0,6}([^\n;]{3,90})/gi,
    isOfLine: true,
    read([, line = ''], { after }) {
      const words = line.replace(nextLabel, '')
      // "Police Technology", and in the next line "Replacement Fund".
      const rest = /\bfund\b/i.test(words) || words !== line ? undefined : wrapped.exec(after(60))
      const source = sourceOf(words) ?? asPrinted(`${words}${rest?.[0] ?? ''}`)
      const isBlank = /^(?:n\/?a|none|yes|no|tbd|to be determined|see|budgeted)\b|\bnot\b/i.test(
        words.trim(),
      )
      if (isBlank || (/^\s*\$/.test(words) && !sourceOf(words))) return undefined
      const isWrapped = rest && !sourceOf(words)
      return {
        kind: 'funding',
        value: { source },
        after: isWrapped ? rest[0].length : words.length - line.length,
      }
    },
  },
]
