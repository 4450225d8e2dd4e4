import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutAgenda, cutLines } from '../../src/agendas/cut-agenda.ts'
import type { ScrapedAgendaItem } from '../../src/model/meeting.ts'
import { cleanLines, parseMarkup, textOf } from '../../src/scraping/html.ts'
import { readText } from '../support/read-text.ts'
import { type Agreement, compareItems, type TrueAgenda } from './compare.ts'

const captures = new URL('../../../shared/captures/', import.meta.url)
const truth = readFileSync(new URL('truth/agendas.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): TrueAgenda => JSON.parse(line))

/** The items of a capture, by the door that an adapter would take. */
async function cutCapture(file: string, bytes: Uint8Array): Promise<ScrapedAgendaItem[]> {
  if (file.endsWith('.pdf')) return cutAgenda(await readText({ bytes, contentType: '' }))
  const text = new TextDecoder().decode(bytes)
  return cutLines(
    (file.endsWith('.txt') ? text : cleanLines(textOf(parseMarkup(text)))).split('\n'),
  )
}

function sumOf(agreements: readonly Agreement[]): Omit<Agreement, 'missed' | 'extra'> {
  const sum = { wanted: 0, cut: 0, matched: 0, headings: 0, consents: 0, consentsAsked: 0 }
  for (const one of agreements) {
    sum.wanted += one.wanted
    sum.cut += one.cut
    sum.matched += one.matched
    sum.headings += one.headings
    sum.consents += one.consents
    sum.consentsAsked += one.consentsAsked
  }
  return sum
}

function inWords(label: string, agreements: readonly Agreement[]): string {
  const { wanted, cut, matched, headings, consents, consentsAsked } = sumOf(agreements)
  return [
    `${label}: ${agreements.length} agendas, ${wanted} items`,
    `recall ${(matched / wanted).toFixed(3)}`,
    `precision ${(matched / cut).toFixed(3)}`,
    `headings ${(headings / matched).toFixed(3)}`,
    `consent ${(consents / consentsAsked).toFixed(3)}`,
  ].join(', ')
}

describe.skipIf(!existsSync(captures))('items cut from real agendas, against truth by hand', () => {
  const found = new Map<TrueAgenda, Agreement>()

  it.each(truth)('$file', async (agenda) => {
    const bytes = readFileSync(new URL(agenda.file, captures))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(agenda.sha256)
    const items = await cutCapture(agenda.file, bytes)
    const agreement = compareItems(items, agenda.items)
    found.set(agenda, agreement)
    const missed = agreement.missed.map((at) => agenda.items[at]?.slice(0, 2).join(' '))
    const extra = agreement.extra.map((at) => `${items[at]?.number} ${items[at]?.title}`)
    const told = `missed ${missed.join(', ')}; too many: ${extra.join(', ')}`
    expect(agreement.matched / agreement.wanted, told).toBeGreaterThanOrEqual(0.8)
    expect(agreement.matched / agreement.cut, told).toBeGreaterThanOrEqual(0.8)
  })

  // Read blind, before the cutter had learned from them, the second group gave recall 0.73 and
  // precision 0.83 (its first eight), then 0.88 and 0.93 (its last four). Agendas of forms that
  // were never seen are to be expected there, not at what is asserted here.
  it.each([
    ['from which the cutter was made', false],
    ['kept aside from a first finished cutter, and learned from after', true],
  ])('agrees with those %s', (label, holdOut) => {
    const agreements = [...found].flatMap(([agenda, one]) =>
      agenda.holdOut === holdOut ? [one] : [],
    )
    process.stdout.write(`${inWords(label, agreements)}\n`)
    const { wanted, cut, matched } = sumOf(agreements)
    expect(matched / wanted).toBeGreaterThanOrEqual(0.95)
    expect(matched / cut).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    'civicplus/napa-county-ca/minutes-_06012020-900.pdf',
    'civicplus/nash-county-nc/minutes-_05052020-382.pdf',
    'documents/alamogordo-nm/minutes-2026-05-04-budget-draft.pdf',
    'documents/des-moines-ia/minutes-1996-01-02.pdf',
    'granicus/walnut-creek-ca/minutesviewer-4496.html',
    'legistar-insite/nashville-tn/minutes-922861.pdf',
    'documents/joplin-mo/purchasing-policy.pdf',
    'documents/sunnyvale-ca/staff-report-2020-10-13-encrypted.pdf',
    'civicplus/lake-hamilton-fl/archive-viewfile-47.pdf',
  ])('minutes and other papers are not cut: %s', async (file) => {
    expect(await cutCapture(file, readFileSync(new URL(file, captures)))).toEqual([])
  })
})
