import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/detect/facts/read-facts.ts'
import type { FactKind, FactValues } from '../../../src/model/facts.ts'

/** Values of one kind in a text; each quote is checked against the text on the way. */
export function valuesOf<Kind extends FactKind>(text: string, kind: Kind): FactValues[Kind][] {
  return readFacts(text).flatMap((fact) => {
    expect(text.slice(fact.start, fact.end)).toBe(fact.quote)
    // The kind says which value it is; TypeScript does not follow a generic one.
    return fact.kind === kind ? [fact.value as FactValues[Kind]] : []
  })
}

/** Phrasings of one kind with what they say, and such as say nothing of it. */
export function phrasings<Kind extends FactKind>(
  kind: Kind,
  says: readonly (readonly [text: string, ...values: FactValues[Kind][]])[],
  saysNothing: readonly string[],
): void {
  describe(kind, () => {
    for (const [text, ...values] of says) {
      it(`“${text}”`, () => {
        const found = valuesOf(text, kind)
        for (const value of values) expect(found).toContainEqual(value)
      })
    }
    it.each(saysNothing)('not “%s”', (text) => expect(valuesOf(text, kind)).toEqual([]))
  })
}
