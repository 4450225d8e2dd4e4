/** A row as the Web API serves it. */
export type Row = Readonly<Record<string, unknown>>

/** The query says something the server does not understand; it answers 400 with these words. */
export class ODataQueryError extends Error {}

type Test = (row: Row) => boolean
type Scalar = string | number | boolean | null

const tokenPattern = /\s*(datetime'[^']*'|'(?:[^']|'')*'|\d+(?:\.\d+)?|[A-Za-z_]\w*|[(),])/y

function tokenize(text: string): string[] {
  const tokens: string[] = []
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const at = tokenPattern.lastIndex
    const [, token] = tokenPattern.exec(text) ?? []
    if (token === undefined)
      throw new ODataQueryError(`Syntax error at position ${at} in '${text}'.`)
    tokens.push(token)
  }
  return tokens
}

/** Instants compare by their first 19 characters: all of one row set are written alike. */
function literal(token: string): Scalar | undefined {
  if (token.startsWith("datetime'")) {
    const inner = token.slice(9, -1)
    const whole = /^\d{4}-\d{2}-\d{2}$/.test(inner) ? `${inner}T00:00:00` : inner
    if (Number.isNaN(Date.parse(whole))) {
      throw new ODataQueryError(`Unrecognized 'Edm.DateTime' literal '${token}'.`)
    }
    return whole
  }
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (/^\d/.test(token)) return Number(token)
  if (token === 'null') return null
  return token === 'true' ? true : token === 'false' ? false : undefined
}

function compare(left: unknown, operator: string, right: Scalar): boolean {
  if (operator === 'eq') return left === right
  if (operator === 'ne') return left !== right
  if (left === null || right === null || typeof left !== typeof right) return false
  const a = left as string | number
  const b = right as string | number
  if (operator === 'ge') return a >= b
  if (operator === 'gt') return a > b
  return operator === 'le' ? a <= b : a < b
}

/**
 * OData v3 `$filter` as the Web API's readers use it: comparisons of a field with a literal,
 * `substringof`, `startswith`, `not`, `and`, `or` and parentheses.
 *
 * @throws {ODataQueryError} for anything else, and for a field that the rows do not have.
 */
export function parseFilter(text: string, fields: ReadonlySet<string>, model: string): Test {
  const tokens = tokenize(text)
  let at = 0
  const take = (expected?: string): string => {
    const token = tokens[at]
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new ODataQueryError(`Syntax error at position ${text.length} in '${text}'.`)
    }
    at += 1
    return token
  }
  const field = (): string => {
    const name = take()
    if (!fields.has(name)) {
      throw new ODataQueryError(`Could not find a property named '${name}' on type '${model}'.`)
    }
    return name
  }
  const words = (): string => {
    const value = literal(take())
    if (typeof value !== 'string') throw new ODataQueryError(`A string is expected in '${text}'.`)
    return value
  }

  const call = (name: string): Test => {
    take()
    take('(')
    if (name === 'substringof') {
      const needle = words().toLowerCase()
      take(',')
      const column = field()
      take(')')
      return (row) =>
        String(row[column] ?? '')
          .toLowerCase()
          .includes(needle)
    }
    const column = field()
    take(',')
    const needle = words().toLowerCase()
    take(')')
    return (row) =>
      String(row[column] ?? '')
        .toLowerCase()
        .startsWith(needle)
  }
  const primary = (): Test => {
    const token = tokens[at]
    if (token === '(') {
      take()
      const inner = either()
      take(')')
      return inner
    }
    if (token === 'not') {
      take()
      const inner = primary()
      return (row) => !inner(row)
    }
    if (token === 'substringof' || token === 'startswith') return call(token)
    const column = field()
    const operator = take()
    if (!['eq', 'ne', 'ge', 'gt', 'le', 'lt'].includes(operator)) {
      throw new ODataQueryError(`Operator '${operator}' is not understood in '${text}'.`)
    }
    const value = literal(take())
    if (value === undefined) throw new ODataQueryError(`A literal is expected in '${text}'.`)
    return (row) => compare(row[column], operator, value)
  }
  const both = (): Test => {
    let test = primary()
    while (tokens[at] === 'and') {
      take()
      const left = test
      const right = primary()
      test = (row) => left(row) && right(row)
    }
    return test
  }
  function either(): Test {
    let test = both()
    while (tokens[at] === 'or') {
      take()
      const left = test
      const right = both()
      test = (row) => left(row) || right(row)
    }
    return test
  }

  const test = either()
  if (at < tokens.length) throw new ODataQueryError(`Syntax error at '${tokens[at]}' in '${text}'.`)
  return test
}

/** Rows in the order of `$orderby`: fields with `asc` or `desc`, separated by commas. */
export function orderRows(
  rows: readonly Row[],
  text: string,
  fields: ReadonlySet<string>,
  model: string,
): Row[] {
  const keys = text.split(',').map((part) => {
    const [name = '', direction = 'asc'] = part.trim().split(/\s+/)
    if (!fields.has(name)) {
      throw new ODataQueryError(`Could not find a property named '${name}' on type '${model}'.`)
    }
    return { name, sign: direction === 'desc' ? -1 : 1 }
  })
  return [...rows].sort((a, b) => {
    for (const { name, sign } of keys) {
      const left = a[name] ?? ''
      const right = b[name] ?? ''
      if (left < right) return -sign
      if (left > right) return sign
    }
    return 0
  })
}

/** The server never gives more than this many rows, and does not say so. */
export const rowCap = 1_000

function count(params: URLSearchParams, name: string, usual: number): number {
  const text = params.get(name)
  if (text === null) return usual
  if (!/^\d{1,9}$/.test(text)) {
    throw new ODataQueryError(`Invalid value '${text}' for ${name} query option found.`)
  }
  return Number(text)
}

/** What `$filter`, `$orderby`, `$skip` and `$top` leave of some rows, never more than the cap. */
export function queryRows(
  rows: readonly Row[],
  params: URLSearchParams,
  model: string,
  ignoresFilter: boolean,
): Row[] {
  const fields = new Set(Object.keys(rows[0] ?? {}))
  const filter = params.get('$filter')
  const order = params.get('$orderby')
  // Nothing to find a property on: an empty list is not the place to complain about names.
  if (rows.length === 0) return []
  const test = filter ? parseFilter(filter, fields, model) : () => true
  const kept = ignoresFilter ? [...rows] : rows.filter(test)
  const ordered = order ? orderRows(kept, order, fields, model) : kept
  const skip = count(params, '$skip', 0)
  const top = Math.min(count(params, '$top', rowCap), rowCap)
  return ordered.slice(skip, skip + top)
}
