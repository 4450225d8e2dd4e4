import { expect, it } from 'vitest'
import { ingestCommand } from '../../src/cli/commands/ingest.ts'

it('reads every source, recognises pages that are pictures behind them, and then closes', async () => {
  const done: string[] = []
  const report = { outcome: 'ok', error: null, meetingsSeen: 1, meetingsCreated: 1 }
  const command = ingestCommand({
    open: async () => ({
      readSource: async (sourceId) => {
        done.push(sourceId)
        return { ...report, sourceId, meetingsChanged: 0, findings: 0 } as never
      },
      listSourceIds: async () => ['a', 'b'],
      recognise: async () => void done.push('pictures'),
      close: async () => void done.push('closed'),
    }),
    sleep: async () => undefined,
  })
  const terminal = {
    out: () => undefined,
    err: () => undefined,
    lines: async function* () {},
    stopped: new AbortController().signal,
  }
  expect(await command.run(['--once'], terminal)).toBe(0)
  expect(done).toEqual(['a', 'b', 'pictures', 'closed'])
})
