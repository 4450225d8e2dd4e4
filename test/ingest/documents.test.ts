import { describe, expect, it } from 'vitest'
import { recoverDocumentJobs } from '../../src/db/queries/document-jobs.ts'
import { searchPages } from '../../src/db/queries/search-pages.ts'
import { redetectItems } from '../../src/ingest/redetect.ts'
import type { LocalDate } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import { rowsOf, testDb } from '../support/database.ts'
import { detector, documentDesk, FetchFault, sha256Of } from '../support/document-reading.ts'
import { sourceId, watch } from '../support/ingesting.ts'
import { item, meeting } from '../support/meetings.ts'

const start = new Date('2026-03-05T12:00:00Z')
const hour = 3_600_000

const report = [
  'To: City Council. Subject: technology services agreement.',
  'Staff recommends approval of an agreement with Flock Group, Inc. (Flock Safety) for 24 automated license plate reader cameras.',
  'The automated license plate readers keep images for 30 days.',
  'The total cost shall not exceed $151,200.',
].join('\n')
const insurance = 'Certificate of liability insurance. Each occurrence $1,000,000.'
const register = [
  'Check 1, Altamaha Office Supply, $1,248.60.',
  'Check 2, Axon Enterprise, Inc., $3,412.00.',
  'Check 3, Baldwin Paving Company, $48,110.25.',
].join('\n')

const file = (
  name: string,
  kind: 'attachment' | 'agenda' | 'minutes' | 'video' = 'attachment',
) => ({
  kind,
  title: name,
  url: `https://riverton.example/${name}`,
})

const bland = item({
  upstreamId: '7',
  number: '7.b',
  title: 'Approval of a technology services agreement for the Police Department',
  documents: [file('report.pdf'), file('insurance.pdf')],
})

function sitting(
  day: number,
  agendaItems: ScrapedAgendaItem[],
  over: Partial<ScrapedMeeting> = {},
) {
  const date = new Date(start.getTime() + (day - 5) * 24 * hour).toISOString().slice(0, 10)
  return meeting({
    upstreamId: `m${day}`,
    date: date as LocalDate,
    startsAt: `${date}T23:00:00.000Z`,
    agendaItems,
    ...over,
  })
}

async function open() {
  const { db, address } = await testDb()
  const source = await watch(db, start)
  const desk = documentDesk(db, source.clock)
  desk.served.set('https://riverton.example/report.pdf', report)
  desk.served.set('https://riverton.example/insurance.pdf', insurance)
  const read = (...meetings: ScrapedMeeting[]) => source.read(meetings, { detector })
  return { db, address, source, desk, read }
}

const addresses = (urls: readonly string[]) => urls.map((url) => url.split('/').at(-1))

describe('a bland title with a telling report', () => {
  it('is found by its document, quoted to page, words and hash', async () => {
    const { db, desk, read } = await open()
    expect((await read(sitting(10, [bland]))).findings).toBe(0)
    expect(await rowsOf(db, 'SELECT * FROM findings')).toEqual([])

    expect(await desk.turn()).toMatchObject({ read: 2, failed: 0, hasMore: false })
    const [finding] = await rowsOf(db, 'SELECT * FROM findings')
    expect(finding).toMatchObject({
      band: 'found',
      technologies: '["alpr"]',
      vendors: '["flock-safety"]',
      amount_cents: 15_120_000,
      amount_quote: '$151,200',
      detector_version: detector.version,
    })
    expect(finding?.reasons).toMatch(/The document “report.pdf” names “.+” on page 1/)

    const evidence = await rowsOf(db, `SELECT * FROM detections`)
    expect(evidence.length).toBeGreaterThan(1)
    for (const row of evidence) {
      expect(row).toMatchObject({ field: 'document', document_sha256: sha256Of(report), page: 1 })
      expect(report.slice(Number(row.start), Number(row.end))).toBe(row.quote)
    }
    const [fact] = await rowsOf(db, `SELECT * FROM facts WHERE kind = 'amount'`)
    expect(fact).toMatchObject({ field: 'document', page: 1, document_sha256: sha256Of(report) })
    expect(report.slice(Number(fact?.start), Number(fact?.end))).toBe(fact?.quote)
    expect(await rowsOf(db, 'SELECT documents_read, findings FROM runs')).toEqual([
      { documents_read: 2, findings: 1 },
    ])
    expect(await rowsOf(db, 'SELECT kind, tag FROM finding_tags ORDER BY kind')).toEqual([
      { kind: 'technology', tag: 'alpr' },
      { kind: 'vendor', tag: 'flock-safety' },
    ])
  })

  it('stays found when the agenda is read again, changes, or is judged by another detector', async () => {
    const { db, source, desk, read } = await open()
    await read(sitting(10, [bland]))
    await desk.turn()
    const evidence = () =>
      rowsOf(db, 'SELECT quote, page, document_sha256, technology FROM detections ORDER BY id')
    const before = await evidence()

    source.pass(hour)
    await read(sitting(10, [bland]))
    await read(sitting(10, [{ ...bland, text: 'Requested by the Chief.' }], { location: 'Annex' }))
    expect(await evidence()).toEqual(before)
    expect(await rowsOf(db, 'SELECT findings, documents_read FROM runs ORDER BY id DESC LIMIT 1')) //
      .toEqual([{ findings: 1, documents_read: 2 }])

    const newer = { ...detector, version: 'newer' }
    expect(await redetectItems({ db, detector: newer, now: () => source.clock.now })).toBe(1)
    expect(await evidence()).toEqual(before)
    const [memo] = await rowsOf(
      db,
      `SELECT json_extract(result, '$.version') AS version FROM parse_memos
       WHERE parser = 'document' AND sha256 = '${sha256Of(report)}'`,
    )
    expect(memo?.version).toMatch(/^newer\//)
  })

  it('is judged anew from the stored pages when what was said of them is forgotten', async () => {
    const { db, source, desk, read } = await open()
    await read(sitting(10, [bland]))
    await desk.turn()
    await db.write((tx) => tx.run('DELETE FROM parse_memos'))
    source.pass(hour)
    await read(sitting(10, [{ ...bland, text: 'Requested by the Chief.' }]))
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
    expect(desk.readHashes).toHaveLength(2)
  })

  it('loses the evidence with the document, and gets another with another version', async () => {
    const { db, source, desk, read } = await open()
    await read(sitting(10, [bland]))
    await desk.turn()
    desk.served.set('https://riverton.example/report.pdf', 'The agreement is for printers only.')
    source.pass(13 * hour)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toMatchObject({ read: 1, unchanged: 1 })
    expect(await rowsOf(db, 'SELECT * FROM findings')).toEqual([])
    expect(await rowsOf(db, 'SELECT findings FROM runs ORDER BY id DESC LIMIT 1')) //
      .toEqual([{ findings: 0 }])
    expect(
      await rowsOf(
        db,
        `SELECT number, sha256 FROM document_versions WHERE document_id = 1 ORDER BY number`,
      ),
    ).toEqual([
      { number: 1, sha256: sha256Of(report) },
      { number: 2, sha256: sha256Of('The agreement is for printers only.') },
    ])
    desk.served.set('https://riverton.example/report.pdf', report)
    source.pass(13 * hour)
    await read(sitting(10, [bland]))
    await desk.turn()
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
    expect(desk.readHashes).toHaveLength(3)

    source.pass(hour)
    await read(sitting(10, [{ ...bland, documents: [file('insurance.pdf')] }]))
    expect(await rowsOf(db, 'SELECT * FROM findings')).toEqual([])
  })

  it('is found by the files of its matter too, at every meeting that hears it', async () => {
    const { db, desk, read } = await open()
    const heard = { ...bland, matterUpstreamId: '900', documents: [] }
    const matter = {
      upstreamId: '900',
      fileNumber: '26-1',
      name: null,
      title: heard.title,
      type: null,
      status: null,
      introducedOn: null,
      sponsors: [],
      text: null,
      sourceUrl: null,
      documents: [file('report.pdf')],
      history: [],
    }
    await read(sitting(10, [{ ...heard, matter }]), sitting(17, [{ ...heard, upstreamId: '8' }]))
    expect(await desk.turn()).toMatchObject({ read: 1 })
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([
      { band: 'found' },
      { band: 'found' },
    ])
  })
})

describe('what is not shouted', () => {
  it.each([
    ['a list of payments', 'Approval of accounts payable', register],
    [
      'one vendor on one page of a packet',
      'Approve the annual purchasing report',
      `${'The fiscal year in review.\f'.repeat(40)}${register}`,
    ],
    ['minutes of a meeting that bought cameras', 'Approval of the minutes', report],
    [
      'a page of cameras in a long packet',
      'Adopt the general plan',
      `${'Land use and housing.\f'.repeat(200)}${report}`,
    ],
  ])('%s', async (_, title, text) => {
    const { db, desk, read } = await open()
    desk.served.set('https://riverton.example/file.pdf', text)
    await read(sitting(10, [item({ upstreamId: '1', title, documents: [file('file.pdf')] })]))
    expect(await desk.turn()).toMatchObject({ read: 1 })
    expect(await rowsOf(db, `SELECT * FROM findings WHERE band = 'found'`)).toEqual([])
  })

  it('an amount of which documents give several', async () => {
    const { db, desk, read } = await open()
    const text = report.replace('$151,200.', '$151,200. Training shall not exceed $4,000.')
    desk.served.set('https://riverton.example/report.pdf', text)
    await read(sitting(10, [bland]))
    await desk.turn()
    expect(await rowsOf(db, 'SELECT band, amount_cents FROM findings')).toEqual([
      { band: 'found', amount_cents: null },
    ])
    expect((await rowsOf(db, `SELECT * FROM facts`)).length).toBeGreaterThan(1)
  })

  it('another amount than the one that the item itself states', async () => {
    const { db, desk, read } = await open()
    const title = 'Purchase of license plate readers in the amount of $90,000'
    await read(sitting(10, [{ ...bland, title }]))
    await desk.turn()
    expect(await rowsOf(db, 'SELECT amount_cents FROM findings')).toEqual([
      { amount_cents: 9_000_000 },
    ])
  })
})

describe('the order of reading', () => {
  it('takes flagged items first, then those that say little, then the rest by time', async () => {
    const { desk, read } = await open()
    const long = 'A long account of a rezoning of the former mill site. '.repeat(5)
    await read(
      sitting(
        9,
        [
          item({
            upstreamId: '1',
            title: 'Rezoning',
            text: long,
            documents: [file('rezoning.pdf')],
          }),
        ],
        {
          documents: [
            file('agenda.pdf', 'agenda'),
            file('video', 'video'),
            file('old.pdf', 'minutes'),
          ],
        },
      ),
      sitting(20, [
        item({
          upstreamId: '2',
          title: 'Purchase of drones',
          text: long,
          documents: [file('drones.pdf')],
        }),
      ]),
      sitting(12, [
        item({ upstreamId: '3', title: 'Agreement', documents: [file('agreement.pdf')] }),
      ]),
      sitting(30, [item({ upstreamId: '4', title: 'Far ahead', documents: [file('far.pdf')] })]),
      sitting(3, [item({ upstreamId: '5', title: 'Over', documents: [file('over.pdf')] })]),
      sitting(11, [item({ upstreamId: '6', title: 'Off', documents: [file('off.pdf')] })], {
        status: 'cancelled',
      }),
    )
    await desk.turn()
    expect(addresses(desk.asked)).toEqual([
      'drones.pdf',
      'agreement.pdf',
      'rezoning.pdf',
      'agenda.pdf',
    ])
  })

  it('asks forty a turn, and for the rest at the next', async () => {
    const { desk, read } = await open()
    const documents = Array.from({ length: 90 }, (_, n) => file(`${n}.pdf`))
    for (const { url } of documents) desk.served.set(url, `Text of ${url}`)
    await read(sitting(10, [item({ upstreamId: '1', title: 'Many', documents })]))
    expect(await desk.turn()).toMatchObject({ read: 40, hasMore: true })
    expect(await desk.turn()).toMatchObject({ read: 40, hasMore: true })
    expect(await desk.turn()).toMatchObject({ read: 10, hasMore: false })
    expect(await desk.turn()).toBeUndefined()
    expect(new Set(desk.asked).size).toBe(90)
  })

  it('asks again after twelve hours, or when the meeting has changed, and reads nothing twice', async () => {
    const { source, desk, read } = await open()
    await read(sitting(10, [bland]))
    await desk.turn()
    source.pass(hour)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toBeUndefined()

    await read(sitting(10, [bland], { location: 'Annex' }))
    expect(await desk.turn()).toMatchObject({ read: 0, unchanged: 2 })
    source.pass(13 * hour)
    await read(sitting(10, [bland], { location: 'Annex' }))
    expect(await desk.turn()).toMatchObject({ read: 0, unchanged: 2 })
    expect(desk.readHashes).toHaveLength(2)
  })
})

describe('the same bytes at another address', () => {
  it('are not read again, and their pages are found at both', async () => {
    const { db, desk, read } = await open()
    desk.served.set('https://riverton.example/copy.pdf', report)
    desk.served.set('https://riverton.example/locked.pdf', 'encrypted')
    desk.served.set('https://riverton.example/locked-too.pdf', 'encrypted')
    await read(
      sitting(10, [{ ...bland, documents: [file('report.pdf'), file('locked.pdf')] }]),
      sitting(12, [
        { ...bland, upstreamId: '9', documents: [file('copy.pdf'), file('locked-too.pdf')] },
      ]),
    )
    expect(await desk.turn()).toMatchObject({ read: 2, unreadable: 2 })
    expect(desk.readHashes).toEqual([sha256Of(report), sha256Of('encrypted')])
    expect(await rowsOf(db, 'SELECT count(*) AS n FROM findings')).toEqual([{ n: 2 }])
    const { hits } = await searchPages(db, '"license plate reader"', { limit: 10 })
    expect(hits.map(({ documentTitle, page }) => [documentTitle, page]).sort()).toEqual([
      ['copy.pdf', 1],
      ['report.pdf', 1],
    ])
  })
})

describe('what cannot be had or read', () => {
  it('is told with its code, keeps what is held, and waits longer each time', async () => {
    const { db, source, desk, read } = await open()
    desk.served.set(
      'https://riverton.example/report.pdf',
      new FetchFault('fetch_deadline', 'later'),
    )
    desk.served.set('https://riverton.example/insurance.pdf', 'encrypted by somebody')
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toMatchObject({ failed: 1, unreadable: 1 })
    expect(await rowsOf(db, 'SELECT title, error_code FROM documents ORDER BY id')).toEqual([
      { title: 'report.pdf', error_code: 'fetch_deadline' },
      { title: 'insurance.pdf', error_code: null },
    ])
    expect(
      await rowsOf(db, 'SELECT sha256, pages, error_code, reader FROM document_versions'),
    ).toEqual([
      {
        sha256: sha256Of('encrypted by somebody'),
        pages: null,
        error_code: 'document_encrypted',
        reader: 'watchdocket 1',
      },
    ])

    source.pass(20 * 60_000)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toBeUndefined()
    source.pass(20 * 60_000)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toMatchObject({ failed: 1 })
    source.pass(40 * 60_000)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toBeUndefined()

    desk.served.set('https://riverton.example/report.pdf', report)
    source.pass(hour)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toMatchObject({ read: 1, unchanged: 0 })
    expect(await rowsOf(db, 'SELECT error_code FROM documents WHERE id = 1')).toEqual([
      { error_code: null },
    ])
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
    expect(await rowsOf(db, 'SELECT * FROM jobs')).toEqual([])
  })

  it('is read again by another version of the program, and by the same one never', async () => {
    const { db, source, desk, read } = await open()
    desk.served.set('https://riverton.example/report.pdf', 'encrypted')
    const only = { ...bland, documents: [file('report.pdf')] }
    await read(sitting(10, [only]))
    await desk.turn()
    source.pass(13 * hour)
    await read(sitting(10, [only]))
    await desk.turn()
    expect(desk.readHashes).toHaveLength(1)
    source.pass(13 * hour)
    await read(sitting(10, [only]))
    await desk.turn({ readerVersion: 'watchdocket 2' })
    expect(desk.readHashes).toHaveLength(2)
    expect(await rowsOf(db, 'SELECT number, reader FROM document_versions')).toEqual([
      { number: 1, reader: 'watchdocket 2' },
    ])
  })

  it('names the pages that are pictures, and keeps the text of the others', async () => {
    const { db, desk, read } = await open()
    desk.served.set('https://riverton.example/report.pdf', `picture\f${report}\fpicture\fpicture`)
    await read(sitting(10, [bland]))
    await desk.turn()
    expect(
      await rowsOf(
        db,
        `SELECT pages, error_code, error_message FROM document_versions WHERE id = 1`,
      ),
    ).toEqual([
      {
        pages: 4,
        error_code: 'document_needs_ocr',
        error_message: 'pages 1 and 3 to 4 of 4 are pictures of text',
      },
    ])
    expect(await rowsOf(db, 'SELECT DISTINCT page FROM detections')).toEqual([{ page: 2 }])
  })

  it('leaves the file that is held where the address gives a web page all at once', async () => {
    const { db, source, desk, read } = await open()
    await read(sitting(10, [bland]))
    await desk.turn()
    desk.served.set('https://riverton.example/report.pdf', '<!doctype html><p>Maintenance</p>')
    source.pass(13 * hour)
    await read(sitting(10, [bland]))
    expect(await desk.turn()).toMatchObject({ failed: 1, unchanged: 1 })
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
    expect(await rowsOf(db, 'SELECT error_code FROM documents WHERE id = 1')).toEqual([
      { error_code: 'document_type' },
    ])
  })

  it('ends the turn when three in a row fail, and gives the host a rest', async () => {
    const { source, desk, read } = await open()
    const documents = Array.from({ length: 9 }, (_, n) => file(`${n}.pdf`))
    for (const { url } of documents) desk.served.set(url, new FetchFault('fetch_refused', 'later'))
    await read(sitting(10, [item({ upstreamId: '1', title: 'Many', documents })]))
    expect(await desk.turn()).toMatchObject({ failed: 3, hasMore: true })
    expect(await desk.turn()).toBeUndefined()
    source.pass(31 * 60_000)
    for (const { url } of documents) desk.served.set(url, `Text of ${url}`)
    expect(await desk.turn()).toMatchObject({ read: 9, hasMore: false })
  })
})

describe('a turn that is cut off', () => {
  it('has lost nothing: what is missing is due still, and the claim is free after a restart', async () => {
    const { db, desk, read } = await open()
    await read(sitting(10, [bland]))
    const dead = new Error('killed')
    desk.served.set('https://riverton.example/insurance.pdf', dead)
    await expect(desk.turn()).rejects.toBe(dead)
    expect(await rowsOf(db, 'SELECT band FROM findings')).toEqual([{ band: 'found' }])
    expect(await desk.turn()).toBeUndefined()

    await db.write((tx) => recoverDocumentJobs(tx))
    desk.served.set('https://riverton.example/insurance.pdf', insurance)
    expect(await desk.turn()).toMatchObject({ read: 1, unchanged: 0 })
    expect(await rowsOf(db, 'SELECT count(*) AS n FROM document_pages')).toEqual([{ n: 2 }])
    expect(await rowsOf(db, 'SELECT documents_read FROM runs')).toEqual([{ documents_read: 2 }])
  })

  it('blames no document for its own end', async () => {
    const { db, desk, read } = await open()
    await read(sitting(10, [bland]))
    const ending = new AbortController()
    ending.abort()
    desk.served.set(
      'https://riverton.example/report.pdf',
      new FetchFault('fetch_deadline', 'later'),
    )
    expect(await desk.turn({ signal: ending.signal })).toMatchObject({ failed: 0, hasMore: true })
    expect(await rowsOf(db, 'SELECT * FROM documents WHERE error_code IS NOT NULL')).toEqual([])
    desk.served.set('https://riverton.example/report.pdf', report)
    expect(await desk.turn()).toMatchObject({ read: 2 })
  })

  it('stores nothing once somebody else holds the documents', async () => {
    const { db, source, desk, read } = await open()
    await read(sitting(10, [bland]))
    const reader = {
      read: async () => {
        await db.write((tx) => tx.run(`UPDATE jobs SET claim_token = 'other'`))
        throw new Error('not asked')
      },
      close: () => undefined,
    }
    await expect(desk.turn({ reader })).rejects.toThrow('not asked')
    const lost = {
      read: async () => {
        throw new FetchFault('fetch_deadline', 'later')
      },
      close: () => undefined,
    }
    source.pass(hour)
    await expect(desk.turn({ reader: lost })).rejects.toThrow('fetch_deadline')
    expect(await rowsOf(db, 'SELECT * FROM document_versions')).toEqual([])
    expect((await rowsOf(db, 'SELECT key FROM jobs'))[0]?.key).toBe(sourceId)
  })
})
