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
/** A programme that a firm named beside it runs: no law makes it more. Without a firm a law may well extend it. */
export function grownProgram(title: string): ActionReading | undefined {
  const found = grows.exec(title)
  if (!found || isRuled.test(title)) return undefined
  const [, extended, expanded] = found
  if (extended) return { role: 'procurement', action: 'renew' }
  return { role: 'procurement', action: expanded ? 'amend' : 'approve-contract' }
}
