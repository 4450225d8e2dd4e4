import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../src/model/errors.ts'
import type { WebEnv } from './context.ts'

/** A form that another site sent in the visitor's name. */
export class CrossSiteError extends AppError {
  readonly code = 'cross_site'
  readonly retry = 'never'
  readonly cure = 'Open the page here and send the form from it'

  constructor() {
    super('This form was not sent from a page of this site')
  }
}

/** More than a form of ours can hold. */
export class FormTooLargeError extends AppError {
  readonly code = 'form_too_large'
  readonly retry = 'never'
  readonly cure = 'Send less text'

  constructor() {
    super('The form is larger than 64 KiB')
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what would change something unless a page of ours asks: by the browser's own word on
 * where the request comes from, else by its origin. Neither is a refusal; nothing here has tokens.
 */
export const ownFormsOnly: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!safeMethods.has(c.req.method) && !isOwn(c.req.raw, c.var.deps.publicUrl)) {
    throw new CrossSiteError()
  }
  await next()
}

function isOwn(request: Request, publicUrl: string | null): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return false
  if (publicUrl !== null) return origin === new URL(publicUrl).origin
  // Without a public address this server is used on its own machine: only loopback names count,
  // since any other name could have been pointed here by a stranger.
  const { hostname, host } = new URL(request.url)
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isLoopback && origin === `http://${host}`
}

export const formLimit = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new FormTooLargeError()
  },
})
