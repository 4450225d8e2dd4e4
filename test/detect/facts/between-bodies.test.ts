import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

const read = (title: string, text = '', isOfFirm = false) =>
  readAction(title, text, false, isOfFirm)

describe('papers of public bodies with each other', () => {
  it.each([
    ['Interlocal with Mill County, plate readers', ''],
    ['IGA 1204; Mill County Jail; recordings to the prosecutor', ''],
    ['Ferry dock camera – Port of Mill – M.O.U.', ''],
    ['Mill/Stone/Cedar tri-county plate reader compact', ''],
    ['Interlocal contract with the State Police for the analysis center', ''],
    ['Let the prosecutor view recorded jail calls', ''],
    ['Agreement: school cameras streamed live to dispatch', ''],
    ['Police access to neighbors’ doorbell video (no cost)', ''],
    ['Drone agreement with the Sheriff', 'He may see the live picture. Neither pays.'],
    ['Interlocal for the drones', 'Each party bears its own costs. Fiscal impact: none.'],
    ['Interlocal, plate reads', 'The Town pays nothing. The City’s own cost stays $9,000.'],
    ['Agreement by which the City opens its reads to the Township', 'It pays nothing.'],
    ['User agreement, plate repository, no funds', ''],
  ])('%s', (title, text) => {
    expect(read(title, text).role).toBe('data-sharing')
  })

  it.each([
    ['Interlocal with Mill County, plate readers, $4,000', ''],
    ['Interlocal with Mill County, plate readers', 'The County will pay one half.'],
    ['Interlocal to fund cameras of the Sheriff', ''],
    ['Agreement for cameras', 'The firm asks $9,000 for the county’s feed.'],
    ['Agreement for calls of inmates that police search, commission 60%', ''],
  ])('%s %s is paid for', (title, text) => {
    expect(read(title, text).role).toBe('procurement')
  })

  it('takes a firm’s agreement for a purchase where no body is its side', () => {
    const title = 'Acme agreement, plate reader data of the police'
    expect(read(title, '', true).role).toBe('procurement')
    expect(read(title).role).toBe('data-sharing')
  })

  it('tells what ends from what begins', () => {
    const ended = read('End agreement by which federal police query our plate reads')
    expect(ended).toEqual({ role: 'data-sharing', action: 'terminate' })
  })
})
