import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const steps: readonly (readonly [RegExp, string])[] = [
  [/closed|executive/i, 'closed session'],
  [/emergency/i, 'emergency, without a second reading'],
  [/second|final|adopt|third/i, 'second or final reading'],
  [/first|introduc/i, 'first reading'],
  [/hearing/i, 'public hearing'],
  [/consent|c o n s e n t/i, 'consent'],
]

/** "shall not purchase it without Council approval" is a rule and no event. */
const isRule = /\b(?:[Ss]hall|[Mm]ust|may|[Cc]annot|[Nn]ever|[Pp]rohibit\w{0,4}|[Uu]nlawful)\b/

/** "No public hearing is required", "pulled from the consent agenda", "Non-consent items" */
const isNotTaken = fromPieces(
  'i',
  String.raw`\b(?:no|not|without)\b[^,]{0,24}$|\bnon-?$|\b(?:remov|pull)(?:e|ed|ing|al)?\b[^,]{0,50}$`,
  String.raw`|\b(?:direct|mandat)(?:e|es|ed|ing)?\b[^,]{0,60}$`,
  String.raw`|\b(?:shall|must) (?:hold|conduct)\b[^,]{0,40}$`,
)
const isNotTakenAfter = /^s? (?:is|are|was|were) not\b|^ decree\b/i

/** A step that is still to come, or was taken before. */
const isOfOtherDay = (whole: string, head: string, tail: string) =>
  /^s? (?:will|would) (?:be|occur|follow|take)\b|^s? (?:is|are) (?:scheduled|set) (?:for|on)\b/i.test(
    tail,
  ) ||
  (/^(?:first|1st)/i.test(whole) &&
    /\b(?:was|were) (?:introduced|approved|passed|adopted|read)\b[^,]{0,20}$/i.test(head))

const readStep: FactPattern['read'] = ([whole], { before, after }) => {
  const step = steps.find(([pattern]) =>
    pattern.test(whole.replace(/1st/, 'first').replace(/2nd/, 'second')),
  )?.[1]
  const head = /[^.;\n]*$/.exec(before(90))?.[0] ?? ''
  const tail = after(30)
  if (!step || isNotTaken.test(head) || isNotTakenAfter.test(tail)) return undefined
  const grade = isOfOtherDay(whole, head, tail) ? { grade: 'unclear' as const } : {}
  return { kind: 'procedure', value: { step }, ...grade }
}

/** How a body takes the item, or that none did. */
export const procedurePatterns: readonly FactPattern[] = [
  {
    // Executive renewals and staff extensions, as reports and minutes tell of them.
    pattern: fromPieces(
      'gi',
      String.raw`\b(?:without (?:an? |any )?(?:(?:city|county|town|village) )?`,
      '(?:council|board|commission|committee|legislative)',
      String.raw`(?:[\u2019']s)? (?:action|approval|vote|authorization)`,
      '|(?:did|does|do) not (?:need|require) (?:an? |any )?',
      '(?:(?:vote|approval|action) (?:of|by) the )?(?:(?:city|county|town|village) )?',
      '(?:council|board|commission|commissioners)(?: approval| action| vote)?',
      '|administratively (?:approved|renewed|extended|executed|amended|signed)',
      '|(?:approved|renewed|extended|executed|amended|signed) administratively',
      '|(?:under|within|using|by) (?:his|her|their|its',
      '|the (?:(?:city|county|town) )?(?:manager|administrator|mayor|chief|sheriff',
      String.raw`|director|superintendent)[\u2019']s) (?:own )?`,
      '(?:purchasing|signing|signature|spending|contracting|administrative|executive',
      '|delegated) authority|by executive (?:order|action)',
      '|at (?:the )?(?:staff|administrative) level',
      String.raw`|staff[- ]level (?:approval|extension|renewal))\b`,
    ),
    read(_match, { before }) {
      const head = /[^.;\n]*$/.exec(before(90))?.[0] ?? ''
      return isRule.test(head)
        ? undefined
        : { kind: 'procedure', value: { step: 'decided without a vote' } }
    },
  },
  {
    pattern:
      /\b(?:(?:first|second|third|final|1st|2nd) reading|introduc(?:tion|ed) (?:of |by )?(?:an )?ordinance|public hearings?|closed session|executive session|consent (?:calendar|agenda|items?)|(?:to )?declar(?:e|ing) an emergency|emergency (?:ordinance|legislation))\b/gi,
    read: readStep,
  },
]

/** Headings over items are shorter than what is said of one: "Consent", "Ordinances for Final Passage". */
export const headingPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:consent(?: (?:docket|motions?|resolutions?|business|matters))?|c o n s e n t|(?:first|second|third|final)(?: and (?:second|third|final))? readings|for (?:first reading|introduction)|for final passage|closed meeting)\b/gi,
    read: readStep,
  },
]
