import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const { detect } = createDetector()
const bandOf = (title: string, text = '') => detect({ title, text }).band

describe('what is left alone', () => {
  it.each([
    'Purchase of a sewer camera and CCTV inspection van',
    'Sanitary sewer cleaning and CCTV',
    'Disease surveillance grant for the Board of Health',
    'Services for lawful permanent residents (LPR) and refugees',
    'Proclamation honoring Taylor Flock',
    'Contract with Little Flock Landscaping',
    'Clearview Avenue water main replacement',
    'License plate brackets, 12 each',
    'Prohibiting obscured license plates',
    'Agreement with Axon Enterprise, Inc. for TASER 10 conducted energy weapons',
    'Purchase of Motorola APX portable radios',
    'Thermal imaging cameras for the Fire Department',
    'Thermal imaging camera replacement',
    'Ordinance adopting regulations on the use of unmanned aircraft (drones)',
    'Purchase of a new drone for the electric department',
    'FLIR K-70 TIC for the new aerial truck from Smoke Fire Equipment',
    'Drone light show for the Fourth of July',
    'Zoning text amendment to allow drone landing pads in commercial districts',
    'Weather station drones for the water department',
    'Specialty license plate fundraising for youth sports',
    'Grants of privilege in public way for Corner Liquors - security cameras',
    'Helicopter maintenance agreement',
    'Palantir Circle, final plat',
    'Rezoning of 40 Skydio Lane',
    'Tax abatement for the Skydio headquarters',
    'Palantir named sponsor of the marathon',
    'TASER cartridges from Axon',
    'Refuse trucks with a 360 degree camera system',
    'Drone aerial mapping of the landfill',
    'Video detection for traffic signals, Iteris Vantage',
    'Janitorial services at the Real Time Crime Center',
    'Automated parking citation processing services',
    'Newsletter and social media outreach on policing',
    'Purchase of police interceptor utility vehicles',
    'Forensic audit services',
    'Inmate X-ray services for the jail, three years',
    'Change of name of Stingray Court to Manta Court',
    'Agreement with Axon Village Homeowners Association for landscape maintenance',
    'Acting as the board of the county fire protection district, apply to the Assistance to Firefighters Grants program, not to exceed $80,000, for a command vehicle and thermal imaging cameras',
    'Employee biometric screening and flu shots',
    'Meeting held in camera; video conferencing available',
    'Approval of minutes of the regular meeting',
    '',
  ])('%s', (title) => {
    expect(bandOf(title)).not.toBe('found')
  })

  it('takes a common word for a product only where it is printed as a name', () => {
    const text = (word: string) =>
      `Genetec keeps the cameras of the parks running. Vendors need a ${word} to enter.`
    const technologiesOf = (word: string) =>
      detect({ title: 'Camera service for parks', text: text(word) }).evidence.map(
        ({ technology }) => technology,
      )
    expect(technologiesOf('security clearance')).not.toContain('digital-evidence-management')
    expect(technologiesOf('Clearance licence')).toContain('digital-evidence-management')
  })

  it('believes a title that its terms mean something else in the text, too', () => {
    const text = 'The closed circuit television camera is pulled through each main.'
    const { score } = detect({ title: 'Sewer CCTV inspection', text })
    expect(score).toBeLessThan(detect({ title: 'Award of bid', text }).score)
  })

  it('takes a piece of a table of sums for no title', () => {
    const row = 'GENERAL FUND 101-420-54109 0 7,310.00 0 4,012.84 285.39 181.00 1,306.50 1,212.54 '
    expect(bandOf(`${row.repeat(3)} ANKLE MONITORING 0 366`)).not.toBe('found')
  })

  it.each([
    [
      'Memorandum with the regional drug task force',
      'The drug task force uses long investigations, among them undercover surveillance, the purchase of information and electronic surveillance, against drug trafficking.',
    ],
    [
      'Agreement with the County Sheriff for law enforcement personnel',
      'The Sheriff watches the terminal of the National Crime Information Center/Colorado Crime Information Center at night.',
    ],
    [
      'Memorandum with the Department of Motor Vehicles',
      'The Driver and Vehicle Information Database is asked for addresses, also of camera violations at a red light camera.',
    ],
    ['2026 Justice Assistance Grant', 'The police will buy digital camera equipment.'],
    [
      'Highway safety grant for the Police Department',
      'It pays for overtime. Red light cameras and plate readers are not eligible under the program.',
    ],
    [
      'JAG application for the Police Department',
      'In earlier years the grant paid for license plate readers. This year it goes to vests.',
    ],
    [
      'Agreement with Tyler Technologies for a records system upgrade',
      'Links to the body camera vendor stay as they are.',
    ],
    [
      'Memorandum of understanding with the Police Officers Association',
      'A certificate in digital forensics from an accredited college counts as twelve units.',
    ],
    [
      'Tentative agreement with Teamsters Local 9',
      'Supervisors may look at the surveillance video of the jail for cause.',
    ],
    [
      'Permit fees of the building division',
      'Low voltage permits (alarm, data, access control, CCTV) go to $70.',
    ],
    [
      'Multifactor sign in for staff',
      'They sign in with a hardware key or the fingerprint reader of their laptop.',
    ],
    [
      'Emergency management grant',
      'Three tabletop exercises are held, one of them on a hostile drone over the stadium.',
    ],
    [
      'Agreement for public works software',
      'It shows vehicle location data of the snow plows to residents.',
    ],
    ['Software for the tool library', 'Iris System Inc. keeps the list of tools that are lent.'],
    [
      'Milestone Systems Consulting, project management of the ERP system',
      'Milestone leads change management.',
    ],
  ])('takes what is told in passing for no find: %s', (title, text) => {
    expect(bandOf(title, text)).not.toBe('found')
  })

  it('believes a denial', () => {
    const title = 'Visitor management software'
    expect(bandOf(title, 'The system has no facial recognition.')).toBe('none')
  })

  it('says what it left out and why', () => {
    expect(detect({ title: 'Purchase of a sewer camera' }).reasons.join()).toMatch(/sewer and pipe/)
  })

  it('takes an ambiguous vendor only near a hint', () => {
    expect(detect({ title: 'Flock camera renewal' }).vendors).toEqual(['flock-safety'])
    expect(detect({ title: 'Resolution honoring the Flock family' }).evidence).toEqual([])
  })
})
