import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { standingOf } from '../../src/detect/vendor-standing.ts'

const detector = createDetector()
const vendorsOf = (title: string, text = '') =>
  [...detector.detect({ title, text }, { facts: false }).vendors].sort()

/** The sentence with the firm between stars. */
function standing(marked: string) {
  const [head = '', name = '', tail = ''] = marked.split('*')
  return standingOf(head + name + tail, head.length, head.length + name.length)
}

describe('names that need words beside them', () => {
  it.each([
    ['Agreement with Paladin for docking stations and software (Police)', '', ['paladin']],
    ['Agreement with Paladin for guards at the library', '', []],
    [
      'Contract with Axon Enterprise, Inc., formerly known as TASER International',
      'The platform brings body cameras together.',
      ['axon'],
    ],
    ['Purchase of TASER devices from Axon Enterprise, Inc.', '', []],
  ])('%s', (title, text, vendors) => {
    expect(vendorsOf(title, text)).toEqual(vendors)
  })
})

describe('a list of reports', () => {
  it('names the maker of each product that it is about', () => {
    const text = [
      'The Commission will take up a vote on each annual report.',
      'a. Pen Register 2025 Annual Report on the use of pen register technology',
      'b. Cellebrite 2025 Annual Report on the use of Cellebrite technology to read mobile devices',
      'c. ShotSpotter 2025 Annual Report on the use of ShotSpotter to locate gunfire',
    ].join('\n')
    expect(vendorsOf('ANNUAL SURVEILLANCE REPORTS', text)).toEqual(['cellebrite', 'soundthinking'])
  })
})

describe('what a sentence makes of a firm', () => {
  it.each([
    ['The new units replace *WatchGuard* recorders', 'aside'],
    ['Replace the analog units by new *Avigilon* domes', 'named'],
    ['Staff compared offers of Axon and *Motorola*', 'aside'],
    ['Staff tested three systems and chose *Getac*', 'named'],
    ['Either Axon or *Motorola* may be taken', 'aside'],
    ['The present *Flock* readers will be taken down in May', 'aside'],
    ['*Verkada* cameras were compared', 'aside'],
    ['Last year the office went to *Axon*', 'aside'],
    ['Proposals were received from *Convergint* and two others', 'aside'],
    ['Files have been traded through *COPLINK* since 2009', 'aside'],
    ['The platform so far was *COPLINK*', 'aside'],
    ['*GTL* has had the calls of the jail since 2011', 'aside'],
    ['He told of the trouble that the squad keeps having with its *Digital Ally* units', 'aside'],
    ['Told of one fault after another with the *Digital Ally* cameras', 'aside'],
    ['Platforms, cameras and *Hanwha* replacement units', 'added'],
    ['The new ones are for the *Hanwha* replacement', 'aside'],
    ['Should *Conduent State*, Inc. be awarded the contract for photo enforcement?', 'party'],
    ['Reports:\nb. *Cellebrite* 2025 Annual Report on the use of phone forensics', 'reported'],
    ['Alerts are sent and streamed to *Fusus*', 'joined'],
    ['The deputies already wear *Axon* cameras', 'joined'],
    ['to be bought through *Carahsoft*', 'party'],
    ['plate reading by *Flock Safety* as sub-contractor', 'party'],
    ['the Village and *Jenoptik* are parties to an agreement', 'party'],
    ['renew with Fusus LLC (*Axon*)', 'paired'],
    ['Dedrone by *Axon*', 'paired'],
    ['Motorola Solutions, Inc. (*WatchGuard*)', 'paired'],
    ['one turret with *Churchill* mapping', 'added'],
    ['*LeadsOnline* pawn search, 12 mo. $9,000', 'priced'],
    ['Agreement with Acme Inc. to replace locks. *Rekor* readers are bought', 'named'],
    ['The vendor replaced two *Bosch* heads', 'named'],
    [
      'award to Redflex and terminating Contract No. PS12 with *Conduent* once all is handed over',
      'aside',
    ],
    ['terminating the lease early and signing a contract with *Conduent*', 'added'],
    ['continuous issues with the <br />cameras purchased from *Digital Ally*', 'aside'],
    [
      'In 2021 the City entered into an agreement with *Rekor*. It renews each year for a sum that the Council sets.',
      'added',
    ],
    [
      'In 2021 the City entered into an agreement with *Rekor*. It expires and is not renewed.',
      'aside',
    ],
    ['*Getac* Video is the sole source provider of that storage', 'party'],
  ])('%s: %s', (marked, expected) => {
    expect(standing(marked)).toBe(expected)
  })
})

describe('firms of an item', () => {
  it.each([
    [
      'makers beside a seller of the title',
      'Purchase order to CDW Government for cameras, $88,000',
      '84 Hanwha dome cameras and Genetec licenses for the garages. Motorola radios are a separate item.',
      ['cdw-g', 'genetec', 'hanwha'],
    ],
    [
      'an installer and whose cameras it puts up',
      'Contract with Convergint for security cameras',
      'Convergint will install 40 Avigilon cameras at the depot. The old Pelco units are disposed of.',
      ['avigilon', 'convergint'],
    ],
    [
      'a seller beside the maker of the title',
      'Agreement with Peregrine Technologies for a search platform',
      'The platform joins data of Mark43, Axon and Flock Safety. Purchase from Carahsoft.',
      ['carahsoft', 'peregrine'],
    ],
    [
      'whose aircraft another maker sells',
      'Amendment with Axon Enterprise for unmanned aircraft',
      'To acquire four Skydio X10 aircraft for the police.',
      ['axon', 'skydio'],
    ],
    [
      'no maker of what is flown already',
      'Amendment with Axon Enterprise for drone software',
      'The police fly four Skydio X10 aircraft.',
      ['axon'],
    ],
    [
      'the firm that a form names as party',
      'Amendment 3, public safety video equipment, Police',
      'Parties: City and Axon Enterprise. Purpose: more body cameras.',
      ['axon'],
    ],
    [
      'a subcontractor',
      'Amendment with Ubicquia for street light cameras',
      'Plate reading is done by Flock Safety as sub-contractor.',
      ['flock-safety', 'ubicquia'],
    ],
    [
      'a firm and its owner',
      'Extension of the agreement with Fusus LLC (Axon) – Capital View Center',
      '',
      ['axon', 'fusus'],
    ],
    [
      'a firm and its owner in a text',
      'Sole source for drone detection, Police',
      'Approve a contract with Dedrone by Axon for three years, $90,000.',
      ['axon', 'dedrone'],
    ],
    [
      'two of one list',
      'Approve purchase of drones',
      'One Skydio X10 and two BRINC Lemur units, $61,000, seized funds.',
      ['brinc', 'skydio'],
    ],
    [
      'two with sums of their own',
      'Renewal of investigative data services, Police',
      'LeadsOnline pawn search, 12 mo. $8,100; TransUnion TLOxp, flat rate 12 mo. $2,880.',
      ['leadsonline', 'transunion-tlo'],
    ],
    [
      'who comes, not who goes',
      'WatchGuard Replacement (Police)',
      'Authorize the purchase of 22 in-car units from i-PRO Americas. They take the place of the recorders of 2013.',
      ['i-pro'],
    ],
    [
      'the one of three that was taken',
      'Patrol car video system',
      'Staff tested Panasonic, Motorola and Getac units and found Getac video the best.',
      ['getac-video'],
    ],
    [
      'none that a decision is still open between',
      'Body camera contract',
      'Axon or Motorola may be chosen after the trial.',
      [],
    ],
    [
      'no earlier firm beside the new one',
      'Accept grant for license plate readers (Sheriff)',
      'It pays for six ELSAG plate readers. The readers by Vigilant will be moved to parking.',
      ['leonardo-elsag'],
    ],
    [
      'no product that the firm took over, beside it',
      'Contract with Magnet Forensics for phone examination',
      'Licenses to be renewed: Magnet Axiom and GrayKey, two seats each.',
      ['magnet-forensics'],
    ],
    [
      'no firms of other places',
      'Purchase of security cameras from Presidio Networked Solutions',
      'The neighboring city of Elm uses Verkada cameras. Here 40 Hanwha cameras will be installed. They are similar to the Avigilon system of the county jail.',
      ['hanwha', 'presidio'],
    ],
    [
      'no firm that answered a request and was not taken',
      'Approve contract for license plate reader cameras',
      'The request drew four responses: Flock Safety, Axon, Motorola and Rekor. Staff recommend a contract with Flock Safety.',
      ['flock-safety'],
    ],
    [
      'the one installer, where nobody is said to make the cameras',
      'Security camera work at the depot, $41,000',
      'Twelve cameras are to be put up; the quote is of Convergint.',
      ['convergint'],
    ],
    [
      'no screens that are fed',
      'Agreement with Flock Safety for plate readers',
      'The readers send alerts to Axon screens and connect with the Fusus platform.',
      ['flock-safety'],
    ],
  ])('%s', (_what, title, text, expected) => {
    expect(vendorsOf(title, text)).toEqual(expected)
  })

  it.each([
    ['Purchase of 30 V700 cameras, Sheriff', 'body-worn-camera', 'motorola-solutions'],
    ['Purchase of M500 in-car systems, Sheriff', 'in-car-video', 'motorola-solutions'],
    [
      'Renew Command Central Evidence storage, Police',
      'digital-evidence-management',
      'motorola-solutions',
    ],
    ['Repair of two Bosch MIC heads, street cameras', 'video-surveillance', 'bosch-security'],
    ['Purchase of two SIRAS drones, Police', 'drone', 'teledyne-flir'],
    ['Purchase of a Plate Hunter for the traffic unit, Police', 'alpr', 'leonardo-elsag'],
    ['DVM-800 in-car video units, Police', 'in-car-video', 'digital-ally'],
    ['Replace mini caliber robot, bomb squad', 'ground-robot', 'icor-technology'],
  ])('%s: %s of %s', (title, technology, vendor) => {
    const got = detector.detect({ title }, { facts: false })
    expect(got.technologies).toContain(technology)
    expect(got.vendors).toEqual([vendor])
  })
})

describe('who sells what another makes', () => {
  it.each([
    [
      'XProtect licenses',
      'Three years of upkeep, CDW Government LLC, $39,100.',
      ['cdw-g', 'milestone'],
    ],
    ['XProtect licenses', 'CDW Government LLC, $39,100; Convergint, $44,200.', ['milestone']],
    ['Sole source: Milestone/Axis, jail', '', ['axis', 'milestone']],
    ['Milestone/Main Street paving', '', []],
    ['Go Guardian, high school', '', ['goguardian']],
    ['L.V.T. TRAILERS', '', ['liveview-technologies']],
    ['SCRAM bracelets', '', ['scram-systems']],
  ])('%s', (title, text, vendors) => {
    expect(vendorsOf(title, text)).toEqual(vendors)
  })
})
