import { HTTPException } from 'hono/http-exception'
import { AppError } from '../src/model/errors.ts'
import type { AppContext } from './context.ts'
import { view } from './frame.tsx'
import { sendFresh } from './send.ts'

/** Nothing of what was asked for is repeated: an address can carry anybody's words. */
export function onNotFound(c: AppContext): Response {
  return sendFresh(
    c,
    {
      title: 'Not found',
      body: view(
        <div class="prose">
          <h1>There is no such page</h1>
          <p>
            It may have been mistyped, or what it showed was never here. Records that were read are
            not removed.
          </p>
          <p>
            <a href="/">Upcoming votes</a> · <a href="/search">Search everything read</a>
          </p>
        </div>,
      ),
    },
    404,
  )
}

const statusOfCode: Readonly<Record<string, 400 | 403 | 404 | 413 | 429 | 503>> = {
  cross_site: 403,
  forbidden: 403,
  form_too_large: 413,
  too_many: 429,
  document_missing: 404,
  worker_silent: 503,
  db_busy: 503,
  query_timeout: 503,
}

/** An error in words where somebody foresaw it; else a number that the log knows too. */
export function onError(error: unknown, c: AppContext): Response {
  if (error instanceof HTTPException && error.status === 404) return onNotFound(c)
  if (error instanceof AppError) {
    return sendFresh(
      c,
      {
        title: 'That did not work',
        body: view(
          <div class="prose">
            <h1>That did not work</h1>
            <p>{error.message}.</p>
            <p>{error.cure}.</p>
            <p class="quiet">
              Error <code>{error.code}</code>
            </p>
          </div>,
        ),
      },
      statusOfCode[error.code] ?? 400,
    )
  }
  const number = c.var.deps.requestNumber()
  c.var.deps.report(error, number)
  return sendFresh(
    c,
    {
      title: 'Something went wrong',
      body: view(
        <div class="prose">
          <h1>Something went wrong on our side</h1>
          <p>Nothing was lost or changed. Trying again in a minute may help.</p>
          <p class="quiet">
            If it does not, tell whoever runs this server the request number <code>{number}</code>.
          </p>
        </div>,
      ),
    },
    500,
  )
}
