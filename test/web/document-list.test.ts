import { expect, it } from 'vitest'
import type { DocumentRow } from '../../src/db/queries/meeting-page.ts'
import { DocumentList } from '../../web/components/said.tsx'

const held: DocumentRow = {
  id: 1,
  kind: 'attachment',
  title: 'Report',
  url: 'https://city.example/report.zip',
  firstSeenAt: new Date(0),
  goneSince: null,
  errorCode: null,
  errorMessage: 'What happened',
  sha256: 'a'.repeat(64),
  mediaType: 'application/zip',
  sizeBytes: 9,
  capturedAt: new Date(0),
  pages: null,
  unlinkedSince: null,
  versions: [],
}
const shown = (changes: Partial<DocumentRow>) =>
  String(DocumentList({ documents: [{ ...held, ...changes }] }))

it.each<[Partial<DocumentRow>, string]>([
  [{ errorCode: 'document_encrypted' }, 'Could not be read: What happened'],
  [{ errorCode: 'document_damaged', pages: 4 }, 'Not read in full: What happened'],
  [{ errorCode: 'fetch_status', pages: 4 }, 'Could not be had again: What happened'],
  [{ errorCode: 'fetch_too_large', sha256: null }, 'Could not be read: What happened'],
])('says of %j how much of the document is there', (changes, words) => {
  expect(shown(changes)).toContain(words)
})

it('says what can be done about a document that could not be read', () => {
  expect(shown({ errorCode: 'document_encrypted' })).toContain(
    'document_encrypted</code>. Ask the publisher for a version without a password.',
  )
  expect(shown({})).not.toContain('What happened')
})
