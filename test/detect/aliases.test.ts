import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { expandPattern, loadTaxonomy } from '../../src/detect/taxonomy.ts'

/** Every name of every vendor in a plausible purchase: none may be known and never found. */

const taxonomy = loadTaxonomy()
const detector = createDetector(taxonomy)
const read = (title: string) => detector.detect({ title }, { facts: false })
const known = new Map(taxonomy.vendors.map((vendor) => [vendor.id, vendor]))
const technologies = new Map(taxonomy.technologies.map((technology) => [technology.id, technology]))

const printed = (pattern: string) => expandPattern(pattern.replace(/^!/, ''))
/** What a vendor sells, in the words of the taxonomy. */
const wares = (id: string) => {
  const implied = known.get(id)?.implies
  const [term = 'surveillance cameras'] = implied
    ? (technologies.get(implied)?.strong.flatMap(printed) ?? [])
    : []
  return term
}

/** Names that a vendor's list has and no agenda prints so. */
const notes = new Set(['Forensic Technology (NIBIN) since 2023'])

const shared = '../shared/taxonomy/vendors.json'
const listed: readonly { id: string; name: string; aka?: readonly string[] }[] = existsSync(shared)
  ? JSON.parse(readFileSync(shared, 'utf8')).vendors
  : []

describe('every vendor', () => {
  it.each(taxonomy.vendors.map(({ id, names, loose }) => [id, [...names, ...loose]] as const))(
    '%s is found by each of its names beside what it sells',
    (id, patterns) => {
      const missed = patterns.flatMap(printed).filter((name) => {
        const title = `Approve agreement with ${name} for ${wares(id)} for the Police Department`
        const { band, vendors } = read(title)
        return band !== 'found' || !vendors.includes(id)
      })
      expect(missed).toEqual([])
    },
  )

  it.skipIf(listed.length === 0)('of the shared list is found by each name given there', () => {
    const missed = listed.flatMap(({ id, name, aka = [] }) =>
      [name, ...aka]
        .filter((alias) => !notes.has(alias))
        .filter((alias) => {
          const title = `Approve agreement with ${alias} for ${wares(id)} for the Police Department`
          const { band, vendors } = read(title)
          return band !== 'found' || !vendors.includes(id)
        })
        .map((alias) => `${id}: ${alias}`),
    )
    expect(missed).toEqual([])
  })
})

describe('every technology', () => {
  it.each(taxonomy.technologies.map(({ id, strong }) => [id, strong] as const))(
    '%s is found by each of its sure terms',
    (_id, patterns) => {
      const missed = patterns
        .flatMap(printed)
        .filter((term) => read(`Purchase of ${term} for the Police Department`).band !== 'found')
      expect(missed).toEqual([])
    },
  )
})
