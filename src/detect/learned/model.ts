/** Signs that speak for or against something, and how much of each there is. */
export type SignCounts = ReadonlyMap<string, number>

/** A linear model: what each sign adds to each outcome. As it stands in the JSON files beside this one. */
export interface LinearModel {
  readonly outcomes: readonly string[]
  /** By sign, one weight for each outcome, in their order. */
  readonly weights: Readonly<Record<string, readonly number[]>>
}

/** What the signs add up to for each outcome, in the model's order. Linear in signs. */
export function weigh(signs: SignCounts, { outcomes, weights }: LinearModel): number[] {
  const sums = outcomes.map(() => 0)
  for (const [sign, count] of signs) {
    const own = Object.hasOwn(weights, sign) ? weights[sign] : undefined
    if (!own) continue
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + count * (own[at] ?? 0)
  }
  return sums
}
