import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

describe('what becomes of a contract that a title only names', () => {
  it.each([
    ['renew', 'Acme quote', 'Renewal of Acme phone extraction licences, $20,000.'],
    ['renew', 'Contract with Acme', 'Extend the agreement with Acme for two years.'],
    ['renew', 'Purchase - Acme', 'Renew subscription to pawn data.'],
    ['renew', 'Acme – sole source', 'Authorize renewal of the subscription, one year.'],
    ['amend', 'Agreement with Acme', 'Second amendment to agreement with Acme on jail phones.'],
    ['amend', 'Street lights', 'Amend agreement with Acme to add cameras on 30 poles.'],
    ['amend', 'Acme Analytics', 'Increase blanket PO by $90,000 for support.'],
    ['terminate', 'Acme agreement', 'Terminate the plate reader agreement with Acme.'],
    ['mou', 'Agreement with County', 'MOU letting detectives use its phone extraction lab.'],
  ] as const)('%s: %s, %s', (action, title, text) => {
    expect(readAction(title, text, false)).toEqual({ role: 'procurement', action })
  })

  it.each([
    ['Contract with Acme', 'Approve a new contract. The renewal of the old one has lapsed.'],
    ['Award of contract to Acme', 'Renewal of the subscription may follow.'],
    ['Purchase of drones', 'Amend the agreement with Acme later, if more are wanted.'],
    ['Agreement with County', 'MOU on cameras, for which the City pays $4,000.'],
  ])('leaves what is bought now: %s', (title, text) => {
    expect(readAction(title, text, false).action).toBe('approve-contract')
  })
})
