import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './client.ts'

/** Rows that travel in one statement: enough to make the statement's own cost vanish. */
const rowsAStatement = 2_000

interface NamedColumn {
  readonly key: string
  readonly column: SQLiteColumn
}

/** The columns that any of the rows gives a value for. */
function givenColumns(table: SQLiteTable, rows: readonly Record<string, unknown>[]): NamedColumn[] {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table))
  return columns
    .filter(([key]) => rows.some((row) => row[key] !== undefined))
    .map(([key, column]) => ({ key, column }))
}

/** A value as the driver takes it: a row that does not give it has the column's default. */
function toDriver(value: unknown, column: SQLiteColumn): unknown {
  const given = value === undefined ? column.default : value
  if (given === null || given === undefined) return null
  return column.mapToDriverValue(given)
}

function toJson(columns: readonly NamedColumn[], rows: readonly Record<string, unknown>[]): string {
  return JSON.stringify(
    rows.map((row) => columns.map(({ key, column }) => toDriver(row[key], column))),
  )
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += rowsAStatement) yield rows.slice(at, at + rowsAStatement)
}

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
 * a row (bench/store.ts).
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  onConflict?: OnConflict,
): Promise<void> {
  if (rows.length === 0) return
  const columns = givenColumns(table, rows)
  const into = columns.map(({ column }) => `"${column.name}"`).join(', ')
  const values = columns.map((_, at) => `value->>${at}`).join(', ')
  const head = sql.raw(
    `INSERT INTO "${getTableName(table)}" (${into}) SELECT ${values} FROM json_each(`,
  )
  const tail = onConflict ? conflictClause(onConflict) : sql.raw('')
  for (const chunk of chunks(rows)) {
    await tx.run(sql`${head}${toJson(columns, chunk)})${tail}`)
  }
}

/** Sets the given columns of many rows, each found by its `id`. */
export async function updateRows<Table extends SQLiteTable & { readonly id: SQLiteColumn }>(
  tx: Tx,
  table: Table,
  rows: readonly (Partial<Table['$inferInsert']> & { readonly id: number })[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = givenColumns(table, rows)
  const name = getTableName(table)
  const set = columns
    .map(({ column }, at) => ({ column, at }))
    .filter(({ column }) => column.name !== 'id')
    .map(({ column, at }) => `"${column.name}" = j.value->>${at}`)
    .join(', ')
  const idAt = columns.findIndex(({ column }) => column.name === 'id')
  const head = sql.raw(`UPDATE "${name}" SET ${set} FROM json_each(`)
  const tail = sql.raw(`) AS j WHERE "${name}".id = j.value->>${idAt}`)
  for (const chunk of chunks(rows)) {
    await tx.run(sql`${head}${toJson(columns, chunk)}${tail}`)
  }
}
