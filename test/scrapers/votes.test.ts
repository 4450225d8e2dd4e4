import { describe, expect, it } from 'vitest'
import { makeVote, namesIn, readNamedVotes } from '../../scrapers/votes.ts'

describe('the names of a vote', () => {
  it('keep what belongs to a name behind its comma', () => {
    expect(
      namesIn('Mayor Ada Reed, Ben Cole, Jr., Cy Dunn III, Eve Hart, II, and Flo King, Sr.'),
    ).toEqual(['Mayor Ada Reed', 'Ben Cole, Jr.', 'Cy Dunn III', 'Eve Hart, II', 'Flo King, Sr.'])
  })

  it.each(['None', 'N/A', 'All', 'All members present', 'Unanimous', 'No one.', '7', '-'])(
    'are none in "%s"',
    (words) => expect(namesIn(words)).toEqual([]),
  )

  it('stand behind their number', () => {
    expect(namesIn('7 - Ada Reed; Ben Cole')).toEqual(['Ada Reed', 'Ben Cole'])
    expect(namesIn('(2) Ada Reed and Ben Cole')).toEqual(['Ada Reed', 'Ben Cole'])
  })

  it('end where who was away begins', () => {
    const { votes } = readNamedVotes('Yea: Ada Reed Nay: None Not Present at Vote: Ben Cole')
    expect(votes.map(({ person, option }) => [person, option])).toEqual([
      ['Ada Reed', 'yes'],
      ['Ben Cole', 'absent'],
    ])
  })
})

describe('a word for a vote', () => {
  it.each([
    ['Not Present', 'absent'],
    ['Present', 'not voting'],
    ['Nay', 'no'],
    ['Aye', 'yes'],
  ])('"%s" is %s', (word, option) => expect(makeVote('Ada Reed', word).option).toBe(option))
})
