import { describe, expect, it } from 'vitest'
import { isCounted, isPriced } from '../../src/detect/dealt-with.ts'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()

/** Where a term stands in a sentence that marks it with brackets. */
function placed(marked: string) {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  return { text: marked.replace(/[[\]]/g, ''), start, end }
}

describe('what is counted right beside a term', () => {
  it.each([
    'The award buys 30 [license plate readers] for the approaches.',
    'Fifty-six (56) pole-mounted [cameras] will be added.',
    'The Superintendent asked for eighteen [EVOLV] units.',
    'covers 1,140 new [security\ncameras] in all',
  ])('%s', (marked) => {
    const { text, start, end } = placed(marked)
    expect(isCounted(text, start, end)).toBe(true)
  })

  it.each([
    'Section 4 [cameras] shall be kept in repair.',
    'within 30 days of [body camera] footage being made',
    'after 6 [speed camera] tickets in a year',
    'after 6 [speed camera] or red light camera violations',
    'the 2019 [cameras] are worn',
    'for $36,000 [cameras] and poles',
    'a [body camera] recorded the stop',
    'Bids of 12 firms for [cameras]',
  ])('but not %s', (marked) => {
    const { text, start, end } = placed(marked)
    expect(isCounted(text, start, end)).toBe(false)
  })
})

describe('what has its price right beside it', () => {
  it.each([
    'two cruisers with [license plate readers], $36,000, and a match',
    '[Real Time Crime Center] software ($48,000)',
    'approved $11,304.00 for three in-park [cameras].',
    'of which $9,700 to [GrayKey] licences',
  ])('%s', (marked) => {
    const { text, start, end } = placed(marked)
    expect(isPriced(text, start, end)).toBe(true)
  })

  it.each([
    'a [speed camera] violation carries a civil fine of $50',
    'has a [body camera]. The budget is $48,000.',
    'the theft seen by a [security camera] was of tools worth $900',
    'a [plate reader] near the toll plaza that was rebuilt in the year before at a cost of $2,000,000',
  ])('but not %s', (marked) => {
    const { text, start, end } = placed(marked)
    expect(isPriced(text, start, end)).toBe(false)
  })
})

describe('an item whose title says nothing', () => {
  it.each([
    [
      'Finance Committee – retail theft prevention award',
      'The state grants $402,000 for overtime and pays for 30 license plate readers at the mall.',
    ],
    [
      'Committee minutes, January 13',
      'Moved to fit two cruisers with license plate readers, $36,000, half of it from the state.',
    ],
    [
      'Police Technology Initiatives: Release of $48,000 in Reserves',
      'What the Council set aside will go toward a Real-Time Information Center.',
    ],
  ])('is found where the text counts, prices or names it: %s', (title, text) => {
    expect(detector.detect({ title, text }).band).toBe('found')
  })

  it.each([
    [
      'Acceptance of a Bureau of Justice Assistance award, State’s Attorney',
      'With GrayKey, analysts read what a locked phone holds.',
      'phone-forensics',
    ],
    [
      'Agreement with Acme for a handheld parking enforcement system',
      'The mobile LPR part is furnished by another firm.',
      'alpr',
    ],
    [
      'Appropriating $38,000 of the Transit Fund for upgrades at the operations yard',
      'The security camera system dates from 2001. Cameras do not cover the fuel dispensers.',
      'video-surveillance',
    ],
    [
      'Memorandum of understanding between the City and the DEA',
      'The Police Department may search the National License Plate Reader Network.',
      'alpr',
    ],
    [
      'Interlocal agreement, Clerk of Courts, scofflaw program',
      'The Parking Department uses a license plate recognition system that the Clerk pays for.',
      'alpr',
    ],
    [
      'License agreement with Holy Cross Academy',
      'It lets the Police Department view the school’s remote camera system in an emergency.',
      'camera-registry-integration',
    ],
  ])('is found where the title leaves it to the text: %s', (title, text, technology) => {
    const found = detector.detect({ title, text })
    expect(found.band).toBe('found')
    expect(found.technologies).toContain(technology)
  })

  it.each([
    [
      'Committee minutes, January 13',
      'A resident asked whether license plate readers keep what they see. The Chief was not there.',
    ],
    [
      'Award of contract for the rebuilding of Elm Street',
      'The contractor shall protect the license plate reader at Third Avenue during the work.',
    ],
    ['License agreement with Holy Cross Academy', 'The pupils may swim in the pool on Mondays.'],
    ['Memorandum of understanding between the City and the DEA', 'It shares overtime costs.'],
    ['Treasurer report and claims', 'Flock Safety $2,500.00, Kohl Electric $90.00'],
    [
      'Annual Comprehensive Financial Report',
      'Bought in the year: body cameras $41,000, a dump truck $180,000.',
    ],
    [
      'Police staffing report',
      'Neighboring agencies use drones and license plate readers; our department has none.',
    ],
    ['Award of bid, police station roof', 'The plate reader on the roof stays where it is.'],
    ['Parking lot resurfacing, Lot 7', 'Drivers may use the security camera system of the mall.'],
  ])('is not found where it is only mentioned: %s', (title, text) => {
    expect(detector.detect({ title, text }).band).not.toBe('found')
  })

  it('is told why', () => {
    const { reasons } = detector.detect({
      title: 'Committee minutes, January 13',
      text: 'Moved to fit two cruisers with license plate readers, $36,000.',
    })
    expect(reasons).toContain('A number of it, or a price, stands right beside it')
  })

  it.each([
    ['Annual Comprehensive Financial Report', 'Bought in the year: body cameras $41,000.'],
    ['Notes of the clerk', 'Flock Safety $2,500.00, Kohl Electric $90.00'],
  ])('gains nothing by the sums of accounts and of lists of firms: %s', (title, text) => {
    const { reasons } = detector.detect({ title, text })
    expect(reasons).not.toContain('A number of it, or a price, stands right beside it')
  })

  it('is not counted on a page of a packet, which may list what many items buy', () => {
    const text = 'Agenda packet. 30 license plate readers, $36,000.'
    expect(detector.detect({ title: '', text }).support).toBeLessThan(
      detector.detect({ title: 'Committee report', text }).support,
    )
  })
})
