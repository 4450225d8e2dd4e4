import type { Accuracy, Figures, KeptAside, Measured } from '../../src/model/accuracy.ts'
import { WideTable } from '../components/wide-table.tsx'
import { web } from '../context.ts'
import { view } from '../frame.tsx'
import { sendFinished } from '../send.ts'

const share = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value.toFixed(3)

function FigureRows(props: { readonly rows: readonly (readonly [string, Figures])[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Of</th>
          <th scope="col">Precision</th>
          <th scope="col">Recall</th>
          <th scope="col">F1</th>
          <th scope="col">Right / false / missed</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([name, figures]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{share(figures.precision)}</td>
            <td>{share(figures.recall)}</td>
            <td>{share(figures.f1)}</td>
            <td>
              {figures.truePositives} / {figures.falsePositives} / {figures.falseNegatives}
            </td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

const intervalNames: Readonly<Record<string, string>> = {
  precision: 'Precision of what is found',
  recall: 'Recall',
  f1: 'F1',
  technologiesF1: 'Technologies, F1',
  vendorsF1: 'Vendors, F1',
  roles: 'Kind of item',
  sums: 'Sums exact',
}

/** What is asked of a set of items, in the order of the page. */
const asked: readonly (readonly [string, string | null, (set: Measured) => string])[] = [
  ['Precision', 'precision', ({ relevance }) => share(relevance.precision)],
  ['Recall', 'recall', ({ relevance }) => share(relevance.recall)],
  ['Technologies, F1', 'technologiesF1', ({ technologies }) => share(technologies.f1)],
  ['Vendors, F1', 'vendorsF1', ({ vendors }) => share(vendors.f1)],
  ['Sums exact', 'sums', ({ amounts }) => `${amounts.exact} of ${amounts.stated}`],
  [
    'Sums exact that the item prints',
    null,
    ({ printedAmounts }) => `${printedAmounts.right} of ${printedAmounts.stated}`,
  ],
  ['Kind of item right', 'roles', ({ roles }) => `${roles.right} of ${roles.stated}`],
  ['Scores off by', null, ({ calibrationError }) => share(calibrationError)],
]

function KeptAsideTable(props: { readonly keptAside: KeptAside }) {
  const { whole, strict, intervals } = props.keptAside
  return (
    <WideTable caption="Nobody who chose words, rules or weights has read these items">
      <thead>
        <tr>
          <th scope="col">Of</th>
          <th scope="col">All {whole.items}</th>
          <th scope="col">95 % of draws of places</th>
          <th scope="col">The {strict.items} without doubt</th>
        </tr>
      </thead>
      <tbody>
        {asked.map(([name, interval, of]) => {
          const spread = interval === null ? undefined : intervals[interval]
          return (
            <tr>
              <th scope="row">{name}</th>
              <td>{of(whole)}</td>
              <td>{spread ? `${share(spread.low)} to ${share(spread.high)}` : '–'}</td>
              <td>{of(strict)}</td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}

const kinds: Readonly<Record<string, string>> = {
  procurement: 'Purchase',
  grant: 'Grant',
  'data-sharing': 'Data sharing',
  policy: 'Policy',
  oversight: 'Oversight',
  report: 'Report',
  other: 'Other',
}

function KindsTable({ whole, strict }: KeptAside) {
  return (
    <WideTable caption="Kinds of these items; one that is missed counts as wrong">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Right of all</th>
          <th scope="col">Right of those without doubt</th>
        </tr>
      </thead>
      <tbody>
        {whole.byRole.map(({ role, right, stated }) => {
          const sure = strict.byRole.find((other) => other.role === role)
          return (
            <tr>
              <th scope="row">{kinds[role] ?? role}</th>
              <td>
                {right} of {stated}
              </td>
              <td>{sure ? `${sure.right} of ${sure.stated}` : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}

const readWith = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

function AccuracyPage(props: { readonly accuracy: Accuracy; nameOf(technology: string): string }) {
  const { accuracy, nameOf } = props
  const { amounts, roles, calibration } = accuracy
  return (
    <>
      <h1>How often it is right</h1>
      <p class="lede">
        Measured on {accuracy.items} real agenda items of {accuracy.places} places that a person
        labelled, {accuracy.positives} of them about surveillance technology. Detector{' '}
        {accuracy.version}.
      </p>
      <p class="note care">
        Words and weights were chosen with these items in view: on places that nobody has looked at
        most figures are lower, as the next table shows. A few places hold most of the finds, so the
        intervals are made by drawing places again, not items.
      </p>
      <h2>On items kept aside</h2>
      <KeptAsideTable keptAside={accuracy.keptAside} />
      <p>
        Those are {accuracy.keptAside.whole.items} items of councils in {accuracy.keptAside.places}{' '}
        places, {accuracy.keptAside.whole.positives} of them about surveillance technology, told
        anew with invented names and numbers and labelled by two readers. An item that is missed
        counts as wrong everywhere. A bare list of keywords finds{' '}
        {share(accuracy.keptAside.baseline.recall)} of them, with a precision of{' '}
        {share(accuracy.keptAside.baseline.precision)}.
      </p>
      <KindsTable {...accuracy.keptAside} />
      <h2>On the {accuracy.items} items it was made with</h2>
      <WideTable caption="Is the item about surveillance technology?">
        <FigureRows
          rows={[
            ['Found', accuracy.relevance],
            [
              'Found, without items a second reader might judge otherwise',
              accuracy.strictRelevance,
            ],
            ['Found by titles alone', accuracy.titlesOnly],
            ['Found, each place by weights learned from the others', accuracy.crossValidated],
            ['A bare list of keywords, for comparison', accuracy.baseline],
          ]}
        />
      </WideTable>
      <WideTable caption="What was found in it">
        <FigureRows
          rows={[
            ['Technologies', accuracy.technologies],
            ['Vendors', accuracy.vendors],
          ]}
        />
      </WideTable>
      <ul>
        <li>
          The sum an item commits: {amounts.exact} of {amounts.stated} exact, {amounts.invented}{' '}
          given where there is none.
        </li>
        <li>
          Kind of item (purchase, grant, data sharing, policy, oversight, report): {roles.right} of{' '}
          {roles.stated} right.
        </li>
        {calibration && (
          <li>
            Scores are off by {share(calibration.expectedError)} on average: of items scored 0.9,
            about nine in ten are what they seem.
          </li>
        )}
      </ul>
      <WideTable caption="The sum and the kind of item, by what they are read with">
        <thead>
          <tr>
            <th scope="col">Read with</th>
            <th scope="col">Sums exact</th>
            <th scope="col">Sums given where there is none</th>
            <th scope="col">Kinds right</th>
          </tr>
        </thead>
        <tbody>
          {accuracy.models.map(({ name, amounts: sums, roles: kinds }) => (
            <tr>
              <th scope="row">{readWith(name)}</th>
              <td>
                {sums.exact} of {sums.stated}
              </td>
              <td>{sums.invented}</td>
              <td>
                {kinds.right} of {kinds.stated}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <WideTable caption="Where the figures may lie: 95 % of a thousand draws of places">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(accuracy.intervals).map(([name, { low, high }]) => (
            <tr>
              <th scope="row">{intervalNames[name] ?? name}</th>
              <td>{share(low)}</td>
              <td>{share(high)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <WideTable caption="By technology">
        <FigureRows
          rows={Object.entries(accuracy.technology).map(
            ([id, figures]) => [nameOf(id), figures] as const,
          )}
        />
      </WideTable>
      <p>
        <a href="/about">What this is and what it cannot do</a>
      </p>
    </>
  )
}

export const accuracyPage = web.createApp().get('/accuracy', (c) => {
  const { accuracy, taxonomy } = c.var.deps
  return sendFinished(c, {
    title: 'Accuracy',
    section: 'about',
    body: view(<AccuracyPage accuracy={accuracy} nameOf={(id) => taxonomy.technology(id)} />),
  })
})
