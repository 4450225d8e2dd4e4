import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  findMeetingLaw,
  listSurveillanceLaws,
  meetingLawColumns,
  surveillanceLawColumns,
} from '../../src/directory/law.ts'
import { readLaws } from '../../src/directory/read.ts'
import { stateNames } from '../../src/directory/states.ts'
import { parseTable } from '../../src/directory/table.ts'

const laws = await readLaws()
const read = <Column extends string>(name: string, columns: readonly Column[]) =>
  [...parseTable(name, columns, readFileSync(`src/directory/data/${name}`, 'utf8'))].map(
    (line) => line.cells,
  )

describe('findMeetingLaw', () => {
  it('knows every state', () => {
    for (const state of Object.keys(stateNames)) expect(findMeetingLaw(laws, state)).toBeDefined()
    expect(findMeetingLaw(laws, 'wa')?.state).toBe('WA')
    expect(findMeetingLaw(laws, 'ZZ')).toBeUndefined()
  })

  it('gives out no part that is only recalled or unknown', () => {
    for (const cells of read('meeting-law.tsv', meetingLawColumns)) {
      const law = findMeetingLaw(laws, cells.state)
      const seen = (basis: string) => basis === 'text-seen' || basis === 'secondary-seen'
      if (!seen(cells.regular_basis)) {
        expect(law).toMatchObject({ regularNotice: null, whatIsPosted: null, citation: null })
      }
      if (!seen(cells.special_basis)) expect(law?.specialNotice).toBeNull()
      if (!seen(cells.speak_basis)) expect(law?.publicRightToSpeak).toBeNull()
      if (!seen(cells.remote_basis)) expect(law?.remoteComment).toBeNull()
    }
    expect(JSON.stringify([...laws.meetingLaws.values()])).not.toMatch(/recalled|"unknown"/)
  })

  it('keeps what was read, with period, basis and source', () => {
    const washington = findMeetingLaw(laws, 'WA')
    expect(washington?.remoteComment?.basis).toBe('text-seen')
    expect(washington?.publicRightToSpeak?.right).toBe('yes')
    expect(washington?.sources.length).toBeGreaterThan(0)
    expect(washington?.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(findMeetingLaw(laws, 'TX')?.regularNotice?.period).toEqual({
      value: 3,
      unit: 'business-days',
    })
    expect(findMeetingLaw(laws, 'AZ')?.regularNotice?.basisNote).toBe('2005 text')
    expect(findMeetingLaw(laws, 'CA')?.remoteComment).toBeNull()
  })
})

describe('listSurveillanceLaws', () => {
  const seattle = { state: 'WA', divisionId: 'ocd-division/country:us/state:wa/place:seattle' }

  it('lists the ordinance of the place before the law of its state', () => {
    const found = listSurveillanceLaws(laws, seattle)
    expect(found[0]).toMatchObject({ place: 'Seattle', kind: 'ordinance', basis: 'text-seen' })
    expect(found.every((law) => law.state === 'WA')).toBe(true)
  })

  it('gives a government without division no ordinance of another', () => {
    const found = listSurveillanceLaws(laws, { state: 'CA', divisionId: null })
    expect(found.every((law) => law.kind === 'state-law')).toBe(true)
  })

  it('leaves out laws and parts that are only recalled', () => {
    const places = laws.surveillanceLaws.map((law) => law.place)
    expect(read('surveillance-law.tsv', surveillanceLawColumns)).toHaveLength(46)
    for (const place of ['Dayton', 'Grand Rapids', 'St. Louis', 'Alabama']) {
      expect(places).not.toContain(place)
    }
    expect(laws.surveillanceLaws.find((law) => law.place === 'Davis')?.citation).toBeNull()
    expect(laws.surveillanceLaws.find((law) => law.place === 'Minnesota')?.retention).toBeNull()
    expect(laws.surveillanceLaws.find((law) => law.place === 'New Hampshire')?.retention).toBe(
      '3 minutes',
    )
    expect(JSON.stringify(laws.surveillanceLaws)).not.toMatch(/recalled|"unknown"/)
  })
})
