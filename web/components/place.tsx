import type { DetectionRow } from '../../src/db/queries/item-page.ts'
import { cut } from '../html.ts'

/** Where some words stand. */
export type PlaceRow = Pick<DetectionRow, 'field' | 'documentSha256' | 'page'> & {
  readonly isOcr?: boolean | undefined
}

/** A document by its hash, as far as a place needs it. */
export interface NamedDocument {
  readonly sha256: string | null
  readonly title: string
}

/** Where words stand: a field of the item, or a page of a document that we hold. */
export function Place(props: {
  readonly row: PlaceRow
  readonly documents: readonly NamedDocument[]
}) {
  const { row, documents } = props
  if (!row.documentSha256) return <>{row.field}</>
  const title = documents.find(({ sha256 }) => sha256 === row.documentSha256)?.title
  return (
    <>
      <a
        href={
          row.page === null
            ? `/documents/${encodeURIComponent(row.documentSha256)}`
            : `/documents/${encodeURIComponent(row.documentSha256)}/pages/${row.page}`
        }
        title={`SHA-256 ${row.documentSha256}`}
      >
        <bdi>{cut(title ?? 'document', 80)}</bdi>, page {row.page ?? '?'}
      </a>
      {row.isOcr && <span class="ocr"> recognised from a picture (OCR), may be misread</span>}
    </>
  )
}
