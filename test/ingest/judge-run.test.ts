import { describe, expect, it } from 'vitest'
import type { KnownMeeting } from '../../src/db/queries/meeting-rows.ts'
import {
  type Expectation,
  findSigns,
  isSuspect,
  type RunEvidence,
  type SeenFacts,
} from '../../src/ingest/judge-run.ts'
import { sketchStructure } from '../../src/ingest/structure.ts'

const now = new Date('2026-03-05T12:00:00Z')
const dayMs = 86_400_000
const ahead = (days: number) => new Date(now.getTime() + days * dayMs)
const dateOf = (at: Date) => at.toISOString().slice(0, 10)

function known(days: number, over: Partial<KnownMeeting> = {}): KnownMeeting {
  return {
    id: days,
    upstreamId: `m${days}`,
    version: 1,
    date: dateOf(ahead(days)),
    time: '18:00',
    location: 'Chambers',
    sortAt: ahead(days),
    lastSeenAt: ahead(-0.1),
    readAt: ahead(-0.1),
    contentHash: 'c',
    listFingerprint: null,
    absentRuns: 0,
    noLongerListedSince: null,
    isUnconfirmed: false,
    items: 12,
    documents: 2,
    findings: 0,
    isDetectionStale: false,
    areItemsUnread: false,
    ...over,
  }
}

function seen(days: number, over: Partial<SeenFacts> = {}): SeenFacts {
  return {
    upstreamId: `m${days}`,
    date: dateOf(ahead(days)),
    isUpcoming: days >= 0,
    filled: { time: true, location: true, items: true, documents: true },
    ...over,
  }
}

const quietFetches = { requests: 3, pagesChanged: 1, structure: null, strangers: [] }

const evidence = (over: Partial<RunEvidence> = {}): RunEvidence => ({
  meetings: [1, 8, 15, 22, 29, 36].map((days) => seen(days)),
  windowDays: 226,
  listProblems: [],
  detailProblems: [],
  shapeFaults: [],
  documentsListed: 20,
  documentsMissing: 0,
  fetches: quietFetches,
  ...over,
})

const expectation = (over: Partial<Expectation> = {}): Expectation => ({
  now,
  known: [1, 8, 15, 22, 29, 36].map((days) => known(days)),
  history: { believed: [], lastChangedAt: ahead(-1), firstRunAt: ahead(-100) },
  mayBeEmpty: false,
  ...over,
})

const names = (seenNow: RunEvidence, expected: Expectation) =>
  findSigns(seenNow, expected).map(({ name, weight }) => `${name} ${weight}`)

const believed = (meetingsSeen: number, count: number, over: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    startedAt: ahead(-at),
    adapterVersion: 1,
    meetingsSeen,
    meetingsUpcoming: 3,
    windowDays: 226,
    structure: null,
    ...over,
  }))

const history = (over: object) => ({ ...expectation().history, ...over })

describe('the signs against a run', () => {
  it('none speaks against a run like the one before', () => {
    expect(names(evidence(), expectation())).toEqual([])
  })

  it('zero where there were some', () => {
    const empty = evidence({ meetings: [] })
    expect(names(empty, expectation())).toEqual(['nothing strong'])
    expect(names(empty, expectation({ mayBeEmpty: true }))).toEqual([])
    expect(names(empty, expectation({ known: [] }))).toEqual([])
    const gone = [known(3, { noLongerListedSince: now })]
    expect(names(empty, expectation({ known: gone }))).toEqual([])
  })

  it('zero is explained when the portal drops meetings that are over', () => {
    const past = known(-3, { lastSeenAt: ahead(-3.5) })
    const kept = known(-3, { lastSeenAt: ahead(-0.1) })
    const empty = evidence({ meetings: [] })
    expect(names(empty, expectation({ known: [past] }))).toEqual([])
    expect(names(empty, expectation({ known: [kept] }))).toEqual(['nothing strong'])
  })

  it('no meeting to come, where there were', () => {
    const past = evidence({ meetings: [seen(-10), seen(-3)] })
    expect(names(past, expectation())).toEqual(['no-future weak'])
    expect(names(past, expectation({ mayBeEmpty: true }))).toEqual([])
    expect(names(past, expectation({ known: [known(-3)] }))).toEqual([])
  })

  it('under half of what is usual for as long a window', () => {
    const few = evidence({ meetings: [seen(1), seen(8)] })
    const usual = expectation({ history: history({ believed: believed(6, 9) }) })
    expect(names(few, usual)).toEqual(['under-half weak'])
    expect(names({ ...few, windowDays: 30 }, usual)).toEqual([])
    const short = expectation({ history: history({ believed: believed(6, 4) }) })
    expect(names(few, short)).toEqual([])
  })

  it('a field that is empty where it was full', () => {
    const without = (fields: object, count: number) =>
      evidence({
        meetings: evidence().meetings.map((meeting, at) => ({
          ...meeting,
          filled: meeting.filled && { ...meeting.filled, ...(at < count && fields) },
        })),
      })
    expect(names(without({ location: false }, 1), expectation())).toEqual([])
    expect(names(without({ location: false }, 2), expectation())).toEqual(['emptied weak'])
    expect(names(without({ location: false }, 4), expectation())).toEqual(['emptied strong'])
    expect(names(without({ location: false, time: false }, 2), expectation())).toEqual([
      'emptied strong',
    ])
    expect(names(without({ items: null }, 6), expectation())).toEqual([])
    const never = [1, 8, 15, 22, 29, 36].map((days) => known(days, { location: null }))
    expect(names(without({ location: false }, 6), expectation({ known: never }))).toEqual([])
  })

  it('every date the same', () => {
    const same = evidence({
      meetings: [1, 8, 15, 22].map((days) => seen(days, { date: '2026-03-05' })),
    })
    expect(names(same, expectation())).toEqual(['one-date strong'])
    expect(names(same, expectation({ known: [] }))).toEqual([])
  })

  it('pages of another shape', () => {
    expect(names(evidence({ listProblems: ['page_shape'] }), expectation())).toEqual([
      'shape strong',
    ])
    expect(names(evidence({ listProblems: ['fetch_status'] }), expectation())).toEqual([])
    const fault = 'Expected a grid of meetings (radGridMeetings) at https://riverton.example/'
    const named = evidence({ listProblems: ['page_shape'], shapeFaults: [fault] })
    expect(findSigns(named, expectation()).map(({ says }) => says)).toEqual([
      `1 page has another shape than before: ${fault}`,
    ])
    const two = evidence({ detailProblems: ['page_shape', 'page_shape'] })
    expect(names(two, expectation())).toEqual([])
    const three = evidence({ detailProblems: ['page_shape', 'date_unknown', 'page_shape'] })
    expect(names(three, expectation())).toEqual(['shape strong'])
  })

  it('a page built otherwise', () => {
    const rows = (count: number) =>
      '<table id="grid" class="a">'.concat(
        '<tr class="row"><td class="date"><a href="x">3</a></td></tr>'.repeat(count),
      )
    const before = sketchStructure(rows(3))
    const withBefore = expectation({
      history: history({ believed: believed(6, 1, { structure: before }) }),
    })
    const at = (text: string) =>
      evidence({ fetches: { ...quietFetches, structure: sketchStructure(text) } })
    expect(names(at(rows(40)), withBefore)).toEqual([])
    const other = '<main id="app"><div class="card"><span class="when"></span></div></main>'
    expect(names(at(other), withBefore)).toEqual(['rebuilt weak'])
  })

  it('not a byte changed for thirty days', () => {
    const frozen = evidence({ fetches: { ...quietFetches, pagesChanged: 0 } })
    const changed = (days: number) =>
      expectation({ history: history({ lastChangedAt: ahead(-days) }) })
    expect(names(frozen, changed(31))).toEqual(['frozen weak'])
    expect(names(frozen, changed(29))).toEqual([])
    expect(names(evidence(), changed(31))).toEqual([])
  })

  it('an answer from somebody else', () => {
    const moved = evidence({ fetches: { ...quietFetches, strangers: ['a sent us on to b'] } })
    expect(findSigns(moved, expectation())).toEqual([
      { name: 'elsewhere', weight: 'strong', says: 'a sent us on to b' },
    ])
  })

  it('listed files that are not to be had', () => {
    expect(names(evidence({ documentsMissing: 5 }), expectation())).toEqual(['files-missing weak'])
    expect(names(evidence({ documentsMissing: 4 }), expectation())).toEqual([])
  })
})

describe('the verdict', () => {
  const sign = (name: 'frozen' | 'rebuilt' | 'nothing', weight: 'weak' | 'strong') => ({
    name,
    weight,
    says: '',
  })

  it('needs one strong sign or two weak ones', () => {
    expect(isSuspect([], now, null)).toBe(false)
    expect(isSuspect([sign('frozen', 'weak')], now, null)).toBe(false)
    expect(isSuspect([sign('frozen', 'weak'), sign('rebuilt', 'weak')], now, null)).toBe(true)
    expect(isSuspect([sign('nothing', 'strong')], now, null)).toBe(true)
  })

  it('gets used to what only differs from before, and never to finding nothing', () => {
    const both = [sign('frozen', 'weak'), sign('rebuilt', 'weak')]
    expect(isSuspect(both, now, ahead(-13))).toBe(true)
    expect(isSuspect(both, now, ahead(-15))).toBe(false)
    expect(isSuspect([sign('nothing', 'strong')], now, ahead(-15))).toBe(true)
  })
})
