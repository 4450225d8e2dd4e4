import { Column, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './client.ts'

/**
 * What travels in one statement: enough to make the statement's own cost vanish. Ten thousand rows
 * cost a third more than five hundred: each time the driver asks the system for that much memory.
 */
const mostRows = 500
const mostCharacters = 8_000_000

interface GivenColumn {
  readonly key: string
  readonly name: string
  /** The value as the driver takes it; a row that does not give one has the column's default. */
  toDriver(value: unknown): unknown
}

const asItIs = Column.prototype.mapToDriverValue

/** The columns that any of the rows gives a value for. */
function givenColumns(table: SQLiteTable, rows: readonly Record<string, unknown>[]): GivenColumn[] {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table))
  return columns
    .filter(([key]) => rows.some((row) => row[key] !== undefined))
    .map(([key, column]) => {
      const fallback = column.default ?? null
      const map = column.mapToDriverValue === asItIs ? undefined : column.mapToDriverValue
      return {
        key,
        name: column.name,
        toDriver(value) {
          const given = value === undefined ? fallback : value
          return map && given !== null ? map.call(column, given) : given
        },
      }
    })
}

/** The rows as arrays of their columns, in JSON lists of bounded size. */
function* toJson(
  columns: readonly GivenColumn[],
  rows: readonly Record<string, unknown>[],
): Generator<string> {
  let list: unknown[][] = []
  let characters = 0
  for (const row of rows) {
    const cells: unknown[] = []
    for (const { key, toDriver } of columns) {
      const value = toDriver(row[key])
      if (typeof value === 'string') characters += value.length
      cells.push(value)
    }
    list.push(cells)
    if (list.length === mostRows || characters > mostCharacters) {
      yield JSON.stringify(list)
      list = []
      characters = 0
    }
  }
  if (list.length > 0) yield JSON.stringify(list)
}

/** A tenth cheaper than `->>` (measured), and the same for all that JSON can hold here. */
const cell = (row: string, at: number) => `json_extract(${row}, '$[${at}]')`

/** What happens to a row whose key is there already. */
export interface OnConflict {
  readonly target: readonly SQLiteColumn[]
  /** Columns that take the new value; none: the row that is there stays as it is. */
  readonly update: readonly SQLiteColumn[]
}

function conflictClause({ target, update }: OnConflict): SQL {
  const names = (columns: readonly SQLiteColumn[]) =>
    columns.map((column) => `"${column.name}"`).join(', ')
  const set = update.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ')
  // WHERE TRUE: without it SQLite takes ON for the beginning of a join.
  return sql.raw(
    ` WHERE TRUE ON CONFLICT (${names(target)}) DO ${set ? `UPDATE SET ${set}` : 'NOTHING'}`,
  )
}

/**
 * Inserts any number of rows by one parameter a statement: several times cheaper than a statement
 * a row (bench/store.mjs).
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  onConflict?: OnConflict,
): Promise<void> {
  if (rows.length === 0) return
  const columns = givenColumns(table, rows)
  const into = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map((_, at) => cell('value', at)).join(', ')
  const head = sql.raw(
    `INSERT INTO "${getTableName(table)}" (${into}) SELECT ${values} FROM json_each(`,
  )
  const tail = onConflict ? conflictClause(onConflict) : sql.raw('')
  for (const json of toJson(columns, rows)) await tx.run(sql`${head}${json})${tail}`)
}

/** Sets the given columns of many rows, each found by its `id`. */
export async function updateRows<Table extends SQLiteTable & { readonly id: SQLiteColumn }>(
  tx: Tx,
  table: Table,
  rows: readonly (Partial<Table['$inferInsert']> & { readonly id: number })[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = givenColumns(table, rows)
  const tableName = getTableName(table)
  const set = columns
    .map(({ name }, at) => (name === 'id' ? '' : `"${name}" = ${cell('j.value', at)}`))
    .filter(Boolean)
    .join(', ')
  const idAt = columns.findIndex(({ name }) => name === 'id')
  const head = sql.raw(`UPDATE "${tableName}" SET ${set} FROM json_each(`)
  const tail = sql.raw(`) AS j WHERE "${tableName}".id = ${cell('j.value', idAt)}`)
  for (const json of toJson(columns, rows)) await tx.run(sql`${head}${json}${tail}`)
}
