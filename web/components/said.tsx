import { raw } from 'hono/html'
import type { DocumentRow } from '../../src/db/queries/meeting-page.ts'
import { cureOf, isDocumentErrorCode } from '../../src/documents/document-error.ts'
import { utcTime } from '../dates.ts'
import { cut, type Html, safeUrl } from '../html.ts'
import { DocumentVersions } from './document-versions.tsx'
import { count, counted } from './money.ts'

/** Words of somebody else: cleaned, cut, and kept from turning the text around them. */
export function Said(props: { readonly text: string; readonly most?: number }) {
  return <bdi>{cut(props.text, props.most ?? 300)}</bdi>
}

/** Markup of our own making inside a JSX view. */
export function Markup(props: { readonly html: Html }) {
  return raw(props.html.value)
}

/** A link away from here; words alone where the address is not to be trusted. */
export function Outside(props: { readonly address: string; readonly words: string }) {
  const url = safeUrl(props.address)
  if (!url) return <bdi>{cut(props.words, 300)}</bdi>
  return (
    <a href={url} rel="noreferrer external">
      <bdi>{cut(props.words, 300)}</bdi>
    </a>
  )
}

export function PlaceLink(props: {
  readonly slug: string
  readonly name: string
  readonly state: string
}) {
  return (
    <a href={`/councils/${encodeURIComponent(props.slug)}`}>
      <bdi>{cut(props.name, 120)}</bdi>
      {props.state && `, ${props.state}`}
    </a>
  )
}

function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${count(Math.round(bytes / 1_000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Recordings are linked and never read. */
const recorded: ReadonlySet<DocumentRow['kind']> = new Set([
  'video',
  'audio',
  'captions',
  'calendar',
])

/** How far a document has been read; what went wrong is told below it. */
function readingOf({ pages, sha256, errorCode, kind }: DocumentRow): string {
  if (pages !== null) return `, ${counted(pages, 'page')} read`
  return sha256 === null && errorCode === null && !recorded.has(kind) ? ', not read' : ''
}

/** What a complaint means for the document: how much of it is there all the same. */
function complaintOf({ pages, sha256, errorCode }: DocumentRow): string {
  if (sha256 !== null && errorCode?.startsWith('fetch_')) return 'Could not be had again'
  return pages !== null && pages > 0 ? 'Not read in full' : 'Could not be read'
}

/** Where a document can be had: at the portal first, and the copy that we hold. */
export function DocumentList(props: { readonly documents: readonly DocumentRow[] }) {
  return (
    <ul class="documents">
      {props.documents.map((document) => (
        <li>
          <Outside address={document.url} words={document.title} />{' '}
          <span class="quiet">
            {document.kind}
            {readingOf(document)}
          </span>
          {document.sha256 && (
            <>
              {' '}
              <a class="copy" href={`/documents/${document.sha256}`}>
                Archived copy
                <span class="visually-hidden">
                  {' '}
                  of <bdi>{cut(document.title, 120)}</bdi>
                </span>
              </a>{' '}
              {document.pages !== null && document.pages > 0 && (
                <>
                  <a class="copy" href={`/documents/${document.sha256}/pages/1`}>
                    Page by page
                    <span class="visually-hidden">
                      {' '}
                      of <bdi>{cut(document.title, 120)}</bdi>
                    </span>
                  </a>{' '}
                </>
              )}
              <span class="quiet">
                {document.sizeBytes !== null && size(document.sizeBytes)}
                {document.capturedAt && `, captured ${utcTime(document.capturedAt)}`}
              </span>
            </>
          )}
          {document.goneSince ? (
            <p class="note care">Gone from the portal since {utcTime(document.goneSince)}</p>
          ) : (
            document.unlinkedSince && (
              <p class="note care">No longer linked here since {utcTime(document.unlinkedSince)}</p>
            )
          )}
          <DocumentVersions title={document.title} versions={document.versions} />
          {document.errorCode && (
            <p class="note care">
              {complaintOf(document)}: {cut(document.errorMessage ?? '', 200)}{' '}
              <code>{document.errorCode}</code>
              {isDocumentErrorCode(document.errorCode) && `. ${cureOf(document.errorCode)}.`}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
