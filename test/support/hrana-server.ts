import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'libsql'
import { onTestFinished } from 'vitest'

/**
 * A database server of the public Hrana protocol over HTTP (JSON, version 2 and 3) on a local file:
 * https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md. The product's own client
 * speaks to it over a socket, as it would to a server elsewhere.
 */
export interface HranaServer {
  readonly url: string
  /** Requests that were answered so far. */
  readonly asked: () => number
}

type Value =
  | { readonly type: 'null' }
  | { readonly type: 'integer' | 'text'; readonly value: string }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'blob'; readonly base64: string }

interface Statement {
  readonly sql?: string
  readonly sql_id?: number
  readonly args?: readonly Value[]
  readonly named_args?: readonly { readonly name: string; readonly value: Value }[]
}

interface Condition {
  readonly type: 'ok' | 'error' | 'not' | 'and' | 'or' | 'is_autocommit'
  readonly step?: number
  readonly cond?: Condition
  readonly conds?: readonly Condition[]
}

interface StreamRequest {
  readonly type: string
  readonly sql?: string
  readonly sql_id?: number
  readonly stmt?: Statement
  readonly batch?: { readonly steps: readonly { condition?: Condition; stmt: Statement }[] }
}

/** One connection of the server: what is open on it stays open from request to request. */
class Stream {
  readonly #db: InstanceType<typeof Database>
  readonly #texts = new Map<number, string>()
  isClosed = false

  constructor(path: string) {
    this.#db = new Database(path, { timeout: 5_000 })
    this.#db.exec('PRAGMA foreign_keys = ON')
  }

  answer(request: StreamRequest): Record<string, unknown> {
    const { type, sql_id: id = -1 } = request
    if (type === 'execute' && request.stmt) return { type, result: this.#execute(request.stmt) }
    if (type === 'batch' && request.batch) return { type, result: this.#batch(request.batch.steps) }
    if (type === 'sequence') this.#db.exec(request.sql ?? this.#textOf(id))
    else if (type === 'store_sql') this.#texts.set(id, request.sql ?? '')
    else if (type === 'close_sql') this.#texts.delete(id)
    else if (type === 'get_autocommit') return { type, is_autocommit: !this.#db.inTransaction }
    else if (type === 'close') this.close()
    else throw new Error(`The double does not know "${type}"`)
    return { type }
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#db.close()
  }

  #textOf(id: number): string {
    const text = this.#texts.get(id)
    if (text === undefined) throw new Error(`No statement is stored as ${id}`)
    return text
  }

  #execute({ sql, sql_id: id = -1, args = [], named_args: named = [] }: Statement) {
    const statement = this.#db.prepare(sql ?? this.#textOf(id))
    statement.safeIntegers(true)
    const given =
      named.length > 0
        ? [Object.fromEntries(named.map((each) => [each.name.slice(1), fromValue(each.value)]))]
        : [args.map(fromValue)]
    const columns = columnsOf(statement)
    if (columns.length === 0) {
      const { changes, lastInsertRowid } = statement.run(...given)
      return {
        cols: [],
        rows: [],
        affected_row_count: changes,
        last_insert_rowid: String(lastInsertRowid),
      }
    }
    const rows = statement.raw(true).all(...given) as unknown[][]
    return {
      cols: columns.map(({ name, type }) => ({ name, decltype: type })),
      rows: rows.map((row) => row.map(toValue)),
      affected_row_count: 0,
      last_insert_rowid: null,
    }
  }

  #batch(steps: readonly { readonly condition?: Condition; readonly stmt: Statement }[]) {
    const results: unknown[] = []
    const errors: unknown[] = []
    for (const { condition, stmt } of steps) {
      let result: unknown = null
      let error: unknown = null
      if (!condition || this.#holds(condition, results, errors)) {
        try {
          result = this.#execute(stmt)
        } catch (thrown) {
          error = toError(thrown)
        }
      }
      results.push(result)
      errors.push(error)
    }
    return { step_results: results, step_errors: errors }
  }

  #holds(condition: Condition, results: unknown[], errors: unknown[]): boolean {
    const { type, step = -1, cond, conds = [] } = condition
    if (type === 'ok') return Boolean(results[step])
    if (type === 'error') return Boolean(errors[step])
    if (type === 'not') return cond !== undefined && !this.#holds(cond, results, errors)
    if (type === 'and') return conds.every((each) => this.#holds(each, results, errors))
    if (type === 'or') return conds.some((each) => this.#holds(each, results, errors))
    return !this.#db.inTransaction
  }
}

/** The driver throws for statements that give no rows. */
function columnsOf(statement: ReturnType<InstanceType<typeof Database>['prepare']>) {
  try {
    return statement.columns()
  } catch {
    return []
  }
}

function fromValue(value: Value): unknown {
  if (value.type === 'null') return null
  if (value.type === 'integer') return BigInt(value.value)
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64')
  return value.value
}

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') }
}

function toError(thrown: unknown) {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'SQLITE_ERROR'
  return { message: thrown instanceof Error ? thrown.message : String(thrown), code }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Serves the file to whoever knows the token, for as long as the test runs. */
export async function serveHrana(path: string, token: string): Promise<HranaServer> {
  const streams = new Map<string, Stream>()
  let asked = 0
  const server = createServer((request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.headers.authorization !== `Bearer ${token}`) return send(401, { message: 'no' })
    if (request.method === 'GET') return send(/^\/v2\/?$/.test(request.url ?? '') ? 200 : 404, {})
    void bodyOf(request).then((body) => {
      const { baton, requests } = JSON.parse(body) as {
        baton?: string
        requests: readonly StreamRequest[]
      }
      const stream = baton ? streams.get(baton) : new Stream(path)
      if (!stream) return send(400, { message: 'No such stream is open' })
      asked += 1
      if (baton) streams.delete(baton)
      const results = requests.map((each) => {
        try {
          return { type: 'ok', response: stream.answer(each) }
        } catch (thrown) {
          return { type: 'error', error: toError(thrown) }
        }
      })
      const next = stream.isClosed ? null : randomUUID()
      if (next) streams.set(next, stream)
      send(200, { baton: next, base_url: null, results })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    for (const stream of streams.values()) stream.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
  }
}
