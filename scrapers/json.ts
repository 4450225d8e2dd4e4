import * as z from 'zod'
import { PageShapeError, PortalErrorPage, type Problem, toProblem } from '../src/model/errors.ts'
import type { Page } from '../src/scraping/contract.ts'
import { cleanText, findElement, parseMarkup, textOf } from '../src/scraping/html.ts'

/**
 * A value of the Web API that is text, or is meant as text; blank and missing are `null`. Told in one
 * step: a list is mostly texts, and what a union of types leaves behind for each was a tenth of all
 * memory asked for.
 */
export const text = z.transform((value: unknown, context): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.trim() || null
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  context.addIssue('is no text')
  return null
})

/** A key: positive number or text, as text. */
export const key = z.union([z.string().min(1), z.number()]).transform(String)
export const optionalKey = key.nullish().transform((value) => value ?? null)

/** 1, true, "1" and "true" are set; 0, false and null are not. */
export const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 1 || value === '1' || value === 'true')

export const order = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value == null || value === '' ? null : Number(value)))

export const rows = z.array(z.unknown()).nullish()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The JSON a page holds.
 *
 * @throws {PortalErrorPage} for an ASP.NET error page or an error object of the API.
 * @throws {PageShapeError} for HTML, XML, and JSON that is cut off.
 */
export function readJson(page: Page): unknown {
  const body = page
    .text()
    .replace(/^\ufeff/, '')
    .trim()
  if (body.startsWith('<')) throw foreignMarkup(body, page.url)
  if (body === '') throw new PageShapeError('JSON, and got an empty answer,', page.url)
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (error) {
    throw new PageShapeError('whole JSON, and got what is cut off or damaged,', page.url, {
      cause: error,
    })
  }
  const said = errorOf(value)
  if (said !== undefined) throw new PortalErrorPage(said, page.url)
  return value
}

function foreignMarkup(body: string, url: string): PageShapeError | PortalErrorPage {
  if (/^(?:<\?xml[^>]*>\s*)?<(?:ArrayOf|Granicus)\w*/.test(body)) {
    return new PageShapeError('JSON, and got XML (a request must ask for application/json),', url)
  }
  const head = parseMarkup(body.slice(0, 20_000))
  const title = findElement(head, ({ name }) => name === 'title')
  const said = title ? cleanText(textOf(title)) : ''
  if (/cannot be found|error|forbidden|denied|unavailable/i.test(said)) {
    return new PortalErrorPage(said, url)
  }
  return new PageShapeError(`JSON, and got a page of HTML${said ? ` ("${said}")` : ''},`, url)
}

/** What an error object of ASP.NET Web API says, `{Message, ExceptionMessage}`. */
function errorOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined
  const { Message, ExceptionMessage } = value
  if (typeof Message !== 'string' || 'EventId' in value) return undefined
  if (typeof ExceptionMessage !== 'string') return Message
  return /LegistarConnectionString/i.test(ExceptionMessage)
    ? `no such Legistar client: ${ExceptionMessage}`
    : ExceptionMessage
}

/**
 * The rows of a list, each an object. Lists that others stored are unwrapped: one object alone,
 * `{value: […]}`, and a map from id to row, where the row may stand under `event_data`.
 *
 * @throws {PageShapeError} for anything else.
 */
export function readRows(page: Page, idField: string): Record<string, unknown>[] {
  const value = readJson(page)
  return listOf(value, idField, page.url).map((row) => {
    if (!isRecord(row)) throw new PageShapeError(`rows with ${idField}`, page.url)
    return isRecord(row.event_data) ? row.event_data : row
  })
}

function listOf(value: unknown, idField: string, url: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) throw new PageShapeError(`a list of rows with ${idField}`, url)
  if (idField in value) return [value]
  if (Array.isArray(value.value)) return value.value
  const inner = Object.values(value)
  if (inner.length > 0 && inner.every(isRecord)) return inner
  throw new PageShapeError(`a list of rows with ${idField}`, url)
}

/**
 * Reads each row by `schema`, once per key: rows that do not fit, and repeated keys, become
 * problems and the others go on.
 */
export function parseRows<Row>(
  found: readonly Record<string, unknown>[],
  schema: z.ZodType<Row>,
  keyOf: (row: Row) => string | null,
  url: string,
): { readonly rows: Row[]; readonly problems: Problem[] } {
  const seen = new Set<string>()
  const parsed: Row[] = []
  const problems: Problem[] = []
  for (const [at, row] of found.entries()) {
    const result = schema.safeParse(row)
    if (!result.success) {
      const why = result.error.issues[0]
      const field = why ? `${why.path.join('.')}: ${why.message}` : 'not a row'
      problems.push(
        toProblem(new PageShapeError(`a row as documented (row ${at + 1}, ${field})`, url), url),
      )
      continue
    }
    const id = keyOf(result.data)
    if (id !== null && seen.has(id)) {
      problems.push({
        url,
        code: 'duplicate_id',
        message: `The id ${id} comes twice; the first stands`,
      })
      continue
    }
    if (id !== null) seen.add(id)
    parsed.push(result.data)
  }
  return { rows: parsed, problems }
}
