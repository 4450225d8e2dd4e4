import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capturesRoot } from '../scrapers/manifest.ts'
import { measure, measureAgendas } from './measure.ts'
import { toMarkdown } from './table.ts'

describe('docs/platforms.md', () => {
  it.skipIf(!existsSync(capturesRoot))(
    'says what the adapters make of the recorded pages (npm run scorecard writes it)',
    async () => {
      await expect(toMarkdown(await measure(), measureAgendas())).toMatchFileSnapshot(
        '../../docs/platforms.md',
      )
    },
    60_000,
  )

  it.skipIf(!existsSync(capturesRoot))(
    'at least 97 % of the agendas that carry items give items',
    () => {
      const { carry, give } = measureAgendas()
      expect(carry).toBeGreaterThan(30)
      expect(give / carry).toBeGreaterThanOrEqual(0.97)
    },
    60_000,
  )
})
