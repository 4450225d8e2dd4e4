import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'
import { firstCues } from '../../../src/detect/facts/first-cues.ts'
import type { Role } from '../../../src/model/facts.ts'

const titles: readonly (readonly [Role, readonly string[]])[] = [
  [
    'procurement',
    [
      'Resolution authorizing an agreement for plate reader services not to exceed $61,000, and appropriating this amount from the safety grant fund',
      'Contract with Acme Cameras for a crime centre at $45,000, and accept and appropriate state grant funds',
      'A resolution approving the purchase of drones from Skydio for $81,000 and accepting state grant funds',
      'Contract with ShotSpotter, $81,000, and approve a budget amendment recognizing grant revenue',
      'Interlocal agreement with Elm County for its fingerprint system, annual fee of $12,000',
      'Consideration of a recommendation to discontinue the camera program',
      'Consider contract for body camera replacement; federal grant match',
      'Purchase of eight dashboard cameras, JAG grant match',
      'Retail Theft Grant - fixed reader subscription renewal',
      'Port Security Grant: order form for dock cameras',
      'Approve claim of $41,200.50 to WatchGuard for in-car cameras',
      'Memorandum and cost sharing agreement, Prairie Information Sharing System',
      'Approve a joinder agreement with the Lakes Information Sharing Consortium',
    ],
  ],
  [
    'grant',
    [
      'Agreement with the State Department of Public Safety for plate readers, and appropriating grant funds',
      'Resolution to accept a grant for body cameras and a contract with Axon for them',
      'Sub-recipient agreement with Elm County for readers, homeland security grant funds',
      'Agreement under which Pine County shares with the city $22,000 of its Byrne award',
    ],
  ],
  [
    'data-sharing',
    [
      'Resolution for an Interlocal Cooperation Agreement with Elm County relating to use of AFIS',
      'Interlocal Cooperation Agreement with Elm County establishing the County Unmanned Robotics Team',
      'Agreement with Valley HIDTA for license plate reader data',
      'Agreement with TxDOT and DPS on plate readers',
      'Agreement under which the Sheriff and the City will share plate scan information',
      'Memorandum of Understanding to permit the Sheriff to use the toll road license plate recognition system',
    ],
  ],
  [
    'oversight',
    [
      'Requesting approval of the Surveillance Technology Impact Report for a park drone',
      'Transmitting communication from the Manager relative to a Surveillance Technology Impact Report: phone extraction tool',
    ],
  ],
  [
    'policy',
    [
      'Discuss establishing a school zone speed camera program',
      'Discuss and consider a drone program for the police',
      'Proposed automated speed enforcement program',
      'Discussion of starting a drone program',
      'Implementing a body-worn camera pilot program',
      'Surveillance impact report and draft use policy for readers',
    ],
  ],
  [
    'report',
    [
      'Budgetary impact of a police body camera program',
      'Discussion of red light camera program statistics',
      'Annual surveillance technology report',
    ],
  ],
]

describe('the role by what stands first', () => {
  for (const [role, lines] of titles)
    it.each(lines)(`${role}: %s`, (title) => {
      expect(readAction(title, '', false).role).toBe(role)
    })

  it('reads a title that only names a programme by the decision in its text', () => {
    const text = 'Staff recommends that the Council approve a contract with Axon for $46,000.'
    expect(readAction('Implementing a body camera program', text, false).role).toBe('procurement')
    expect(readAction('Establish a plate reader program', text, false).role).toBe('procurement')
    expect(
      readAction('Status of cameras', 'Consider approval of the lease of cameras.', false).role,
    ).toBe('procurement')
  })

  it.each([
    'agreement with a ',
    'grant - a ',
    'information sharing ',
    'interlocal for use of the ',
    'discuss start a ',
  ])('reads a megabyte of "%s"', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const from = performance.now()
    for (const { pattern } of firstCues) pattern.test(text)
    expect(performance.now() - from).toBeLessThan(4_000)
  })
})
