import type { EvidenceField } from '../model/detection.ts'
import type { Meaning } from './lexicon.ts'
import type { Standing } from './vendor-standing.ts'

/** A term of the taxonomy where it stands, its meaning settled by its neighbours. */
export interface Hit {
  readonly meaning: Meaning
  readonly field: EvidenceField
  /** `lead` is the beginning of a text that goes on where its title was cut off. */
  readonly part: 'title' | 'lead' | 'text'
  /** Printed offsets: the quote is `text.slice(start, end)`. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** Words of purchase or rule-making stand near: something is done with it. */
  readonly isCued: boolean
  /** Said in the sentence that says what the item does. */
  readonly isOperative: boolean
  /** A word of dealing stands before it: "contract with", "purchased from". */
  readonly isSupplier: boolean
  /** A word of purchase all but touches it: "purchase of drones", "drone subscription". */
  readonly isBought: boolean
  /** It is what is acquired: "to purchase security cameras". */
  readonly isAcquired: boolean
  /** In a text, a number of it or a sum stands right beside it: "30 cameras", "cameras, $36,000". */
  readonly isCounted: boolean
  readonly isPriced: boolean
  /** One of a list of technologies: "body cameras, car cameras and a drone". */
  readonly isListed: boolean
  /** What the sentence makes of a firm's name; `named` for all else. */
  readonly standing: Standing
}

/** A match that was put aside, and why. */
export interface Dropped {
  readonly quote: string
  readonly why: string
  /** The firm whose name it is, where it is said to sell something else there. */
  readonly vendor: string | null
}

/** What one field of an item says. */
export interface FieldReading {
  readonly hits: readonly Hit[]
  /** Products whose maker this field does not name: they count where another field of the item does. */
  readonly unclaimed: readonly Hit[]
  readonly dropped: readonly Dropped[]
  /** Of a title, contexts whose words stand anywhere in it. */
  readonly contexts: ReadonlySet<string>
  /** Of a text, phrases that stand anywhere in it and tell what a title means. */
  readonly said: ReadonlySet<number>
}
