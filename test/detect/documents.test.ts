import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { type DocumentDetection, detectDocument } from '../../src/detect/document.ts'
import { type ItemDocument, withDocuments } from '../../src/detect/with-documents.ts'

const detector = createDetector()
const plain = 'The board reviewed the sewer rates and the library hours for the coming year.'
const cameras =
  'Staff recommends approval of an agreement with Flock Safety for 24 automated license plate readers. The total cost shall not exceed $151,200.'

const pagesOf = (...texts: readonly string[]) => texts.map((text, at) => ({ page: at + 1, text }))
const judge = (...texts: readonly string[]) => detectDocument(pagesOf(...texts), detector)
const times = (count: number, text: string) => Array.from({ length: count }, () => text)

function documentOf(detection: DocumentDetection, title = 'Staff Report'): ItemDocument {
  return { title, sha256: 'a'.repeat(64), detection }
}
const item = (title: string) => detector.detect({ title, text: '' })

describe('a document by itself', () => {
  it('is about what it opens with, however long it is', () => {
    expect(judge(cameras, ...times(200, plain))).toMatchObject({
      band: 'found',
      technologies: ['alpr'],
      vendors: ['flock-safety'],
      pages: 201,
      namingPages: 1,
    })
    expect(judge('Routing slip', 'Cover letter', cameras, ...times(60, plain)).band).toBe('found')
  })

  it('is the less about one of its pages the longer it is', () => {
    const scores = [4, 12, 40, 400].map((count) => judge(...times(count, plain), cameras).score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(judge(...times(3, plain), cameras, cameras).band).toBe('found')
    expect(judge(...times(40, plain), cameras, cameras).band).toBe('possible')
    expect(judge(...times(400, plain), cameras).band).toBe('none')
  })

  it('is not about the vendors of a list of payments', () => {
    const list = 'Check 4 Acme Paving $9,000. Check 5 Axon Enterprise $3,412. Check 6 Tires $90.'
    expect(judge(list).band).toBe('none')
    expect(judge(...times(30, plain), list).band).toBe('none')
  })

  it('adds up what is said a little on many pages', () => {
    const little = `${plain} The license plate readers are inspected.`
    expect(judge(little).band).toBe('none')
    expect(judge(plain, plain, plain, ...times(8, little)).band).toBe('possible')
  })

  it('takes the heading of a short paper for its title', () => {
    const letter =
      'POLICE DEPARTMENT\nOffice of the Chief\n\nDrone Deployment 2031\n\nMay 4: search.'
    expect(judge(letter)).toMatchObject({ band: 'found', technologies: ['drone'] })
    expect(judge(...times(20, plain), letter).band).not.toBe('found')
    const rows = 'City of Elm\nChecks of May\n4 Acme Paving 9,000.00\n5 Axon Enterprise 3,412.00'
    expect(judge(rows).band).toBe('none')
  })

  it('reads facts of minutes only on pages that tell of it', () => {
    const minutes = `City Council Minutes\n\n${plain}`
    const other = 'The paving contract has a term of five years.'
    const { facts } = detectDocument(pagesOf(minutes, cameras, other), detector)
    expect(facts.filter(({ page }) => page === 3)).toEqual([])
    const report = detectDocument(pagesOf(plain, cameras, other), detector)
    expect(report.facts.some(({ page }) => page === 3)).toBe(true)
  })

  it('is no minutes because those of the last meeting are approved or attached', () => {
    const kept = 'Data is retained for 30 days.'
    for (const heading of [
      '1. Approval of Minutes',
      'Meeting minutes attached',
      'REGULAR AGENDA\nMinutes',
    ]) {
      expect(judge(`CITY OF ELM\n${heading}\n\n${cameras}`, kept).factPages).toBe(2)
    }
    for (const heading of ['MINUTES OF THE COUNCIL', 'Draft Minutes, May 4', 'Minutes']) {
      expect(judge(`CITY OF ELM\n${heading}\n\n${cameras}`, kept).factPages).toBe(1)
    }
  })

  it('takes no step from a page that lists many', () => {
    const steps = (...texts: readonly string[]) =>
      judge(...texts).facts.flatMap(({ kind, page }) => (kind === 'procedure' ? [page] : []))
    const agenda = `CLOSED SESSION\nCONSENT CALENDAR\nPUBLIC HEARINGS\n${cameras}`
    expect(steps(agenda)).toEqual([])
    expect(steps(`CONSENT CALENDAR\n${cameras}`)).toEqual([1])
  })

  it('leaves the report of the next item alone', () => {
    const next = 'STAFF REPORT\nSUBJECT: Library roof\nIt has a term of five years.'
    const exhibit = 'Exhibit A\nIt has a term of five years.'
    const pagesOfFacts = (text: string) => judge(cameras, text).facts.map(({ page }) => page)
    expect(pagesOfFacts(next)).not.toContain(2)
    expect(pagesOfFacts(exhibit)).toContain(2)
  })

  it('says nothing of no pages, and of pages without words', () => {
    const nothing = { band: 'none', score: 0, technologies: [], evidence: [], sums: [] }
    expect(judge()).toMatchObject({ ...nothing, pages: 0 })
    expect(judge('', ' \n')).toMatchObject({ ...nothing, pages: 2 })
  })

  it('quotes every word from the page it names, whatever stands around', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 60 }), fc.boolean()), { maxLength: 12 }),
        (parts) => {
          const pages = pagesOf(
            ...parts.map(([text, isTelling]) =>
              isTelling ? `${text}\n${cameras}\n${text}` : text,
            ),
          )
          const found = detectDocument(pages, detector)
          for (const { page, quote, start, end } of [...found.evidence, ...found.sums]) {
            expect(pages[page - 1]?.text.slice(start, end)).toBe(quote)
          }
          expect(found.score).toBeGreaterThanOrEqual(0)
          expect(found.score).toBeLessThanOrEqual(1)
          expect(JSON.parse(JSON.stringify(found))).toEqual(found)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an item with its documents', () => {
  const bland = 'Approval of a technology services agreement'

  it('is found by a report, with its sum and the page of each quote', () => {
    const found = withDocuments(item(bland), bland, [documentOf(judge(plain, cameras))])
    expect(found).toMatchObject({
      relevant: true,
      band: 'found',
      technologies: ['alpr'],
      vendors: ['flock-safety'],
      facts: { amountUsd: 151_200 },
    })
    expect(found.evidence.every(({ field, page }) => field === 'document' && page === 2)).toBe(true)
    expect(found.reasons.join()).toContain('“Staff Report” names “automated license plate readers”')
  })

  it('keeps what it says itself, and gets the vendor that it leaves out', () => {
    const title = 'Purchase of body-worn cameras in the amount of $80,000'
    const own = item(title)
    const found = withDocuments(own, title, [documentOf(judge(cameras))])
    expect(found.technologies).toEqual(own.technologies)
    expect(found.facts.amountUsd).toBe(80_000)
    expect(found.vendors).toEqual(['flock-safety'])
    expect(found.evidence.slice(0, own.evidence.length)).toEqual(own.evidence)
  })

  it('is what it is by itself where its documents say nothing', () => {
    const own = item(bland)
    expect(withDocuments(own, bland, [])).toBe(own)
    expect(withDocuments(own, bland, [documentOf(judge(plain))])).toBe(own)
  })

  it('is not raised by minutes, and only to possible by payments', () => {
    const report = documentOf(judge(cameras))
    for (const title of ['Approval of the minutes of May 4', 'Minutes: regular meeting']) {
      expect(withDocuments(item(title), title, [report]).band).toBe('none')
    }
    const excerpt = documentOf(judge(cameras), 'Minutes excerpt')
    expect(withDocuments(item(bland), bland, [excerpt]).band).toBe('none')
    const payments = 'Approval of claims and payroll'
    expect(withDocuments(item(payments), payments, [report])).toMatchObject({
      band: 'possible',
      relevant: false,
    })
  })

  it.each([
    ['two sums of a kind', `${cameras} Training shall not exceed $9,000.`],
    ['a larger sum of another kind', `${cameras} The estimated amount of the project is $900,000.`],
  ])('takes no amount from documents with %s', (_, text) => {
    const found = withDocuments(item(bland), bland, [documentOf(judge(text))])
    expect(found.band).toBe('found')
    expect(found.facts.amountUsd).toBeNull()
    expect(found.facts.amounts.length).toBeGreaterThan(1)
  })

  it('takes no amount for an item that spends nothing', () => {
    const title = 'Annual report of the Police Department'
    const found = withDocuments(item(title), title, [documentOf(judge(cameras))])
    expect(found.facts.amountUsd).toBeNull()
  })

  it('does not depend on the order of the documents', () => {
    const documents = [
      documentOf(judge(plain, cameras)),
      { ...documentOf(judge(...times(40, plain), cameras), 'Packet'), sha256: 'b'.repeat(64) },
      { ...documentOf(judge('Purchase of drones from Skydio. Drones fly.'), 'Quote'), sha256: 'c' },
    ]
    const found = withDocuments(item(bland), bland, documents)
    expect(withDocuments(item(bland), bland, [...documents].reverse())).toEqual(found)
  })
})
