import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import { missingWords, purposeWords } from '../components/fact-words.ts'
import { counted, money } from '../components/money.ts'
import { printedTime } from '../dates.ts'
import type { FeedSite } from './feed-site.ts'
import { dayWords, line, placeWords } from './feed-words.ts'

/** One thing a feed says of a finding: what kind of thing, and in which words. */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** "City Council, Riverton, WA". */
export function councilWords(finding: FindingListing): string {
  return line(`${finding.body}, ${placeWords(finding)}`, 200)
}

/** What a reader must know before all else, or `null` for a meeting as planned. */
export function statusWords(finding: FindingListing): string | null {
  const said = finding.statusText ? ` (the portal says "${line(finding.statusText, 200)}")` : ''
  if (finding.status === 'cancelled') return `The meeting is cancelled${said}`
  if (finding.status === 'rescheduled') return `The meeting is rescheduled${said}`
  if (finding.status === 'tentative') return `The agenda is a draft${said}`
  return null
}

/** What changes the worth of all that is said of a meeting, most important first. */
export function meetingNotes(finding: FindingListing): string[] {
  const since = finding.noLongerListedSince
  return [
    statusWords(finding),
    since &&
      `The portal no longer lists the meeting since ${dayWords(since, finding.timeZone)}; it has not said that the meeting is cancelled`,
    finding.isUnconfirmed && 'Read in a run that looked unusual: check the official page',
  ].filter((note): note is string => typeof note === 'string')
}

/** The same of one item. */
export function itemNotes({ removedAt, timeZone }: FindingListing): string[] {
  return removedAt
    ? [`The item is no longer on the agenda since ${dayWords(removedAt, timeZone)}`]
    : []
}

/** "$96,000", or `null` when the text states no sum. */
export function amountWords({ amountCents }: Pick<FindingListing, 'amountCents'>): string | null {
  return amountCents === null ? null : money(amountCents)
}

/** "7.b: Purchase of …", as printed. */
export function itemWords(finding: FindingListing): string {
  const title = line(finding.title, 400)
  return finding.number === null ? title : `${line(finding.number, 40)}: ${title}`
}

/** "Drones, Body-worn cameras", by their names; "" for none. */
export function technologyWords(finding: FindingListing, site: FeedSite): string {
  return finding.technologies.map((id) => line(site.technologyName(id), 80)).join(', ')
}

/** "how long data is kept; who gets the data (looked for in the item and 12 pages read)". */
function missingFactWords({ missing, pagesRead }: FindingListing): string | null {
  const words = (missing ?? []).flatMap((kind) => missingWords[kind] ?? [])
  if (words.length === 0) return null
  const where = pagesRead
    ? `the item and ${counted(pagesRead, 'page')} of its documents`
    : 'the item'
  return `${words.join('; ')} (looked for in ${where})`
}

/** `"$400,000" in the title, "$412,500" on page 12 of a document`. */
function conflictWords({ conflicts }: FindingListing): string | null {
  const words = conflicts.map(({ says }) =>
    says
      .map(({ quote, field, page }) => {
        const where = page === undefined ? `the ${field}` : `page ${page} of a document`
        return `"${line(quote, 120)}" in ${where}`
      })
      .join(', '),
  )
  return words.length > 0 ? words.join('; ') : null
}

/** What is told of a finding, in the order in which a person asks. Everything in it is cleaned. */
export function findingFacts(finding: FindingListing, site: FeedSite): Fact[] {
  const fact = (label: string, text: string | null) => (text ? [{ label, text }] : [])
  const vendors = finding.vendors.map((id) => line(site.vendorName(id), 80)).join(', ')
  const amount = amountWords(finding)
  const amountQuote = finding.amountQuote && ` ("${line(finding.amountQuote, 200)}")`
  const outcome = [finding.action, finding.result].filter((word) => word !== null).join(', ')
  return [
    ...[...meetingNotes(finding), ...itemNotes(finding)].map((text) => ({ label: 'Note', text })),
    ...fact('Item', itemWords(finding)),
    ...fact('Council', councilWords(finding)),
    ...fact('When', printedTime(finding)),
    ...fact('Where', finding.location && line(finding.location, 400)),
    ...fact(
      'Treatment',
      finding.consent === null
        ? null
        : finding.consent
          ? 'On the consent agenda: voted on together with other items unless someone asks'
          : 'For discussion',
    ),
    ...fact('File', finding.fileNumber && line(finding.fileNumber, 80)),
    ...fact('Technology', technologyWords(finding, site)),
    ...fact('Vendor', vendors),
    ...fact('What it does', finding.purpose && purposeWords[finding.purpose]),
    ...fact('Amount', amount && `${amount}${amountQuote ?? ''}`),
    ...fact('Differs', conflictWords(finding)),
    ...fact('Not found', missingFactWords(finding)),
    ...fact('Outcome', line(outcome, 200)),
    ...fact('Quoted', finding.quote && `"${line(finding.quote, 1_000)}"`),
    ...fact('Why', finding.reasons.map((reason) => line(reason, 300)).join('; ')),
    ...fact('Sureness', finding.band === 'possible' ? 'Possible: the signs are weak' : null),
  ]
}

/** When anything that a feed says of it last changed. */
export function updatedAt(finding: FindingListing): Date {
  const times = [finding.changedAt, finding.foundAt, finding.removedAt, finding.noLongerListedSince]
  return new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)))
}
