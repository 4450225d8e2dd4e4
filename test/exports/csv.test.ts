import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvColumns, csvText, writeCsv } from '../../src/exports/csv.ts'
import { type FindingRecord, toRecord } from '../../src/exports/finding-record.ts'
import { hostileListing, hostileText, listing } from '../support/listings.ts'

const evidence = {
  quote: 'license plate readers',
  start: 12,
  end: 33,
  term: 'license plate reader',
  field: 'title',
  technology: 'alpr',
  vendor: null,
  documentSha256: null,
  page: null,
}
const record = toRecord(
  listing,
  {
    evidence: [evidence, { ...evidence, quote: 'ALPR' }],
    facts: [],
    documents: [
      {
        title: 'Staff report',
        kind: 'attachment',
        url: 'https://riverton.example/report.pdf',
        sha256: null,
        pages: null,
        versions: 0,
        firstSeenAt: '2026-11-01T00:00:00.000Z',
        goneSince: '2026-11-20T00:00:00.000Z',
      },
    ],
  },
  'https://watch.example.org',
)

const none = { evidence: [], documents: [], facts: [] }

async function write(records: readonly FindingRecord[]): Promise<string> {
  async function* pages() {
    yield records
  }
  let text = ''
  for await (const chunk of writeCsv(pages())) text += chunk
  return text
}

const read = (text: string) =>
  parse(text, { columns: true, bom: true, record_delimiter: '\r\n' }) as Record<string, string>[]

/** What a spreadsheet may start a formula with, in all the forms it folds together. */
const dangerous =
  /^[\s\p{Cf}\p{Cc}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n\0]/u

describe('CSV', () => {
  it('starts with a mark, ends lines with CR LF, quotes texts and leaves numbers bare', async () => {
    const text = await write([record])
    expect(text.startsWith('\uFEFF"id","meetingId","sourceId",')).toBe(true)
    expect(text.endsWith('"\r\n')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('\r\n17,5,"riverton-wa-legistar","riverton-wa","Riverton","WA",')
    expect(text).toContain(',0.93,31500000,"$315,000",')
  })

  it('writes every field of the record under its own name', async () => {
    expect([...csvColumns]).toEqual(Object.keys(record))
    const [row] = read(await write([record]))
    expect(row).toMatchObject({
      date: '2026-12-01',
      time: '18:30',
      startsAt: '2026-12-02T02:30:00.000Z',
      isConsent: 'true',
      statusText: '',
      technologies: 'alpr',
      evidence: 'license plate readers | ALPR',
      documents:
        'Staff report https://riverton.example/report.pdf gone since 2026-11-20T00:00:00.000Z',
      pageUrl: 'https://watch.example.org/items/17',
    })
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\0x',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200b=1',
    '\ufeff=1',
    '−1',
  ])('puts an apostrophe before %j', (text) => {
    expect(csvText(text)).toBe(`'${text}`)
  })

  it.each(['7.b', 'a=b', '', '$315,000', "'quoted'", 'Ärger', '1-2'])('leaves %j alone', (text) => {
    expect(csvText(text)).toBe(text)
  })

  it('lets no text begin as a formula and changes nothing else', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = csvText(text)
        const whole = text.replace(/\p{Cs}/gu, '\uFFFD')
        expect(dangerous.test(written)).toBe(false)
        expect(written === whole || written === `'${whole}`).toBe(true)
        expect(written === whole).toBe(!dangerous.test(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('is read back as it was, whatever a portal sends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostileListing, { minLength: 1, maxLength: 4 }),
        async (findings) => {
          const rows = read(await write(findings.map((finding) => toRecord(finding, none, null))))
          expect(rows).toHaveLength(findings.length)
          for (const [at, row] of rows.entries()) {
            const finding = findings[at] ?? listing
            expect(row.title).toBe(csvText(finding.title))
            expect(row.location).toBe(csvText(finding.location ?? ''))
            expect(row.reasons).toBe(csvText(finding.reasons.join('; ')))
            expect(row.officialUrl).toBe(csvText(finding.officialUrl))
            expect(row.amountCents).toBe('31500000')
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
