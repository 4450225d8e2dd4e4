import { findArchivedDocument } from '../../src/db/queries/archived-documents.ts'
import { web } from '../context.ts'
import { archivePolicy } from '../headers.ts'
import { clean } from '../html.ts'

/** Kinds that are handed out under their own name, with the ending that belongs to them. */
const mediaTypes: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/msword': '.doc',
  'application/rtf': '.rtf',
  'application/zip': '.zip',
  'text/plain': '.txt',
}

/** `Content-Disposition` for a name that a stranger chose: plain letters, and the whole encoded. */
function attachment(title: string, ending: string): string {
  const name = clean(title)
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80)
  const whole = `${name || 'document'}${ending}`
  const plain = whole.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(whole).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Archived originals, to be saved and never shown: nothing in them may run here. */
export const documentFiles = web.createApp().get('/documents/:sha256', async (c) => {
  const sha256 = c.req.param('sha256')
  const { db, archive } = c.var.deps
  if (!/^[0-9a-f]{64}$/.test(sha256)) return await c.notFound()
  const document = await findArchivedDocument(db.read, sha256)
  if (!document) return await c.notFound()

  const etag = `"${sha256}"`
  const headers = {
    'Content-Security-Policy': archivePolicy,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const bytes = await archive.get(sha256 as Parameters<typeof archive.get>[0])
  const kind = document.mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const ending = mediaTypes[kind]
  return c.body(new Uint8Array(bytes), 200, {
    ...headers,
    'Content-Type': ending ? kind : 'application/octet-stream',
    'Content-Disposition': attachment(document.title, ending ?? '.bin'),
  })
})
