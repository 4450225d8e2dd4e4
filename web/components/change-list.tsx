import type { ChangeRow } from '../../src/db/queries/meeting-page.ts'
import { utcTime } from '../dates.ts'
import { Said } from './said.tsx'

interface Version {
  readonly number: number
  readonly seenAt: Date
}

/** Changes by version, the newest first; the first version is where the record begins. */
export function ChangeList(props: {
  readonly changes: readonly ChangeRow[]
  readonly versions: readonly Version[]
}) {
  const { changes, versions } = props
  return (
    <ol class="changes">
      {versions.map(({ number, seenAt }) => {
        const ofVersion = changes.filter((change) => change.version === number)
        return (
          <li>
            <p class="change-when">
              <strong>Version {number}</strong> <span class="quiet">seen {utcTime(seenAt)}</span>
            </p>
            {ofVersion.length > 0 ? (
              <ul>
                {ofVersion.map((change) => (
                  <li>
                    <Said text={change.sentence} most={500} />
                  </li>
                ))}
              </ul>
            ) : (
              <p class="quiet">
                {number === 1 ? 'First seen by us.' : 'Changed in what is not listed here.'}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The same for one item, whose versions are those of its meeting. */
export function ItemChanges({ changes }: { readonly changes: readonly ChangeRow[] }) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li>
          <Said text={change.sentence} most={500} />{' '}
          <span class="quiet">
            version {change.version}, seen {utcTime(change.seenAt)}
          </span>
        </li>
      ))}
    </ul>
  )
}
