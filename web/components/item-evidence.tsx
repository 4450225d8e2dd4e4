import type { CapturedPage, FindingRow, ItemRow } from '../../src/db/queries/item-page.ts'
import type { DocumentRow, MeetingRow } from '../../src/db/queries/meeting-page.ts'
import { utcTime } from '../dates.ts'
import { cut } from '../html.ts'
import { Outside, Said } from './said.tsx'
import { WideTable } from './wide-table.tsx'

/** When what was captured, by which hash: what a stranger needs to check us. */
export function Evidence(props: {
  readonly item: ItemRow
  readonly meeting: MeetingRow
  readonly finding: FindingRow | undefined
  readonly captures: readonly CapturedPage[]
  readonly documents: readonly DocumentRow[]
}) {
  const { item, meeting, finding, captures, documents } = props
  const held = documents.filter((document) => document.sha256 !== null)
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      <p class="quiet">
        Every original is kept as it came. Its SHA-256 lets anybody check that a copy is the same,
        byte for byte.
      </p>
      <dl class="facts">
        <div>
          <dt>Item first seen by us</dt>
          <dd>{utcTime(item.firstSeenAt)}</dd>
        </div>
        <div>
          <dt>Version of the agenda</dt>
          <dd>
            {meeting.version}, last changed {utcTime(meeting.changedAt)}
          </dd>
        </div>
        {finding && (
          <div>
            <dt>Flagged</dt>
            <dd>
              {utcTime(finding.foundAt)} by detector {cut(finding.detectorVersion, 40)}, score{' '}
              {finding.score.toFixed(2)} of 1
            </dd>
          </div>
        )}
      </dl>
      {captures.length + held.length > 0 && (
        <WideTable caption="Originals held">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Captured</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {captures.map((capture) => (
              <tr>
                <td>
                  <Outside address={capture.url} words="Page of the portal" />
                </td>
                <td>{utcTime(capture.fetchedAt)}</td>
                <td>
                  <code class="hash">{cut(capture.sha256, 64)}</code>
                </td>
              </tr>
            ))}
            {held.map((document) => (
              <tr>
                <td>
                  <Said text={document.title} most={160} />
                </td>
                <td>{document.capturedAt && utcTime(document.capturedAt)}</td>
                <td>
                  <code class="hash">{cut(document.sha256 ?? '', 64)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}
