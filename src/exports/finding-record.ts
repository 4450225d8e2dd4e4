import type { EvidenceRow } from '../db/queries/evidence.ts'
import type { FindingDocument } from '../db/queries/finding-documents.ts'
import type { FindingFact } from '../db/queries/finding-facts.ts'
import type { FindingListing } from '../db/queries/finding-listing.ts'
import type { FactConflict } from '../model/facts.ts'
import { questionsFor } from '../model/questions.ts'
import { type MainFacts, mainFacts } from './main-facts.ts'

/**
 * One finding as every export writes it: the same names in CSV, JSON and NDJSON.
 *
 * Names are stable: a release may add some at the end and takes none away. Instants are ISO 8601
 * in UTC, dates `2026-03-01`, times `18:30` as the portal prints them, in `timeZone`. What was
 * looked for and not found is `null` (an empty cell).
 */
export interface FindingRecord extends MainFacts {
  /** Ours; the same for as long as this installation lives. */
  readonly id: number
  readonly meetingId: number
  readonly sourceId: string
  /** Stands in addresses: `riverton-wa`. */
  readonly place: string
  readonly placeName: string
  readonly state: string
  readonly body: string
  readonly date: string
  readonly time: string | null
  readonly timeZone: string | null
  readonly startsAt: string | null
  /** `confirmed`, `tentative`, `cancelled` or `rescheduled`; the portal's own word is beside it. */
  readonly status: string
  readonly statusText: string | null
  readonly location: string | null
  /** The portal lists the meeting no more; that is not a cancellation. */
  readonly noLongerListedSince: string | null
  /** Read in a run that was not believed. */
  readonly isUnconfirmed: boolean
  readonly itemNumber: string | null
  readonly title: string
  readonly section: string | null
  /** `null`: the portal does not tell. */
  readonly isConsent: boolean | null
  readonly fileNumber: string | null
  /** The item was taken off the agenda. */
  readonly removedAt: string | null
  readonly action: string | null
  readonly result: string | null
  /** Taxonomy ids, best supported first. */
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
  /** `found` or `possible`. */
  readonly band: string
  /** 0 to 1. */
  readonly score: number
  /** US cents. */
  readonly amountCents: number | null
  readonly amountQuote: string | null
  /** The strongest quoted words; all of them are in `evidence`. */
  readonly quote: string
  readonly reasons: readonly string[]
  readonly officialUrl: string
  /** Our page; `null` where no public address is set. */
  readonly pageUrl: string | null
  readonly firstSeenAt: string
  readonly foundAt: string
  readonly changedAt: string
  /** Version of taxonomy and rules. */
  readonly detectorVersion: string
  /** `procurement`, `grant`, `data-sharing`, `policy`, `oversight`, `report`, `other` or `mention`. */
  readonly role: string | null
  /** What the item does, `renew`; `action` is what the body did with it. */
  readonly purpose: string | null
  /** `{quote, start, end, term, field, technology, vendor, documentSha256, page}` each. */
  readonly evidence: readonly EvidenceRow[]
  /** `{title, kind, url, sha256, pages, versions, firstSeenAt, goneSince}` each. */
  readonly documents: readonly FindingDocument[]
  /** Kinds of facts that were looked for and not found; `null`: judged before that was kept. */
  readonly missingFacts: readonly string[] | null
  /** In so many pages of its documents, beside its own words. */
  readonly pagesRead: number | null
  /** What one may ask, a question for each missing fact. */
  readonly questions: readonly string[]
  /** Where the item and its documents tell different things: `{kind, says: [fact, fact]}` each. */
  readonly conflicts: readonly FactConflict[]
  /** Every fact with its quote, offsets, document, page, grade and extractor; in CSV kind and quote. */
  readonly facts: readonly FindingFact[]
}

/** What stands in rows of its own. */
export interface FindingParts {
  readonly evidence: readonly EvidenceRow[]
  readonly documents: readonly FindingDocument[]
  readonly facts: readonly FindingFact[]
}

/** Makes a record; `publicUrl` has no slash at its end. */
export function toRecord(
  finding: FindingListing,
  { evidence, documents, facts }: FindingParts,
  publicUrl: string | null,
): FindingRecord {
  const instant = (at: Date | null) => at?.toISOString() ?? null
  return {
    id: finding.agendaItemId,
    meetingId: finding.meetingId,
    sourceId: finding.sourceId,
    place: finding.placeSlug,
    placeName: finding.placeName,
    state: finding.state,
    body: finding.body,
    date: finding.date,
    time: finding.time,
    timeZone: finding.timeZone,
    startsAt: instant(finding.startsAt),
    status: finding.status,
    statusText: finding.statusText,
    location: finding.location,
    noLongerListedSince: instant(finding.noLongerListedSince),
    isUnconfirmed: finding.isUnconfirmed,
    itemNumber: finding.number,
    title: finding.title,
    section: finding.section,
    isConsent: finding.consent,
    fileNumber: finding.fileNumber,
    removedAt: instant(finding.removedAt),
    action: finding.action,
    result: finding.result,
    technologies: finding.technologies,
    vendors: finding.vendors,
    band: finding.band,
    score: finding.score,
    amountCents: finding.amountCents,
    amountQuote: finding.amountQuote,
    quote: finding.quote,
    reasons: finding.reasons,
    officialUrl: finding.officialUrl,
    pageUrl: publicUrl === null ? null : `${publicUrl}/items/${finding.agendaItemId}`,
    firstSeenAt: finding.firstSeenAt.toISOString(),
    foundAt: finding.foundAt.toISOString(),
    changedAt: finding.changedAt.toISOString(),
    detectorVersion: finding.detectorVersion,
    role: finding.role,
    purpose: finding.purpose,
    evidence,
    documents,
    ...mainFacts(facts),
    missingFacts: finding.missing,
    pagesRead: finding.pagesRead,
    questions: questionsFor(finding.missing ?? [], finding.technologies).map(({ ask }) => ask),
    conflicts: finding.conflicts,
    facts,
  }
}
