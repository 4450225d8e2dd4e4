import type { Action, Role } from '../../model/facts.ts'
import type { ActionReading } from '../facts/cue.ts'
import { roleSigns } from './role-signs.ts'
import { hasWords, likelyAnswers, type WordModel } from './words.ts'

/** Roles that words tell apart; what is mentioned only is told by where it stands. */
export const learnedRoles = [
  'procurement',
  'grant',
  'data-sharing',
  'policy',
  'report',
  'oversight',
  'other',
] as const satisfies readonly Role[]

/** What an item of each role does where nothing says it more closely. */
const plainly: Readonly<Record<(typeof learnedRoles)[number], Action>> = {
  procurement: 'approve-contract',
  grant: 'accept-grant',
  'data-sharing': 'mou',
  policy: 'adopt-policy',
  report: 'annual-report',
  oversight: 'hearing',
  other: 'other',
}

/** So many times likelier another role must be than the one that rules read in words of doing, or guessed. */
const leastTimes = { plain: 4, guess: 2 }

/**
 * What an item does by the rules, or by all its words where these speak by far for something else.
 * A title with next to no text stays as the rules read it.
 */
export function weighRole(
  title: string,
  text: string,
  byRules: ActionReading,
  basis: keyof typeof leastTimes | undefined,
  model: WordModel,
): ActionReading {
  if (!hasWords(text)) return byRules
  const likely = likelyAnswers(roleSigns(title, text), model)
  const best = likely.reduce((most, one) => (one.likelihood > most.likelihood ? one : most))
  const own = likely.find(({ answer }) => answer === byRules.role)?.likelihood ?? 0
  const role = learnedRoles.find((one) => one === best.answer)
  if (!role || role === byRules.role) return byRules
  const isOverruled = best.likelihood >= own * leastTimes[basis ?? 'plain']
  return isOverruled ? { role, action: plainly[role] } : byRules
}
