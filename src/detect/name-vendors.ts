import { platforms } from './feeds.ts'
import type { Hit } from './hit.ts'
import type { Taxonomy, Vendor } from './taxonomy.ts'

/** A text names much in passing: what has less support than this share of the best is left out. */
const leastVendorShare = 0.6

/** Of a list of purchases, each with its sum, more are. */
const mostPriced = 6
/** So many makers of one item are named at most, where none is said to be dealt with. */
const mostMakers = 3
/** Names of a list stand this close, in characters: "(Verkada; Avigilon)". */
const widestJoint = 45
/** Between a firm's name and the name paired with it stands a legal form at most: "Acme, Inc., which owns X". */
const widestPair = 24
/** "One MX-10 turret with X mapping": what is added is told of in the same breath. */
const widestAddition = 80

type Known = ReadonlyMap<string, Vendor>
const knownIn = (taxonomy: Taxonomy): Known =>
  new Map(taxonomy.vendors.map((vendor) => [vendor.id, vendor]))

const byCount = (sums: ReadonlyMap<string, number>) =>
  [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))

function count(hits: readonly Hit[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { meaning } of hits) {
    if (meaning.vendor !== null) sums.set(meaning.vendor, (sums.get(meaning.vendor) ?? 0) + 1)
  }
  return sums
}

/** What a name or product stands for: what it is, or what its maker is known for. */
const madeBy = ({ meaning: { vendor, technology } }: Hit, known: Known) =>
  technology ?? known.get(vendor ?? '')?.implies ?? ''

/** What officers wear, drive with and keep the pictures in comes of one maker. */
const ofOfficers = ['body-worn-camera', 'in-car-video', 'digital-evidence-management']
const areMadeBy = (technologies: readonly string[], made: string) =>
  technologies.includes(made) ||
  (ofOfficers.includes(made) && technologies.some((id) => ofOfficers.includes(id)))

/** A firm that goes, or that others were preferred to, is named in passing where another stays. */
function leavePassing(hits: readonly Hit[]): readonly Hit[] {
  const staying = hits.filter(({ standing }) => standing !== 'aside')
  return staying.length > 0 ? staying : hits
}

/** Where a maker is dealt with, a house of many brands beside it is named in passing. */
function preferMakers(dealtWith: readonly Hit[], taxonomy: Taxonomy): readonly Hit[] {
  const makers = new Set(
    dealtWith.filter(({ meaning }) => meaning.tier !== 'weak').map(({ meaning }) => meaning.vendor),
  )
  if (makers.size === 0) return dealtWith
  for (const { id, resells } of taxonomy.vendors) if (resells) makers.add(id)
  return dealtWith.filter(({ meaning }) => makers.has(meaning.vendor))
}

/** A firm of a text that something is bought from, and that is not told of in passing. */
const isDealtWith = ({ isSupplier, isAcquired, standing }: Hit) =>
  (isSupplier || isAcquired) && standing !== 'aside' && standing !== 'joined'

/** "V300 body cameras from X": of two who call a thing so, the one that is named. */
function withoutOthersModels(title: readonly Hit[]): readonly Hit[] {
  const named = new Set(
    title.flatMap(({ meaning }) => (meaning.technology === null ? (meaning.vendor ?? []) : [])),
  )
  const isNamed = ({ meaning }: Hit) => named.has(meaning.vendor ?? '')
  const place = ({ start, end }: Hit) => `${start} ${end}`
  const theirs = new Set(title.filter(isNamed).map(place))
  return title.filter((hit) => isNamed(hit) || !theirs.has(place(hit)))
}

/** Vendors of the title; a text's only where it says that it deals with them. */
export function vendorsDealtWith(hits: readonly Hit[], taxonomy: Taxonomy): string[] {
  const all = hits.filter(({ meaning }) => meaning.vendor !== null)
  const ofTitle = withoutOthersModels(all.filter(({ part }) => part === 'title'))
  const titled = byCount(count(leavePassing(ofTitle))).map(([id]) => id)
  const areGoing = ofTitle.every(({ standing }) => standing === 'aside')
  if (titled.length > 0 && !areGoing) return titled
  for (const part of ['lead', 'text'] as const) {
    const here = preferMakers(
      all.filter((hit) => hit.part === part && isDealtWith(hit)),
      taxonomy,
    )
    const most = byCount(count(here))
    if (most.length === 0) continue
    // Of a text, only the vendors dealt with most.
    const least = (most[0]?.[1] ?? 1) * leastVendorShare
    const dealtWith = most.filter(([, times]) => times >= least).map(([id]) => id)
    // "X Replacement": the text says by whose.
    const isSaid = here.some(({ meaning }) => meaning.tier !== 'weak')
    return titled.length > 0 && !isSaid ? titled : dealtWith
  }
  return titled
}

/** A firm of many brands, as against one that sells what others make. */
const isHouse = (vendor: Vendor | undefined) =>
  vendor?.tier === 'weak' && !vendor.resells && vendor.products.length >= leastOfHouse
const leastOfHouse = 4

/** Where only sellers are named, the text may name who makes what is bought from them. */
function makersBeside(
  named: readonly string[],
  technologies: readonly string[],
  hits: readonly Hit[],
  known: Known,
): string[] {
  const areSellers = named.every((id) => known.get(id)?.resells)
  const areRivals = ({ meaning: { vendor, technology } }: Hit) =>
    named.some(
      (id) =>
        known.get(id)?.implies === technology ||
        known.get(id)?.nowOf === vendor ||
        known.get(vendor ?? '')?.nowOf === id,
    )
  // "Motorola Solutions: Vigilant licenses", "the amendment adds Fusus": brands of a house, and what it took over.
  const areHouses = named.every((id) => isHouse(known.get(id)))
  const isAddedTo = (hit: Hit, maker: Vendor | undefined) =>
    maker?.tier === 'strong' &&
    (areHouses || (hit.part === 'lead' && platforms.has(maker.implies))) &&
    !named.includes(maker.nowOf ?? '') &&
    (hit.part === 'lead' || hit.isBought || hit.standing === 'added') &&
    hit.standing !== 'joined'
  const makers = hits.filter((hit) => {
    const maker = known.get(hit.meaning.vendor ?? '')
    // "Amendment with Axon: to acquire five Skydio X10": makers sell what others make, too.
    const isSold =
      areSellers ||
      (hit.meaning.technology !== null &&
        maker?.tier === 'strong' &&
        hit.isAcquired &&
        hit.isBought &&
        !areRivals(hit)) ||
      isAddedTo(hit, maker)
    return (
      isSold &&
      maker !== undefined &&
      !maker.resells &&
      hit.meaning.tier !== 'weak' &&
      hit.standing !== 'aside' &&
      technologies.includes(madeBy(hit, known))
    )
  })
  return byCount(count(makers)).map(([id]) => id)
}

/** Whether a name stands right behind another in the same field. */
const isBehind = (hit: Hit, other: Hit | null) =>
  other !== null &&
  other.field === hit.field &&
  other.meaning.technology === null &&
  hit.start >= other.end &&
  hit.start - other.end <= widestPair

/**
 * The owner or trade name that stands right behind a firm's name or in it ("Flock Aerodome"), and the
 * maker of what is added to what another makes.
 */
function namedTogether(
  named: readonly string[],
  technologies: readonly string[],
  hits: readonly Hit[],
  known: Known,
): string[] {
  const isNamed = new Set<string | null>(named)
  const together = new Set<string>()
  const place = ({ field, start, end }: Hit) => `${field} ${start} ${end}`
  const places = new Set<string>()
  let last: Hit | null = null
  let before: Hit | null = null
  for (const hit of hits) {
    const { vendor, technology, tier } = hit.meaning
    if (vendor === null) continue
    const owner: Hit | null = before
    before = hit
    if (isNamed.has(vendor)) {
      last = hit
      // "A lease with Acme, which owns X": X is dealt with, and so is Acme.
      if (hit.standing === 'paired' && isBehind(hit, owner) && owner?.meaning.vendor) {
        together.add(owner.meaning.vendor)
      }
      if (technology === null) places.add(place(hit))
    } else if (last?.field === hit.field && last.standing !== 'aside') {
      const gap = hit.start - last.end
      const isPair = hit.standing === 'paired' && technology === null && gap <= widestPair
      const isAddition =
        hit.standing === 'added' &&
        tier === 'strong' &&
        gap <= widestAddition &&
        // What a firm took over is one of its products.
        !isNamed.has(known.get(vendor)?.nowOf ?? '') &&
        technologies.includes(madeBy(hit, known))
      if (gap >= 0 && (isPair || isAddition)) together.add(vendor)
    }
  }
  for (const hit of hits) {
    const { vendor, technology } = hit.meaning
    if (vendor !== null && technology === null && places.has(place(hit))) together.add(vendor)
  }
  return [...together]
}

/** Who sells what the makers named make, or does a part of their work. */
function sellersBeside(named: readonly string[], hits: readonly Hit[], known: Known): string[] {
  // "XProtect licences, CDW Government LLC, $39,811": of several with sums, some may only have offered.
  const withSums = count(hits.filter(({ standing }) => standing === 'priced'))
  const isPaid = ({ standing }: Hit) => standing === 'priced' && withSums.size === 1
  const sellers = hits.filter(
    (hit) =>
      hit.meaning.vendor !== null &&
      (known.get(hit.meaning.vendor)?.resells
        ? isDealtWith(hit) || isPaid(hit) || hit.standing === 'party'
        : hit.standing === 'party' && hit.meaning.tier === 'strong'),
  )
  if (named.some((id) => known.get(id)?.resells)) return []
  return byCount(count(sellers)).map(([id]) => id)
}

/**
 * Where no vendor is said to be dealt with: the one maker of what the item is about that its text
 * names near words of buying, as in "covers 32 Verkada cameras", or the one firm of a summary. Of two,
 * one may be told of in passing, unless they stand in one list.
 */
function makersOf(
  technologies: readonly string[],
  hits: readonly Hit[],
  known: Known,
): readonly string[] {
  const told = hits.filter(
    ({ meaning, standing }) =>
      meaning.vendor !== null && standing !== 'aside' && standing !== 'joined',
  )
  const isSeller = ({ meaning }: Hit) => known.get(meaning.vendor ?? '')?.resells === true
  const present = told.filter((hit) => !isSeller(hit))
  const ofThem = present.filter(
    (hit) =>
      hit.meaning.tier !== 'weak' &&
      (hit.standing === 'party' || areMadeBy(technologies, madeBy(hit, known))),
  )
  // "X, $58,750; Y, $26,000": a list of purchases, and not of offers for one thing.
  const priced = ofThem.filter(({ standing }) => standing === 'priced')
  const rows = [...count(priced).keys()]
  const made = new Set(priced.map((hit) => madeBy(hit, known)))
  const areAllBought = made.size >= rows.length || priced.every(({ isBought }) => isBought)
  if (rows.length > 1 && rows.length <= mostPriced && areAllBought) return rows
  // "a. X Annual Report, b. Y Annual Report": a report on each.
  const reported = [...count(ofThem.filter(({ standing }) => standing === 'reported')).keys()]
  if (reported.length > 1 && reported.length <= mostPriced) return reported
  const cued = ofThem.filter(({ isCued }) => isCued)
  const ofSummary = present.filter(({ part }) => part === 'lead')
  // Who puts cameras up, where nobody says whose they are.
  const sellers = told.filter(
    (hit) => isSeller(hit) && hit.isCued && technologies.includes(madeBy(hit, known)),
  )
  for (const some of [cued, ofSummary, ofThem, sellers]) {
    const makers = [...count(some).keys()]
    // Beside the maker of what is bought, a summary names makers of something else.
    const areAll =
      some !== ofSummary && makers.length <= mostMakers && (areListed(some) || arePriced(some))
    if (makers.length === 1 || (makers.length > 1 && areAll)) return makers
  }
  return []
}

/** "X $9,874; Y $3,960": each of them is bought. */
const arePriced = (hits: readonly Hit[]) => hits.every(({ standing }) => standing === 'priced')

/** Whether names follow each other as members of one list. */
function areListed(hits: readonly Hit[]): boolean {
  const firsts = new Map<string, Hit>()
  for (const hit of hits) {
    const id = hit.meaning.vendor as string
    if (!firsts.has(id)) firsts.set(id, hit)
  }
  const ordered = [...firsts.values()].sort((a, b) => a.start - b.start)
  return (
    ordered.length > 1 &&
    ordered.every((hit, at) => {
      const next = ordered[at + 1]
      return !next || (hit.field === next.field && next.start - hit.end <= widestJoint)
    })
  )
}

/** The vendors of an item: who is dealt with, and who is named beside them as seller or maker. */
export function nameVendors(
  dealtWith: readonly string[],
  technologies: readonly string[],
  hits: readonly Hit[],
  taxonomy: Taxonomy,
  /** "Various contracts" with firms that nobody names: makers are examples there. */
  isVarious: boolean,
): string[] {
  const known = knownIn(taxonomy)
  if (dealtWith.length === 0 && isVarious) return []
  const named =
    dealtWith.length > 0
      ? [
          ...dealtWith,
          ...makersBeside(dealtWith, technologies, hits, known),
          ...sellersBeside(dealtWith, hits, known),
        ]
      : makersOf(technologies, hits, known)
  return [...new Set([...named, ...namedTogether(named, technologies, hits, known)])]
}
