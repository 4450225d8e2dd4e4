/** A source that may be silent: it failed last, or is long overdue. */
export interface UnheardSource {
  readonly id: string
  /** Its last full success, or when it was added. */
  readonly heardAt: Date
  /** How often it is read while all is well. */
  readonly intervalMs: number
  /** The operator knows of its trouble. */
  readonly isAcknowledged: boolean
}

/** What has been said of a silence, in milliseconds since 1970. */
export interface ToldSilence {
  readonly since: number
  readonly toldAt: number
}

export interface SilenceAlarm {
  readonly kind: 'silent' | 'still-silent' | 'heard-again'
  readonly sourceId: string
  readonly since: Date
}

const remindMs = 86_400_000

/**
 * Which silences are to be told now. A source is silent when its last full success is older than
 * twice its interval: that is told once, again each day unless the operator knows, and so is its end.
 */
export function judgeSilence(
  unheard: readonly UnheardSource[],
  told: ReadonlyMap<string, ToldSilence>,
  /** Of those told, the ones read with success since; one that is paused or gone is not heard. */
  heard: ReadonlySet<string>,
  now: Date,
): { readonly alarms: SilenceAlarm[]; readonly told: Map<string, ToldSilence> } {
  const alarms: SilenceAlarm[] = []
  const next = new Map<string, ToldSilence>()
  const silent = unheard.filter(
    ({ heardAt, intervalMs }) => now.getTime() - heardAt.getTime() > 2 * intervalMs,
  )
  for (const { id: sourceId, heardAt, isAcknowledged } of silent) {
    const before = told.get(sourceId)
    const isDue = !isAcknowledged && before && now.getTime() - before.toldAt >= remindMs
    if (!before) alarms.push({ kind: 'silent', sourceId, since: heardAt })
    else if (isDue) alarms.push({ kind: 'still-silent', sourceId, since: new Date(before.since) })
    const toldAt = before && !isDue ? before.toldAt : now.getTime()
    next.set(sourceId, { since: before?.since ?? heardAt.getTime(), toldAt })
  }
  for (const [sourceId, { since }] of told) {
    if (!next.has(sourceId) && heard.has(sourceId)) {
      alarms.push({ kind: 'heard-again', sourceId, since: new Date(since) })
    }
  }
  return { alarms, told: next }
}
