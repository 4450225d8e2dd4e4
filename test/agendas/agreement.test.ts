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
    if (process.env.AGENDA_MISSES) {
      console.log('consent?', agenda.file, agreement.consents, agreement.consentsAsked, 'headings', agreement.headings, agreement.matched)
      for (const at of agreement.missed) console.log('missed', agenda.file, agenda.items[at])
      for (const at of agreement.extra) {
        console.log('extra', agenda.file, items[at]?.number, items[at]?.title.slice(0, 70))
      }
    }
    expect(agreement.matched / agreement.wanted).toBeGreaterThanOrEqual(0.8)
    expect(agreement.matched / agreement.cut).toBeGreaterThanOrEqual(0.8)
  })

  it.each([
    ['looked at while the cutter was made', false],
    ['kept aside until it was finished', true],
  ])('agrees with those %s', (label, holdOut) => {
    const agreements = [...found].flatMap(([agenda, one]) =>
      agenda.holdOut === holdOut ? [one] : [],
    )
    console.info(inWords(label, agreements))
    const { wanted, cut, matched } = sumOf(agreements)
    expect(matched / wanted).toBeGreaterThanOrEqual(0.95)
    expect(matched / cut).toBeGreaterThanOrEqual(0.95)
  })
})
