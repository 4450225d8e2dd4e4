import type { Accuracy, Figures } from '../../src/model/accuracy.ts'

const share = (value: number | null) => (value === null ? '–' : value.toFixed(3))

const row = (name: string, figures: Figures) =>
  `| ${name} | ${share(figures.precision)} | ${share(figures.recall)} | ${share(figures.f1)} | ${figures.truePositives} / ${figures.falsePositives} / ${figures.falseNegatives} |`

const head = '|  | precision | recall | F1 | right / false / missed |\n|---|---|---|---|---|'

const intervalNames: Readonly<Record<string, string>> = {
  precision: 'relevance, precision',
  recall: 'relevance, recall',
  f1: 'relevance, F1',
  technologiesF1: 'technologies, F1',
  vendorsF1: 'vendors, F1',
  roles: 'roles',
}

/** docs/accuracy.md, from what was measured. */
export function toMarkdown(accuracy: Accuracy): string {
  const { amounts, roles, actions, calibration, intervals } = accuracy
  return `# Accuracy

How often detection is right on agenda items that people labelled. \`npm run accuracy\` writes this page and the figures behind
\`/accuracy\`; a test holds that they are true. Any labelled file can be measured with \`npx watchdocket eval <labelled.jsonl>\`.

Detector ${accuracy.version}, on ${accuracy.items} items of ${accuracy.places} places, ${accuracy.positives} of them about surveillance technology, ${accuracy.doubtful} of them doubtful.

**Read with care**: words and weights were chosen with these items in view, so on places nobody has looked at the figures will be
lower; few places hold most positives, which the intervals show by drawing places, not items, again. Precision depends on how
many hard negatives a collection has: compare it between detectors on the same items only.

## Relevance

${head}
${row('found', accuracy.relevance)}
${row('without doubtful items', accuracy.strictRelevance)}
${row('titles alone', accuracy.titlesOnly)}
${row('bare keyword list', accuracy.baseline)}

## What was found

${head}
${row('technologies', accuracy.technologies)}
${row('vendors', accuracy.vendors)}

- Sum that the item commits: ${amounts.exact} of ${amounts.stated} exact; ${amounts.invented} given where the label has none.
- Role (procurement, grant, data-sharing, policy, oversight, report, other): ${roles.right} of ${roles.stated} right (${share(roles.share)}).
- Action (approve-contract, renew, amend, …): ${actions.right} of ${actions.stated} right (${share(actions.share)}).
${calibration ? `- Expected calibration error ${share(calibration.expectedError)} over items with any sign.` : ''}

## How far to believe it

95 % of 1,000 draws of places, with replacement.

| figure | from | to |
|---|---|---|
${Object.entries(intervals)
  .map(
    ([name, { low, high }]) =>
      `| ${intervalNames[name] ?? name} | ${share(low)} | ${share(high)} |`,
  )
  .join('\n')}

## Calibration

| score from | items | mean score | share relevant |
|---|---|---|---|
${(calibration?.bins ?? [])
  .map(
    (bin) =>
      `| ${bin.from.toFixed(1)} | ${bin.items} | ${share(bin.meanScore)} | ${share(bin.shareRelevant)} |`,
  )
  .join('\n')}

## By place

${head}
${accuracy.byPlace.map(({ place, relevance }) => row(place, relevance)).join('\n')}

## By technology

${head}
${Object.entries(accuracy.technology)
  .map(([id, figures]) => row(`\`${id}\``, figures))
  .join('\n')}
`
}
