import Database from 'libsql'

type Connection = InstanceType<typeof Database>

/** What the client asks of the driver's statements. */
interface Statement {
  safeIntegers(isOn: boolean): unknown
  raw(isOn: boolean): unknown
  columns(): unknown[]
  run(...given: unknown[]): unknown
  all(...given: unknown[]): unknown[]
}

/** Beyond this the one that was unused for longest is prepared anew when it is wanted. */
const mostKept = 200
/** A statement holds on to what it was last given: one that was given this much is let go. */
const mostHeldChars = 100_000

/**
 * What is asked again and again. The rest (PRAGMA, VACUUM, the schema itself) is seldom, and `*` may
 * come to mean other columns.
 */
const isLasting = (sql: string) =>
  /^\s*(?:select|with|insert|update|delete|begin|commit|savepoint|release)\b/i.test(sql) &&
  !/\*\s*(?:from\b|$)/i.test(sql)

/**
 * Set on every connection of ours, and again on one that the driver has put in its place: statements
 * are kept from then on, and no other client in the process is touched.
 */
export const keepingPragma = 'PRAGMA trusted_schema = OFF'

const keptBy = new WeakMap<Connection, Map<string, Statement>>()
let areKept = false

/**
 * Makes the driver use a statement again that it has prepared before. Its client prepares each anew,
 * which takes longer than most of ours take to run. From preparing a statement to having all its rows
 * the client never waits, so none is in use twice; one that failed is not used again.
 */
export function keepStatements(): void {
  if (areKept) return
  areKept = true
  const { prototype } = Database
  const prepare = prototype.prepare as (sql: string) => Statement

  prototype.prepare = function prepareOnce(this: Connection, sql: string): Statement {
    if (sql === keepingPragma && !keptBy.has(this)) keptBy.set(this, new Map())
    const kept = keptBy.get(this)
    if (!kept || !isLasting(sql)) return prepare.call(this, sql)
    const known = kept.get(sql)
    if (known) {
      // Behind all others again.
      kept.delete(sql)
      kept.set(sql, known)
      return known
    }
    const statement = settle(prepare.call(this, sql), () => kept.delete(sql))
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return statement
  } as typeof prototype.prepare
}

/** The statement, which answers once for good what the client asks of it every time. */
function settle(statement: Statement, letGo: () => void): Statement {
  statement.safeIntegers(true)
  const refusal = refusalOf(() => statement.raw(true))
  const columns = refusal ? [] : statement.columns()
  const run = statement.run.bind(statement)
  const all = statement.all.bind(statement)

  const guarded =
    <Result>(call: (...given: unknown[]) => Result) =>
    (...given: unknown[]): Result => {
      try {
        if (heldChars(given) > mostHeldChars) letGo()
        return call(...given)
      } catch (error) {
        letGo()
        throw error
      }
    }
  return Object.assign(statement, {
    safeIntegers: () => statement,
    raw() {
      if (refusal) throw refusal
      return statement
    },
    columns: () => columns,
    run: guarded(run),
    all: guarded(all),
  })
}

/** Statements without rows refuse to be asked for raw ones. */
function refusalOf(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return error
  }
}

function heldChars(given: readonly unknown[]): number {
  let chars = 0
  for (const one of given.flat()) {
    if (typeof one === 'string') chars += one.length
    else if (one instanceof Uint8Array) chars += one.length
  }
  return chars
}
