import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** "Expand plate reader program", "Extend the service": it is there or begun, and is more or goes on. */
const grows = fromPieces(
  'i',
  String.raw`^\W*(?:(?:approv|authoriz)\w* (?:of )?(?:the )?|request to |motion to )?`,
  '(?:(exten(?:d|ds|ding|sion))|(expand|expands|expanding|expansion|increas(?:e|es|ing))',
  '|(?:establish|creat|start|launch)(?:e|es|ing|ment)?)(?: of)? (?:an? |the |our |its )?',
  String.raw`(?:[\w/&'\u2019.-]+ ){0,6}?(?:program(?:me)?s?|pilots?|services?|cameras?|cams`,
  String.raw`|readers?|A?LPRs?|systems?|drones?|coverage|sensors?|units?)\b`,
)
/** What a law or a body is about, whoever sells the thing. */
const isRuled = fromPieces(
  'i',
  String.raw`\b(?:ordinances?|resolution|code|chapter|section|polic(?:y|ies)|rules?|regulat\w*|laws?`,
  '|penalt(?:y|ies)|fines?|fees?|oversight|transparency|privacy|retention|moratorium|ban|limits?',
  '|boards?|committees?|commission|task force|positions?|hours|zones?|funds?|grants?|reports?',
  String.raw`|hearing|access|shar(?:e|ing)|use of|awareness|penal|accountability)\b`,
)
/** For how long, or until when, at the title's end. */
const endsInSpan = fromPieces(
  'i',
  String.raw`\b(?:\d{1,2}|one|two|three|four|five|six|twelve)(?: \(\d{1,2}\))?(?: more| additional)?`,
  String.raw`[ -](?:years?|yrs?|months?|mos?)\b\W*$`,
  '|(?:to|through|thru|until) (?:(?:January|February|March|April|May|June|July|August|September',
  String.raw`|October|November|December|[A-Z][a-z]{2}\.?) (?:\d{1,2}, )?|\d{1,2}/\d{1,2}/|FY ?)?(?:20)?\d\d\W*$`,
)

/**
 * A programme that a firm named beside it runs, or that goes on for a span of time: no law makes it more.
 * `isOfFirm`: a firm that sells such things is named in the title.
 */
export function grownProgram(title: string, isOfFirm: boolean): ActionReading | undefined {
  const found = grows.exec(title)
  if (!found || isRuled.test(title)) return undefined
  const [, extended, expanded] = found
  if (!isOfFirm && !(extended && endsInSpan.test(title))) return undefined
  if (extended) return { role: 'procurement', action: 'renew' }
  return { role: 'procurement', action: expanded ? 'amend' : 'approve-contract' }
}
