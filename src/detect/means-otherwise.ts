import type { Confuser, Lexicon, Meaning } from './lexicon.ts'
import type { PhraseMatch } from './match.ts'
import { isNear, near, type Places } from './near.ts'
import { firstFrom } from './overlaps.ts'

/** Short names in capitals are abbreviations of anything; "PEREGRINE" in a title in capitals is the firm. */
const leastInCapitals = 5

/** Whether a match is printed as its meaning asks, where that asks for exact letters. */
export function isExactly(
  text: string,
  { start, end }: PhraseMatch,
  { exact, vendor, needs }: Meaning,
): boolean {
  if (exact === null) return true
  const printed = text.slice(start, end)
  if (printed === exact) return true
  // What stands near still has to bear it out.
  const isName = vendor !== null && needs !== null && exact.length >= leastInCapitals
  return isName && printed === exact.toUpperCase()
}

/** A negation must all but touch what it denies: "no facial recognition". */
const negationWindow = 3
/** A denial does not reach over the end of a sentence, a sum or a number ("No. 4"). */
const endsDenial = /[.;:()$#/\d]/
/** Words after "not" and "without" that deny something else than what follows. */
const otherDenial =
  /^\W*(?:to exceed|only|just|limited|less|more|later|competitive|bid|advertis|formal|cost|to (?:ban|fund|buy|renew|proceed|repeal)\b|ban\b|(?:further )?(?:action|decision|vote|motion|second|discussion)\b)/i
/** "No face recognition": a rule that forbids a thing is about it. */
const forbidding =
  /\b(?:ordinances?|policy|policies|resolutions?|petitions?|bill|bp|(?:local )?law|l\.? ?l|general orders?|directive|charter|moratorium|measure|referendum)\b/i

/** "Resolution to purchase cameras without face recognition": what is bought has none. */
const buying = /\b(?:purchas|contract|agreement|leas|award|acqui|buy|procur|amendment|renew)\w*/i

/** Whether a title denies nothing of what it names: it forbids. */
export const forbids = (title: string): boolean => forbidding.test(title) && !buying.test(title)

/** Whether a word of denial stands just before a match, and denies it and nothing else. */
export function isDenied(
  text: string,
  match: PhraseMatch,
  negations: readonly number[],
  places: Places,
): boolean {
  for (const phrase of negations) {
    const found = places.get(phrase)
    if (!found) continue
    for (let index = firstFrom(found, match.firstWord - negationWindow); ; index += 1) {
      const denial = found[index]
      if (!denial || denial.lastWord >= match.firstWord) break
      const between = text.slice(denial.end, match.start)
      if (!endsDenial.test(between) && !otherDenial.test(between)) return true
    }
  }
  return false
}

/** What ends a name. */
const brokenOff = /^\s?[–—,;:()/-]/

/** What of its neighbours says that a term means something else, or `null`. */
export function confusion(
  match: PhraseMatch,
  { technology, vendor, tier, term }: Meaning,
  lexicon: Lexicon,
  places: Places,
  text: string,
): Confuser | null {
  const own = lexicon.confusers.get(technology ?? `@${vendor}`) ?? []
  // A maker's name may stand for what it makes: "Palantir" is both.
  const isName = lexicon.meanings.get(match.phrase)?.some((other) => other.technology === null)
  const common = (isName && lexicon.confusers.get('@*')) || []
  for (const confuser of [...own, ...common]) {
    if (confuser.tiers && !confuser.tiers.has(tier)) continue
    if (confuser.terms && !confuser.terms.has(term.toLowerCase())) continue
    if (confuser.word && !term.toLowerCase().split(' ').includes(confuser.word)) continue
    const { phrases, within } = confuser.nearness
    if (!isNear(match, phrases, confuser.isAfter ? -1 : within, within, places)) continue
    // "Evolv Express – high schools" names no street.
    if (confuser.isAfter && within === 1 && brokenOff.test(text.slice(match.end, match.end + 2))) {
      continue
    }
    if (!near(match, confuser.unless, places)) return confuser
  }
  return null
}

/** What hangs, stands or drives somewhere: a title names the place. */
const ofPlaces: ReadonlySet<string | null> = new Set([
  'video-surveillance',
  'alpr',
  'photo-enforcement',
])

/** Whether a title holds what a vague term asks for, and nothing that gives the term another meaning. */
export function isBorneOutBy(
  title: ReadonlySet<number>,
  { technology, vendor, tier, needs }: Meaning,
  lexicon: Lexicon,
): boolean {
  const stands = (phrase: number) => title.has(phrase)
  const isFirm = technology === null && vendor !== null && tier === 'strong'
  if (!(isFirm || ofPlaces.has(technology)) || !needs?.phrases.some(stands)) return false
  return !(lexicon.confusers.get(technology ?? `@${vendor}`) ?? []).some(
    ({ tiers, nearness, unless }) =>
      (!tiers || tiers.has(tier)) && nearness.phrases.some(stands) && !unless.phrases.some(stands),
  )
}
