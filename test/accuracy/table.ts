import type {
  Accuracy,
  Figures,
  KeptAside,
  Measured,
  ModelAblation,
} from '../../src/model/accuracy.ts'

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
  sums: 'sums exact',
}

const withF1 = (figures: Figures) =>
  `${share(figures.f1)} (${figures.truePositives} / ${figures.falsePositives} / ${figures.falseNegatives})`

function asideTable({ whole, strict, baseline, intervals }: KeptAside): string {
  const between = (name: string) => {
    const interval = intervals[name]
    return interval ? `${share(interval.low)}–${share(interval.high)}` : ''
  }
  const line = (name: string, of: (set: Measured) => string, spread = '') =>
    `| ${name} | ${of(whole)} | ${spread} | ${of(strict)} |`
  return [
    `|  | all ${whole.items} items | 95 % of draws of places | the ${strict.items} without doubt |`,
    '|---|---|---|---|',
    line('about surveillance technology', ({ positives }) => `${positives}`),
    line('precision', ({ relevance }) => share(relevance.precision), between('precision')),
    line('recall', ({ relevance }) => share(relevance.recall), between('recall')),
    line(
      'right / false / missed',
      ({ relevance: { truePositives, falsePositives, falseNegatives } }) =>
        `${truePositives} / ${falsePositives} / ${falseNegatives}`,
    ),
    line('technologies, F1', ({ technologies }) => withF1(technologies), between('technologiesF1')),
    line('vendors, F1', ({ vendors }) => withF1(vendors), between('vendorsF1')),
    line(
      'sums exact',
      ({ amounts }) => `${share(amounts.exactShare)} (${amounts.exact} of ${amounts.stated})`,
      between('sums'),
    ),
    line(
      'those that the item prints',
      ({ printedAmounts: { share: part, right, stated } }) =>
        `${share(part)} (${right} of ${stated})`,
    ),
    line('sums given where there is none', ({ amounts }) => `${amounts.invented}`),
    line(
      'roles',
      ({ roles }) => `${share(roles.share)} (${roles.right} of ${roles.stated})`,
      between('roles'),
    ),
    line('expected calibration error', ({ calibrationError }) => share(calibrationError)),
    `\nA bare keyword list on the same items: precision ${share(baseline.precision)}, recall ${share(baseline.recall)}.`,
  ].join('\n')
}

/** Which roles are read well: most items of a council buy, and a law is hard to tell from a watch over it. */
function roleTable({ whole, strict }: KeptAside): string {
  const line = ({ right, stated }: { readonly right: number; readonly stated: number }) =>
    `${right} of ${stated}`
  return [
    '| role | all | without doubt |',
    '|---|---|---|',
    ...whole.byRole.map((all) => {
      const sure = strict.byRole.find(({ role }) => role === all.role)
      return `| ${all.role} | ${line(all)} | ${sure ? line(sure) : '–'} |`
    }),
  ].join('\n')
}

const modelTable = (models: readonly ModelAblation[]) =>
  [
    '|  | sums exact | sums given where the label has none | roles |',
    '|---|---|---|---|',
    ...models.map(
      ({ name, amounts, roles }) =>
        `| ${name} | ${amounts.exact} of ${amounts.stated} | ${amounts.invented} | ${roles.right} of ${roles.stated} |`,
    ),
  ].join('\n')

/** docs/accuracy.md, from what was measured. */
export function toMarkdown(accuracy: Accuracy): string {
  const { amounts, roles, actions, calibration, intervals } = accuracy
  return `# Accuracy

How often detection is right on agenda items that people labelled. \`npm run accuracy\` writes this page and the figures behind
\`/accuracy\`; a test holds that they are true. Any labelled file can be measured with \`npx watchdocket eval <labelled.jsonl>\`.

Detector ${accuracy.version}, on ${accuracy.items} items of ${accuracy.places} places, ${accuracy.positives} of them about surveillance technology, ${accuracy.doubtful} of them doubtful.

**Read with care**: words and weights were chosen with these items in view, so on places nobody has looked at most figures are
lower (the next table has such); few places hold most positives, which the intervals show by drawing places, not items, again. Precision depends on how
many hard negatives a collection has: compare it between detectors on the same items only.

## On items kept aside

${accuracy.keptAside.whole.items} items of ${accuracy.keptAside.places} places (\`src/detect/kept-aside\`, which says how they were made): agenda items of other councils, told
anew with invented towns, numbers and persons, labelled by two readers who did not know the detector, a third deciding where they
differed. Nobody who chose words, rules or weights has read one; their totals were seen. An item that is missed counts as wrong in technologies, sums and roles too.
\`npx watchdocket eval src/detect/kept-aside/items.jsonl\` measures them.

${asideTable(accuracy.keptAside)}

Roles by what the labels say; what is missed counts as wrong:

${roleTable(accuracy.keptAside)}

What an item does and which sum it commits is read by rules and weighed by small models, which learned from the items of the next chapter and
from ${accuracy.lessons} invented and retold ones that come with the product (\`src/detect/lessons\`). What they are worth on items that
neither rules nor models have seen:

${modelTable(accuracy.keptAside.models)}

## Relevance

${head}
${row('found', accuracy.relevance)}
${row('without doubtful items', accuracy.strictRelevance)}
${row('titles alone', accuracy.titlesOnly)}
${row('each place by weights learned from the others', accuracy.crossValidated)}
${row('bare keyword list', accuracy.baseline)}

**Only the weights are cross-validated.** The line "by weights learned from the others" leaves a place out when weights are
learned; the words, exclusions, roles and other rules were chosen with the items of all places at hand, so it does not say how
a place does that nobody has looked at. How much hangs on words of one city stands in the last line of the next table. From
here on no figure, technologies, vendors, sums and roles among them, is of items that were kept aside.

Places left out together: those with 60 items or more alone, the others in five groups. ${
    accuracy.falseFindsPer2000 === null
      ? ''
      : `Of items drawn at random, ${accuracy.falseFindsPer2000.toFixed(1)} in 2,000 are shown as found and are none; the draw left out items with words of a
broad keyword list, so this tells of eager rules and not of whole listings.`
  }

## What each part is worth

Relevance on the same items without one part at a time; the weights stay as they are. The last line judges each place without the
terms that stand in relevant items of that place and of no other: how much rests on words seen in one city.

${head}
${accuracy.ablations.map(({ name, relevance }) => row(name, relevance)).join('\n')}

## What was found

${head}
${row('technologies', accuracy.technologies)}
${row('vendors', accuracy.vendors)}

Sums and roles with and without the models. The rules were written with these items in view and the models learned from them; the last line
judges each place by models that have not seen it, beside rules that have; places with fewer than 60 items are left out together.

${modelTable(accuracy.models)}

- Sum that the item commits: ${amounts.exact} of ${amounts.stated} exact; ${amounts.invented} given where the label has none.
- Role (procurement, grant, data-sharing, policy, oversight, report, other): ${roles.right} of ${roles.stated} right (${share(roles.share)}).
- Action (approve-contract, renew, amend, …): ${actions.right} of ${actions.stated} right (${share(actions.share)}).
${calibration ? `- Expected calibration error ${share(calibration.expectedError)} over items with any sign${accuracy.crossCalibration ? `; ${share(accuracy.crossCalibration.expectedError)} where weights and calibration are learned from other places` : ''}.` : ''}

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

## Labels in doubt

Items that a second reader of ours would label otherwise; they count as labelled.

- \`columbus-6809\` (and its like \`columbus-11885\`, which is labelled relevant): a grant and a contract with Satellite Tracking of
  People for electronic monitoring of probationers. \`columbus-10654\`, \`columbus-5528\`, \`columbus-7980\` pay for such monitoring too.
- \`columbus-8861\`: a parking contract whose text buys plate-reading. \`columbus-4815\`: cameras for police vehicles.
- \`nola-2311\`, \`nola-2313\`: fees from red-light camera tickets. \`nola-1714\` and its repeats: repair of security cameras.
- Vendors, each looked at once more:
  - \`chicago-50468\`: labelled SoundThinking; the words ask about the technology and name nobody.
  - \`nycev-13316\`: labelled Axon; the title alone is there, and it names the police and their cameras.
  - \`columbus-10659\`: labelled Flock Safety beside the reseller; no maker stands anywhere in title or text.
  - \`agendawatch-32824\`: labelled Twins Technology; what is there ends before any firm is named.
  - \`columbus-5060\`: labelled Axon; the text buys from WatchGuard Video throughout, until another firm is chosen.
  - \`columbus-11885\`: no vendor; the title enters into contract with Satellite Tracking of People by name.
  - \`columbus-6692\`: no vendor; the title modifies the contract with KNS Services for security cameras.
  - \`columbus-2794\`, \`columbus-7484\`: the reseller and Genetec, whose system it serves; ten and more items with the same
    sentence (\`columbus-6502\`, \`columbus-9008\`, …) are labelled with the reseller alone.
  - \`columbus-3958\`: WatchGuard alone; its contracts pass to Motorola Solutions, which the title names as the other side.
  - \`columbus-5057\` (doubtful): no vendor; its list buys a Wescam camera by name.
  With these labels no rule of words can be right about all. \`columbus-5182\`: its title buys in-car cameras too.

## By technology

${head}
${Object.entries(accuracy.technology)
  .map(([id, figures]) => row(`\`${id}\``, figures))
  .join('\n')}
`
}
