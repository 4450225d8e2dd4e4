import { createHash } from 'node:crypto'

/** Ids and GUIDs of one council. The same key always gets the same id, in order of first asking. */
export interface Identity {
  id(kind: string, key: string): number
  /** Upper case, `5E324116-B670-49F2-AB53-02E768DBA6DD`. */
  guid(kind: string, key: string): string
}

const firstIds: Readonly<Record<string, number>> = {
  body: 138,
  person: 211,
  event: 6901,
  meeting: 1_208_400,
  item: 101_450,
  matter: 17_800,
  legislation: 7_266_100,
  attachment: 28_700,
  file: 412,
  history: 36_907_100,
  vote: 51_090,
  rollcall: 22_400,
}

export function createIdentity(client: string, seed: string): Identity {
  const known = new Map<string, number>()
  const next = new Map(Object.entries(firstIds))
  return {
    id(kind, key) {
      const found = known.get(`${kind} ${key}`)
      if (found !== undefined) return found
      const made = next.get(kind) ?? 1
      next.set(kind, made + 1)
      known.set(`${kind} ${key}`, made)
      return made
    },
    guid(kind, key) {
      const hex = createHash('sha256').update(`${seed} ${client} ${kind} ${key}`).digest('hex')
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ]
        .join('-')
        .toUpperCase()
    },
  }
}

/** A number from 0 to 1 (1 excluded) that depends on the words alone. */
export function chance(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32
}
