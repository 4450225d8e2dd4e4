import type { DecisionRow, ItemRow, VoteRow } from '../../src/db/queries/item-page.ts'
import { Said } from './said.tsx'

/** What the record says became of an item; nothing before there is a record. */
export function Outcome(props: {
  readonly item: ItemRow
  readonly votes: readonly VoteRow[]
  readonly decision: DecisionRow | undefined
}) {
  const { item, votes, decision } = props
  const action = item.action ?? decision?.action
  const result = item.result ?? decision?.result
  if (!action && !result && votes.length === 0) return null
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">What was recorded</h2>
      <dl class="facts">
        {action && (
          <div>
            <dt>Action</dt>
            <dd>
              <Said text={action} />
            </dd>
          </div>
        )}
        {result && (
          <div>
            <dt>Result</dt>
            <dd>
              <Said text={result} />
            </dd>
          </div>
        )}
        {decision && decision.yes !== null && decision.no !== null && (
          <div>
            <dt>Counted</dt>
            <dd>
              {decision.yes} yes, {decision.no} no
            </dd>
          </div>
        )}
        {item.mover && (
          <div>
            <dt>Moved by</dt>
            <dd>
              <Said text={item.mover} />
              {item.seconder && (
                <>
                  , seconded by <Said text={item.seconder} />
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      {votes.length > 0 && (
        <table>
          <caption>Votes</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Vote</th>
            </tr>
          </thead>
          <tbody>
            {votes.map((vote) => (
              <tr>
                <th scope="row">
                  <Said text={vote.person} most={120} />
                </th>
                <td>
                  <Said text={vote.printed} most={60} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
