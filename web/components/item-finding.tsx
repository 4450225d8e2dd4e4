import type { DetectionRow, FindingRow } from '../../src/db/queries/item-page.ts'
import type { TaxonomyNames } from '../context.ts'
import { cut } from '../html.ts'
import { purposeWords } from './fact-words.ts'
import { type NamedDocument, Place } from './place.tsx'
import { Said } from './said.tsx'
import { WideTable } from './wide-table.tsx'

/** Reasons and quoted words behind a finding. */
export function WhyFlagged(props: {
  readonly finding: FindingRow
  readonly detections: readonly DetectionRow[]
  readonly documents: readonly NamedDocument[]
  readonly names: TaxonomyNames
}) {
  const { finding, detections, documents, names } = props
  return (
    <section aria-labelledby="why" class="why-flagged">
      <h2 id="why">Why it was flagged</h2>
      {finding.band === 'possible' && (
        <p class="note care">Possible only: the words may mean something else here.</p>
      )}
      <ul class="tags">
        {finding.purpose && purposeWords[finding.purpose] && (
          <li class="tag purpose">{purposeWords[finding.purpose]}</li>
        )}
        {finding.technologies.map((id) => (
          <li class="tag technology">
            <a href={`/?technology=${encodeURIComponent(id)}`}>{names.technology(id)}</a>
          </li>
        ))}
        {finding.vendors.map((id) => (
          <li class="tag vendor">
            <a href={`/?vendor=${encodeURIComponent(id)}`}>{names.vendor(id)}</a>
          </li>
        ))}
      </ul>
      <ul class="reasons">
        {finding.reasons.map((reason) => (
          <li>
            <Said text={reason} />
          </li>
        ))}
      </ul>
      <WideTable caption="Words found">
        <thead>
          <tr>
            <th scope="col">Quoted</th>
            <th scope="col">In</th>
            <th scope="col">Names</th>
          </tr>
        </thead>
        <tbody>
          {detections.map((row) => (
            <tr>
              <td>
                <q>
                  <mark>{cut(row.quote, 300)}</mark>
                </q>
              </td>
              <td>
                <Place row={row} documents={documents} />
              </td>
              <td>
                {[
                  row.technology && names.technology(row.technology),
                  row.vendor && names.vendor(row.vendor),
                ]
                  .filter((name) => name)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  )
}
