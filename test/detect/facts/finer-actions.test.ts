import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

describe('which paper of its kind an item is', () => {
  it.each([
    ['ordinance', 'Introduce an ordinance to amend the drone use policy'],
    ['adopt-policy', 'Approve the drone use policy pursuant to the surveillance ordinance'],
    ['amend', 'Contract addendum with Acme Cameras for body cameras'],
    ['amend', 'Amended and restated agreement with Acme for ankle monitors'],
    ['amend', 'Increase expenditure authority for drone equipment'],
    ['amend', 'Amending Resolution 40-12 on the purchase of plate readers'],
    ['amend', 'Amendment II to agreement 114 with Acme, extending the term for ankle monitors'],
    ['renew', 'Amendment renewing the agreement with Acme for ankle monitors'],
    ['renew', 'Automated speed enforcement - contract extension with Acme'],
    [
      'renew',
      'Resolution exercising the second option under the agreement with Acme for ankle monitors',
    ],
    ['renew', 'Three six-month extensions of the agreement with Acme for red light cameras'],
    ['approve-contract', 'Three-year contract with Acme for jail calls, with the option to renew'],
    [
      'approve-contract',
      'Purchase of camera hardware, software, installation and annual maintenance from Acme',
    ],
    ['approve-contract', 'Five-year contract for cameras with two one-year renewal options'],
    ['terminate', 'Resolution rescinding Resolution 17 on the agreement for red light cameras'],
    [
      'approve-contract',
      'Resolution rescinding Resolution 17 and authorizing an agreement for red light cameras',
    ],
    ['amend', 'Second amendment to memorandum of understanding on plate reader data'],
    ['renew', 'Renewal of intergovernmental agreement on sharing plate reader data'],
    ['mou', 'Memorandum of understanding on plate reader data'],
  ] as const)('%s: %s', (action, title) => {
    expect(readAction(title, '', false).action).toBe(action)
  })

  it.each(['amendment ', 'extension of the ', 'with the ', 'ordinance '])(
    'reads long words in linear time: %s',
    (word) => {
      const started = performance.now()
      readAction(word.repeat(20_000), '', false)
      expect(performance.now() - started).toBeLessThan(2_000)
    },
  )
})
