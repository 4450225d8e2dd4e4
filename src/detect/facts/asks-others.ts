import { fromPieces } from '../pieces.ts'

/** A body's wish to those who decide: "A resolution requesting the Mayor to identify vehicles". */
const resolution = fromPieces(
  'i',
  String.raw`^\W*(?:an? )?resolution (?:respectfully )?`,
  '(?:requesting|asking) (?!(?:approval|authoriz|permission|proposals|bids|funding',
  String.raw`|(?:an? |the )?(?:[\w-]+ ){0,3}(?:grant|hearing|report)\b)`,
  String.raw`|[^.;]{0,160}\bto (?:report (?:back|on|to|each|every|quarterly|monthly|annually`,
  String.raw`|regularly)\b|(?:inform|brief|tell) (?:the |this )?(?:[\w-]+ )?`,
  String.raw`(?:council|board|commission|committee|aldermen)\b`,
  String.raw`|(?:provide|submit|transmit|prepare|present) (?:[\w-]+ ){0,4}reports?))`,
)

/** "Directing the City Manager", "Calling on the Police Department", "for the purpose of urging the Sheriff". */
const command = fromPieces(
  'i',
  String.raw`^(?:[\s\S]{0,160}\bfor the purpose of `,
  String.raw`|\W*(?:(?:an? )?(?:[\w-]+ ){0,2}(?:resolution|order|motion)\b\W{1,4}`,
  String.raw`(?:of the [\w ]{1,40} )?)?)(?:respectfully )?`,
  '(?:directing|calling (?:up)?on|call (?:up)?on|call for|urging|instructing',
  String.raw`|encouraging|requesting|asking) (?:that )?(?:the |our )?(?:[\w.'\u2019-]+ ){0,4}?`,
  '(?:mayor|manager|administrator|administration|executive|chief|sheriff|superintendent',
  String.raw`|commissioner|director|departments?|agencies|city|county|town|village|staff)\b`,
)

/** What is asked, where it is not the asking body that decides by it. */
const wish = fromPieces(
  'i',
  String.raw`^(?:[^;:]{0,200}?\b(?:to|must|should))? ?(?:immediately |promptly |further )?`,
  '(?:develop|create|prepare|draft|draw up|make|plan|design|explore|consider|identify',
  '|evaluate|examine|study|pursue|seek|take|use|expand|increase|install|deploy',
  '|implement|equip|require|ensure|establish|appoint|form|convene an?|compel|complete',
  '|accelerate|stop|cease|halt|pause|suspend|end|remove|disable|turn off|deactivate',
  String.raw`|refrain|limit|restrict|prohibit|adopt|work with|post)\b`,
  String.raw`(?! [^.;]{0,100}\b(?:reports?|request for proposals|RFP|bids|contract with`,
  String.raw`|agreement with|purchas\w+|not[ -]to[ -]exceed|at a cost)\b)`,
)

/** Whether a body asks or tells others to do something, and buys, gives and hears nothing by it. */
export function asksOthers(words: string): boolean {
  if (resolution.test(words)) return true
  const told = command.exec(words)
  return told !== null && wish.test(words.slice(told[0].length))
}
