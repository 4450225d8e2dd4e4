import type { RecordPages } from './export-findings.ts'

export const jsonType = 'application/json; charset=utf-8'
export const ndjsonType = 'application/x-ndjson; charset=utf-8'

/** What a JSON export says before its records. */
export interface JsonHead {
  readonly generatedAt: Date
  /** As asked: the keys of the filter and `when`. */
  readonly asked: Readonly<Record<string, string | number | undefined>>
  /** The most records it can hold; `null`: no bound. */
  readonly limit: number | null
}

/**
 * One JSON object, a record a line, each chunk ended by LF:
 *
 * `{"generatedAt": instant, "asked": {…filter, "when"}, "findings": [FindingRecord…],
 * "count": n, "isComplete": true or false}`. `isComplete` is false once `count` has reached the
 * limit: there may be more.
 */
export async function* writeJson(pages: RecordPages, head: JsonHead): AsyncGenerator<string> {
  const { generatedAt, asked, limit } = head
  yield `{"generatedAt":${JSON.stringify(generatedAt)},"asked":${JSON.stringify(asked)},"findings":[\n`
  let count = 0
  for await (const records of pages) {
    const lines = records.map((record) => JSON.stringify(record)).join('\n,')
    yield `${count === 0 ? '' : ','}${lines}\n`
    count += records.length
  }
  yield `],"count":${count},"isComplete":${limit === null || count < limit}}\n`
}

/** One `FindingRecord` a line, each a JSON object, each line ended by LF. */
export async function* writeNdjson(pages: RecordPages): AsyncGenerator<string> {
  for await (const records of pages) {
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('')
  }
}
