import { describe, expect, it } from 'vitest'
import { barenessOf } from '../../src/detect/bare-title.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'

const { bareWords, tellingWords } = loadTaxonomy()
const words = { bareWords: new Set(bareWords), tellingWords: new Set(tellingWords) }
const detector = createDetector()

describe('how much a title tells', () => {
  it.each([
    'Resolution 26-114 authorizing an interlocal agreement with the Clerk of Courts',
    'APPROVE AMENDMENT NO. 3 TO THE AGREEMENT WITH HARLOW SYSTEMS, INC. IN AN AMOUNT NOT TO EXCEED $48,200',
    'Consider a Memorandum of Understanding (MOU) between the City of Elmwood and the Department of Justice',
    'C-4. Purchase of equipment, Police Department – Ogle County (FY 2027)',
    'Motion to approve the Sheriff’s\nannual software renewal',
  ])('nothing: %s', (title) => {
    expect(barenessOf(title, words)).toBe('bare')
  })

  it.each([
    'Agreement with Harlow Systems, Inc. for the boardwalk',
    'Authorize purchase of dispatch console equipment',
    'Interlocal Agreement – Clerk of Courts – Scofflaw Program',
  ])('a word or two: %s', (title) => {
    expect(barenessOf(title, words)).toBe('nearly')
  })

  it.each([
    'Agreement with Harlow Systems, Inc. for repair of two-way radios in garbage trucks',
    'Wrongful discharge from employment',
    'Door alarms in school buildings',
    'Purchase of furniture',
    'Agreement on the Brindle, Corsen and Dawlish matter',
    'Award of bid, police station roof',
    'Police Department annual report',
    'Contract with the Housing Trust for affordable senior apartments',
    `Resolution ${'and agreement '.repeat(40)}`,
  ])('what it is about: %s', (title) => {
    expect(barenessOf(title, words)).toBe('telling')
  })

  it.each([
    'Harbor & Markets Committee',
    'Sheriff’s Report',
    'Fire and Ambulance Commission – Old Business',
    'Town Engineer’s Update',
    'Commissioners’ Journal',
    'Borough Solicitor Oral Report',
    'Public Works Committee of the Whole',
    'Citizens to be heard',
    'Local Law Intro. 14',
  ])('who meets or speaks, and nothing else: %s', (title) => {
    expect(barenessOf(title, words)).toBe('bare')
  })

  it.each([
    'Contract with the Harbor Commission for mooring chains',
    'Appointments to the Tree Board',
    'Gravel for the Highway Superintendent',
  ])('what a body is dealt with for: %s', (title) => {
    expect(barenessOf(title, words)).not.toBe('bare')
  })

  it('is less bare as minutes, which tell much in passing', () => {
    expect(barenessOf('Harbor Commission minutes', words)).toBe('nearly')
  })

  it('is read from its first paragraph', () => {
    expect(barenessOf('Agreement, Police\n\nElm tree lane gravel pudding', words)).toBe('bare')
  })

  it('takes no longer than the title is long', () => {
    const title = 'with A '.repeat(150_000)
    const started = performance.now()
    barenessOf(title, words)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('a text under a title that tells nothing', () => {
  const text =
    'The department operates readers of plates. Under this agreement it shares what its license plate readers record.'

  it('says what the item is about', () => {
    const title = 'Agreement with the Drug Enforcement Administration'
    const found = detector.detect({ title, text })
    expect(found.band).toBe('found')
    expect(found.reasons.join(' ')).toContain('The title leaves it to the text')
  })

  it.each([
    [
      'Scofflaw initiative, Clerk of Courts',
      'Cars with license plate readers look for unpaid fines.',
    ],
    ['Agreement, County Attorney', 'The county may stream its cameras at parks.'],
  ])('is a sign under %s', (title, said) => {
    expect(detector.detect({ title, text: said }).reasons.join(' ')).toContain(
      'leaves it to the text',
    )
  })

  it('tells in passing under one that names another thing', () => {
    const title = 'Agreement with the Harlow Company for repair of gutters and roofs of the library'
    expect(detector.detect({ title, text }).band).not.toBe('found')
  })
})

describe('vague words of a text under a title that hints at the thing', () => {
  it.each([
    [
      'Upgrading the security system at the public works yard',
      'The system dates to 2003. Nine of 16 cameras no longer work and the recorder is not supported.',
      'video-surveillance',
    ],
    [
      'Replacement of equipment, Front Street parking garage',
      'No more tickets: plates in and out are matched to what was paid.',
      'alpr',
    ],
  ])('%s: believed', (title, text, technology) => {
    expect(detector.detect({ title, text }).technologies).toContain(technology)
  })

  it.each([
    [
      'Contract with Harlow Parking for replacement kiosks',
      'Customers key in the license plate as proof of payment.',
    ],
    [
      'Reciprocal reporting agreement with School District 14',
      'The agreement does not provide for access to any building cameras.',
    ],
  ])('%s: not so', (title, text) => {
    expect(detector.detect({ title, text }).band).not.toBe('found')
  })
})

it('takes plates of a text for read ones where its title is of citations or scofflaws', () => {
  const text = 'It checks plates of cars.'
  const quoted = (title: string) => detector.detect({ title, text }).evidence.map((it) => it.quote)
  expect(quoted('Agreement for scofflaw software')).toEqual(['plates'])
  expect(quoted('Agreement for tax software')).toEqual([])
})
