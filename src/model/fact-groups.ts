import { type FactBody, type FactGrade, type FactKind, factKinds } from './facts.ts'

/** One value of a kind and every place that states it, in the order given. */
export interface FactValue<Place extends FactBody> {
  /** Of the first place. */
  readonly fact: Place
  readonly places: readonly Place[]
}

export interface FactGroup<Place extends FactBody> {
  readonly kind: FactKind
  readonly values: readonly FactValue<Place>[]
}

const ranks: readonly FactGrade[] = ['stated', 'derived', 'unclear']

/**
 * Facts by kind, in the order in which they are shown: equal values together, those that are
 * stated before those that are worked out or unclear.
 */
export function groupFacts<Place extends FactBody & { readonly grade: FactGrade }>(
  facts: readonly Place[],
): FactGroup<Place>[] {
  return factKinds.flatMap((kind) => {
    const byValue = new Map<string, Place[]>()
    for (const fact of facts) {
      if (fact.kind !== kind) continue
      const key = JSON.stringify(fact.value).toLowerCase()
      const known = byValue.get(key)
      if (known) known.push(fact)
      else byValue.set(key, [fact])
    }
    const rankOf = (places: readonly Place[]) =>
      Math.min(...places.map(({ grade }) => ranks.indexOf(grade)))
    const values = [...byValue.values()]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .flatMap((places) => (places[0] ? [{ fact: places[0], places }] : []))
    return values.length > 0 ? [{ kind, values }] : []
  })
}
