import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/** "Agreement with Houston HIDTA", and a text by which both look into each other's data. */
const withPolice =
  /^(?![\s\S]*\b(?:purchas|leas|install|subscription|licen[cs]|\$))\W*(?:[\w-]+ ){0,4}agreements? with (?:the )?(?:[\w.'\u2019-]+ ){0,5}(?:HIDTA|fusion center|intelligence center|sheriff|police|DEA|FBI|HSI|NCRIC|highway patrol|state patrol|department of public safety)\b/i
const shares =
  /\b(?:shar(?:e|es|ing)|search(?:es|ing)?|exchang(?:e|es|ing)|access)\b[^.;$]{0,80}\b(?:data|databases?|footage|reads|records|feeds|images|hits|information)\b/i

/** "License agreement with an academy" and no word of its matter: the text says whose cameras are looked at. */
const isOpenPaper =
  /^(?![\s\S]*\b(?:purchas|leas(?:e|ing)|install|subscription|vendor|contract|software|maintenance|grants?\b|\$ ?\d)\w*)[\s\S]{0,80}\b(?:agreements?|memorand(?:um|a) of (?:understanding|agreement)|MOUs?|MOAs?|right[ -]of[ -]entry)\b/i
const looksIn = fromPieces(
  'i',
  String.raw`\b(?:will|would|may) have (?:the )?(?:[\w-]+ )?(?:feeds?|views?|access)\b`,
  String.raw`|\b(?:allow|grant|giv|let|permit|provid|consent|may|would|will|can`,
  String.raw`|able to)\w*\b[^.;$]{0,100}\b(?:access to|views?|viewing|see`,
  String.raw`|monitor)\b[^.;$]{0,60}\b(?:cameras?|camera systems?|feeds?|video)\b`,
  String.raw`|\b(?:police|sheriff|officers?|department|city|town|county|association`,
  String.raw`|agency)\b[^.;$]{0,60}\b(?:gives?|sends?|provides?|transmits?`,
  String.raw`|shares?)\b[^.;$]{0,60}\b(?:reads?|data|feeds?|footage|detections)\b[^.;$]{0,40}\b`,
  String.raw`(?:to|with|of)\b|\b(?:cameras?|video|feeds|footage|images)\b[^.;$]{0,40}\b`,
  String.raw`(?:available|accessible|open) to (?:the )?(?:police|sheriff|officers)\b`,
)
const buysOpenly =
  /(?<!\b(?:neither|no) (?:party|side|agency|city|county) )\b(?:will|shall|to|agrees to) (?:pay|reimburse|purchase|buy|lease|install)\b|\bcosts? (?:of|is|will be|not) /i

/** A firm sells: what its devices see is told of as what they are good for. */
const withFirm =
  /\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?)\b[^;]{0,60}\b(?:inc|LLC|L\.L\.C|corp|corporation|ltd|enterprise|technologies|solutions|systems)\b/i

/** What one keeps up for the other, and is paid for. */
const keepsUp = /\b(?:provid\w+|perform\w*) (?:of )?(?:[\w-]+ ){0,3}(?:maintenance|repairs?)\b/i
const charges =
  /\b(?:annual|monthly|yearly|quarterly) (?:[\w-]+ ){0,2}(?:fees?|charges?|payments?)\b|\b(?:will|shall) be (?:charged|billed|invoiced)\b/i

/** An agency pays for what the city buys, by a paper that names only the agency. */
const takesIn = fromPieces(
  'i',
  String.raw`\baccept\w*\b[^.;]{0,60}\b(?:in|into|as) (?:the )?(?:[\w'\u2019]+ ){0,3}revenues?\b`,
  String.raw`|\breimburse[sd]? (?:the )?(?:city|county|town|village|borough|township|parish`,
  String.raw`|police|sheriff)\b[^.;]{0,60}\b(?:for|costs?|up to)\b`,
  String.raw`|\b(?:has|have|will) (?:made?|make|set aside|provide[sd]?|award(?:ed)?`,
  '|allocat(?:e|ed)|grant(?:ed)?) (?:the (?:city|county|town|village|department) )?',
  String.raw`(?:up to )?\$ ?[\d,.]{1,14} (?:available )?(?:to|toward) (?:the )?`,
  String.raw`(?:city|county|town|village|borough|township|police|sheriff|department)\b`,
  String.raw`|\baccept\w* (?:of )?(?:these|the|said) (?:[\w-]+ ){0,3}grant\b`,
)
const withAgency =
  /^(?!.{0,200}\b(?:inc|LLC|corp|enterprise|purchas\w*|lease|maintenance|install\w*|subscription|amend\w*|renew\w*|exten[ds]\w*|overtime|task force)\b)[\s\S]{0,120}\bagreements?\b/i

/** What a paper between two sides does, where its title names only the sides and its text tells. */
export function readPaper(
  own: string,
  opening: string,
  byTitle: ActionReading | undefined,
): ActionReading | undefined {
  if (byTitle?.role === 'data-sharing') {
    return keepsUp.test(opening) && charges.test(opening)
      ? { role: 'procurement', action: 'approve-contract' }
      : undefined
  }
  // A title that says nothing of it would be taken for a purchase.
  if (byTitle && byTitle.role !== 'procurement') return undefined
  if (byTitle && withAgency.test(own) && takesIn.test(opening)) {
    return { role: 'grant', action: 'accept-grant' }
  }
  const isShared =
    (byTitle !== undefined && withPolice.test(own) && shares.test(opening)) ||
    (isOpenPaper.test(own) && !withFirm.test(own) && looksIn.test(opening))
  return isShared && !buysOpenly.test(opening) ? { role: 'data-sharing', action: 'mou' } : undefined
}
