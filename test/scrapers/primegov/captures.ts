import { describe, expect, it } from 'vitest'
import { primegov } from '../../../scrapers/primegov/index.ts'
import type { ScrapedMeeting } from '../../../src/model/meeting.ts'
import {
  compare,
  type Entry,
  entriesOf,
  type Facts,
  hasCaptures,
  pageOf,
  replay,
  zoneOf,
} from '../manifest.ts'

const folder = 'primegov'
const parse = (entry: Entry) =>
  primegov.parsePage(
    entry.kind === 'items' ? 'items' : 'calendar',
    pageOf(folder, entry),
    zoneOf(entry),
  )

const count = (meetings: readonly ScrapedMeeting[], is: (one: ScrapedMeeting) => boolean) =>
  meetings.filter(is).length
const isCompiled = ({ url }: { url: string }) => /primegov\.com\//i.test(url)

function checkMeeting(ours: ScrapedMeeting | undefined, facts: Facts): void {
  expect(ours).toBeDefined()
  if (!ours) return
  const documents = (facts.documents as [string, number, number][] | undefined) ?? []
  expect(ours.upstreamId).toBe(String(facts.id ?? facts.meetingId))
  expect(String(facts.title)).toContain(ours.body)
  expect(`${ours.date}T${ours.time}`).toBe(String(facts.startLocal).slice(0, 16))
  if ('committeeId' in facts) expect(ours.bodyUpstreamId).toBe(String(facts.committeeId))
  if ('location' in facts) expect(ours.location).toBe(facts.location)
  const video = ours.documents.find(({ kind }) => kind === 'video')?.url ?? null
  if ('videoUrl' in facts) expect(video).toBe(facts.videoUrl)
  if ('document' in facts) expect(ours.documents[0]?.title).toBe(facts.document)
  for (const [title, templateId] of documents) {
    expect(ours.documents).toContainEqual(
      expect.objectContaining({ title, url: expect.stringContaining(`TemplateId=${templateId}`) }),
    )
  }
}

describe.skipIf(!hasCaptures(folder))('recorded PrimeGov portals', () => {
  const entries = entriesOf(folder)

  it.each(entries.filter(({ kind }) => kind === 'calendar'))(
    '$file lists its meetings',
    (entry) => {
      const facts = entry.expect ?? {}
      const { meetings = [], problems } = parse(entry)
      expect(problems).toEqual([])
      const made: Facts = {
        meetings: meetings.length,
        rows: meetings.length,
        distinctMeetings: new Set(meetings.map(({ upstreamId }) => upstreamId)).size,
        withDocuments: count(meetings, ({ documents }) => documents.some(isCompiled)),
        documents: meetings.flatMap(({ documents }) => documents.filter(isCompiled)).length,
        withHtmlAgenda: count(meetings, ({ documents }) =>
          documents.some(({ url }) => url.includes('/Portal/Meeting?')),
        ),
        withVideo: count(meetings, ({ documents }) =>
          documents.some(({ kind }) => kind === 'video'),
        ),
        cancelledLike: count(meetings, ({ status }) => status === 'cancelled'),
      }
      const both = compare(facts, made)
      expect(both.made).toEqual(both.told)
      if (facts.first) checkMeeting(meetings[0], facts.first as Facts)
      if (facts.last) checkMeeting(meetings.at(-1), facts.last as Facts)
      if (facts.cancelledExample) {
        const { id } = facts.cancelledExample as { id: number }
        const ours = meetings.find(({ upstreamId }) => upstreamId === String(id))
        expect(ours?.status).toBe('cancelled')
        checkMeeting(ours, facts.cancelledExample as Facts)
      }
    },
  )

  it.each(entries.filter(({ kind }) => kind === 'items'))('$file lists its items', (entry) => {
    const facts = entry.expect ?? {}
    const { agendaItems = [] } = parse(entry)
    const made: Facts = {
      items: agendaItems.length,
      itemIds: agendaItems.map(({ upstreamId }) => upstreamId),
      itemsWithAttachments: agendaItems.filter(({ documents }) => documents.length > 0).length,
      attachmentDownloadLinks: agendaItems.flatMap(({ documents }) => documents).length,
    }
    const both = compare(facts, made)
    expect(both.made).toEqual(both.told)
    for (const [at, words] of ((facts.firstItems as string[]) ?? []).entries()) {
      const { fileNumber, title, text } = agendaItems[at] ?? { fileNumber: '', title: '', text: '' }
      const ours = [fileNumber, title, text].join(' ').replace(/\s+/g, ' ')
      expect(ours).toContain(
        words
          .replace(/^[- ]+/, '')
          .split(' ')
          .slice(1)
          .join(' '),
      )
    }
  })

  it.each(entries.filter(({ kind, method }) => kind === 'items' && method === 'GET'))(
    '$file is read alone when it is pasted',
    async (entry) => {
      const { meetings } = await replay(primegov, folder, entry)
      expect(meetings).toHaveLength(1)
      expect(meetings[0]?.agendaItems).toHaveLength(Number(entry.expect?.items))
    },
  )
})
