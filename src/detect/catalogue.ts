import type { Taxonomy } from './taxonomy.ts'

/** What a taxonomy says of its makers and things, looked up by their ids. */
export interface Catalogue {
  readonly taxonomy: Taxonomy
  /** What each vendor is known for. */
  readonly implied: ReadonlyMap<string, string | null>
  /** All that each vendor makes. */
  readonly catalogues: ReadonlyMap<string, ReadonlySet<string | null>>
  /** The narrower technologies that each gives way to. */
  readonly yields: ReadonlyMap<string, readonly string[]>
}

/** Compiled once for a taxonomy: every page of a packet asks. */
export function catalogueOf(taxonomy: Taxonomy): Catalogue {
  const { technologies, vendors } = taxonomy
  return {
    taxonomy,
    implied: new Map(vendors.map(({ id, implies }) => [id, implies])),
    catalogues: new Map(
      vendors.map(({ id, implies, products }) => [
        id,
        new Set([implies, ...products.map(({ technology }) => technology)]),
      ]),
    ),
    yields: new Map(technologies.map(({ id, yieldsTo }) => [id, yieldsTo ?? []])),
  }
}
