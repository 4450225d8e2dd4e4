import { AppError, type AppErrorOptions, shorten } from '../model/errors.ts'

/** A line of one of the directory's files is not as it must be. */
export class DirectoryFileError extends AppError {
  readonly code = 'file_row'
  readonly retry = 'when-changed'
  readonly cure = 'Correct that line; docs/directory.md describes the columns'

  constructor(
    file: string,
    row: number,
    column: string,
    reason: string,
    options: AppErrorOptions = {},
  ) {
    super(`${file}, row ${row}, column ${column}: ${shorten(reason)}`, {
      ...options,
      where: { ...options.where, file, row, column },
    })
  }
}

export interface TableLine<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>
  /** Line number in the file; the heading is 1. */
  readonly row: number
}

/**
 * Lines of a tab-separated file whose heading is `columns`. There is no quoting: a cell cannot
 * hold a tab or a line end. Lines that begin with `#` and empty lines are left out.
 *
 * @throws {DirectoryFileError} for another heading, or a line with too few or too many cells.
 */
export function* parseTable<Column extends string>(
  file: string,
  columns: readonly Column[],
  text: string,
): Generator<TableLine<Column>> {
  const lines = text.split('\n')
  const heading = lines[0]?.split('\t') ?? []
  for (const [index, column] of columns.entries()) {
    if (heading[index] !== column) {
      throw new DirectoryFileError(file, 1, column, `the heading says "${heading[index] ?? ''}"`)
    }
  }
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '' || line.startsWith('#')) continue
    const values = line.split('\t')
    if (values.length !== columns.length) {
      const column = columns[Math.min(values.length, columns.length) - 1] ?? ''
      const reason = `${values.length} cells instead of ${columns.length}`
      throw new DirectoryFileError(file, index + 1, column, reason)
    }
    const cells = {} as Record<Column, string>
    for (const [at, column] of columns.entries()) cells[column] = values[at] ?? ''
    yield { cells, row: index + 1 }
  }
}

/** The same file again: heading and lines, each ended by a line end. */
export function formatTable<Column extends string>(
  columns: readonly Column[],
  lines: Iterable<Readonly<Record<Column, string>>>,
): string {
  const rows = [...lines].map((cells) => columns.map((column) => cells[column]).join('\t'))
  return `${[columns.join('\t'), ...rows].join('\n')}\n`
}
