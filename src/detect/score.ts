import type { DetectionBand } from '../model/detection.ts'
import type { Hit } from './hit.ts'
import type { Lexicon } from './lexicon.ts'
import type { Scoring } from './taxonomy.ts'

/** What counts for relevance: how often each sign was seen, each at most so many times. */
export type Signs = Readonly<Record<string, number>>

export interface Judgement {
  /** 0 to 1: what the signs add up to. */
  readonly support: number
  /** The share of items of such support that are relevant. */
  readonly score: number
  readonly band: DetectionBand
  readonly signs: Signs
}

function signOf(hit: Hit): string {
  const { technology, vendor, tier } = hit.meaning
  const kind = technology === null && vendor !== null ? 'Vendor' : ''
  return `${hit.part}${kind}${tier === 'strong' ? 'Strong' : tier === 'plain' ? 'Plain' : 'Weak'}`
}

/** What jails, courts and probation offices buy to watch people with. */
const ofCustody: readonly string[] = [
  'electronic-monitoring',
  'jail-communications-monitoring',
  'weapons-detection',
  'biometric-identification',
  'video-surveillance',
]

/** Different terms of one sign count up to twice; saying the same again adds little. */
const mostTerms = 2
const mostRepeats = 4
/** So near its beginning a paper on rules says what they are about. */
const opening = 600

/** A list of military equipment may hold drones: where none is named, it is no more than possible. */
function namesOnlyBroad(hits: readonly Hit[]): boolean {
  const broad = new Set(
    hits.flatMap(({ meaning }) => (meaning.isBroad ? (meaning.technology ?? []) : [])),
  )
  const isOurs = ({ isBroad, technology, tier }: Hit['meaning']) =>
    !isBroad && (tier === 'strong' || (technology !== null && !broad.has(technology)))
  return broad.size > 0 && !hits.some(({ meaning }) => isOurs(meaning))
}

/**
 * Counts the signs of relevance. Every sign of a text adds; nothing that stands elsewhere in it
 * takes anything away, so that unrelated text cannot hide a purchase (what its own sentence denies or
 * leaves out is no sign). Of a title alone, words that
 * say it is about something else (a zoning case, minutes) weigh against what is named beside them.
 */
export function countSigns(
  hits: readonly Hit[],
  titleContexts: ReadonlySet<string>,
  makes: Lexicon['makes'],
): Signs {
  if (hits.length === 0) return {}
  const terms = new Map<string, Set<string>>()
  const seen = new Map<string, number>()
  const flags = new Set<string>()
  // What police get money for is told in the text alone: "Accept a Homeland Security grant (Sheriff)".
  const isGrant =
    titleContexts.has('granting') ||
    (titleContexts.has('accepting') && titleContexts.has('awarded'))
  const isPage = titleContexts.has('untitled')
  const isBare = titleContexts.has('bare') || titleContexts.has('nearly')
  const isElsewhere = titleContexts.has('elsewhere')
  const isGrantToPolice = isGrant && titleContexts.has('police')
  const buysUnsaid =
    !isGrantToPolice && titleContexts.has('police') && titleContexts.has('unspecific')
  // "Parking enforcement system", whose text says how it knows a car; "equipment for nine buses".
  const isPoliceBuilding = titleContexts.has('building') && titleContexts.has('police')
  const isOfPlace = (technology: string | null) =>
    (technology === 'camera-registry-integration' && titleContexts.has('sharing')) ||
    (technology === 'alpr' && titleContexts.has('parking')) ||
    (technology === 'real-time-crime-center' && isPoliceBuilding) ||
    (technology === 'video-surveillance' && titleContexts.has('transit'))
  // "Vendor agreement (Jail)": what a jail or a probation office buys for those it holds or watches.
  const isOfCustody = ({ meaning, ...hit }: Hit) => {
    if (!titleContexts.has('custody') || isElsewhere) return false
    const { technology, vendor, tier } = meaning
    const isDealtWith =
      hit.part === 'lead' || hit.isOperative || hit.isAcquired || hit.isBought || hit.isCounted
    if (!isDealtWith && (tier === 'weak' || !hit.isCued)) return false
    if (technology !== null) return ofCustody.includes(technology)
    return tier === 'strong' && ofCustody.some((thing) => makes.get(vendor ?? '')?.has(thing))
  }
  const ofTitle = new Set(
    hits.flatMap(({ part, meaning }) => (part === 'text' ? [] : (meaning.vendor ?? []))),
  )
  // "Agreement with Acme" over a text that names what Acme makes.
  const isOfTitlesFirm = ({ technology, vendor, tier }: Hit['meaning']) =>
    technology !== null &&
    tier !== 'weak' &&
    (vendor === null
      ? [...ofTitle].some((firm) => makes.get(firm)?.has(technology))
      : ofTitle.has(vendor))
  for (const hit of hits) {
    const { technology, vendor, tier, term } = hit.meaning
    const key = technology ?? vendor ?? ''
    const sign = signOf(hit)
    const list = terms.get(sign) ?? new Set()
    list.add(`${key} ${term.toLowerCase()}`)
    terms.set(sign, list)
    seen.set(key, (seen.get(key) ?? 0) + 1)
    const isSure = technology !== null || tier === 'strong'
    if (hit.isCued && isSure) flags.add('cued')
    if (hit.field === 'text' && isOfTitlesFirm(hit.meaning)) flags.add('madeByTitlesFirm')
    // A number of it or a price beside it: what is only mentioned has neither. A page of a packet may
    // list what many items buy.
    if (isSure && hit.isCounted && !isPage) flags.add('counted')
    // Lists of payments print a sum beside every firm.
    if (technology !== null && vendor === null && hit.isPriced && !isPage && !isElsewhere)
      flags.add('priced')
    // "Interlocal agreement with the Clerk of Courts": what its text names is what it is about.
    // A vague word tells it where it is dealt with, too.
    const isToldOf = tier !== 'weak' || (technology !== null && hit.isCued)
    if (hit.field === 'text' && isSure && isToldOf && isBare) flags.add('underBareTitle')
    if (hit.field === 'text' && isSure && titleContexts.has('bare')) flags.add('underEmptyTitle')
    if (hit.field === 'text' && isOfCustody(hit)) flags.add('underOpenTitle')
    if (hit.part !== 'text') continue
    if (isGrantToPolice && technology !== null && (hit.isAcquired || tier === 'plain')) {
      flags.add('underGrantTitle')
    }
    // "Courthouse security improvements": what they are is told in the text alone.
    if (titleContexts.has('securing') && technology === 'video-surveillance') {
      flags.add('underSecurityTitle')
    }
    // "License agreement with the academy", by which the police see through its cameras.
    if (isOfPlace(technology) && (isPoliceBuilding || titleContexts.has('buying'))) {
      flags.add('underOpenTitle')
      if (isPoliceBuilding) flags.add('cued')
    }
    if (tier === 'weak') continue
    if (hit.isOperative) flags.add('operative')
    if (hit.isBought && isSure) flags.add('bought')
    // "General order 41, revision": the rule's own text says what it is on.
    const isRuled = titleContexts.has('ruling') && hit.start < opening
    if (isRuled && tier === 'strong' && technology !== null) {
      flags.add('underOpenTitle').add('cued')
    }
    if (isGrantToPolice && (technology === null || tier === 'strong')) flags.add('underGrantTitle')
    if (!titleContexts.has('buying')) continue
    if (tier === 'strong') flags.add('underBuyingTitle')
    // "Police technology, release of reserves": such a title leaves it to the text what they buy.
    if (tier === 'strong' && technology !== null && buysUnsaid) flags.add('underOpenTitle')
    if (hit.isAcquired) flags.add('acquiredUnderBuyingTitle')
  }
  if (titleContexts.has('elsewhere')) {
    flags.add('titleElsewhere')
    // "Records system, five years" over a text that tells of cameras too.
    const isTorn = titleContexts.has('torn')
    if (!isTorn && hits.every(({ part }) => part === 'text')) flags.add('onlyTextElsewhere')
  }
  if (namesOnlyBroad(hits)) flags.add('onlyBroad')
  const signs: Record<string, number> = {}
  for (const [sign, list] of terms) signs[sign] = Math.min(list.size, mostTerms)
  const repeats = Math.max(0, ...seen.values()) - 1
  if (repeats > 0) signs.repeated = Math.min(repeats, mostRepeats)
  for (const flag of flags) signs[flag] = 1
  return signs
}

/** What signs add up to under some weights, 0 to 1. */
export function supportOf(
  signs: Signs,
  { bias, weights, mostOfBroad = 1 }: Pick<Scoring, 'bias' | 'weights'> & Partial<Scoring>,
): number {
  let sum = bias
  for (const [sign, count] of Object.entries(signs)) sum += (weights[sign] ?? 0) * count
  const support = 1 / (1 + Math.exp(-sum))
  return signs.onlyBroad ? Math.min(support, mostOfBroad) : support
}

/** What signs add up to, how often that is right, and the band it falls in. */
export function judge(signs: Signs, scoring: Scoring): Judgement {
  const raw = Object.keys(signs).length === 0 ? 0 : supportOf(signs, scoring)
  const band = raw >= scoring.found ? 'found' : raw >= scoring.possible ? 'possible' : 'none'
  return { support: raw, score: calibrate(raw, scoring.calibration), band, signs }
}

/** Straight lines between knots `[raw, share of labelled items that were relevant]`, both ascending. */
export function calibrate(raw: number, knots: Scoring['calibration']): number {
  const upper = knots.findIndex(([from = 0]) => from >= raw)
  const [x1 = 1, y1 = 1] = knots[upper] ?? []
  const [x0 = 0, y0 = 0] = knots[upper - 1] ?? []
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0)
}
