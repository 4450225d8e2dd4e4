import type { Detection, Evidence } from '../model/detection.ts'
import type { DocumentDetection } from './document.ts'
import { readAction } from './facts/action.ts'
import { addDocumentFacts } from './facts/document-facts.ts'
import { calibrate } from './score.ts'
import scoring from './taxonomy/scoring.json' with { type: 'json' }

/** A document that hangs on an item, and what is said of it. */
export interface ItemDocument {
  readonly title: string
  readonly sha256: string
  readonly detection: DocumentDetection
}

/** Beside what the item itself shows. */
const mostEvidence = 24
const mostReasons = 2

/** Records of earlier meetings tell of purchases that are not voted on here. */
const ofThePast = /\bminutes\b/i

/** Lists of what was paid name vendors by the dozen; one name among them is no purchase to vote on. */
const paymentList =
  /\b(?:warrants|claims|payroll|disbursements?|accounts payable|check register|payment register|bills paid)\b/i

const rank = { none: 0, possible: 1, found: 2 } as const

/** What a document says about this item, which may be less than what it says by itself. */
function weigh(itemTitle: string, document: ItemDocument): ItemDocument | null {
  const { detection, title } = document
  if (detection.band === 'none') return null
  if (ofThePast.test(itemTitle) || ofThePast.test(title)) return null
  if (detection.band !== 'found') return document
  if (!paymentList.test(itemTitle) && !paymentList.test(title)) return document
  const score = Math.min(detection.score, scoring.foundOfDocument - 0.01)
  return { ...document, detection: { ...detection, score, band: 'possible' } }
}

function placesOf({ sha256, detection }: ItemDocument): Evidence[] {
  return detection.evidence.map((found) => ({
    ...found,
    field: 'document',
    documentSha256: sha256,
  }))
}

/** An item that only its documents make a finding is read by its title. */
function readRole(itemTitle: string, band: Detection['band']) {
  const { role, action } = readAction(itemTitle, '', band === 'possible')
  return { role, action }
}

function reasonOf({ title, detection }: ItemDocument): string {
  const first =
    detection.evidence.find(({ technology }) => technology !== null) ?? detection.evidence[0]
  const more = detection.namingPages - 1
  const further = more > 0 ? ` and on ${more} more of its ${detection.pages} pages` : ''
  const quote = first ? `“${first.quote.replace(/\s+/g, ' ')}” on page ${first.page}` : 'it'
  return `The document “${title.replace(/\s+/g, ' ').slice(0, 120)}” names ${quote}${further}`
}

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]

/**
 * An item and its documents judged together: what the item's own words say stands, and documents
 * add what they do not say. Pure; the order of the documents does not matter.
 */
export function withDocuments(
  own: Detection,
  itemTitle: string,
  documents: readonly ItemDocument[],
): Detection {
  const telling = documents
    .flatMap((document) => weigh(itemTitle, document) ?? [])
    .sort(
      (a, b) =>
        rank[b.detection.band] - rank[a.detection.band] ||
        b.detection.score - a.detection.score ||
        (a.sha256 < b.sha256 ? -1 : 1),
    )
  const [best] = telling
  if (!best) return own
  const strong = telling.filter(({ detection }) => detection.band === 'found')
  const isRaised = rank[best.detection.band] > rank[own.band]
  const band = isRaised ? best.detection.band : own.band
  const leading = telling.filter(({ detection }) => detection.band === best.detection.band)
  // Weak words of the item do not name it where its documents do so plainly.
  const isNamedByThem = isRaised || own.technologies.length === 0
  const done =
    own.role === null ? readRole(itemTitle, band) : { role: own.role, action: own.action }
  const support = isRaised ? best.detection.score : Math.max(own.support, best.detection.score)
  return {
    ...own,
    band,
    relevant: band === 'found',
    support,
    score: calibrate(support, scoring.calibration),
    technologies: isNamedByThem
      ? union(leading.map(({ detection }) => detection.technologies))
      : own.technologies,
    vendors:
      own.vendors.length > 0
        ? own.vendors
        : union(leading.map(({ detection }) => detection.vendors)),
    ...done,
    facts: addDocumentFacts(own.facts, { title: itemTitle, ...done }, strong),
    evidence: [...own.evidence, ...telling.flatMap(placesOf).slice(0, mostEvidence)],
    reasons: [...own.reasons, ...telling.slice(0, mostReasons).map(reasonOf)],
  }
}
