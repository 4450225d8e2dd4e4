import type { HeldVersion } from '../../src/db/queries/meeting-page.ts'
import { utcTime } from '../dates.ts'
import { cut } from '../html.ts'
import { count, counted } from './money.ts'

/** What a version differs in from the one before it, as far as numbers tell. */
export function versionChange(before: HeldVersion, after: HeldVersion): string {
  const parts: string[] = []
  if (before.pages !== null && after.pages !== null) {
    parts.push(
      before.pages === after.pages
        ? `still ${counted(after.pages, 'page')}`
        : `${counted(after.pages, 'page')} instead of ${count(before.pages)}`,
    )
  }
  const grown = after.sizeBytes - before.sizeBytes
  if (grown !== 0) {
    parts.push(`${counted(Math.abs(grown), 'byte')} ${grown > 0 ? 'more' : 'fewer'}`)
  }
  return [...parts, 'other bytes'].join(', ')
}

/** Every version of a document, newest first, each to be had; nothing where there is one alone. */
export function DocumentVersions(props: {
  readonly title: string
  readonly versions: readonly HeldVersion[]
}) {
  const { versions } = props
  if (versions.length < 2) return null
  const newestFirst = [...versions].reverse()
  return (
    <details class="versions">
      <summary>
        Changed since it was first seen: {counted(versions.length, 'version')}
        <span class="visually-hidden">
          {' '}
          of <bdi>{cut(props.title, 120)}</bdi>
        </span>
      </summary>
      <ol reversed>
        {newestFirst.map((version, at) => {
          const before = newestFirst[at + 1]
          return (
            <li>
              <a href={`/documents/${version.sha256}`}>Version {version.number}</a>, first seen{' '}
              {utcTime(version.firstSeenAt)}, last seen {utcTime(version.lastSeenAt)}
              {before && `: ${versionChange(before, version)}`}{' '}
              <code class="hash">{version.sha256}</code>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
