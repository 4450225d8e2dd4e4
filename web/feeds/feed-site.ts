import type { OverdueAgenda } from '../../src/db/queries/body-habits.ts'

/** What every feed and calendar says about us. */
export interface FeedSite {
  readonly name: string
  /** The configured public address, without a slash at the end. */
  readonly publicUrl: string
  /**
   * What tells this installation from every other, letters and digits; part of every id, so it is
   * made once and never changes, also when the public address does.
   */
  readonly installation: string
  /** What people call a technology of the taxonomy; the id itself when it is unknown. */
  technologyName(id: string): string
  vendorName(id: string): string
}

/** Which list a feed shows. */
export interface FeedScope {
  /** "All watched councils", "Riverton, WA · Drones": no name of ours in it. */
  readonly title: string
  /** Query of the filter with its question mark, or "". */
  readonly query: string
  readonly band: 'found' | 'possible'
}

/** A source whose silence means nothing about its councils. */
export interface SilentSource {
  readonly sourceId: string
  readonly placeName: string
  /** Two letters, or "". */
  readonly state: string
  /** `null`: unknown. */
  readonly timeZone: string | null
  /** Since when it has been so. */
  readonly since: Date
  /** The last read that was believed; `null`: never. */
  readonly lastSuccessAt: Date | null
  /** A sentence for people. */
  readonly reason: string | null
}

/** What stands behind a list, and what does not. */
export interface FeedCoverage {
  /** Sources that are read and believed. */
  readonly sourcesRead: number
  /** When the list of sources last grew; `null`: nothing is watched. */
  readonly watchedSince: Date | null
  /** In the order of place names. */
  readonly silent: readonly SilentSource[]
  /** Bodies whose agenda is later than their own habit. */
  readonly overdue: readonly OverdueAgenda[]
}

/**
 * The owner's part of tag URIs and calendar ids. The top-level domain is reserved (RFC 2606), so
 * nobody else can ever mint names under it; the installation's own part keeps two apart.
 */
export function authority(site: FeedSite): string {
  return `${site.installation}.watchdocket.invalid`
}

/** A name for good (RFC 4151): it holds nothing that a portal can change. */
export function tagUri(site: FeedSite, path: string): string {
  return `tag:${authority(site)},2026:${path}`
}

export const itemUrl = (site: FeedSite, agendaItemId: number) =>
  `${site.publicUrl}/items/${agendaItemId}`

export const meetingUrl = (site: FeedSite, meetingId: number) =>
  `${site.publicUrl}/meetings/${meetingId}`
