import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { capturesRoot } from '../scrapers/manifest.ts'
import { measure } from './measure.ts'
import { toMarkdown } from './table.ts'

describe('docs/platforms.md', () => {
  it.skipIf(!existsSync(capturesRoot))(
    'says what the adapters make of the recorded pages (npm run scorecard writes it)',
    async () => {
      await expect(toMarkdown(await measure())).toMatchFileSnapshot('../../docs/platforms.md')
    },
    60_000,
  )
})
