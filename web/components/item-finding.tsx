import type { DetectionRow, FactRow, FindingRow } from '../../src/db/queries/item-page.ts'
import type { DocumentRow } from '../../src/db/queries/meeting-page.ts'
import { expectedFacts, type FactKind, factKinds } from '../../src/model/facts.ts'
import type { TaxonomyNames } from '../context.ts'
import { cut } from '../html.ts'
import { factLabels, factValue, missingWords, purposeWords } from './fact-words.ts'
import { counted, money } from './money.ts'
import { Said } from './said.tsx'
import { WideTable } from './wide-table.tsx'

/** Where words stand: a field of the item, or a page of a document that we hold. */
function Place(props: {
  readonly row: Pick<DetectionRow, 'field' | 'documentSha256' | 'page'>
  readonly documents: readonly DocumentRow[]
}) {
  const { row, documents } = props
  if (!row.documentSha256) return <>{row.field}</>
  const title = documents.find(({ sha256 }) => sha256 === row.documentSha256)?.title
  return (
    <a href={`/documents/${encodeURIComponent(row.documentSha256)}`}>
      <bdi>{cut(title ?? 'document', 80)}</bdi>, page {row.page ?? '?'}
    </a>
  )
}

/** Reasons and quoted words behind a finding. */
export function WhyFlagged(props: {
  readonly finding: FindingRow
  readonly detections: readonly DetectionRow[]
  readonly documents: readonly DocumentRow[]
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

const gradeWords: Readonly<Record<FactRow['grade'], string>> = {
  stated: 'stated',
  derived: 'worked out from what is stated',
  unclear: 'unclear',
}

const byKind = (a: FactRow, b: FactRow) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind)

/** What was looked for in so many pages and not found: what a reader may want to ask. */
function MissingFacts(props: {
  readonly facts: readonly FactRow[]
  readonly finding: FindingRow
  readonly pages: number
}) {
  const { facts, finding, pages } = props
  const kinds = new Set<FactKind>(facts.map(({ kind }) => kind))
  if (finding.amountCents !== null) kinds.add('amount')
  else kinds.delete('amount')
  const missing = expectedFacts.filter((kind) => !kinds.has(kind))
  if (missing.length === 0) return null
  const where =
    pages > 0
      ? `the item and ${counted(pages, 'page', 'pages')} of its documents`
      : 'the item’s own words'
  return (
    <>
      <h3>Not found in what was read</h3>
      <p>
        Looked for in {where}, and not found: {missing.map((kind) => missingWords[kind]).join('; ')}
        . It may stand in a paper that was not published or not read.
      </p>
    </>
  )
}

/** Sums and other facts, each with its words; what was not found is said. */
export function Facts(props: {
  readonly facts: readonly FactRow[]
  readonly finding: FindingRow
  readonly documents: readonly DocumentRow[]
}) {
  const { facts, finding, documents } = props
  const stated = facts.find(({ quote }) => quote === finding.amountQuote)
  const pages = documents.reduce((sum, { pages: count }) => sum + (count ?? 0), 0)
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">What it states</h2>
      {finding.amountCents !== null ? (
        <p class="amount-line">
          <strong>{money(finding.amountCents)}</strong>{' '}
          {finding.amountQuote && (
            <span>
              from the words{' '}
              <q>
                <mark>{cut(finding.amountQuote, 200)}</mark>
              </q>
              {stated?.documentSha256 && (
                <>
                  {' '}
                  in <Place row={stated} documents={documents} />
                </>
              )}
            </span>
          )}
        </p>
      ) : (
        <p class="quiet">
          {facts.some(({ kind }) => kind === 'amount')
            ? 'Sums are printed, but none that is clearly what this item commits.'
            : 'No amount was found in the text that has been read.'}
        </p>
      )}
      {facts.length > 0 && (
        <WideTable caption="Facts with their words">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Value</th>
              <th scope="col">Quoted</th>
              <th scope="col">In</th>
              <th scope="col">Grade</th>
            </tr>
          </thead>
          <tbody>
            {facts.toSorted(byKind).map((fact) => (
              <tr>
                <th scope="row">{factLabels[fact.kind]}</th>
                <td>
                  <bdi>{cut(factValue(fact), 300)}</bdi>
                </td>
                <td>
                  <q>
                    <mark>{cut(fact.quote, 300)}</mark>
                  </q>
                </td>
                <td>
                  <Place row={fact} documents={documents} />
                </td>
                <td>{gradeWords[fact.grade]}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      <MissingFacts facts={facts} finding={finding} pages={pages} />
    </section>
  )
}
