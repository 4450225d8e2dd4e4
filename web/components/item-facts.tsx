import type { FactRow, FindingRow } from '../../src/db/queries/item-page.ts'
import { type FactValue, groupFacts } from '../../src/model/fact-groups.ts'
import type { FactConflict } from '../../src/model/facts.ts'
import { questionsFor } from '../../src/model/questions.ts'
import type { TaxonomyNames } from '../context.ts'
import { cut } from '../html.ts'
import { factLabels, factValue, notFoundWords } from './fact-words.ts'
import { counted, money } from './money.ts'
import { type NamedDocument, Place } from './place.tsx'

const gradeWords: Readonly<Record<FactRow['grade'], string | null>> = {
  stated: 'stated',
  derived: 'worked out from these words',
  unclear: 'unclear: the words allow another reading',
}

/** More places of one value than this tell a reader nothing new. */
const mostPlaces = 3

interface Shown {
  readonly documents: readonly NamedDocument[]
  readonly names: TaxonomyNames
}

function Quote({ words }: { readonly words: string }) {
  return (
    <q>
      <mark>{cut(words.replace(/\s+/g, ' '), 300)}</mark>
    </q>
  )
}

/** A value, the words it was read from, where they stand, and how sure that is. */
function Value(props: Shown & { readonly value: FactValue<FactRow> }) {
  const { value, documents, names } = props
  const { fact, places } = value
  return (
    <dd>
      <strong>
        <bdi>{cut(factValue(fact, names), 300)}</bdi>
      </strong>
      {places.slice(0, mostPlaces).map((place) => (
        <p class="said">
          <Quote words={place.quote} />{' '}
          <span class="quiet">
            <Place row={place} documents={documents} /> · {gradeWords[place.grade]}
          </span>
        </p>
      ))}
    </dd>
  )
}

/** The sum that the item commits, large, with its words. */
function Amount(
  props: Shown & { readonly facts: readonly FactRow[]; readonly finding: FindingRow },
) {
  const { facts, finding, documents } = props
  const committed = facts.find((fact) => fact.kind === 'amount' && fact.value.use === 'committed')
  if (finding.amountCents === null) {
    return (
      <p class="quiet">
        {facts.some(({ kind }) => kind === 'amount')
          ? 'Sums are printed, but none that is clearly what this item commits.'
          : 'No amount was found in the text that has been read.'}
      </p>
    )
  }
  return (
    <p class="amount-line">
      <strong>{money(finding.amountCents)}</strong>{' '}
      {finding.amountQuote && (
        <span>
          {committed?.grade === 'derived' ? 'worked out, beginning with' : 'from the words'}{' '}
          <Quote words={finding.amountQuote} />
          {committed?.documentSha256 && (
            <>
              {' '}
              in <Place row={committed} documents={documents} />
            </>
          )}
        </span>
      )}
    </p>
  )
}

/** "The title says $400,000, page 12 of the quote says $412,500." */
function Conflicts(props: Shown & { readonly conflicts: readonly FactConflict[] }) {
  const { conflicts, documents, names } = props
  return (
    <>
      {conflicts.map(({ kind, says }) => (
        <p class="note care">
          {kind === 'amount' ? 'Sum' : factLabels[kind]} told differently:{' '}
          {says.map((fact, at) => (
            <>
              {at === 1 && ', but '}
              <strong>
                {fact.kind === 'amount'
                  ? money(fact.value.cents)
                  : cut(factValue(fact, names), 120)}
              </strong>{' '}
              in{' '}
              <Place
                row={{
                  field: fact.field === 'document' ? 'document' : `the item’s ${fact.field}`,
                  documentSha256: fact.documentSha256 ?? null,
                  page: fact.page ?? null,
                  isOcr: fact.isOcr,
                }}
                documents={documents}
              />
            </>
          ))}
          .
        </p>
      ))}
    </>
  )
}

/** What was looked for in so many pages and not found, and what a reader may ask. */
function MissingFacts({ finding }: { readonly finding: FindingRow }) {
  const missing = finding.missing ?? []
  if (missing.length === 0) return null
  const where = finding.pagesRead
    ? `in the item and ${counted(finding.pagesRead, 'page')} read of its documents`
    : 'in the item’s own words; none of its documents was read for it'
  const questions = questionsFor(missing, finding.technologies)
  return (
    <>
      <h3 id="not-found">Not found</h3>
      <p>
        Looked for {where}. It may stand in a paper that was not published or not read; these are
        questions that one may ask.
      </p>
      <ul class="missing">
        {missing.map((kind) => (
          <li>
            <strong>{notFoundWords[kind] ?? `${factLabels[kind]} not found`}</strong>
            {finding.pagesRead ? ` in ${counted(finding.pagesRead, 'page')} read` : ''}.{' '}
            {questions.find(({ fact }) => fact === kind)?.ask}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is bought and on what terms, each with its words; what was not found is said. */
export function Facts(
  props: Shown & { readonly facts: readonly FactRow[]; readonly finding: FindingRow },
) {
  const { facts, finding, documents, names } = props
  const shown = { documents, names }
  const printed = facts.filter((fact) => fact.kind !== 'amount' || fact.value.use !== 'committed')
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">What it states</h2>
      <Amount facts={facts} finding={finding} {...shown} />
      <Conflicts conflicts={finding.conflicts ?? []} {...shown} />
      {printed.length > 0 && (
        <dl class="facts terms">
          {groupFacts(printed).map(({ kind, values }) => (
            <div>
              <dt>{factLabels[kind]}</dt>
              {values.map((value) => (
                <Value value={value} {...shown} />
              ))}
            </div>
          ))}
        </dl>
      )}
      <MissingFacts finding={finding} />
      {facts[0] && (
        <p class="quiet">
          Read by extractor {cut(facts[0].extractorVersion, 40)}. What each kind of fact means and
          how far it can be believed stands in the documentation of facts.
        </p>
      )}
    </section>
  )
}
