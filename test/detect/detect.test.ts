import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const { detect } = detector
const bandOf = (title: string, text = '') => detect({ title, text }).band

describe('what is found', () => {
  it.each([
    ['Purchase of 12 license plate readers from Acme for the Police Department', 'alpr'],
    ['APPROVE LEASE OF LICENSE-PLATE\nRECOGNITION CAMERAS', 'alpr'],
    ['Agreement with Flock Group, Inc. for street pole attachments', 'alpr'],
    ['Renew body‑worn camera contract', 'body-worn-camera'],
    ['Compra de cámaras corporales para la policía', 'body-worn-camera'],
    ['Red light photo enforcement program, third amendment', 'photo-enforcement'],
    ['Contract with SoundThinking, Inc. for five years', 'gunshot-detection'],
    ['Launcher-based GPS vehicle tracking for the Sheriff', 'gps-tracking'],
    ['Adopt a surveillance technology ordinance', 'surveillance-oversight'],
    ['Security camera upgrade at Riverside Park', 'video-surveillance'],
    ['Purchase of two drones for the Fire Department', 'drone'],
    ['Drone as first responder pilot', 'drone-first-responder'],
    ['Radio-frequency drone detection system', 'counter-drone'],
    ['Renew Cellebrite licenses', 'phone-forensics'],
    ['S U R V E I L L A N C E  C A M E R A S for downtown', 'video-surveillance'],
    ['Inmate telephone services agreement', 'jail-communications-monitoring'],
  ])('%s', (title, technology) => {
    const got = detect({ title })
    expect(got.band).toBe('found')
    expect(got.technologies[0]).toBe(technology)
    expect(got.reasons.length).toBeGreaterThan(0)
    expect(got.version).toBe(detector.version)
  })

  it.each([
    ['Purchase of in-car and body-worn cameras for patrol', ['body-worn-camera', 'in-car-video']],
    ['Body and dash cameras, five-year lease', ['body-worn-camera', 'in-car-video']],
    ['In-car, body worn and interview room video', ['body-worn-camera', 'in-car-video']],
    ['BodyWorn and Rocket units for the police fleet', ['body-worn-camera', 'in-car-video']],
    ['Contract for speed and license plate cameras', ['alpr', 'photo-enforcement']],
    ['LPR and red light cameras, award of bid', ['alpr', 'photo-enforcement']],
    ['Purchase of drones and robots for the SWAT team', ['drone', 'ground-robot']],
    [
      'Grant for gunshot detection sensors and cameras, police',
      ['gunshot-detection', 'video-surveillance'],
    ],
    ['Purchase of license plate readers and cameras, police', ['alpr']],
    ['Replacement of the portable recording system, police', ['body-worn-camera']],
    [
      'Agreement with Cellebrite and link to the fusion center',
      ['fusion-center', 'phone-forensics'],
    ],
    ['Body-worn camera and interview room replacement', ['body-worn-camera', 'in-car-video']],
    ['Vehicle recognition subscription for the Police Department', ['alpr']],
    ['Repeal of the ban on automatic traffic surveillance systems', ['photo-enforcement']],
    ['Purchase of two LPR kits for patrol', ['alpr']],
    ['Body cameras, car cameras and a drone', ['body-worn-camera', 'drone', 'in-car-video']],
    ['Police: squad cameras and body cams', ['body-worn-camera', 'in-car-video']],
    ['Body cameras for officers, who sit in cars with car cameras', ['body-worn-camera']],
    ['Agreement on counter-unmanned aerial systems (c-UAS)', ['counter-drone']],
    [
      'Video management and analytics platform, Verkada, for the police',
      ['video-analytics', 'video-surveillance'],
    ],
    ['Agreement with Axon Enterprise, Inc. for the Lightpost pilot', ['alpr']],
    ['Military equipment use policy: drones, robots', ['drone', 'ground-robot']],
  ])('%s: every technology of a pair', (title, technologies) => {
    const got = detect({ title })
    expect(got.band).toBe('found')
    expect([...got.technologies].sort()).toEqual(technologies)
  })

  it.each([
    ['Rental of GPS tracking equipment for adults on probation', 'electronic-monitoring'],
    ['GPS tracking devices for detectives', 'gps-tracking'],
    ['Purchase of 15 vehicle cameras for the Sheriff', 'in-car-video'],
  ])('%s: %s', (title, technology) => {
    expect(detect({ title }).technologies).toEqual([technology])
  })

  it('names a product that stands in its maker’s name', () => {
    const got = detect({ title: 'Purchase of Flock Condor units for the Police Department' })
    expect(got.technologies).toContain('video-surveillance')
    expect(got.vendors).toEqual(['flock-safety'])
  })

  it('names the only maker of a text as vendor, and none of two', () => {
    const title = 'Approve purchase of equipment'
    const one = 'The quote of $58,240 covers 32 Verkada dome cameras for the new library.'
    const two = 'The quote covers 32 dome cameras; Verkada and Avigilon cameras were compared.'
    expect(detect({ title, text: one }).vendors).toEqual(['verkada'])
    expect(detect({ title, text: two }).vendors).toEqual([])
  })

  it.each([
    ['Renewal of the license tag reader subscription, Sheriff', true],
    ['RFID tag readers for the library book return', false],
    ['Courthouse entrance: replacement of the X-ray machine', true],
    ['Dental X-ray machine for the clinic', false],
    ['Syndromic surveillance data use agreement with the Department of Health', false],
    ['Bridge inspection using unmanned aircraft, consultant agreement', false],
    ['Purchase of CCTV equipment from CUES for the wastewater department', false],
    ['CCTV equipment for the police garage', true],
    ['Award of bid for police uniforms and body camera mounts', false],
    ['Genetec Synergis door controllers, Courthouse', false],
    ['Bridge deck and tower inspection by unmanned aircraft', false],
    ['Traffic signal with FLIR thermal detection', false],
    ['Stop-arm light kit for 21 school buses', false],
    ['Rekor Dance Studio, projecting sign', false],
    ['Onboard camera replacement, 24 transit buses', true],
    ['Body temperature cameras at the civic center', false],
    ['Dash cameras for refuse trucks', false],
    ['Pilot of a vehicle sound meter, amending the noise code', true],
    ['CitiWatch, fourth extension', true],
    ['Ordinance: apartment complexes are to install LPR', true],
    ['Drone light show with Sky UAV for the Fourth of July', false],
    ['PTZ cameras and switcher for the council chambers', false],
    ['Motorola radio system upgrade and console replacement', false],
    ['Citywide CCTV maintenance; recognizing this ordinance as an emergency', true],
    ['Ordinance regulating the gang assessment database', true],
    ['Purchase of a DJI drone for spraying weeds along county roads', false],
    ['Purchase of a DJI drone for the county sheriff', true],
    ['Online reporting portal for police reports, LexisNexis Risk Solutions', false],
    ['Investigative database subscription, LexisNexis Risk Solutions', true],
  ])('%s: %s', (title, isFound) => {
    expect(detect({ title }).relevant).toBe(isFound)
  })

  it.each([
    'Flock Safety agreement for 12 Falcon cameras',
    'Flock Safety license plate readers and camera lease',
    'Camera lease with Vigilant Solutions',
  ])('%s: cameras of a maker of plate readers are these', (title) => {
    expect(detect({ title }).technologies).toEqual(['alpr'])
  })

  it.each([
    ['all capitals', 'PURCHASE OF AUTOMATED LICENSE PLATE READERS'],
    ['capitals broken over lines', 'PURCHASE OF LICENSE PLATE REA-\nDERS'],
    [
      'digits misread for letters',
      'APPR0VE LICEN5E P1ATE READER5 F0R THE P0LICE: P1ATE REC0GNITION',
    ],
    ['a letter-spaced heading', 'A U T O M A T E D  L I C E N S E  P L A T E  R E A D E R S'],
    ['a column torn into lines', 'License\nPlate\nReaders\n12\n$36,000.00\nFlock\nSafety'],
    ['codes between words', 'Purchase of license\u0000plate\u0000readers'],
    ['a row of cells', 'Flock Safety   |  License Plate Reader | 12 | $36,000'],
    ['a row torn in two', 'License plate      12     $36,000\nreaders, Flock\nSafety'],
    [
      'bytes of another encoding',
      'M\ufffdnchen \u0000 \u0093license plate readers\u0094 caf\u00c3\u00a9',
    ],
  ])('reads through %s', (_, title) => {
    expect(detect({ title })).toMatchObject({ band: 'found', technologies: ['alpr'] })
  })

  it.each([
    ['Compra de c\u00c3\u00a1maras corporales para la polic\u00c3\u00ada', 'body-worn-camera'],
    ['COMPRA DE C\u00c3\u0081MARAS CORPORALES', 'body-worn-camera'],
    ['The Sheriff\u00e2\u20ac\u2122s license\u00c2\u00a0plate readers', 'alpr'],
    ['Readers of \u00e2\u20ac\u0153license plates\u00e2\u20ac\u009d, purchase of ALPR', 'alpr'],
  ])('reads %j, encoded twice, and quotes it as printed', (title, technology) => {
    const got = detect({ title })
    expect(got).toMatchObject({ band: 'found', technologies: [technology] })
    for (const { quote, start, end } of got.evidence) expect(title.slice(start, end)).toBe(quote)
  })

  it.each(['', ' \n\t ', '\u0000\u0001\ufffd', '%PDF-1.7 \ufffd\ufffd obj'])(
    '%j holds nothing',
    (title) => {
      expect(detect({ title, text: title })).toMatchObject({ band: 'none', evidence: [] })
    },
  )

  it('names vendors, reseller and maker both', () => {
    const got = detect({ title: 'Purchase order to CDW Government for Cellebrite Premium' })
    expect([...got.vendors].sort()).toEqual(['cdw-g', 'cellebrite'])
  })

  it('names what a maker is known for where the text bears it out', () => {
    const got = detect({
      title: 'Contract with Vigilant Solutions for the Investigative Data Platform',
      text: 'The subscription lets the license plate readers of the city be searched.',
    })
    expect([...got.technologies].sort()).toEqual(['alpr', 'police-data-integration'])
  })

  it('passes over a house of many brands where a text deals with a maker', () => {
    const text =
      'The city buys body-worn cameras from Axon Enterprise, Inc. The old ones were bought from Motorola.'
    expect(detect({ title: 'Replacement of body-worn cameras', text }).vendors).toEqual(['axon'])
  })

  it('finds a purchase told in the text of a bland title', () => {
    const text =
      'BACKGROUND: This ordinance authorizes the purchase of automated license plate readers for the Division of Police. The license plate readers will be leased from Flock Safety.'
    const got = detect({ title: 'To accept a subgrantee award and appropriate funds', text })
    expect(got).toMatchObject({ band: 'found', technologies: ['alpr'], vendors: ['flock-safety'] })
  })

  it('counts a sentence or two beside a title as the item’s own wording', () => {
    const title = 'Ten-year agreement with Axon for body cameras'
    const summary = 'In-car cameras, plate readers and stun guns are part of it.'
    expect([...detect({ title, text: summary }).technologies].sort()).toEqual([
      'alpr',
      'body-worn-camera',
      'in-car-video',
    ])
    const report = `${summary} ${'The department asks for approval to purchase a table. '.repeat(30)}`
    expect(detect({ title, text: report }).technologies).toEqual(['body-worn-camera'])
  })

  it.each([
    'The dash cameras will work with the body cameras.',
    'The department currently uses body cameras, plate readers and drones.',
    'A fusion center grant of the State pays for it.',
    'The firm is the current sole source provider of body cameras.',
  ])('leaves what a summary tells of aside: %s', (summary) => {
    expect(
      detect({ title: 'Purchase of dash cameras for patrol cars', text: summary }).technologies,
    ).toEqual(['in-car-video'])
  })

  it.each([
    [
      'Extend the automated vehicle identification system contract, airport ground transportation',
      '',
    ],
    ['Camera trailer purchase', 'It televises sewer mains.'],
    ['CCTV camera replacements, freeway and arterial system', ''],
    ['Police analytics dashboard for the records management system', ''],
    ['Donation of surplus property to the Sheriff', 'A security scanner that nobody uses.'],
    ['Grant for intensive supervision by the Sheriff', 'It includes house arrest and curfews.'],
    ['Agreement on state funds for internet crimes against children', ''],
    [
      'Grant of the Automated Red Light Enforcement Program to replace the traffic signal at Elm',
      '',
    ],
    ['Purchase of thermal imaging cameras', 'Camera equipment for the Fire Department'],
    ['Memorandum on the use of a 3D crime scene camera system', ''],
    ['Purchase of traffic CCTV cameras', ''],
    ['Purchase order, TASER International', 'For the purchase of tasers.'],
    [
      'Approve the Axon purchase agreement',
      'Taser 10 of Axon Enterprise, a conducted energy weapon.',
    ],
    ['Live Scan fingerprinting for the Department of Social Services', 'For foster homes.'],
    ['Purchase of furniture, Police Computer Crimes Unit', ''],
    ['Purchase of FLIR cameras for the intersection, Traffic Department', ''],
    ['Application for a crime analysis grant', ''],
    ['Grant to the Sheriff', 'The total station is a key investigative tool for crash scenes.'],
  ])('does not take for surveillance: %s', (title, text) => {
    expect(bandOf(title, text)).not.toBe('found')
  })

  it('leaves aside what is in use, though the title may be of any camera', () => {
    const text = 'The Department uses body cameras and gunshot detection from one room.'
    expect(detect({ title: 'Purchase of surveillance cameras', text }).technologies).toEqual([
      'video-surveillance',
    ])
  })

  it('counts cameras that a grant to police is to buy', () => {
    const text = 'The grant would fund the purchase of video cameras against crime.'
    expect(
      bandOf('Accept a safety grant to be administered by the Police Department', text),
    ).not.toBe('none')
  })

  it('names all that one breath of a long report names beside what the title names', () => {
    const report = `The renewal covers stun guns, body worn cameras, in-car video cameras and training. Drones are bought by others. ${'The board heard the chief on training. '.repeat(30)}`
    const { technologies } = detect({ title: 'Renewal of the body camera contract', text: report })
    expect([...technologies].sort()).toEqual(['body-worn-camera', 'in-car-video'])
  })

  it('takes a maker’s “safety cameras” for what it makes, and a firm dealt with once for none of today', () => {
    expect(detect({ title: 'Procurement of a Flock Safety Camera System' }).technologies).toEqual([
      'alpr',
    ])
    const { vendors } = detect({
      title: 'Agreement with Legacy Inmate Communications for inmate calling',
      text: 'In November 2010 the County contracted with Global Tel-Link for inmate calling.',
    })
    expect(vendors).toEqual([])
  })

  it('names the firm a model is bought from, and vendors that were called for none', () => {
    const ofModel = detect({ title: 'Purchase of V300 body worn cameras from WatchGuard, Inc.' })
    expect(ofModel.vendors).toEqual(['watchguard-video'])
    const ofCalls = detect({
      title: 'Purchase of body cameras',
      text: 'The vendors we called were Axon and Motorola Solutions for body cameras.',
    })
    expect(ofCalls.vendors).toEqual([])
  })

  it('names a firm and the firm that owns it', () => {
    const { vendors } = detect({
      title: 'Amendment to the body camera contract with Motorola Solutions, Inc.',
      text: 'The body camera lease is with Motorola Solutions, Inc., which owns WatchGuard Inc.',
    })
    expect([...vendors].sort()).toEqual(['motorola-solutions', 'watchguard-video'])
  })

  it('names what a long report says that a firm’s contract brings, and not what it leaves out', () => {
    const title = 'Five-year contract with Axon Enterprise, Inc. for the Officer Safety Plan'
    const report = `The plan bundles Axon Body 4 cameras for 200 officers and Fleet 3 for 60 vehicles. The drones are bought under a separate contract. ${'The board heard the chief on training. '.repeat(30)}`
    expect([...detect({ title, text: report }).technologies].sort()).toEqual([
      'body-worn-camera',
      'in-car-video',
    ])
  })

  it.each([
    'The license plate readers of the Sheriff are not part of this contract.',
    'In prior years the Sheriff bought license plate readers out of this award.',
    'License plate readers were offered and have been removed from the order.',
    'A member asked whether it has to do with license plate readers.',
    'The question was raised if it pays for license plate readers.',
  ])('%s: counts for nothing', (text) => {
    const got = detect({ title: 'Byrne grant for two part-time police officers', text })
    expect(got.band).toBe('none')
  })

  it('weighs a text less where its title is about something else', () => {
    const text = 'The purchase of license plate readers was told of.'
    expect(bandOf('Public safety contract, five years', text)).toBe('found')
    expect(bandOf('Records management system contract, five years', text)).not.toBe('found')
  })

  it('reads a title of many figures as a title', () => {
    const title =
      'Police: purchase order, Axon Enterprise, Inc. (renewal and expansion, 72 officers, from 11/01/26 through 10/31/28), Fund 10000-6310-22450, state and local price agreement, not to exceed $432,000.00 (through 10/31/28)'
    expect(bandOf(title)).toBe('found')
  })

  it('takes an award that is accepted for a grant', () => {
    const text = 'It pays for two license plate readers.'
    expect(bandOf('Acceptance of a state award, Police Department', text)).toBe('found')
  })

  it('takes the award of a bid for no grant', () => {
    const text = 'Bidders spoke of inmate phones.'
    expect(bandOf('Award of bid, jail kitchen', text)).not.toBe('found')
  })

  it('leaves out what a text says is no part of it', () => {
    const title = 'Contract with SoundThinking, Inc. for ResourceRouter, Police'
    const text = 'The gunshot sensors of 2023 are not part of the proposed contract.'
    expect(detect({ title, text }).technologies).toEqual(['predictive-policing'])
  })

  it.each([
    ['Twenty cameras; $88,000 from the General Fund.', 88_000],
    ['Twenty cameras. The old ones have generated $88,000.', null],
    ['Twenty cameras. The vendor has a monthly fee of $400.', null],
    ['Twenty cameras; $88,000 this year, $12,000 for cables.', null],
    ['Twenty cameras. Those seen pay $50 fines.', null],
  ])('takes the one sum of a summary for what is committed: %s', (text, committed) => {
    const { facts } = detect({ title: 'Purchase of body cameras', text })
    expect(facts.amountUsd).toBe(committed)
  })

  it('takes the bare cameras of a title for the one kind that its text is about', () => {
    const title = 'Purchase of cameras for the Police Department'
    const text = `Each patrol officer is to wear a body-worn camera. ${'The chief told of training. '.repeat(40)}`
    expect(detect({ title, text }).technologies).toEqual(['body-worn-camera'])
  })

  it('finds what was decided without a vote, where a report tells of it', () => {
    const text =
      'In May the City Manager executed an amendment with Flock Safety under her purchasing authority to add five cameras.'
    const got = detect({ title: 'Police Department report', text })
    expect(got).toMatchObject({ band: 'found', vendors: ['flock-safety'] })
    expect(got.facts.stated.map(({ value }) => value)).toContainEqual({
      step: 'decided without a vote',
    })
  })

  it('believes a short name of a maker that the text names in full', () => {
    const text = 'Staff asks the council to approve an agreement with Peregrine Technologies, Inc.'
    expect(detect({ title: 'Consideration of Peregrine', text })).toMatchObject({
      band: 'found',
      vendors: ['peregrine'],
    })
    expect(bandOf('Consideration of Peregrine')).toBe('none')
  })

  it('names the maker of what a text buys', () => {
    const text = 'Authorize the purchase of Avigilon cameras for the water plant, $38,220.'
    expect(detect({ title: 'Purchasing agent report', text }).vendors).toEqual(['avigilon'])
  })

  it('takes no maker for the vendor where contracts are let to firms that nobody names', () => {
    const text = 'The purchases of this year include an ELSAG license plate reader for $90,000.'
    const title = 'Purchase of equipment for the Division of Police'
    expect(detect({ title, text }).vendors).toEqual(['leonardo-elsag'])
    expect(detect({ title: `${title} by various contracts`, text }).vendors).toEqual([])
  })

  it('takes no name that is a part of another for its bearer', () => {
    const got = detect({ title: 'Purchase of squad car video from L3 Mobile-Vision, Inc.' })
    expect(got.vendors).toEqual(['l3-mobile-vision'])
  })

  it('finds cameras of speed zones, and rules for the drones of the police', () => {
    expect(bandOf('School speed zone camera proposal')).toBe('found')
    expect(bandOf('Ordinance regulating the use of drones by the police department')).toBe('found')
  })

  it('finds the sharing of plate data', () => {
    const got = detect({ title: 'Memorandum with the HIDTA on sharing local license plate data' })
    expect(got).toMatchObject({ band: 'found', technologies: ['alpr'] })
  })

  it('leaves furniture to those who sit on it', () => {
    const text =
      'Desks for the Computer Crimes Unit, which conducts computer forensic examinations.'
    expect(bandOf('Purchase of furniture', text)).not.toBe('found')
  })

  it('does not shout about one mention in a long text', () => {
    const text = `${'Repaving of Elm Street. '.repeat(80)} The contractor shall protect the body cameras of officers. ${'Kerbs and gutters. '.repeat(80)}`
    expect(bandOf('Award of a paving contract', text)).not.toBe('found')
  })
})

describe('a bland title of a grant to police', () => {
  const bought = 'The money is for new mobile license plate recognition systems.'

  it.each([
    'Ordinance accepting a $95,000 grant from the state emergency office for the police',
    'Edward Byrne grant application, $15,000 (Sheriff)',
    'Use of asset forfeiture funds, Police Department',
  ])('%s: found by what its text alone names, and says why', (title) => {
    const got = detect({ title, text: bought })
    expect(got.band).toBe('found')
    expect(got.technologies).toEqual(['alpr'])
    expect(got.reasons).toContain(
      'The title is of a grant to police, and the text names what it pays for',
    )
  })

  it.each([
    'Police Department annual report',
    'Ordinance accepting a $95,000 grant for the library',
  ])('%s: not by its text alone', (title) => {
    expect(bandOf(title, bought)).not.toBe('found')
  })
})
