import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const technologiesOf = (title: string, text = '') => {
  const { band, technologies } = detector.detect({ title, text }, { facts: false })
  return band === 'found' ? [...technologies].sort() : []
}
const vendorsOf = (title: string) => detector.detect({ title, text: '' }, { facts: false }).vendors

describe('tools of investigators by the names that clerks give them', () => {
  it.each([
    ['FRED forensic workstation for the detectives', ['phone-forensics']],
    ['Workshop on FRED, the database of economic figures', []],
    ['Tableau write blocker for the detectives', ['phone-forensics']],
    ['Tableau licenses for the budget office', []],
    ['Cell phone download kiosk, one', ['phone-forensics']],
    ['Cell phone stipends for staff', []],
    ['Griffeye license, one year', ['phone-forensics']],
    ['IBIS support by the maker, Forensic Technology: ballistics unit', []],
    ['Joining the High Technology Crime Task Force', ['phone-forensics']],
    ['Equipment of the digital evidence lab, Sheriff', ['phone-forensics']],
    ['Policy on cellular communications interception technology', ['cell-site-simulator']],
    ['Van with mobile phone tracking, fugitive squad', ['cell-site-simulator']],
    ['Stingrays swim team: use of the pool', []],
    ['Report on electronic interceptions, District Attorney', ['communications-interception']],
    ['Call detail record software with mapping, detectives', ['location-data']],
    ['Unacast data for the tourism office', ['location-data']],
    ['Geofence around the scooter corrals', []],
    ['Ordinance on web based reporting by pawnbrokers', ['data-broker']],
    ['Pawnbroker license, 12 Mill Street', []],
    ['Tracers subscription for the fugitive squad', ['data-broker']],
    ['Fivecast license, one year', ['social-media-monitoring']],
    ['Maltego for the analysts of the Police', ['social-media-monitoring']],
    ['Open source software for the library', []],
    ['Threat intelligence platform for cybersecurity', []],
    ['Dark web watch for stolen passwords: dark web monitoring software', []],
    ['Simsi license for the Police', ['predictive-policing']],
    ['ResourceRouter, formerly ShotSpotter Connect', ['predictive-policing']],
    ['AZLink agreement with the Sheriff', ['police-data-integration']],
    ['Integrated Law and Justice Agency: data sharing by COPLINK', ['police-data-integration']],
    ['Integrated Law and Justice Agency: tickets written on a handheld', []],
    ['Business intelligence platform for Finance', []],
    ['Gang information system, user fee', ['gang-intelligence-database']],
    ['ROCIC dues, Police', ['fusion-center']],
    ['Counter Terrorism Center, one detective', ['fusion-center']],
    ['RAN Board: spending plan', ['biometric-identification']],
    ['Radio access network for the water meters', []],
    ['Voice recognition on the telephone menu', []],
    ['Mug shot system for the jail', ['biometric-identification']],
    ['Fingerprint scanners for patrol', ['mobile-biometrics']],
    ['RapidID handhelds, ten', ['mobile-biometrics']],
    ['Genealogy work on two cold cases', ['rapid-dna']],
    ['Genealogy room of the library', []],
    ['Forensics workstation, media unit', ['phone-forensics']],
    ['Forensics club of the school', []],
    ['Examination of smartphones: agreement with the county', ['phone-forensics']],
    ['Wireless collection equipment, special investigations', ['cell-site-simulator']],
    ['Waste collection equipment', []],
    ['Anonymized cell phone data for the fair', ['location-data']],
    ['Pawnshops: they shall upload each sale and a digital photograph', ['data-broker']],
    ['Pawnshops: distance from schools', []],
    ['Asset search tool for fraud cases', ['data-broker']],
    ['Online investigations software', ['social-media-monitoring']],
    ['Undercover internet accounts, one license', ['social-media-monitoring']],
    ['NC4 Street Smart, three years', ['police-data-integration']],
    ['Crime analyst services for five cities', ['police-data-integration']],
    ['Pay of the crime analyst', []],
    ['RISSNET access fee', ['fusion-center']],
    ['Booking imaging for the new jail', ['biometric-identification']],
    ['Booking of the concert hall', []],
    ['Forensic services for mobile devices', ['phone-forensics']],
    ['Policy on phone searches by the police', ['phone-forensics']],
    ['Search for a new phone vendor', []],
    ['Phone mapping software', ['location-data']],
    ['Phone download software, detectives', ['phone-forensics']],
    ['Phone book download page', []],
    ['Mugshot and fingerprint image project with the state', ['biometric-identification']],
    ['Wireless on-the-street identification, twelve units', ['mobile-biometrics']],
    ['Junk dealers: electronic transaction reports, web based', ['data-broker']],
    ['Junk dealers: fee', []],
    ['People search committee for a new manager', []],
    ['A.F.I.S. upkeep', ['biometric-identification']],
    ['Data sharing among police departments of the valley', ['police-data-integration']],
    ['Open source intelligence software for the Police', ['social-media-monitoring']],
    ['Records platform CLEAR Proflex with plate reader gateway', ['alpr', 'data-broker']],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })

  it('does not name what a platform of the police is fed with', () => {
    const title = 'Peregrine Technologies, three years, Police'
    const fed = [
      'The platform sits on top of records, dispatch and body cameras.',
      'It searches across reports and plate readers.',
      'Records, dispatch and license plate readers can be searched together.',
    ]
    for (const text of fed) expect(technologiesOf(title, text)).toEqual(['police-data-integration'])
    expect(technologiesOf(title, 'Ten body cameras are bought with it.')).toEqual([
      'body-worn-camera',
      'police-data-integration',
    ])
  })

  it('leaves a wide word where the text says what the software is', () => {
    const text = 'Hawk Analytics (CellHawk) for $9,000.'
    expect(technologiesOf('Investigative software, Police', text)).toEqual(['location-data'])
    expect(technologiesOf('Investigative software, Police')).toEqual(['data-broker'])
  })

  it('knows firms by their longer and their former names', () => {
    expect(vendorsOf('Cogent Systems CABIS, support')).toEqual(['thales-cogent'])
    expect(vendorsOf('Parabon Snapshot for one case')).toEqual(['parabon'])
    expect(vendorsOf('LeadsOnline NightHawk license')).toEqual(['nighthawk-cloud'])
    expect(vendorsOf('MorphoIDent handhelds')).toEqual(['idemia'])
    expect(vendorsOf('Cogent Communications internet line')).toEqual([])
    expect(vendorsOf('Cellebright license, detectives')).toEqual(['cellebrite'])
    expect(vendorsOf('GreyKey license, detectives')).toEqual(['grayshift'])
    expect(vendorsOf('Sentinel: home detention of offenders')).toEqual(['sentinel-offender'])
    expect(vendorsOf('Sentinel Ridge: final plat')).toEqual([])
    expect(vendorsOf('Thales livescan stations')).toEqual(['thales-cogent'])
  })
})

describe('watching of those on probation and in jail', () => {
  it.each([
    ['Pretrial GPS services', ['electronic-monitoring']],
    ['GPS survey equipment for the engineers', []],
    ['BI SmartLINK for the probation office', ['electronic-monitoring']],
    ['EHM services for the court', ['electronic-monitoring']],
    ['Smartphone check in for people on probation', ['electronic-monitoring']],
    ['Smartphone app of the library', []],
    ['Electronic monitoring of pump stations (SCADA)', []],
    ['Tetherball courts in the park', []],
    ['Guardian RFID for rounds and cell checks', []],
    ['Guardian RFID wristbands for inmates', ['electronic-monitoring']],
    ['Video visitation system for the jail', ['jail-communications-monitoring']],
    ['Video visitation room of the family court', []],
    ['Mail scanning for the jail', ['jail-communications-monitoring']],
    ['Mail scanning for the clerk', []],
    ['Resident communications: newsletter', []],
    ['Phone services for people in custody: free calls', ['jail-communications-monitoring']],
    ['Incarcerated people’s communications', ['jail-communications-monitoring']],
    ['Telephone and tablet services, correctional facility', ['jail-communications-monitoring']],
    ['Telephone and tablet services, city hall', []],
    ['Smart Communications Holding, first amendment', ['jail-communications-monitoring']],
    ['GPS for pretrial defendants', ['electronic-monitoring']],
    ['GPS for the probation fleet', []],
    ['Electronic bracelets, Juvenile Court', ['electronic-monitoring']],
    ['Home confinement of dangerous dogs', []],
    ['Electronic surveillance program in lieu of jail', ['electronic-monitoring']],
    ['S.C.R.A.M. units, two', ['electronic-monitoring']],
    ['Location monitoring for pretrial release', ['electronic-monitoring']],
    ['Location monitoring of buses', []],
    ['Telephone and video call services in county jails', ['jail-communications-monitoring']],
    ['Free communication for incarcerated residents', ['jail-communications-monitoring']],
    ['Free communication course for residents', []],
    ['LeadsOnline (CellHawk), invoice', ['location-data']],
    ['Community corrections: lease of monitoring units', ['electronic-monitoring']],
    ['Monitoring equipment for the water plant', []],
    ['Monitors, ankle, 40 each', ['electronic-monitoring']],
    ['Custody alternatives program: GPS for 30 people', ['electronic-monitoring']],
    ['Phone calls from the jail shall be free', ['jail-communications-monitoring']],
    ['Voice and tablet services for adults in custody', ['jail-communications-monitoring']],
    ['Voice and data services for city hall', []],
  ])('%s', (title, technologies) => {
    expect(technologiesOf(title)).toEqual(technologies)
  })
})
