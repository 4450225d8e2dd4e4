import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { readAction } from '../../src/detect/facts/action.ts'
import { readNumber } from '../../src/detect/facts/number-words.ts'
import { readFacts } from '../../src/detect/facts/read-facts.ts'

describe('numbers in words', () => {
  it.each([
    ['five', 5],
    ['thirty-six', 36],
    ['five (5)', 5],
    ['1,200', 1_200],
    ['sixty (60)', 60],
  ])('%s is %d', (printed, value) => expect(readNumber(printed)).toBe(value))
})

describe('facts of any text', () => {
  it('always quotes the text', () => {
    const piece = fc.constantFrom(
      'five-year agreement',
      'from July 1, 2026',
      ' through June 30, 2031',
      '30 days',
      'retained for ',
      'data ',
      'shared with third parties',
      ' 41 cameras',
      'RFP No. 12-3',
      '\n',
      ' é ',
      'sole source',
      '$1,000',
      'not automatically renew',
      'comments by 5:00 p.m.',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join(' ')
          for (const { quote, start, end } of readFacts(text))
            expect(text.slice(start, end)).toBe(quote)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['digits', '1'],
    ['words of number', 'five '],
    ['keeping', 'retained data '],
    ['sharing', 'shared with '],
    ['things', 'new mobile '],
    ['comments', 'comment '],
    ['contracts', 'contract no. '],
    ['terms', 'term of five year '],
    ['options', 'two additional one-year options '],
    ['dates', 'from July 1, 2026 - '],
    ['cameras', 'ten new fixed cameras '],
    ['funds', 'from the A B C D '],
    ['departments', 'Department of the '],
    ['labels', 'Submitted by: '],
    ['policies', 'surveillance impact '],
    ['sums', '$1,000 per '],
    ['spelled sums', 'one hundred and '],
    ['lines', 'a\n'],
  ])('a megabyte of %s takes linear time', (_, unit) => {
    const timeOf = (length: number) => {
      const text = unit.repeat(length / unit.length)
      const begun = process.cpuUsage()
      readFacts(text)
      const { user } = process.cpuUsage(begun)
      return user
    }
    timeOf(50_000)
    // Ten times the text may take ten times as long and some, not a hundred times.
    expect(timeOf(1_000_000)).toBeLessThan(40 * (timeOf(100_000) + 10_000))
  })
})

describe('an item', () => {
  const title = 'Five-year agreement with Flock Safety for 10 plate readers, not to exceed $150,000'
  const text = 'ALPR data is retained for 30 days. Paid from the General Fund.'
  const unrelated = fc.stringMatching(/^(?:[a-f]{2,9} ){0,60}$/)

  it('has the same facts whatever else stands after it', () => {
    const detector = createDetector()
    const alone = detector.detect({ title, text }).facts
    fc.assert(
      fc.property(unrelated, (more) => {
        expect(detector.detect({ title, text: `${text}\n\n${more}` }).facts).toEqual(alone)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what an item does', () => {
  it.each([
    [
      'Authorize agreement with Flock Safety for license plate readers',
      'procurement',
      'approve-contract',
    ],
    ['Renewal of ShotSpotter subscription', 'procurement', 'renew'],
    ['Amendment No. 2 to the agreement with Axon Enterprise', 'procurement', 'amend'],
    ['Acceptance of the Organized Retail Theft Prevention Grant for ALPR', 'grant', 'accept-grant'],
    [
      'Memorandum of Understanding with the fusion center for ALPR data sharing',
      'data-sharing',
      'mou',
    ],
    ['Adoption of a Surveillance Use Policy for drones', 'policy', 'adopt-policy'],
    ['Surveillance Technology Annual Report 2025', 'report', 'annual-report'],
    ['Oversight - The Use of Facial Recognition', 'oversight', 'hearing'],
    [
      'An ordinance amending the municipal code to prohibit use of face recognition',
      'oversight',
      'ordinance',
    ],
    ['An ordinance prohibiting the use of facial recognition by police', 'policy', 'ordinance'],
    ['Ordinance banning automated license plate readers', 'policy', 'ordinance'],
    ['Grant: appropriate $250,000 for ALPR', 'grant', 'accept-grant'],
    ['Termination of the contract with ShotSpotter', 'procurement', 'terminate'],
    ['Flock Safety cameras', 'procurement', 'approve-contract'],
    ['Receive report on compliance with the Surveillance Use Policy', 'report', 'annual-report'],
    ['Receive report and approve purchase of drones', 'procurement', 'approve-contract'],
    ['Quarterly audit of plate reader searches', 'report', 'annual-report'],
    ['Informational: drone pilot results', 'report', 'annual-report'],
    ['Agreement for the exchange of criminal intelligence', 'data-sharing', 'mou'],
    ['First reading: ordinance prohibiting facial recognition', 'policy', 'ordinance'],
    ['State Trail Grant Program: appropriate $9,000 for plate readers', 'grant', 'accept-grant'],
    ['Order to accept and expend $38,000 for cameras', 'grant', 'accept-grant'],
    ['Council Bill 88: authorizing a contract for cameras', 'procurement', 'approve-contract'],
    ['Public hearing: concerns about plate readers', 'oversight', 'hearing'],
    ['The committee will hold a public hearing on the use of drones', 'oversight', 'hearing'],
    [
      'Ordinance amending the Administrative Code to require a policy before purchase of surveillance technology or accepting grant funds for it',
      'oversight',
      'ordinance',
    ],
    ['City Manager update on the security camera project', 'report', 'annual-report'],
    ['DOWNTOWN SECURITY CAMERA POLICY', 'policy', 'adopt-policy'],
    ['Request to accept a $9,968.30 grant for plate readers', 'grant', 'accept-grant'],
    ['Receive and file the annual review of the drone policy', 'report', 'annual-report'],
    ['RED LIGHT CAMERA PRESENTATION \u2013 CHIEF PARK', 'report', 'annual-report'],
    [
      'An ordinance establishing a red light camera program, civil penalty not to exceed $75.00',
      'policy',
      'ordinance',
    ],
    [
      'An ordinance approving an agreement between the City and Axon for cameras',
      'procurement',
      'approve-contract',
    ],
    ['Public hearing: grant application for plate readers', 'grant', 'accept-grant'],
    [
      'Memorandum of understanding with partner law enforcement agencies for sharing plate reader data',
      'data-sharing',
      'mou',
    ],
    [
      'Resolution adopting the review criteria for the plate reader pilot',
      'policy',
      'adopt-policy',
    ],
    [
      'Approval of (1) a contract with LensLock for $90,000 and (2) the video surveillance use policy',
      'procurement',
      'approve-contract',
    ],
    [
      'Report regarding a resolution to buy plate readers from Flock Safety',
      'procurement',
      'approve-contract',
    ],
    ['Order form for 12 cameras, paid by a state grant award', 'procurement', 'approve-contract'],
    ['Pole attachment agreement with the power company for police cameras', 'procurement', 'mou'],
    ['Pole attachment agreement with a homeowners association for cameras', 'other', 'mou'],
    ['Permit for the Sheriff to install plate readers in the city right-of-way', 'other', 'mou'],
    [
      'Purchase of plate readers to be installed in the city right-of-way under an agreement',
      'procurement',
      'approve-contract',
    ],
    ['Order for a hearing on plate readers', 'oversight', 'hearing'],
    ['Gunshot detection update - the Assistant Chief', 'report', 'annual-report'],
    ['Sale of pole cameras to the Sheriff', 'other', 'other'],
    [
      'An ordinance approving Amendment 3 to Contract #455 for body cameras',
      'procurement',
      'amend',
    ],
    ['Fingerprint services - COOP 23 - Amendment to Ordinance S-51', 'procurement', 'amend'],
    ['RESOLUTION - In support of facial recognition at the airport', 'policy', 'ordinance'],
    [
      'Interlocal agreement on drone detection and the joint purchase of sensors',
      'procurement',
      'mou',
    ],
    ['Receive the drone report and a purchase request', 'procurement', 'approve-contract'],
    ['Consider the draft of drone policies and procedures', 'policy', 'adopt-policy'],
    ['Resolution on transparency in the use of surveillance', 'oversight', 'ordinance'],
    ['Memorandum giving the police access to the school cameras', 'data-sharing', 'mou'],
    ['Drone impact report and use policy', 'policy', 'adopt-policy'],
    ['Surveillance impact assessment and use policy, drones', 'policy', 'adopt-policy'],
    ['Approval for continued use of plate readers', 'policy', 'adopt-policy'],
    ['Pausing the use of plate readers', 'policy', 'other'],
    ['Surveillance ordinance: drones', 'oversight', 'ordinance'],
    ['Oversight: examining how the POST Act is carried out', 'oversight', 'hearing'],
    ['Local law on a POST Act for the Sheriff', 'oversight', 'ordinance'],
    ['Amendment No. 2, drone services, paid by an accepted grant', 'procurement', 'amend'],
    [
      'Award of a contract to Acme Cameras and acceptance of a state grant',
      'procurement',
      'approve-contract',
    ],
    ['Police Chief presents drone proposal', 'report', 'annual-report'],
    ['Extend the present plate reader agreement', 'procurement', 'renew'],
    ['Body cameras: report for Council to receive', 'report', 'annual-report'],
    ['Appoint members of the surveillance technology task force', 'oversight', 'other'],
    [
      'MOU between the County and the City to reimburse the cost of jail cameras',
      'procurement',
      'mou',
    ],
    [
      'Order 12: application under the Rural Policing Act for fingerprint scanners',
      'grant',
      'accept-grant',
    ],
  ] as const)('%s', (title, role, action) => {
    expect(readAction(title, '', false)).toEqual({ role, action })
  })
})

describe('a finding', () => {
  const got = createDetector().detect({
    title:
      'Approve a five-year sole source agreement with Flock Group Inc. for 10 license plate readers, not to exceed $150,000',
    text: 'Data is retained for 30 days.',
  })

  it('carries its facts with the field they stand in, and says what is missing', () => {
    expect(got.facts.stated.map(({ kind, field }) => [kind, field])).toContainEqual([
      'term',
      'title',
    ])
    expect(got.facts.stated.map(({ kind, field }) => [kind, field])).toContainEqual([
      'retention',
      'text',
    ])
    expect(got.facts.missing).toContain('sharing')
    expect(got.facts.missing).not.toContain('retention')
    expect(got).toMatchObject({ role: 'procurement', action: 'approve-contract' })
  })

  it('takes what is unclear, or that nothing is sold, for no answer', () => {
    const { facts } = createDetector().detect({
      title: 'Agreement for 10 automated license plate readers',
      text: 'Data is never sold to third parties. The vendor publishes an annual report.',
    })
    const kinds = facts.stated.map(({ kind }) => kind)
    expect(kinds).toContain('sharing')
    expect(kinds).toContain('policy-document')
    expect(facts.missing).toContain('sharing')
    expect(facts.missing).toContain('policy-document')
  })

  it('works out what one device costs a year', () => {
    expect(got.facts.stated).toContainEqual({
      kind: 'unit-price',
      value: { cents: 300_000 },
      grade: 'derived',
      quote: '$150,000',
      start: 108,
      end: 116,
      field: 'title',
    })
  })

  it('of nothing carries no facts', () => {
    const none = createDetector().detect({ title: 'A five-year lease of 10 trailers' })
    expect(none).toMatchObject({ role: null, action: null, facts: { stated: [], missing: [] } })
  })
})
