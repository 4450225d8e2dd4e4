import type { OverdueAgenda } from '../../src/db/queries/body-habits.ts'
import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import { bodyName, habitWords, overdueWords } from '../components/overdue.ts'
import { longDate } from '../dates.ts'
import { html, nothing, safeUrl } from '../html.ts'
import { fellSilent, silenceTag, silenceWords } from './coverage-words.ts'
import {
  type FeedCoverage,
  type FeedSite,
  itemUrl,
  type SilentSource,
  tagUri,
} from './feed-site.ts'
import { line, placeWords } from './feed-words.ts'
import {
  councilWords,
  type Fact,
  findingFacts,
  itemWords,
  technologyWords,
  updatedAt,
} from './finding-words.ts'

/** One entry, the same for every kind of feed. All words in it are cleaned, none are escaped. */
export interface FeedEntry {
  /** A tag URI that nothing changes. */
  readonly id: string
  readonly title: string
  /** Who speaks: the council, or we about a source. */
  readonly author: string
  /** Our page. */
  readonly url: string
  /** The portal's page; `null` when its address is none for a browser. */
  readonly officialUrl: string | null
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly facts: readonly Fact[]
  /** Names for people. */
  readonly tags: readonly string[]
}

/**
 * Entries of a feed: first the sources that are silent and the
 * agendas that are late by their bodies' own habits, then the findings in the order given. Each
 * is made when it is asked for, so that a long feed holds up no page.
 */
export function* feedEntries(
  findings: readonly FindingListing[],
  { coverage, site }: { readonly coverage: FeedCoverage; readonly site: FeedSite },
): Generator<FeedEntry> {
  for (const source of fellSilent(coverage)) yield silenceEntry(source, site)
  for (const overdue of coverage.overdue) yield overdueEntry(overdue, site)
  const silentById = new Map(coverage.silent.map((source) => [source.sourceId, source]))
  for (const finding of findings) {
    yield findingEntry(finding, site, silentById.get(finding.sourceId))
  }
}

function findingEntry(
  finding: FindingListing,
  site: FeedSite,
  silent: SilentSource | undefined,
): FeedEntry {
  const technologies = technologyWords(finding, site)
  const what = technologies === '' ? itemWords(finding) : `${technologies}: ${itemWords(finding)}`
  const mark = finding.status === 'cancelled' ? 'Cancelled: ' : ''
  return {
    id: tagUri(site, `item/${finding.agendaItemId}`),
    title: line(`${mark}${councilWords(finding)}, ${longDate(finding.date)}: ${what}`, 300),
    author: councilWords(finding),
    url: itemUrl(site, finding.agendaItemId),
    officialUrl: safeUrl(finding.officialUrl) ?? null,
    publishedAt: finding.foundAt,
    updatedAt: updatedAt(finding),
    facts: [
      ...(silent ? [{ label: 'Source', text: silenceWords(silent) }] : []),
      ...findingFacts(finding, site),
    ],
    tags: [
      ...finding.technologies.map((id) => line(site.technologyName(id), 80)),
      ...finding.vendors.map((id) => line(site.vendorName(id), 80)),
    ],
  }
}

function silenceEntry(source: SilentSource, site: FeedSite): FeedEntry {
  return {
    id: silenceTag(site, source),
    title: `Not covered now: ${placeWords(source)}`,
    author: site.name,
    url: `${site.publicUrl}/coverage`,
    officialUrl: null,
    publishedAt: source.since,
    updatedAt: source.since,
    facts: [
      { label: 'Source', text: silenceWords(source) },
      {
        label: 'Means',
        text: 'Votes of this council may be missing from this list until it is read again',
      },
    ],
    tags: [],
  }
}

function overdueEntry(overdue: OverdueAgenda, site: FeedSite): FeedEntry {
  const { bodyId, nextDate, overdueSince } = overdue
  return {
    id: tagUri(site, `body/${bodyId}/overdue/${nextDate}`),
    title: line(
      `Agenda later than usual: ${placeWords(overdue)}, ${bodyName(overdue.body)}, ${longDate(nextDate)}`,
      300,
    ),
    author: site.name,
    url: `${site.publicUrl}/coverage`,
    officialUrl: safeUrl(overdue.portalUrl) ?? null,
    publishedAt: overdueSince,
    updatedAt: overdueSince,
    facts: [
      { label: 'Agenda', text: overdueWords(overdue) },
      { label: 'Habit', text: habitWords(overdue) },
      {
        label: 'Means',
        text: 'It may come late, stand elsewhere, or the meeting may not be held',
      },
    ],
    tags: [],
  }
}

/** An entry as plain lines: "Label: words". */
export function entryText(entry: FeedEntry): string {
  return [
    ...entry.facts.map(({ label, text }) => `${label}: ${text}`),
    ...(entry.officialUrl ? [`Official page: ${entry.officialUrl}`] : []),
    `Details: ${entry.url}`,
  ].join('\n')
}

/** An entry as markup of ours; all words from outside stand in text nodes and quoted attributes. */
export function entryHtml(entry: FeedEntry): string {
  const facts = entry.facts.map(({ label, text }) => html`<p><b>${label}:</b> ${text}</p>`)
  const official = entry.officialUrl
    ? html`<a href="${entry.officialUrl}">Official page</a> · `
    : nothing
  return html`${facts}<p>${official}<a href="${entry.url}">Details and quoted words</a></p>`.value
}
