import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { joinChunks } from './chunk.ts'
import type { AppContext } from './context.ts'
import type { Page } from './frame.tsx'

const htmlType = 'text/html; charset=utf-8'

/** A page that is the same for everybody until content or minute change: kept, with an ETag. */
export function sendFinished(c: AppContext, page: Page): Response {
  return c.var.cache.finish(c.req.raw, c.var.frame(page), htmlType, c.var.stamp)
}

/** A page that shows something moving: nobody's cache may answer for it. */
export function sendUnkept(c: AppContext, page: Page): Response {
  return c.body(joinChunks(c.var.frame(page)), 200, {
    'Content-Type': htmlType,
    'Cache-Control': 'no-cache',
  })
}

/** A page made for this visitor, or an error: not to be stored anywhere. */
export function sendFresh(c: AppContext, page: Page, status: ContentfulStatusCode = 200): Response {
  return c.body(joinChunks(c.var.frame(page)), status, {
    'Content-Type': htmlType,
    'Cache-Control': 'no-store',
  })
}
