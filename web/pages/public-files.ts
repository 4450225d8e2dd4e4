import { web } from '../context.ts'

/** Style sheet, icons and islands. An address that names its content may be kept for a year. */
export const publicFiles = web.createApp().get('*', async (c, next) => {
  const file = c.var.files.get(c.req.path)
  if (!file) return await next()
  const isNamed = c.req.query('v') === file.etag.slice(1, -1)
  const headers = {
    'Content-Type': file.mediaType,
    'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
    ETag: file.etag,
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
  return c.body(file.body, 200, headers)
})
