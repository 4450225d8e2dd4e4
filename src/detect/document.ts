import type { Detection } from '../model/detection.ts'
import type { FoundFact } from '../model/facts.ts'
import { findSums, type SumUse } from './facts/amount.ts'
import { keepFirst } from './facts/read-facts.ts'
import { factsOfPage, isOfMinutes, openingLines, opensReport } from './pages.ts'
import scoring from './taxonomy/scoring.json' with { type: 'json' }

/** A page of a document that could be read. */
export interface PageText {
  /** From 1. */
  readonly page: number
  readonly text: string
  /** Recognised from a picture, and so perhaps misread. */
  readonly isOcr?: boolean
}

/** Words that stand on a page: `text.slice(start, end)` of it. */
export interface PlacedWords {
  readonly page: number
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly isOcr?: boolean
}

export interface PlacedTerm extends PlacedWords {
  readonly term: string
  readonly technology: string | null
  readonly vendor: string | null
}

export type PlacedFact = FoundFact & { readonly page: number; readonly isOcr?: boolean }

export interface PlacedSum extends PlacedWords {
  readonly cents: number
  readonly use: SumUse
}

/** What is said of a document by itself, whichever item it hangs on. Survives JSON. */
export interface DocumentDetection {
  readonly band: Detection['band']
  /** 0 to 1: how surely it is about surveillance technology as a whole, and not on some page of it. */
  readonly score: number
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
  /** Best pages first, then in reading order. */
  readonly evidence: readonly PlacedTerm[]
  /** Sums of its first pages and of those that hold evidence, in reading order. */
  readonly sums: readonly PlacedSum[]
  /** Facts of the pages that are about it: all of a report, those around it of a packet. */
  readonly facts: readonly PlacedFact[]
  /** How many pages these were looked for in. */
  readonly factPages: number
  /** Pages with text, and those of them that name a technology or vendor. */
  readonly pages: number
  readonly namingPages: number
  readonly version: string
}

/** What a page detector is: that of items, for a text without title. */
export interface PageDetector {
  readonly version: string
  detect(
    input: { readonly title: string; readonly text: string },
    wants: { readonly facts: boolean; readonly role: boolean },
  ): Detection
}

/**
 * Facts are read once, of the pages that are about it, when all pages are judged; what is done is the
 * item's to say.
 */
const onlyNames = { facts: false, role: false } as const

/** Rules of this file; raised whenever the same detections of pages would add up to something else. */
const rules = 8

/** Of the detector and of these rules together: a change means that documents are judged again. */
export const documentVersion = ({ version }: Pick<PageDetector, 'version'>) =>
  `${version}/d${rules}`

/** A report says on its first pages what it is about; letterheads and routing slips come before. */
const openingPages = 3

/** A paper of so many pages opens with a heading. */
const mostPagesOfPaper = 6

/** What the pages with evidence say together is judged on so much of their text. */
const longestDigest = 40_000

const mostEvidence = 12
const mostPlacesOfTerm = 2
const mostSums = 60
const mostTechnologies = 3
const mostVendors = 2

/** What has less support than this share of the best is named in passing. */
const leastShare = 0.5

/** One page as the detector judged it, and its sums. */
export interface JudgedPage extends PageText {
  readonly detection: Detection
}

export function judgePage(page: PageText, detector: PageDetector): JudgedPage {
  return { ...page, detection: detector.detect({ title: '', text: page.text }, onlyNames) }
}

/**
 * How much of a page's certainty counts for the document: all of it where the document opens with
 * it, little for a page in the middle of a long packet, and less where only vendors are named, as
 * lists of invoices do.
 */
function focusOf(judged: readonly JudgedPage[], naming: readonly JudgedPage[]): number {
  const isTechnical = ({ detection }: JudgedPage) =>
    detection.evidence.some(({ technology }) => technology !== null)
  const technical = naming.filter(isTechnical)
  if (technical.length === 0) return 0.6 * (0.3 + 0.7 * (naming.length / judged.length))
  const opensWithIt = technical.some(
    ({ page, detection }) => page <= openingPages && detection.support >= scoring.foundOfDocument,
  )
  return opensWithIt ? 1 : Math.min(1, 0.3 + 2 * (technical.length / judged.length))
}

/** Each further page is half a witness: pages of one document repeat each other. */
const furtherShare = 0.5

/** The strongest page, and what the others add to it: little by little makes much. */
function gathered(naming: readonly JudgedPage[]): number {
  const supports = naming.map(({ detection }) => detection.support).sort((a, b) => b - a)
  const doubt = supports.reduce(
    (rest, support, at) => rest * (1 - support) ** (at === 0 ? 1 : furtherShare),
    1,
  )
  return 1 - doubt
}

/** Ids by the pages that name them, those that lead a page's list before those that follow. */
function supported(
  naming: readonly JudgedPage[],
  idsOf: (page: JudgedPage) => readonly string[],
  most: number,
): string[] {
  const sums = new Map<string, number>()
  for (const page of naming) {
    for (const [rank, id] of idsOf(page).entries()) {
      sums.set(id, (sums.get(id) ?? 0) + page.detection.support * (rank === 0 ? 1 : 0.5))
    }
  }
  const best = Math.max(0, ...sums.values())
  return [...sums]
    .filter(([, sum]) => sum >= best * leastShare)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, most)
    .map(([id]) => id)
}

function evidenceOf(naming: readonly JudgedPage[]): PlacedTerm[] {
  const best = [...naming].sort(
    (a, b) => b.detection.support - a.detection.support || a.page - b.page,
  )
  const times = new Map<string, number>()
  const evidence: PlacedTerm[] = []
  for (const { page, isOcr, detection } of best) {
    for (const { quote, start, end, term, technology, vendor } of detection.evidence) {
      const key = `${technology} ${vendor} ${term}`
      const count = (times.get(key) ?? 0) + 1
      times.set(key, count)
      if (count > mostPlacesOfTerm) continue
      evidence.push({ page, quote, start, end, term, technology, vendor, ...marked(isOcr) })
      if (evidence.length === mostEvidence) return evidence
    }
  }
  return evidence
}

const marked = (isOcr: boolean | undefined) => (isOcr ? { isOcr } : {})

function sumsOf(judged: readonly JudgedPage[], naming: readonly JudgedPage[]): PlacedSum[] {
  const near = new Set(naming.map(({ page }) => page))
  const found: PlacedSum[] = []
  for (const { page, text, isOcr } of judged) {
    if (page > openingPages && !near.has(page)) continue
    for (const { cents, ...sum } of findSums(text, false)) {
      if (cents !== null) found.push({ page, cents, ...sum, ...marked(isOcr) })
    }
    // Saying what a sum is for takes long, and a packet has thousands.
    if (found.length >= mostSums) break
  }
  return found.slice(0, mostSums)
}

/** Reports are about one thing; of packets, only pages beside those that are about it are. */
const mostPagesOfReport = 40
const leastNaming = 0.2
/** Reading facts costs as much as judging: of a long contract the first pages say most. */
const mostFactPages = 80

function factPagesOf(
  judged: readonly JudgedPage[],
  naming: readonly JudgedPage[],
): readonly JudgedPage[] {
  // In a packet "cameras" stand on pages of anything: such a page counts where no other is surer.
  const telling = naming.filter(({ detection }) => detection.band !== 'none')
  // Minutes tell of one matter after the other: the next page is about something else.
  if (isOfMinutes(judged[0]?.text ?? '')) return telling.slice(0, mostFactPages)
  const near = new Set(
    (telling.length > 0 ? telling : naming).flatMap(({ page }) => [page - 1, page, page + 1]),
  )
  const isReport =
    naming.length >= judged.length * leastNaming ||
    (judged.length <= mostPagesOfReport && focusOf(judged, naming) === 1)
  return judged
    .filter(({ page }) => isReport || page <= openingPages || near.has(page))
    .filter(
      (page) => page === judged[0] || page.detection.evidence.length > 0 || !opensReport(page.text),
    )
    .slice(0, mostFactPages)
}

function factsOf(pages: readonly JudgedPage[]): PlacedFact[] {
  return keepFirst(
    pages.flatMap(({ page, text, isOcr }) =>
      factsOfPage(text).map((fact): PlacedFact => ({ ...fact, page, ...marked(isOcr) })),
    ),
  )
}

/**
 * What a short paper opens with counts as its title: an order, a letter and a list of deployments
 * have a heading and little text. Most of its pages must go on about it; nothing for longer ones.
 */
function openingOf(
  judged: readonly JudgedPage[],
  naming: readonly JudgedPage[],
  detector: PageDetector,
): Detection | undefined {
  const [first] = judged
  if (!first || judged.length > mostPagesOfPaper || naming.length * 2 < judged.length) {
    return undefined
  }
  const title = openingLines(first.text).join('\n')
  return detector.detect({ title, text: '' }, onlyNames)
}

/** The pages of a document, each judged by itself, added up to what the document is about. */
export function addUpPages(
  judged: readonly JudgedPage[],
  detector: PageDetector,
): DocumentDetection {
  const naming = judged.filter(({ detection }) => detection.evidence.length > 0)
  const frame = {
    pages: judged.length,
    namingPages: naming.length,
    version: documentVersion(detector),
  }
  if (naming.length === 0) {
    const nothing = {
      technologies: [],
      vendors: [],
      evidence: [],
      sums: [],
      facts: [],
      factPages: 0,
    }
    return { band: 'none', score: 0, ...nothing, ...frame }
  }
  const text = naming
    .map((page) => page.text)
    .join('\n\n')
    .slice(0, longestDigest)
  const digest = detector.detect({ title: '', text }, onlyNames)
  const opening = openingOf(judged, naming, detector)
  const strongest = Math.max(digest.support, gathered(naming), opening?.support ?? 0)
  const isOpened = (opening?.support ?? 0) >= scoring.foundOfDocument
  const score = strongest * (isOpened ? 1 : focusOf(judged, naming))
  const band =
    score >= scoring.foundOfDocument
      ? 'found'
      : score >= scoring.possible
        ? 'possible'
        : ('none' as const)
  const pages = band === 'none' ? [] : factPagesOf(judged, naming)
  const technologies = supported(
    naming,
    ({ detection }) => detection.technologies,
    mostTechnologies,
  )
  const vendors = vendorsOf(naming, digest)
  return {
    band,
    score,
    technologies: technologies.length > 0 ? technologies : (opening?.technologies ?? []),
    vendors: vendors.length > 0 ? vendors : (opening?.vendors ?? []),
    evidence: band === 'none' ? [] : evidenceOf(naming),
    sums: band === 'none' ? [] : sumsOf(judged, naming),
    facts: factsOf(pages),
    factPages: pages.length,
    ...frame,
  }
}

/** Vendors that it deals with; else the one that is named on most of its pages, if on several. */
function vendorsOf(naming: readonly JudgedPage[], digest: Detection): readonly string[] {
  const dealtWith = supported(naming, ({ detection }) => detection.vendors, mostVendors)
  if (dealtWith.length > 0) return dealtWith
  if (digest.vendors.length > 0) return digest.vendors.slice(0, mostVendors)
  const pages = new Map<string, number>()
  for (const { detection } of naming) {
    for (const vendor of new Set(detection.evidence.map((found) => found.vendor))) {
      if (vendor !== null) pages.set(vendor, (pages.get(vendor) ?? 0) + 1)
    }
  }
  return [...pages]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, 1)
    .map(([vendor]) => vendor)
}

/** The whole document at once; pure. Long ones are better judged page by page, with pauses. */
export function detectDocument(
  pages: readonly PageText[],
  detector: PageDetector,
): DocumentDetection {
  return addUpPages(
    pages.map((page) => judgePage(page, detector)),
    detector,
  )
}
