import type { ScrapedDocument } from '../model/document.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../model/meeting.ts'

function together(
  before: readonly ScrapedDocument[],
  now: readonly ScrapedDocument[],
): readonly ScrapedDocument[] {
  const known = new Set(now.map(({ url }) => url))
  const carried = before.filter(({ url }) => !known.has(url))
  return carried.length === 0 ? now : [...now, ...carried]
}

/** A matter that was read before and not this time has not lost its text and files by that. */
function carryMatter(before: ScrapedAgendaItem, now: ScrapedAgendaItem): ScrapedAgendaItem {
  return {
    ...now,
    matter: before.matter,
    text: now.text === '' ? before.text : now.text,
    documents: together(before.documents, now.documents),
  }
}

/** Nor has an item whose own page was not asked this time, or could not be had. */
function carryPages(before: ScrapedMeeting, now: ScrapedMeeting): ScrapedMeeting {
  if (!now.flags.includes('item-pages-not-read')) return now
  const known = new Map(before.agendaItems.map((item) => [item.upstreamId, item]))
  return {
    ...now,
    agendaItems: now.agendaItems.map((item) => {
      const held = item.upstreamId === null ? undefined : known.get(item.upstreamId)
      if (!held) return item
      const { result, mover, seconder, votes } = item.result === null ? held : item
      const decided = { ...item, result, mover, seconder, votes }
      if (item.documents.length > 0) return decided
      return { ...decided, text: item.text || held.text, documents: held.documents }
    }),
  }
}

/**
 * Fills what this read could not or did not ask for with what the version before says of it, so
 * that a page which failed once is not told as an agenda that was emptied.
 */
export function carryUnread(before: ScrapedMeeting, now: ScrapedMeeting): ScrapedMeeting {
  if (now.flags.includes('items-not-read') && now.agendaItems.length === 0) {
    return {
      ...now,
      agendaItems: before.agendaItems,
      rollCall: now.rollCall.length > 0 ? now.rollCall : before.rollCall,
      documents: together(before.documents, now.documents),
    }
  }
  const withMatter = new Map(
    before.agendaItems
      .filter((item) => item.matter !== null)
      .map((item) => [`${item.matterUpstreamId} ${item.upstreamId}`, item]),
  )
  const carried = carryPages(before, now)
  if (withMatter.size === 0) return carried
  return {
    ...carried,
    agendaItems: carried.agendaItems.map((item) => {
      const known = withMatter.get(`${item.matterUpstreamId} ${item.upstreamId}`)
      return known && item.matter === null ? carryMatter(known, item) : item
    }),
  }
}
