import type { ScrapedMatter } from '../../src/model/matter.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import type { FetchOptions } from '../../src/scraping/contract.ts'
import type { LegistarOptions } from './options.ts'

const hourMs = 3_600_000

/**
 * Matters change seldom, and a council has hundreds: an answer of the last hours is good enough.
 * Shortly before the meeting attachments are added, and are worth two questions a day more.
 */
export function matterFreshness(startsInMs: number): Pick<FetchOptions, 'freshForMs'> {
  return { freshForMs: startsInMs < 96 * hourMs ? 4 * hourMs : 20 * hourMs }
}

/**
 * The items whose matters are worth a request: of meetings still to come, items with a file whose
 * agenda row leaves out text or documents, in agenda order and not more than the option allows.
 */
export function chooseMatters(
  items: readonly ScrapedAgendaItem[],
  isOver: boolean,
  options: Pick<LegistarOptions, 'matters' | 'mattersPerMeeting'>,
): ReadonlySet<string> {
  if (options.matters === 'none' || (options.matters === 'upcoming' && isOver)) return new Set()
  const wanted = items.filter(
    (item) =>
      item.matterUpstreamId !== null &&
      !item.isHeading &&
      (options.matters === 'all' || item.text === '' || item.documents.length === 0),
  )
  const ids = new Set(wanted.map(({ matterUpstreamId }) => matterUpstreamId ?? ''))
  return new Set([...ids].slice(0, options.mattersPerMeeting))
}

/** The item with its matter. Where the agenda row has no text, the matter's own stands behind the title. */
export function joinMatter(item: ScrapedAgendaItem, matter: ScrapedMatter): ScrapedAgendaItem {
  return { ...item, matter, text: item.text === '' ? (matter.text ?? '') : item.text }
}
