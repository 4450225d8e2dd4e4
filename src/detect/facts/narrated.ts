import { fromPieces } from '../pieces.ts'

/**
 * Lines of minutes that tell who said what. Nothing is done by them, though they name a firm and its
 * price, and without this a name would be taken for a purchase.
 */

const spoken = fromPieces(
  'gi',
  String.raw`(?:^|[.;:]\s{1,3}|\n\s{0,8})(?:(?:the|a|an|mr|ms|mrs|dr)\.? )?`,
  String.raw`(?:[\w'\u2019()&-]+,? ){1,7}?(?:also )?`,
  '(?:said|stated|spoke|asked|explained|clarified|commented|noted|remarked|wondered|felt',
  '|mentioned|indicated|pointed out|talked|reviewed|went over|took up|discussed|described',
  '|presented|answered|thanked|inquired|questioned|expressed|suggested|reported|advised',
  String.raw`|(?:gave|made|had|offered) (?:[\w-]+ ){0,2}`,
  String.raw`(?:comments?|questions?|presentations?|overviews?|demonstrations?|updates?))\b`,
)
/** What is put off, or has not been said yes to. */
const putOff = fromPieces(
  'i',
  String.raw`\b(?:continue (?:the |this )?discussion|come back|brought back|bring back|later meeting`,
  '|future meeting|next meeting|no commitment|no decision|no consensus|no action',
  '|not (?:yet )?(?:ready|prepared|decided|willing)|would not go ahead|further discussion',
  String.raw`|more (?:information|discussion|research))\b`,
)
/** Not said yes to, whatever the word for it. */
const notDone =
  /\b(?:not (?:yet )?(?:ready|prepared|willing|able) to|no commitment\b[^.;]{0,40}\bto|without|before) \w+/gi
const acts =
  /\b(?:mov(?:ed|es)\b|motion(?:ed)?\b|seconded|carried|ayes\b|voted|approv(?:ed|es|al of)|authoriz(?:ed|es|ing|ation)|adopted|awarded|accepted|resolved|consensus\b[^.;]{0,24}\bto (?:approve|purchase|proceed|buy|move|fund|order)|recommend(?:s|ed|ation)|purchased|signed)\b/i

const least = 2

/** Whether words only tell what was said: twice at least, or once and that it is put off. */
export function onlyNarrates(words: string): boolean {
  if (acts.test(words.replace(notDone, ' '))) return false
  const times = words.match(spoken)?.length ?? 0
  return times >= least || (times > 0 && putOff.test(words))
}

/** A title that calls it talk: "Concept discussion: speed cameras", "Security forum". */
export const isCalledTalk = (title: string): boolean =>
  /^\W*(?:[\w-]+ ){0,2}(?:concept|informal|open|general|roundtable) discussion\b|\bforum(?: held| on|\W*$)/i.test(
    title,
  )
