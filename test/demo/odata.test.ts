import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ODataQueryError, queryRows, type Row, rowCap } from '../../src/demo/odata.ts'

const model = 'LegistarWebAPI.Models.v1.GranicusEvent'
const rows: readonly Row[] = Array.from({ length: 1_250 }, (_, index) => ({
  EventId: index + 1,
  EventDate: `${new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)}T00:00:00`,
  EventBodyName: index % 2 === 0 ? 'City Council' : "Mayor's Task Force",
  EventComment: null,
}))

function ask(query: Readonly<Record<string, string>>, ignoresFilter = false): Row[] {
  return queryRows(rows, new URLSearchParams(query), model, ignoresFilter)
}

const ids = (found: readonly Row[]) => found.map(({ EventId }) => EventId)

describe('queryRows', () => {
  it('gives no more than a thousand rows, oldest first, and does not say so', () => {
    const found = ask({})
    expect(found).toHaveLength(rowCap)
    expect(found[0]?.EventId).toBe(1)
    expect(ask({ $top: '5000' })).toHaveLength(rowCap)
    expect(ids(ask({ $skip: '1248' }))).toEqual([1_249, 1_250])
  })

  it('keeps what lies between two instants', () => {
    const between =
      "EventDate ge datetime'2026-01-03' and EventDate lt datetime'2026-01-05T00:00:00'"
    expect(ids(ask({ $filter: between }))).toEqual([3, 4])
  })

  it('understands brackets, or, not, functions and quotes inside words', () => {
    const either = "(EventId eq 2 or EventId eq 3) and not (EventBodyName eq 'City Council')"
    expect(ids(ask({ $filter: either }))).toEqual([2])
    expect(ids(ask({ $filter: "substringof('task', EventBodyName)", $top: '2' }))).toEqual([2, 4])
    expect(ids(ask({ $filter: "EventBodyName eq 'Mayor''s Task Force'", $top: '1' }))).toEqual([2])
    expect(ids(ask({ $filter: 'EventComment ne null' }))).toEqual([])
  })

  it('orders by several fields', () => {
    const found = ask({ $orderby: 'EventBodyName desc,EventId desc', $top: '2' })
    expect(ids(found)).toEqual([1_250, 1_248])
  })

  it('disregards the filter of clients that do, and nothing else', () => {
    expect(ask({ $filter: 'EventId eq 2', $top: '4' }, true)).toHaveLength(4)
  })

  it.each([
    ['an unknown field', { $filter: 'EventNothing eq 1' }],
    ['a half filter', { $filter: 'EventId eq' }],
    ['a date that is none', { $filter: "EventDate ge datetime'soon'" }],
    ['a filter encoded twice', { $filter: 'EventId%20eq%201' }],
    ['an unknown operator', { $filter: 'EventId like 1' }],
    ['words after the end', { $filter: 'EventId eq 1 1' }],
    ['an unknown order', { $orderby: 'Nothing' }],
    ['a count that is none', { $top: '-1' }],
  ])('refuses %s', (_, query) => {
    expect(() => ask(query)).toThrow(ODataQueryError)
  })

  it('never fails in another way, whatever the query', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 20 }), (filter, order) => {
        try {
          ask({ $filter: filter, $orderby: order })
        } catch (error) {
          expect(error).toBeInstanceOf(ODataQueryError)
        }
      }),
    )
  })

  it('agrees with a plain comparison for every bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2, max: 1_260 }),
        fc.integer({ min: 0, max: 1_260 }),
        (a, b) => {
          const found = ask({ $filter: `EventId ge ${Math.max(a, 0)} and EventId le ${b}` })
          const expected = rows.filter(
            ({ EventId }) => Number(EventId) >= a && Number(EventId) <= b,
          )
          expect(ids(found)).toEqual(ids(expected).slice(0, rowCap))
        },
      ),
    )
  })
})
