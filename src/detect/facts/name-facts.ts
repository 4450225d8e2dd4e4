import type { Evidence } from '../../model/detection.ts'
import type { Fact, FactBody } from '../../model/facts.ts'
import resellers from '../taxonomy/resellers.json' with { type: 'json' }

/** What an item was found to be about. */
export interface NamedIds {
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
}

const isReseller = new Set<string>(resellers.vendors)

/** A vendor that is known to sell what others make. */
export const sellsForOthers = (vendor: string) => isReseller.has(vendor)

/**
 * Technologies, makers, products and resellers as facts, each where it stands first. Aliases are
 * one vendor; who resells is told beside the maker and not in its place.
 */
export function nameFacts(evidence: readonly Evidence[], named: NamedIds): Fact[] {
  const told = new Set<string>()
  return evidence.flatMap(({ technology, vendor, term, ...place }) => {
    const bodies: FactBody[] = []
    if (technology !== null && named.technologies.includes(technology)) {
      bodies.push({ kind: 'technology', value: { id: technology } })
    }
    if (vendor !== null && isReseller.has(vendor)) {
      bodies.push({ kind: 'reseller', value: { name: tidy(place.quote) } })
    } else if (vendor !== null && named.vendors.includes(vendor)) {
      bodies.push({ kind: 'vendor', value: { id: vendor } })
    }
    if (vendor !== null && technology !== null) {
      bodies.push({ kind: 'product', value: { name: term, vendor } })
    }
    const { quote, start, end, ...where } = place
    return bodies.flatMap((body): Fact[] => {
      const key = JSON.stringify(body).toLowerCase()
      if (told.has(key)) return []
      told.add(key)
      return [{ ...body, grade: 'stated', quote, start, end, ...where }]
    })
  })
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()
