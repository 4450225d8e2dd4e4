import { type Role, roles } from '../../model/facts.ts'
import type { ActionReading } from '../facts/cue.ts'
import { type LinearModel, weigh } from './model.ts'
import { type RoleInput, roleSigns } from './role-signs.ts'

/** What is usually done in an item of each role, where no cue says more. */
const usualAction = {
  procurement: 'approve-contract',
  grant: 'accept-grant',
  'data-sharing': 'mou',
  policy: 'ordinance',
  oversight: 'ordinance',
  report: 'annual-report',
  other: 'other',
  mention: 'other',
} as const satisfies Record<Role, ActionReading['action']>

/** How much more an item's words must speak for another role than for that of its cues: a logarithm of odds. */
const leastMore = 1.5
/** Cues that say that nothing is bought, ruled or told are few and sure of themselves. */
const leastMoreThanOther = 2.5

const isRole = (name: string | undefined): name is Role => roles.some((role) => role === name)

/**
 * What an item does: what its cues say, unless all its words speak much more plainly for another role;
 * then what the first fitting cue of that role says is done, or what usually is.
 */
export function weighRole(
  byCues: ActionReading,
  cuesOfTitle: readonly ActionReading[],
  words: Pick<RoleInput, 'title' | 'text' | 'technologies'>,
  model: LinearModel,
): ActionReading {
  const sums = weigh(roleSigns({ ...words, byCues: byCues.role, cuesOfTitle }), model)
  const most = Math.max(...sums)
  const role = model.outcomes[sums.indexOf(most)]
  const own = sums[model.outcomes.indexOf(byCues.role)] ?? 0
  const least = byCues.role === 'other' ? leastMoreThanOther : leastMore
  if (!isRole(role) || most <= own + least) return byCues
  return cuesOfTitle.find((cue) => cue.role === role) ?? { role, action: usualAction[role] }
}
