import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

const detector = createDetector()
const amountOf = (title: string, text = '') => detector.detect({ title, text }).facts.amountUsd
const roleOf = (title: string, text = '') => detector.detect({ title, text }).role

/** Own words, in the manner of memos and minutes, which tell of more sums than the one that is asked for. */
describe('the sum that a text asks for', () => {
  it.each([
    // What is voted on weighs more than what was told before it.
    [
      'Phone extraction software for the Sheriff',
      'The Cellebrite subscription is $28,400 and the college will give $4,000 of it. Motion to pay $24,400 from contingencies carried 4-0.',
      24_400,
    ],
    [
      'Pool surveillance cameras',
      'One firm asked $18,000 for the surveillance cameras, $26,500 with the parking lot. Trustee Dahl moved to approve the contract with the parking lot at $26,500. Motion carried.',
      26_500,
    ],
    [
      'Sheriff: bid for body worn cameras',
      'The term is two years, $50,000 in the first year and $30,000 in the second, for body worn cameras. Motion by Roe to approve the body worn camera bid as presented. Carried.\nMotion by Poe to approve a patrol car at $44,000. Carried.',
      80_000,
    ],
    // What is put off commits nothing.
    [
      'Body camera quotes',
      'Quotes for body cameras came from Axon ($30,500) and Getac ($25,100). Alderman Orr moved to table the matter. Motion carried.',
      null,
    ],
    [
      'Award of contract for surveillance cameras at the garage',
      'The estimated price is $210,000. Staff will return to Council with the bids.',
      null,
    ],
    [
      'Body cameras for the village police',
      'The chief thought that body cameras may cost between $40,000 and $60,000. No action was taken.',
      null,
    ],
    // Other business of the day.
    [
      'Courthouse security cameras',
      'The Board took the quote of Lenswork for courthouse security cameras in the amount of $38,900.\nAlso approved: a salt spreader for $9,700 and a trip of the clerk at a cost of $410.',
      38_900,
    ],
    [
      'Sheriff: inmate telephone agreement with Securus',
      'The board approved an addition to the Securus inmate telephones without cost.\nAlso: a supplemental appropriation of $18,300 for scanners at the Recorder.',
      null,
    ],
    // Former contracts.
    [
      'Extension of the photo enforcement agreement with Verra Mobility',
      'The agreement approved in 2021 in the amount of $2,900,000 expires in May. Staff recommends an extension of half a year without cost.',
      null,
    ],
    [
      'Renewal of gunshot detection',
      "Last year's subscription to ShotSpotter cost $61,000. The renewal for the coming year is $64,500. Recommendation: approve the renewal.",
      64_500,
    ],
    // What may come after a trial.
    [
      'Drone trial with Flock Safety',
      'The City pays nothing during the trial. After it the list price of the drone service is $280,000 a year, should the City wish to subscribe.',
      null,
    ],
    [
      'Drone trial and a second aircraft',
      'Approve a trial of drones with Flock Safety. The City buys a second drone at a reduced price of $47,000. If the trial succeeds, a full year is put at $290,000.',
      47_000,
    ],
    // Of a contract that grows what is added; of a price that grew the price.
    [
      'Contract change for electronic monitoring',
      'The contract for GPS ankle monitoring has a maximum of $80,000. The department asks that the maximum be raised from $80,000 to $125,000.',
      45_000,
    ],
    [
      'Amendment of the ankle monitoring agreement',
      'Execute the amendment with BI for GPS ankle monitoring and increase the not-to-exceed amount from $70 000 to $100,000.',
      30_000,
    ],
    [
      'License plate readers for Route 4',
      'Each reader is $3,100 per year; six license plate readers for two years come to $37,200.',
      37_200,
    ],
    [
      'Award of contract for surveillance cameras',
      'The project budget is $310,000. A recommendation will be handed out at the meeting.',
      null,
    ],
    [
      'Agreement with RedSpeed for school zone speed cameras',
      'The vendor keeps $19 of each $100 citation. Staff expects revenue of $580,000 in the first year.',
      null,
    ],
    [
      'Bill 71',
      'An ordinance appropriating $375,000 from the Capital Reserve for gunshot detection sensors. SECTION 1. There is appropriated $375,000.',
      375_000,
    ],
    [
      'Purchase of a police drone',
      'Three quotes: RMUS $29,700; Ohm $31,100. Staff recommends the purchase from RMUS.',
      29_700,
    ],
    // Whose offer is recommended.
    [
      'Body-worn cameras for the police',
      "Utility, Inc. quoted $21,900 for body-worn cameras; Axon's price was $38,700. Recommendation: authorize the purchase from Utility, Inc.",
      21_900,
    ],
    // What others pay, what it would cost elsewhere, and what comes back for another vote.
    [
      'License plate readers: authority to negotiate',
      'Staff asks to negotiate with Flock Safety. Similar cities pay $50,000 to $70,000 a year.',
      null,
    ],
    [
      'Real-time crime center software',
      'Fusus offers its real-time crime center for half a year at no charge. Its usual price is $68,000.',
      null,
    ],
    [
      'Negotiation with Flock Safety on plate readers',
      'The readers may come to $66,000. A contract with the final price will be brought back to Council.',
      null,
    ],
    // A payment that grows, and a rate that does.
    [
      'Axon contract addendum',
      "Six body camera bundles for the months left cost $15,300. The contract's yearly payment goes from $98,000 to $105,000. Approval of the addendum is requested.",
      15_300,
    ],
    [
      'Speed camera contract extension with Altumint',
      'The monthly fee per site increases from $2,700 to $3,100.',
      null,
    ],
    [
      'Hall camera system',
      'Budget: $88,000. Low bid: $73,500 (Ohm Signal). High bid: $99,100. Award to Ohm Signal for the security camera system is recommended.',
      73_500,
    ],
    [
      'Pole camera purchase',
      'Crime Point quoted $59,200 for four pole cameras. The unit has $110,000 in forfeiture funds. The Chief asks for approval.',
      59_200,
    ],
    [
      'Retail theft grant for license plate readers, $1.2 million',
      'The request for license plate readers is $1,184,300. Approval to apply is asked.',
      1_184_300,
    ],
    [
      'Camera system of the hall: bids',
      "Staff requests authorization to advertise for bids for the surveillance camera system. Engineer's estimate is $130,000.",
      null,
    ],
    // What was, in a resolution without full stops.
    [
      'Amending Resolution No. 31 for 2022 on body cameras',
      'WHEREAS, Resolution No. 31 for 2022 of this Legislature approved an agreement for body cameras at most $1,210,000, and\nWHEREAS, the Sheriff asks for $8,150 more, now, therefore, be it\nRESOLVED, That Resolution No. 31 for 2022 is amended by $8,150, to a new total of $1,218,150',
      8_150,
    ],
    [
      'First modification of the body camera agreement',
      'Sign a first modification of the body camera agreement for $940,000. The agreement would then run ten years and may not go above $2,310,000 in all.',
      940_000,
    ],
    // Talked over, laid side by side, or taken in.
    [
      'Plate readers of Flock',
      'Presentation and Discussion\nA Flock camera costs $2,900 yearly.',
      null,
    ],
    [
      'Video surveillance of the jail',
      'Option 1. A new system of surveillance cameras: $1,400,000. Option 2. More cameras: $260,000.',
      null,
    ],
    [
      'Red light camera contract, extension of half a year',
      'In that time revenue is expected to reach $1,210,000.',
      null,
    ],
    // Forms.
    [
      'Contract renewal: CLEAR people search, Thomson Reuters',
      'Earlier agreement $5,100.20. New agreement $6,000.40. Together $11,100.60. Total Dollar Value of Contract: $ 6,000.40',
      6_000.4,
    ],
    // Grants.
    [
      'Shared JAG award: camera trailer',
      'JAG award total $48,000, to be divided between the City and the County. Council is asked to accept its share of $24,000 for a surveillance camera trailer.',
      24_000,
    ],
    [
      'Body worn camera grant of the Department of Justice',
      'The Department of Justice awarded a $51,300 grant to the Town for body worn cameras. Total project budget is $139,000. Staff recommends that the Board accept the grant.',
      51_300,
    ],
    [
      'Resolution relating to acceptance of a State grant for the surveillance camera project',
      'The surveillance cameras will cost $200,000, of which $160,000 (80%) would be provided by the grantor and $40,000 (20%) would be provided by the city.',
      160_000,
    ],
    [
      'JAG 2026: body cameras',
      'The City applied for $52,000 and was awarded $33,000 for body cameras. Council is asked to accept the award.',
      33_000,
    ],
    [
      'Accept award of two in-car cameras',
      'The State has awarded the Department two in-car cameras valued at $11,200. Wiring, about $1,900, is in the fleet budget.',
      11_200,
    ],
    [
      'Resolution accepting Stonegarden funds',
      'WHEREAS, the County has been awarded Operation Stonegarden funds in the amount of $48,000.00; and\nWHEREAS, $30,000.00 is for overtime and $18,000.00 for a license plate reader trailer;\nBE IT RESOLVED that the award is accepted.',
      48_000,
    ],
  ])('%s', (title, text, sum) => expect(amountOf(title, text)).toBe(sum))
})

describe('the sum that a title asks for', () => {
  it.each([
    [
      'Amendment 3 of the gunshot detection agreement with ShotSpotter, with no change to the total contract amount of $480,000',
      null,
    ],
    [
      'Agreement with Flock Safety for plate readers not to exceed $150,000 for three years, with an option for two additional years for a maximum of $250,000',
      150_000,
    ],
    ['Purchase of ankle monitors from SCRAM, $31,400, and nine GPS trackers, $18,600', 50_000],
    ['Receive and file: ShotSpotter performance report, annual cost $190,000', null],
    ['Settlement of claim over red light camera tickets in the amount of $120,000', null],
    [
      'Public hearing and application for the Justice Assistance Grant of $24,300 for body worn cameras',
      24_300,
    ],
    [
      'Actions on ShotSpotter: 1. Award a service contract of $240,000; 2. RESOLUTION, 9th Amendment to the Annual Appropriation Resolution adding $66,000 of grant money',
      240_000,
    ],
    [
      'Agreement with Vigilant for plate readers, not to exceed $390,000; and a budget amendment, the whole plate reader project not to exceed $455,000',
      455_000,
    ],
    [
      'Third amendment for four plate readers, for a first sum of $9,000 through March and $8,000 per year after that for up to two years',
      25_000,
    ],
    [
      'Agreement with Motorola Solutions for plate readers in the amount of $310,000, and a resolution adopting the plate reader use policy',
      310_000,
    ],
    ['Drone proposal: discussion', null],
    ['Accept retail theft grant for license plate readers ($1.2 MILLION)', 1_200_000],
    [
      'Request: A. ACCEPT the JAG GRANT of $44,000; B. ADOPT an ordinance; and C. APPROVE an AGREEMENT for plate readers in the amount of $51,000',
      44_000,
    ],
    ['Termination of the ShotSpotter agreement before its $340,000 renewal', null],
    ['Requirements contract, body worn cameras, $80,000', 80_000],
  ])('%s', (title, sum) => expect(amountOf(title)).toBe(sum))
})

describe('what a decision says where a title says little', () => {
  it.each([
    [
      'Resolution: phone forensics upgrade',
      'NOW, THEREFORE, BE IT RESOLVED that the Mayor is authorized to accept the grant of $22,000 for Cellebrite phone forensics.',
      'grant',
    ],
    [
      'Purchase of Cellebrite phone forensics',
      'RECOMMENDATION: accept the grant of $22,000 and purchase the software.',
      'procurement',
    ],
    ['Facial recognition regulations', '', 'policy'],
    [
      'Accept equipment from the Council of Governments: surveillance cameras for dumping sites',
      '',
      'grant',
    ],
    ['Accept the quote for surveillance cameras from Elm County Office Supply', '', 'procurement'],
    [
      'Amendment Two with BI, Inc. for ankle monitoring and Annual Policy Review',
      '',
      'procurement',
    ],
    ['Report: Flock Safety presentation on its audit of searches', '', 'report'],
    ["Transmittal of the Chief's memorandum on license plate reader hits", '', 'report'],
    ['Reclassify an analyst to supervisor of the Real-Time Crime Center', '', 'other'],
    [
      'Approve payment of an invoice of WatchGuard for in-car cameras, to be reimbursed by JAG grant',
      '',
      'procurement',
    ],
    [
      'Police Department report',
      'Motion by Trustee Hall, seconded by Trustee Baker, to approve the purchase of two license plate readers from Motorola at $11,900. Carried.',
      'procurement',
    ],
    [
      'Agreement with Houston HIDTA',
      "Both agencies may search each other's license plate reader data. No funds are exchanged.",
      'data-sharing',
    ],
    [
      'Agreement with the County Sheriff for license plate readers',
      'The Sheriff will share the data of the readers, and the City will pay $14,000 for two of them.',
      'procurement',
    ],
    [
      'COSSAP application: phone extraction',
      'Permission is asked to apply for $71,000. If awarded, it would buy Cellebrite phone extraction.',
      'grant',
    ],
  ])('%s', (title, text, role) => expect(roleOf(title, text)).toBe(role))
})
