import type { Db } from '../db/client.ts'
import { findSetting, storeSetting } from '../db/queries/settings.ts'
import { listHeardSources, listUnheardSources } from '../db/queries/unheard-sources.ts'
import { intervalAt } from '../ingest/rhythm.ts'
import { judgeSilence, type SilenceAlarm, type ToldSilence } from '../ingest/watch-silence.ts'
import type { Log } from '../log.ts'

const everyMs = 60_000
/** What was told outlives a restart, or each start would tell all of it again. */
const key = 'silences_told'

const words: Readonly<Record<SilenceAlarm['kind'], string>> = {
  silent: 'source silent',
  'still-silent': 'source still silent',
  'heard-again': 'source heard again',
}

/** Looks once for sources that have fallen silent, and tells what is new of them. */
export async function watchSilence({
  db,
  log,
  now,
}: {
  readonly db: Db
  readonly log: Log
  readonly now: () => Date
}): Promise<readonly SilenceAlarm[]> {
  const at = now()
  const stored = await findSetting(db.read, key)
  const before = new Map(Object.entries(JSON.parse(stored ?? '{}') as Record<string, ToldSilence>))
  const unheard = (await listUnheardSources(db.read, at)).map(
    ({ id, heardAt, isAcknowledged, ...neighbours }) => ({
      id,
      heardAt,
      isAcknowledged,
      intervalMs: intervalAt(heardAt, neighbours),
    }),
  )
  const since = [...before].map(([id, silence]) => [id, silence.since] as const)
  const heard = await listHeardSources(db.read, since)
  const { alarms, told } = judgeSilence(unheard, before, heard, at)
  for (const { kind, sourceId, since } of alarms) {
    const fields = { sourceId, since: since.toISOString() }
    if (kind === 'heard-again') log.info(words[kind], fields)
    else log.error(words[kind], fields)
  }
  if (alarms.length > 0 || told.size !== before.size) {
    await db.write((tx) => storeSetting(tx, key, JSON.stringify(Object.fromEntries(told))))
  }
  return alarms
}

/** Looks every minute until the function it gives is called. */
export function startSilenceWatch(deps: Parameters<typeof watchSilence>[0]): () => void {
  const timer = setInterval(() => {
    watchSilence(deps).catch((error: unknown) =>
      deps.log.error('silence not watched', { message: String(error) }),
    )
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
