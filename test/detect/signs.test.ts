import { describe, expect, it } from 'vitest'
import { signsOf } from '../../src/detect/detect.ts'
import { compileLexicon } from '../../src/detect/lexicon.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'

const lexicon = compileLexicon(loadTaxonomy())
const hasSign = (sign: string, title: string, text: string) =>
  Object.hasOwn(signsOf({ title, text }, lexicon), sign)

const readers = 'Crime is up, with automated license plate readers on hand.'

describe('a sign of an item is seen by what makes it, and not beside a twin that lacks that', () => {
  it.each([
    [
      'underSecurityTitle',
      'The lobby was painted in spring. Existing cameras no longer work at the entrances.',
      'Courthouse security improvements',
      'Courthouse roof improvements',
    ],
    [
      'underSecurityTitle',
      'Servers and licences of Milestone.',
      'Security upgrade',
      'Roof upgrade',
    ],
    [
      'underOpenTitle',
      'Servers and licences of Milestone.',
      'Upgrade of buses',
      'Upgrade of mowers',
    ],
    [
      'underOpenTitle',
      'Riders have asked for it. Onboard cameras record the doors.',
      'Transit: equipment for nine buses',
      'Equipment for nine mowers',
    ],
    [
      'underOpenTitle',
      'Drivers complained in spring, as the license plate recognition was slow.',
      'Parking access equipment',
      'Street sweeping equipment',
    ],
    [
      'underOpenTitle',
      'Families have asked for lower rates. The contractor will provide video visitation and inmate phone calls.',
      'Jail services agreement',
      'Library services agreement',
    ],
    [
      'underOpenTitle',
      'Officers have asked for it. It says when facial recognition may be used.',
      'General Order 41, revision',
      'General budget, revision',
    ],
    [
      'underGrantTitle',
      'Crime is up, and staff asks to purchase automated license plate readers.',
      'Acceptance of grant to the Police Department',
      'Acceptance of grant to the Library',
    ],
    ['underBuyingTitle', readers, 'Purchase of equipment for the pool', 'Thoughts on the pool'],
    [
      'acquiredUnderBuyingTitle',
      'Crime is up, and staff asks to purchase automated license plate readers.',
      'Purchase of equipment for the pool',
      'Thoughts on the pool',
    ],
    [
      'madeByTitlesFirm',
      'Crime is up. Automated license plate readers are leased.',
      'Agreement with Flock Group Inc',
      'Agreement with Acme Paving Inc',
    ],
    ['titleElsewhere', readers, 'Storm sewer inspection camera', 'Storm inspection'],
    ['onlyTextElsewhere', readers, 'Storm sewer inspection camera', 'Storm inspection'],
    [
      'underEmptyTitle',
      readers,
      'Resolution authorizing an interlocal agreement with the Clerk of Courts',
      'Resolution authorizing an interlocal agreement for the scofflaw project',
    ],
    [
      'underBareTitle',
      readers,
      'Approve agreement for the scofflaw project',
      'Approve agreement for the scofflaw furniture project of the downtown library',
    ],
    [
      'underEmptyTitle',
      readers,
      'Resolution authorizing an agreement\n\nFurniture for the library',
      'Resolution authorizing an agreement, furniture for the library',
    ],
  ])('%s: %s', (sign, text, title, twin) => {
    expect([hasSign(sign, title, text), hasSign(sign, twin, text)]).toEqual([true, false])
  })

  it.each([
    ['counted', 'Crime is up, with 14 automated license plate readers on hand.', readers],
    ['priced', 'Automated license plate readers, $36,000, are on hand.', readers],
    [
      'operative',
      'Crime is up, and staff asks to purchase automated license plate readers.',
      readers,
    ],
    ['bought', 'Crime is up, and staff asks to purchase automated license plate readers.', readers],
    ['repeated', `${readers} ${readers}`, readers],
  ])('%s: %s', (sign, text, twin) => {
    const title = 'Report of the chief'
    expect([hasSign(sign, title, text), hasSign(sign, title, twin)]).toEqual([true, false])
  })
})
