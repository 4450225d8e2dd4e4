import { isBareCamera, kindsOfCamera, ofDepartment } from './cameras.ts'
import type { Catalogue } from './catalogue.ts'
import type { Hit } from './hit.ts'
import { nameVendors, vendorsDealtWith } from './name-vendors.ts'
import { pricedRows } from './priced-rows.ts'
import { isPlan } from './summary.ts'
import type { Taxonomy, Tier } from './taxonomy.ts'
import {
  areOfTheirOwn,
  isBeforeBody,
  isOfLaw,
  namesOfAnother,
  partsThatAcquire,
} from './telling-hits.ts'

/** What an item is about, the best supported first. */
export interface Named {
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
}

export const nothingNamed: Named = { technologies: [], vendors: [] }

const tierWeight: Readonly<Record<Tier, number>> = { strong: 1, plain: 0.6, weak: 0.45 }
const fieldWeight = { title: 4, lead: 2.5, text: 1 } as const

/** Each further place adds this share of a term's weight, up to so many places. */
const repeatShare = 0.12
const mostRepeats = 5

/** What a contract with a vendor implies weighs a little less than a technology named. */
const impliedShare = 0.9

/** What comes with a platform is named behind it. */
const companionShare = 0.99

/** A text names much in passing: what has less support than this share of the best is left out. */
const leastShare = 0.44

/** A wider word gives way to a narrower one of at least this share of its support. */
const leastBesideWider = 0.75

/** A product that its maker's name bears out says for sure what it is. */
const productWeight = 0.85
const isProduct = ({ meaning, quote }: Hit) =>
  meaning.vendor !== null && meaning.technology !== null && !isPlan(quote)

/** What stands in a list beside what is surely meant is meant as well: "body cameras, car cameras". */
function weightOf(hit: Hit): number {
  const own = tierWeight[hit.meaning.tier]
  if (isProduct(hit)) return Math.max(own, productWeight)
  return hit.isListed ? Math.max(own, tierWeight.plain) : own
}

/** Support of each id: titles before texts, sure words before doubtful ones, repeats a little. */
function support(
  hits: readonly Hit[],
  idOf: (hit: Hit) => string | null,
  share = 1,
): Map<string, number> {
  const best = new Map<string, number>()
  const times = new Map<string, number>()
  for (const hit of hits) {
    const id = idOf(hit)
    if (id === null) continue
    const weight = weightOf(hit) * fieldWeight[hit.part] * share
    best.set(id, Math.max(best.get(id) ?? 0, weight))
    times.set(id, (times.get(id) ?? 0) + 1)
  }
  return new Map(
    [...best].map(([id, weight]) => {
      const repeats = Math.min((times.get(id) ?? 1) - 1, mostRepeats)
      return [id, weight * (1 + repeatShare * repeats)]
    }),
  )
}

function ranked(sums: ReadonlyMap<string, number>, always: ReadonlySet<string | null>): string[] {
  const best = Math.max(0, ...sums.values())
  return [...sums]
    .filter(([id, sum]) => sum >= best * leastShare || always.has(id))
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([id]) => id)
}

/** Ids named by words that are sure of themselves, by a product, or in a list with others. */
function surely(hits: readonly Hit[]): ReadonlySet<string | null> {
  return new Set(
    hits
      .filter(
        (hit) =>
          hit.meaning.tier === 'strong' ||
          hit.meaning.vendor !== null ||
          (hit.isListed && (!isGeneric(hit) || hit.isCounted)) ||
          isStorage(hit),
      )
      .map(({ meaning }) => meaning.technology),
  )
}

const isGeneric = ({ meaning }: Hit) => isBareCamera(meaning)

/** "Body cameras with unlimited cloud storage": what a title names is bought. */
const isStorage = ({ meaning, part, quote }: Hit) =>
  part === 'title' &&
  meaning.technology === 'digital-evidence-management' &&
  /\b(?:storage|cloud|hosting)\b/i.test(quote)

/** Analytics are sold on top of cameras, and say nothing against a maker's cameras. */
const isOnTop = ({ meaning }: Hit) => meaning.technology === 'video-analytics'

/** "Acme, one year, $7,995": a firm with a sum of its own is another purchase. */
const isOfRow = ({ meaning, standing, part }: Hit) =>
  standing === 'priced' && meaning.tier !== 'weak' && part !== 'title'

/**
 * Technologies that vendors imply, where nothing surer stands in the same part: "Flock Safety
 * cameras" are plate readers, "Flock Safety drones" are drones.
 */
function impliedBy(
  hits: readonly Hit[],
  { implied, catalogues }: Catalogue,
): ReadonlyMap<string, number> {
  const telling = new Map<Hit['part'], Set<string | null>>()
  for (const hit of hits) {
    if (hit.meaning.technology === null || isGeneric(hit) || isOfLaw(hit) || isOnTop(hit)) continue
    const named = telling.get(hit.part) ?? new Set()
    telling.set(hit.part, named.add(hit.meaning.technology))
  }
  const ofLead = telling.get('lead') ?? []
  // What a maker of one thing does not make says nothing against what it makes.
  const isSilenced = ({ meaning, part }: Hit) => {
    const made = meaning.tier === 'strong' && catalogues.get(meaning.vendor ?? '')
    const told = [...(telling.get(part) ?? []), ...(part === 'text' ? ofLead : [])]
    return told.some((id) => !made || made.has(id))
  }
  const names = hits.filter(
    (hit) =>
      hit.meaning.technology === null &&
      (!isSilenced(hit) || isOfRow(hit)) &&
      (hit.meaning.tier !== 'weak' || !hits.some((other) => other.meaning.technology !== null)),
  )
  // A maker of one thing says more than a house of many brands.
  const surest = names.some(({ meaning }) => meaning.tier === 'strong') ? 'strong' : null
  return support(
    names.filter((hit) => surest === null || hit.meaning.tier === surest || isOfRow(hit)),
    ({ meaning }) => (meaning.vendor === null ? null : (implied.get(meaning.vendor) ?? null)),
    impliedShare,
  )
}

/** What firms of a list of purchases are known for: each row is a purchase of its own. */
function ofRows(hits: readonly Hit[], { implied }: Catalogue): readonly string[] {
  const rows = new Set(hits.filter(isOfRow).map(({ meaning }) => meaning.vendor))
  return rows.size < 2 ? [] : [...rows].flatMap((id) => implied.get(id ?? '') ?? [])
}

/** A platform does what comes with it, too, unless it is one of several things that are named. */
function withCompanions(
  implied: ReadonlyMap<string, number>,
  hits: readonly Hit[],
  taxonomy: Taxonomy,
): ReadonlyMap<string, number> {
  const sums = new Map(implied)
  for (const { id, implies, comesWith } of taxonomy.vendors) {
    const own = implied.get(implies ?? '')
    if (!comesWith || !own) continue
    const parts = new Set(
      hits.filter(({ meaning }) => meaning.vendor === id).map(({ part }) => part),
    )
    const isOfMany = hits.some(
      (hit) =>
        parts.has(hit.part) &&
        hit.meaning.tier === 'strong' &&
        hit.meaning.vendor !== id &&
        ![null, implies, comesWith].includes(hit.meaning.technology),
    )
    if (parts.size > 0 && !isOfMany) sums.set(comesWith, own * companionShare)
  }
  return sums
}

/** Words that name one thing and say that something is done with it. */
const isDealtWith = (hit: Hit) =>
  hit.meaning.technology !== null &&
  (hit.meaning.tier === 'strong' || isProduct(hit)) &&
  (hit.isAcquired || hit.isBought || hit.isOperative)

/** "Acme, Inc." over "camera systems for six cars": its cameras are not those that officers wear. */
const areOfCars = (ofText: readonly Hit[]) =>
  ofText.some(({ meaning }) => meaning.technology === 'in-car-video') &&
  ofText.every(({ meaning }) => meaning.technology !== 'body-worn-camera')
const withoutOfficers = (implied: ReadonlyMap<string, number>) =>
  new Map([...implied].filter(([id]) => id !== 'body-worn-camera'))

/**
 * What vendors imply, where the text does not say that something else is bought from them: an
 * amendment to the agreement with a maker of plate readers may add drones.
 */
function unlessTextSaysElse(
  implied: ReadonlyMap<string, number>,
  hits: readonly Hit[],
  taxonomy: Taxonomy,
): ReadonlyMap<string, number> {
  const ofText = hits.filter(({ part }) => part !== 'title')
  const isNamedInTitle = hits.some(({ meaning, part }) => part === 'title' && meaning.technology)
  if (isNamedInTitle) return implied
  if (!ofText.some(isDealtWith)) return areOfCars(ofText) ? withoutOfficers(implied) : implied
  const named = new Set(ofText.map(({ meaning }) => meaning.technology))
  // "Cameras" are what the maker is known for.
  const rows = new Set(
    taxonomy.vendors
      .filter(({ id }) => ofText.some((hit) => isOfRow(hit) && hit.meaning.vendor === id))
      .map(({ implies }) => implies),
  )
  const others = [...implied].filter(
    ([id]) => named.has(id) || rows.has(id) || ofText.some(isGeneric),
  )
  return new Map(others)
}

/** Cameras of no kind, or of a department: "police cameras" may be on poles, in cars or on vests. */
const isBare = ({ meaning: { technology, vendor, tier }, quote }: Hit) =>
  technology === 'video-surveillance' &&
  vendor === null &&
  (tier === 'weak' || /^police\s+cameras?$/i.test(quote))
const isOfDepartment = (hit: Hit) =>
  isBare(hit) ||
  (hit.meaning.technology === 'video-surveillance' &&
    hit.meaning.vendor === null &&
    ofDepartment.test(hit.quote))
const ofOfficers: ReadonlySet<string | null> = new Set(['body-worn-camera', 'in-car-video'])

/** "Purchase of cameras" over a text on body cameras, and on no others: cameras of that kind. */
function areOfOneKind(
  hits: readonly Hit[],
  areBare: (hit: Hit) => boolean,
  kinds: ReadonlySet<string | null>,
): boolean {
  return (
    hits.every(
      (hit) =>
        areBare(hit) ||
        (hit.part === 'title'
          ? hit.meaning.technology === null
          : hit.meaning.technology !== 'video-surveillance'),
    ) &&
    hits.some(
      ({ meaning, part }) =>
        part !== 'title' && meaning.tier === 'strong' && kinds.has(meaning.technology),
    )
  )
}

/**
 * Whether all who are dealt with are known for something else than cameras, as makers of plate
 * readers are: their "cameras" are what they make.
 */
function sellNoCameras(dealtWith: readonly string[], taxonomy: Taxonomy): boolean {
  const made = taxonomy.vendors
    .filter(({ id, tier }) => dealtWith.includes(id) && tier !== 'weak')
    .flatMap(({ implies }) => implies ?? [])
  return made.length > 0 && !made.includes('video-surveillance')
}

/**
 * What a maker of one thing is known for counts as dealt with where the item names it by a sure
 * word, however far down: "Investigative Data Platform, Vigilant" over a text on plate readers.
 */
function borneOut(
  dealtWith: readonly string[],
  hits: readonly Hit[],
  taxonomy: Taxonomy,
): Map<string, number> {
  const sure = surely(hits)
  const makers = taxonomy.vendors.filter(
    ({ id, tier }) => dealtWith.includes(id) && tier === 'strong',
  )
  return new Map(
    makers.flatMap(({ id, implies, comesWith }) => {
      const named = hits.filter(({ meaning }) => meaning.vendor === id)
      const best = Math.max(...named.map(({ part }) => fieldWeight[part]))
      const told = [
        implies && sure.has(implies) ? implies : null,
        comesWith && hits.some(({ meaning }) => meaning.technology === comesWith)
          ? comesWith
          : null,
      ]
      return told.flatMap((technology) =>
        technology ? [[technology, best * impliedShare] as const] : [],
      )
    }),
  )
}

/** What lists of military equipment hold that watches people. */
const armed: ReadonlySet<string> = new Set(['drone', 'ground-robot'])
/** Whether oversight is told by the name of such lists alone. */
const isMilitary = (hits: readonly Hit[]) =>
  hits.every(
    ({ meaning: { technology, term } }) =>
      technology !== 'surveillance-oversight' || /militar|AB 481|7070|7071/i.test(term),
  )

/** Names technologies and vendors by their support in title and text. */
export function nameThings(
  hits: readonly Hit[],
  catalogue: Catalogue,
  titleContexts: ReadonlySet<string> = new Set(),
): Named {
  if (hits.length === 0) return nothingNamed
  const { taxonomy, yields } = catalogue
  const implied = unlessTextSaysElse(impliedBy(hits, catalogue), hits, taxonomy)
  const byVendor = withCompanions(implied, hits, taxonomy)
  const dealtWith = vendorsDealtWith(hits, taxonomy)
  const areOfficers = areOfOneKind(hits, isOfDepartment, ofOfficers)
  const areAlike = areOfficers || areOfOneKind(hits, isBare, kindsOfCamera)
  const isTold =
    (byVendor.size > 0 && !byVendor.has('video-surveillance')) ||
    sellNoCameras(dealtWith, taxonomy) ||
    areAlike
  const acquiring = partsThatAcquire(hits)
  const ofAnother = namesOfAnother(hits)
  // "Plate readers and cameras" may be one thing, unless somebody counts them.
  const withKinds = new Set(
    hits
      .filter(({ meaning }) => meaning.tier === 'strong' && kindsOfCamera.has(meaning.technology))
      .map(({ part }) => part),
  )
  const isVague = (hit: Hit) => isGeneric(hit) && hit.meaning.tier === 'weak'
  const isOneWithThem = (hit: Hit) => isVague(hit) && !hit.isListed && withKinds.has(hit.part)
  const rows = new Set(pricedRows(hits))
  const technologies = support(hits, (hit) =>
    rows.has(hit)
      ? hit.meaning.technology
      : isOneWithThem(hit) ||
          (isTold && isGeneric(hit) && !areOfTheirOwn(hit, acquiring)) ||
          (areAlike && isBare(hit) && hit.meaning.tier === 'strong') ||
          (areOfficers && isOfDepartment(hit)) ||
          ofAnother.has(hit)
        ? null
        : hit.meaning.technology,
  )
  for (const [id, sum] of byVendor) technologies.set(id, Math.max(technologies.get(id) ?? 0, sum))
  for (const [id, sum] of borneOut(
    dealtWith,
    hits.filter((hit) => !ofAnother.has(hit)),
    taxonomy,
  )) {
    technologies.set(id, Math.max(technologies.get(id) ?? 0, sum))
  }

  // However often one is repeated, the others of a title's list are bought with it.
  const inTitleList = new Set(
    hits
      .filter((hit) => hit.part === 'title' && hit.isListed && !isVague(hit))
      .map(({ meaning }) => meaning.technology),
  )
  const counted = hits
    .filter(
      (hit) => hit.part === 'lead' && hit.isCounted && (hit.isListed || !isBareCamera(hit.meaning)),
    )
    .map(({ meaning }) => meaning.technology)
  const priced = [...rows].map(({ meaning }) => meaning.technology)
  const named = ranked(technologies, new Set([...inTitleList, ...counted, ...priced]))
  const sure = new Set([...surely(hits), ...ofRows(hits, catalogue), ...priced])
  const isBody = isBeforeBody(hits)
  const ofTitle = hits.filter(({ part }) => part === 'title')
  const titled = new Set(ofTitle.map(({ meaning }) => meaning.technology))
  const borneOutInTitle = new Set(
    ofTitle
      .filter(({ meaning }) => meaning.needs !== null)
      .map(({ meaning }) => meaning.technology),
  )
  // "Storage" beside a firm in a title does not yield to what the text tells of; a vague title does.
  const isOnlyTold = (id: string, other: string) => borneOutInTitle.has(id) && !titled.has(other)
  const isOfArms = isMilitary(hits)
  const kept = named.filter((id) => {
    if (isBody && id === 'surveillance-oversight') return true
    // "Military equipment, namely one drone": what the list of a statute is called says no more.
    if (isOfArms && id === 'surveillance-oversight' && named.some((other) => armed.has(other))) {
      return false
    }
    const own = technologies.get(id) ?? 0
    const others = yields.get(id) ?? []
    // "Surveillance cameras and body cameras" are two things; a rule on technology as a whole is one.
    const isListed = inTitleList.has(id) && !others.includes('*')
    return !named.some(
      (other) =>
        other !== id &&
        ((others.includes(other) && !isListed) ||
          (!sure.has(id) &&
            (others.includes('*') || others.includes(`~${other}`)) &&
            !isOnlyTold(id, other))) &&
        (technologies.get(other) ?? 0) >= own * leastBesideWider,
    )
  })
  const vendors = nameVendors(dealtWith, kept, hits, taxonomy, titleContexts.has('various'))
  return { technologies: kept, vendors }
}
