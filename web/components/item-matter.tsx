import type { MatterAppearance, MatterRow, MatterStep } from '../../src/db/queries/item-page.ts'
import { longDate } from '../dates.ts'
import { cut } from '../html.ts'
import { Outside, Said } from './said.tsx'
import { WideTable } from './wide-table.tsx'

/** The file behind an item: every agenda it stood on, and the portal's own history. */
export function Matter(props: {
  readonly matter: MatterRow
  readonly steps: readonly MatterStep[]
  readonly appearances: readonly MatterAppearance[]
  readonly itemId: number
}) {
  const { matter, steps, appearances, itemId } = props
  const words = [matter.type, matter.status].filter((word) => word).join(', ')
  return (
    <section aria-labelledby="matter">
      <h2 id="matter">
        The matter{matter.fileNumber && ` ${cut(matter.fileNumber, 40)}`} across meetings
      </h2>
      <p>
        {words && (
          <>
            <Said text={words} />.
          </>
        )}
        {matter.introducedOn && ` Introduced ${longDate(matter.introducedOn)}.`}
        {matter.sponsors.length > 0 && (
          <>
            {' '}
            Sponsors: <Said text={matter.sponsors.join(', ')} />.
          </>
        )}
        {matter.sourceUrl && (
          <>
            {' '}
            <Outside address={matter.sourceUrl} words="The matter at the portal" />
          </>
        )}
      </p>
      <WideTable caption="Agendas it stood on">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Body</th>
            <th scope="col">Item</th>
            <th scope="col">Recorded</th>
          </tr>
        </thead>
        <tbody>
          {appearances.map((row) => (
            <tr>
              <td>{longDate(row.date)}</td>
              <td>
                <Said text={row.body} most={160} />
              </td>
              <td>
                {row.agendaItemId === itemId ? (
                  'this item'
                ) : (
                  <a href={`/items/${row.agendaItemId}`}>
                    {row.number && `${cut(row.number, 30)} `}
                    <Said text={row.title} most={200} />
                  </a>
                )}
                {row.removedAt && ' (taken off)'}
                {row.status === 'cancelled' && ' (meeting cancelled)'}
              </td>
              <td>
                <Said
                  text={[row.action, row.result].filter((word) => word).join(', ')}
                  most={160}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {steps.length > 0 && (
        <WideTable caption="History as the portal tells it">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Body</th>
              <th scope="col">Action</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr>
                <td>{step.date ? longDate(step.date) : ''}</td>
                <td>
                  <Said text={step.body ?? ''} most={160} />
                </td>
                <td>
                  <Said text={step.action ?? ''} most={300} />
                </td>
                <td>
                  <Said text={step.result ?? ''} most={80} />
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  )
}
