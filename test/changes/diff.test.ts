import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalMeeting } from '../../src/changes/canonical.ts'
import { describeChange } from '../../src/changes/describe.ts'
import { diffMeetings, isCalendarChange } from '../../src/changes/diff.ts'
import { fingerprintMeeting, hashContent } from '../../src/changes/fingerprint.ts'
import type { LocalDate, LocalTime } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import { item, meeting } from '../support/meetings.ts'

const kinds = (before: ScrapedMeeting, after: ScrapedMeeting) =>
  diffMeetings(before, after).changes.map((change) => change.kind)

const sentences = (before: ScrapedMeeting, after: ScrapedMeeting) =>
  diffMeetings(before, after).changes.map(describeChange)

const words = fc.constantFrom(
  'Award contract for cameras',
  'Award contract for cameras and drones',
  'Approve minutes',
  'Purchase of $45,000 in readers',
  'Purchase of $54,000 in readers',
  'Public comment',
  'Adjourn',
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const url = fc.constantFrom('https://riverton.example/a.pdf', 'https://riverton.example/b.pdf?id=2')
const document = fc.record({
  kind: fc.constantFrom('agenda' as const, 'attachment' as const),
  title: fc.constantFrom('Staff report', 'Contract', 'Contract; Staff report'),
  url,
})
const vote = fc.record({
  person: fc.constantFrom('Ada Reyes', 'Bo Lindqvist', 'Cy Moss'),
  option: fc.constantFrom('yes' as const, 'no' as const),
  printed: fc.constantFrom('Aye', 'Yea', 'No'),
})
const anyItem = fc
  .record({
    upstreamId: maybe(fc.constantFrom('1', '2', '3', '4')),
    number: maybe(fc.constantFrom('1', '2', '7.b')),
    title: words,
    fileNumber: maybe(fc.constantFrom('26-01', '26-02')),
    consent: maybe(fc.boolean()),
    section: maybe(fc.constantFrom('Consent', 'Reports')),
    isHeading: fc.boolean(),
    text: fc.constantFrom('', 'The sum is $10.', 'The sum is $12.', 'No sum'),
    documents: fc.array(document, { maxLength: 3 }),
    action: maybe(fc.constantFrom('Adopted', 'Adopted; moved by Ada Reyes')),
    mover: maybe(fc.constantFrom('Ada Reyes')),
    seconder: maybe(fc.constantFrom('Bo Lindqvist')),
    result: maybe(fc.constantFrom('Pass', 'Fail')),
    votes: fc.array(vote, { maxLength: 3 }),
  })
  .map((over) => item(over))
const anyMeeting = fc
  .record({
    body: fc.constantFrom('City Council', 'Council'),
    date: fc.constantFrom('2026-03-10' as LocalDate, '2026-03-17' as LocalDate),
    time: maybe(fc.constantFrom('18:00' as LocalTime, '19:00' as LocalTime)),
    status: fc.constantFrom(
      'confirmed' as const,
      'tentative' as const,
      'cancelled' as const,
      'rescheduled' as const,
    ),
    statusText: maybe(fc.constantFrom('Deferred', 'Cancelled')),
    location: maybe(fc.constantFrom('Room 1', 'Room 2')),
    comment: maybe(fc.constantFrom('Hybrid', 'Room 2')),
    agendaStatus: maybe(fc.constantFrom('Draft', 'Final')),
    minutesStatus: maybe(fc.constantFrom('Draft', 'Final')),
    documents: fc.array(document, { maxLength: 3 }),
    agendaItems: fc.array(anyItem, { maxLength: 6 }),
  })
  .map((over) => meeting(over))

describe('diffMeetings', () => {
  it('says nothing of a meeting and itself', () => {
    fc.assert(
      fc.property(anyMeeting, (one) => {
        expect(diffMeetings(one, structuredClone(one)).changes).toEqual([])
      }),
    )
  })

  it('says something exactly when the canonical forms differ', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (before, after) => {
        const isEqual =
          JSON.stringify(canonicalMeeting(before)) === JSON.stringify(canonicalMeeting(after))
        expect(diffMeetings(before, after).changes.length === 0).toBe(isEqual)
        expect(fingerprintMeeting(before) === fingerprintMeeting(after)).toBe(isEqual)
      }),
      { numRuns: 500 },
    )
  })

  it('accounts for every item of both sides exactly once', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (before, after) => {
        const { pairs, removed, added } = diffMeetings(before, after).alignment
        const ascending = (a: number, b: number) => a - b
        expect([...pairs.map(([a]) => a), ...removed].sort(ascending)).toEqual([
          ...before.agendaItems.keys(),
        ])
        expect([...pairs.map(([, b]) => b), ...added].sort(ascending)).toEqual([
          ...after.agendaItems.keys(),
        ])
      }),
    )
  })

  it('tells of a shuffled agenda as moves alone', () => {
    const shuffled = fc
      .array(anyItem, { minLength: 2, maxLength: 8 })
      .chain((items) =>
        fc
          .shuffledSubarray(items, { minLength: items.length })
          .map((other) => [items, other] as const),
      )
    fc.assert(
      fc.property(shuffled, ([items, other]) => {
        const told = kinds(meeting({ agendaItems: items }), meeting({ agendaItems: other }))
        expect(told.filter((kind) => kind !== 'item-moved')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('moves as few items as bring the agenda into its new order', () => {
    const items = ['A', 'B', 'C', 'D', 'E'].map((title) => item({ upstreamId: title, title }))
    const [a, b, c, d, e] = items as [
      ScrapedAgendaItem,
      ScrapedAgendaItem,
      ScrapedAgendaItem,
      ScrapedAgendaItem,
      ScrapedAgendaItem,
    ]
    const before = meeting({ agendaItems: items })
    const after = meeting({ agendaItems: [e, a, b, c, d] })
    expect(sentences(before, after)).toEqual(['Item "E" was moved from place 5 to 1'])
  })

  it('every sentence is one line and not long', () => {
    fc.assert(
      fc.property(anyMeeting, anyMeeting, (before, after) => {
        for (const sentence of sentences(before, after)) {
          expect(sentence).not.toMatch(/[\n\r]/)
          expect(sentence.length).toBeLessThan(500)
        }
      }),
    )
  })
})

describe('what is told', () => {
  const readers = item({
    upstreamId: '7',
    number: '7.b',
    title: 'Award a contract of $45,000 for licence plate readers',
    consent: false,
  })
  const before = meeting({ agendaItems: [item({ upstreamId: '1' }), readers] })
  const withReaders = (over: Partial<ScrapedAgendaItem>) =>
    meeting({ agendaItems: [item({ upstreamId: '1' }), { ...readers, ...over }] })

  it('an amount that was reworded, and nothing else', () => {
    const after = withReaders({ title: 'Award a contract of $95,000 for licence plate readers' })
    expect(sentences(before, after)).toEqual([
      'Item 7.b "Award a contract of $95,000 for licence plate readers": the amount was changed ' +
        'from "$45,000" to "$95,000"',
    ])
  })

  it('a move to the consent calendar', () => {
    expect(sentences(before, withReaders({ consent: true }))).toEqual([
      'Item 7.b "Award a contract of $45,000 for licence plate readers" was moved to the ' +
        'consent calendar',
    ])
  })

  it('an item that is taken off and one that is put on', () => {
    const after = meeting({ agendaItems: [item({ upstreamId: '1' }), item({ title: 'Drones' })] })
    expect(kinds(before, after)).toEqual(['item-added', 'item-removed'])
  })

  it('an item whose id and number are new but whose words are nearly the same', () => {
    const after = meeting({
      agendaItems: [
        item({ upstreamId: '1' }),
        {
          ...readers,
          upstreamId: '99',
          number: '8',
          title: 'Award a contract of $45,000 for new licence plate readers',
        },
      ],
    })
    expect(kinds(before, after)).toEqual(['item-reworded', 'item-renumbered'])
  })

  it.each([
    [{ status: 'cancelled' as const }, 'cancelled'],
    [{ time: '17:00' as LocalTime }, 'time-moved'],
    [{ location: 'Library' }, 'place-moved'],
    [{ date: '2026-03-17' as LocalDate }, 'rescheduled'],
    [{ status: 'tentative' as const }, 'status-changed'],
    [{ body: 'Council of Riverton' }, 'body-renamed'],
  ])('%o raises the calendar sequence as %s', (over, kind) => {
    const { changes } = diffMeetings(meeting(), meeting(over))
    expect(changes.map((change) => change.kind)).toEqual([kind])
    expect(changes.every(isCalendarChange)).toBe(true)
  })

  it('a meeting that is on again', () => {
    expect(sentences(meeting({ status: 'cancelled' }), meeting())).toEqual([
      'The portal no longer says that the meeting is cancelled',
    ])
  })
})

describe('what does not count', () => {
  const votes = [
    { person: 'Ada Reyes', option: 'yes' as const, printed: 'Aye' },
    { person: 'Bo Lindqvist', option: 'no' as const, printed: 'Nay' },
  ]
  const documents = [
    { kind: 'agenda' as const, title: 'Agenda', url: 'https://riverton.example/a?id=1&token=x' },
    { kind: 'minutes' as const, title: 'Minutes', url: 'https://riverton.example/m' },
  ]
  const before = meeting({ documents, agendaItems: [item({ votes })] })
  const after = meeting({
    sourceUrl: 'https://riverton.example/elsewhere',
    listFingerprint: 'other',
    flags: ['video-only'],
    location: ' Council\u00a0 Chambers ',
    documents: [
      { kind: 'minutes', title: 'Minutes', url: 'https://riverton.example/m#top' },
      { kind: 'agenda', title: 'Agenda', url: 'https://riverton.example/a?id=1&token=y' },
    ],
    agendaItems: [
      item({
        votes: [...votes].reverse().map((vote) => ({ ...vote, printed: 'other' })),
        upstreamId: '5',
      }),
    ],
  })

  it('gives the same fingerprint, though what was read differs', () => {
    expect(fingerprintMeeting(after)).toBe(fingerprintMeeting(before))
    expect(hashContent(after)).not.toBe(hashContent(before))
    expect(diffMeetings(before, after).changes).toEqual([])
  })
})
