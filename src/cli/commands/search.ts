import { hasWords, parseSearchAsk, scopeOf } from '../../../web/search-ask.ts'
import type { ReadDb } from '../../db/client.ts'
import { searchItems } from '../../db/queries/search.ts'
import { searchPages } from '../../db/queries/search-pages.ts'
import { findSearchPlaces, type SnippetPart } from '../../db/queries/search-scope.ts'
import { InputError } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

const usage =
  'search <words> [--place PLACE] [--from DATE] [--to DATE] [--kind KIND] [--limit N] [--json]'

/** Hits between brackets, on one line. */
const plain = (parts: readonly SnippetPart[]) =>
  parts
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** Full text over every item and every page of a document that was read. */
export function searchCommand(deps: { openReadDb(): Promise<ReadDb> }): Command {
  return defineCommand({
    name: 'search',
    usage,
    summary: 'Find words in agenda items and on the pages of documents',
    options: {
      place: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      kind: { type: 'string' },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
    async run({ place, from, to, kind, limit, json }, words, terminal) {
      const { ask, refused } = parseSearchAsk({ q: words.join(' '), place, from, to, kind })
      const most = /^[1-9]\d{0,2}$/.test(limit) ? Math.min(Number(limit), 100) : undefined
      if (!hasWords(ask) || refused.length > 0 || most === undefined) {
        const named = [...refused.map((name) => `--${name}`), ...(most ? [] : ['--limit'])]
        throw new InputError(
          'usage',
          !hasWords(ask) ? 'search needs words' : `Not understood: ${named.join(', ')}`,
          `Usage: watchdocket ${usage}`,
        )
      }
      const db = await deps.openReadDb()
      try {
        const places = ask.place === undefined ? undefined : await findSearchPlaces(db, ask.place)
        if (places?.length === 0) {
          throw new InputError(
            'place_unknown',
            `No place that is watched is called "${ask.place}"`,
            'Name a place, its slug, or a state by its two letters',
          )
        }
        const scope = scopeOf(ask, places)
        const none = { hits: [], count: 0, isBounded: false }
        const items = ask.kind ? none : await searchItems(db, ask.q, { limit: most }, scope)
        const pages = await searchPages(db, ask.q, { limit: most }, scope)
        if (json) terminal.out(JSON.stringify({ items, pages }))
        else {
          for (const hit of items.hits) {
            terminal.out(
              `item ${hit.agendaItemId}\t${hit.placeName}, ${hit.state}\t${hit.date}\t${hit.number ?? ''} ${plain(hit.title)}`,
            )
          }
          for (const hit of pages.hits) {
            terminal.out(
              `page ${hit.page} of ${hit.sha256.slice(0, 16)}\t${hit.placeName}, ${hit.state}\t${hit.meeting?.date ?? ''}\t${hit.documentTitle}: ${plain(hit.snippet)}`,
            )
          }
          if (items.isBounded || pages.isBounded) terminal.err('Only the newest hits were ranked.')
        }
        return items.count + pages.count > 0 ? 0 : 1
      } finally {
        db.close()
      }
    },
  })
}
