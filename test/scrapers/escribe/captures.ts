import { describe, expect, it } from 'vitest'
import { escribe } from '../../../scrapers/escribe/index.ts'
import { compare, entriesOf, type Facts, hasCaptures, pageOf, replay, zoneOf } from '../manifest.ts'

const folder = 'escribe'

describe.skipIf(!hasCaptures(folder))('recorded eSCRIBE portals', () => {
  const entries = entriesOf(folder)

  it.each(entries.filter(({ file }) => /get-calendar|landing/.test(file)))(
    '$file lists its meetings',
    (entry) => {
      const facts = entry.expect ?? {}
      const { meetings = [], problems } = escribe.parsePage(
        'calendar',
        pageOf(folder, entry),
        zoneOf(entry),
      )
      expect(problems).toEqual([])
      const both = compare(facts, { meetings: meetings.length, upcoming: meetings.length })
      expect(both.made).toEqual(both.told)
      const checks = [
        [meetings[0], facts.first ?? facts.firstUpcoming],
        [meetings.at(-1), facts.last],
      ] as const
      for (const [ours, fact] of checks) {
        if (!fact) continue
        const { name, startLocal, location } = fact as Record<string, string>
        expect(name).toContain(ours?.body)
        expect(`${ours?.date}T${ours?.time}`).toBe(startLocal?.slice(0, 16))
        if (location) expect(ours?.location).toBe(location)
      }
      if (facts.cancelledExample) {
        const { id } = facts.cancelledExample as { id: string }
        expect(meetings.find(({ upstreamId }) => upstreamId === id)?.status).not.toBe('confirmed')
      }
    },
  )

  it.each(entries.filter(({ kind }) => kind === 'items'))('$file gives its items', (entry) => {
    const facts = entry.expect ?? {}
    const { agendaItems = [] } = escribe.parsePage('items', pageOf(folder, entry), null)
    const isOld = facts.agendaItemElements === 0
    const made: Facts = isOld
      ? { oldMarkupSelectableItems: agendaItems.length }
      : {
          agendaItemElements: agendaItems.length,
          distinctItemDocumentIds: new Set(
            agendaItems.flatMap(({ documents }) => documents.map(({ url }) => url)),
          ).size,
        }
    const both = compare(facts, made)
    expect(both.made).toEqual(both.told)
    for (const [at, counter] of ((facts.counters as string[]) ?? []).entries()) {
      expect(agendaItems[at]?.number ?? '').toBe(counter)
    }
    for (const [at, title] of ((facts.firstTitles as string[]) ?? []).entries()) {
      expect(agendaItems[at]?.title).toContain(title)
    }
  })

  it('reads the whole calendar of a tenant from its address', async () => {
    const entry = entries.find(({ file }) => file === 'haines-city-fl/get-calendar-meetings.json')
    if (!entry) throw new Error('The capture is not there')
    const { meetings } = await replay(escribe, folder, {
      ...entry,
      url: 'https://pub-hainescity.escribemeetings.com/',
    })
    expect(meetings).toHaveLength(5)
  })
})
