import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileLexicon } from '../../src/detect/lexicon.ts'
import {
  checkTaxonomy,
  expandPattern,
  listTechnologies,
  listVendors,
  loadTaxonomy,
  pluralOf,
  type Taxonomy,
  technologyName,
  vendorName,
} from '../../src/detect/taxonomy.ts'

const sharedFolder = '../shared/taxonomy'

describe('patterns', () => {
  it('expand to every phrase, each once', () => {
    expect(expandPattern('(red light|speed) camera(| van)')).toEqual([
      'red light camera',
      'red light camera van',
      'speed camera',
      'speed camera van',
    ])
    expect(expandPattern('(|(mobile |)video )trailer')).toEqual([
      'trailer',
      'mobile video trailer',
      'video trailer',
    ])
  })

  it.each(['(open', 'closed)', `${'(a|b)'.repeat(12)}`])('refuses %s', (pattern) => {
    expect(() => expandPattern(pattern)).toThrow(/Pattern/)
  })

  it.each([
    ['body camera', 'body cameras'],
    ['registry', 'registries'],
    ['drone survey', 'drone surveys'],
    ['speed watch', 'speed watches'],
    ['analytics', null],
    ['K9', null],
  ])('knows the plural of %s', (single, plural) => {
    expect(pluralOf(single)).toBe(plural)
  })
})

describe('the shipped taxonomy', () => {
  it('holds 43 technologies and more than two hundred vendors, and compiles', () => {
    const lexicon = compileLexicon(loadTaxonomy())
    expect(listTechnologies()).toHaveLength(43)
    expect(listVendors().length).toBeGreaterThan(200)
    expect(lexicon.meanings.size).toBeGreaterThan(1_500)
  })

  it('names its ids, and lets unknown ones stand for themselves', () => {
    expect(technologyName('drone')).toBe('Drones')
    expect(vendorName('flock-safety')).toBe('Flock Safety')
    expect(technologyName('of-long-ago')).toBe('of-long-ago')
  })

  it.skipIf(!existsSync(sharedFolder))('uses the ids that items are labelled with', () => {
    const ids = (file: string, list: 'technologies' | 'vendors') =>
      (
        JSON.parse(readFileSync(`${sharedFolder}/${file}.json`, 'utf8')) as Record<
          string,
          { id: string }[]
        >
      )[list]?.map(({ id }) => id)
    expect(listTechnologies().map(({ id }) => id)).toEqual(ids('technologies', 'technologies'))
    expect(listVendors().map(({ id }) => id)).toEqual(ids('vendors', 'vendors'))
  })

  const shipped = loadTaxonomy()
  const [technology] = shipped.technologies
  const [vendor] = shipped.vendors
  if (!technology || !vendor) throw new Error('The shipped taxonomy is empty')
  it.each<[string, Partial<Taxonomy>, RegExp]>([
    ['an id twice', { technologies: [technology, technology] }, /twice/],
    ['no terms', { technologies: [{ ...technology, strong: [], plain: [] }] }, /no terms/],
    ['a name that is none', { vendors: [{ ...vendor, name: '' }] }, /lacks a name/],
    ['an unknown technology', { vendors: [{ ...vendor, implies: 'x-ray' }] }, /x-ray/],
    [
      'a loose name without hints',
      { vendors: [{ ...vendor, loose: ['Flock'], hints: [] }] },
      /hints/,
    ],
    ['a broken pattern', { technologies: [{ ...technology, strong: ['(a'] }] }, /bracket/],
    ['bands out of order', { scoring: { ...shipped.scoring, possible: 0.9, found: 0.5 } }, /bands/],
  ])('is refused with %s', (_name, change, said) => {
    expect(() => checkTaxonomy({ ...shipped, near: [], ...change })).toThrow(said)
  })
})
