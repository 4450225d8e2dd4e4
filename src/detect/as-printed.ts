import type { DetectedFacts, EvidenceField } from '../model/detection.ts'
import type { EvenText } from './even-text.ts'

interface Quote {
  readonly field: EvidenceField
  readonly start: number
  readonly end: number
  readonly quote: string
}
export type Quoter = <Place extends Quote>(place: Place) => Place

/** Rules read even spaces; what they find is placed and quoted as it is printed. */
export function quoter(
  even: Readonly<Record<'title' | 'text', EvenText>>,
  printed: Readonly<Record<'title' | 'text', string>>,
): Quoter {
  const isSame = even.title.text === printed.title && even.text.text === printed.text
  return (place) => {
    const { field } = place
    if (isSame || (field !== 'title' && field !== 'text')) return place
    // The last character has its place, and the end is behind it.
    const start = even[field].printed(place.start)
    const end = even[field].printed(Math.max(place.start, place.end - 1)) + 1
    return { ...place, start, end, quote: printed[field].slice(start, end) }
  }
}

/** The same for all facts of an item. */
export function quotedFacts(facts: DetectedFacts, quoted: Quoter): DetectedFacts {
  return {
    ...facts,
    committed: facts.committed && quoted(facts.committed),
    amounts: facts.amounts.map(quoted),
    stated: facts.stated.map(quoted),
  }
}
