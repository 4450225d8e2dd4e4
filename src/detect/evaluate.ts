import type {
  Agreement,
  AmountAgreement,
  Calibration,
  Figures,
  Interval,
  RoleAgreement,
} from '../model/accuracy.ts'
import type { Detection } from '../model/detection.ts'
import { strikesKeyword } from './baseline.ts'
import type { Detector } from './detect.ts'
import { bootstrapByPlace, calibrationOf } from './evaluate-spread.ts'
import { printsSum } from './prints-sum.ts'

/** An item judged by a person. */
export interface LabelledItem {
  readonly id: string
  readonly place: string
  readonly title: string
  readonly text: string
  /** How it was collected, where the collection says so: `random-negative`, … */
  readonly kind?: string
  readonly label: {
    readonly relevant: boolean
    readonly technologies: readonly string[]
    readonly vendors: readonly string[]
    readonly amountUsd: number | null
    /** As in `model/facts.ts`; `null`: nobody said. */
    readonly role: string | null
    readonly action: string | null
    readonly doubt: boolean
  }
}

/** One thing the detector got wrong about one item. */
export interface Miss {
  readonly id: string
  readonly place: string
  readonly title: string
  readonly kind:
    | 'missed'
    | 'false-find'
    | 'technology-missing'
    | 'technology-extra'
    | 'vendor-missing'
    | 'vendor-extra'
    | 'amount'
    | 'role'
  readonly expected: string
  readonly got: string
  readonly score: number
  readonly doubt: boolean
  /** What the detector says for itself. */
  readonly reasons: readonly string[]
}

export interface Evaluation {
  readonly version: string
  readonly items: number
  readonly positives: number
  readonly doubtful: number
  readonly relevance: Figures
  /** The same without the lines a second reader might judge otherwise. */
  readonly strictRelevance: Figures
  /** Over all technologies of all items; what is named on an item that is none counts as false. */
  readonly technologies: Figures
  readonly technology: Readonly<Record<string, Figures>>
  readonly vendors: Figures
  readonly amounts: AmountAgreement
  /** Of those sums the ones that title or text print; others have to be added up. */
  readonly printedAmounts: Agreement
  readonly roles: Agreement
  /** Each role of the labels by itself, those with most items first. */
  readonly byRole: readonly RoleAgreement[]
  readonly actions: Agreement
  readonly calibration: Calibration | null
  /** Where the figures may lie, by drawing places again; by name of the figure. */
  readonly intervals: Readonly<Record<string, Interval>>
  /** A bare keyword list over title and text, on the same items. */
  readonly baseline: Figures
  readonly misses: readonly Miss[]
}

export interface PlaceEvaluation {
  readonly place: string
  readonly items: number
  readonly relevance: Figures
  readonly technologies: Figures
}

/** Precision, recall and F1 of counts. */
export function figuresOf(
  truePositives: number,
  falsePositives: number,
  falseNegatives: number,
): Figures {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  }
}

interface Judged {
  readonly item: LabelledItem
  readonly got: Detection
  readonly technologies: readonly string[]
  readonly vendors: readonly string[]
}

function relevanceOf(judged: readonly Judged[]): Figures {
  const count = (label: boolean, found: boolean) =>
    judged.filter(({ item, got }) => item.label.relevant === label && got.relevant === found).length
  return figuresOf(count(true, true), count(false, true), count(true, false))
}

/** Micro figures over sets of ids. */
function setFigures(
  pairs: readonly (readonly [expected: readonly string[], got: readonly string[]])[],
) {
  let hit = 0
  let extra = 0
  let missing = 0
  for (const [expected, got] of pairs) {
    hit += got.filter((id) => expected.includes(id)).length
    extra += got.filter((id) => !expected.includes(id)).length
    missing += expected.filter((id) => !got.includes(id)).length
  }
  return figuresOf(hit, extra, missing)
}

function missesOf({ item, got, technologies, vendors }: Judged): Miss[] {
  const { label } = item
  const about = {
    id: item.id,
    place: item.place,
    title: item.title.slice(0, 300),
    score: got.score,
    doubt: label.doubt,
    reasons: got.reasons,
  }
  const miss = (kind: Miss['kind'], expected: string, said: string): Miss => ({
    ...about,
    kind,
    expected,
    got: said,
  })
  if (label.relevant !== got.relevant) {
    return label.relevant
      ? [miss('missed', label.technologies.join(', ') || 'relevant', got.band)]
      : [miss('false-find', 'nothing', technologies.join(', '))]
  }
  if (!label.relevant) return []
  const lacking = (
    kind: 'technology' | 'vendor',
    expected: readonly string[],
    named: readonly string[],
  ) => [
    ...expected
      .filter((id) => !named.includes(id))
      .map((id) => miss(`${kind}-missing`, id, named.join(', '))),
    ...named
      .filter((id) => !expected.includes(id))
      .map((id) => miss(`${kind}-extra`, expected.join(', '), id)),
  ]
  const amount =
    got.facts.amountUsd === label.amountUsd
      ? []
      : [miss('amount', String(label.amountUsd), String(got.facts.amountUsd))]
  const role =
    label.role === null || label.role === got.role
      ? []
      : [miss('role', label.role, got.role ?? 'none')]
  return [
    ...role,
    ...lacking('technology', label.technologies, technologies),
    ...lacking('vendor', label.vendors, vendors),
    ...amount,
  ]
}

function judgeAll(items: readonly LabelledItem[], detector: Detector): Judged[] {
  return items.map((item) => {
    const got = detector.detect({ title: item.title, text: item.text })
    return {
      item,
      got,
      technologies: got.relevant ? got.technologies : [],
      vendors: got.relevant ? got.vendors : [],
    }
  })
}

/** A positive that is missed has no role and counts as wrong. */
function agreement(judged: readonly Judged[], name: 'role' | 'action'): Agreement {
  const stated = judged.filter(({ item }) => item.label.relevant && item.label[name] !== null)
  const right = stated.filter(({ item, got }) => got.relevant && got[name] === item.label[name])
  const share = stated.length === 0 ? null : right.length / stated.length
  return { stated: stated.length, right: right.length, share }
}

function byRole(judged: readonly Judged[]): RoleAgreement[] {
  const roles = new Set(
    judged.flatMap(({ item: { label } }) => (label.relevant && label.role ? label.role : [])),
  )
  return [...roles]
    .map((role) => {
      const own = judged.filter(({ item }) => item.label.role === role)
      return { role, ...agreement(own, 'role') }
    })
    .sort((a, b) => b.stated - a.stated || a.role.localeCompare(b.role))
}

/** A positive that is missed gives no sum and counts as wrong where its label has one. */
function amountsOf(judged: readonly Judged[]): AmountAgreement {
  const ofRelevant = judged.filter(({ item }) => item.label.relevant)
  const sumOf = ({ got }: Judged) => (got.relevant ? got.facts.amountUsd : null)
  const stated = ofRelevant.filter(({ item }) => item.label.amountUsd !== null)
  const exact = stated.filter((it) => sumOf(it) === it.item.label.amountUsd).length
  return {
    stated: stated.length,
    exact,
    invented: ofRelevant.filter((it) => it.item.label.amountUsd === null && sumOf(it) !== null)
      .length,
    exactShare: stated.length === 0 ? null : exact / stated.length,
  }
}

function printedAmounts(judged: readonly Judged[]): Agreement {
  const printed = judged.filter(({ item: { title, text, label } }) => {
    const { relevant, amountUsd } = label
    return relevant && amountUsd !== null && printsSum(`${title}\n${text}`, amountUsd)
  })
  const { stated, exact, exactShare } = amountsOf(printed)
  return { stated, right: exact, share: exactShare }
}

function groupByPlace(judged: readonly Judged[]): Map<string, Judged[]> {
  const byPlace = new Map<string, Judged[]>()
  for (const it of judged) {
    const list = byPlace.get(it.item.place)
    if (list) list.push(it)
    else byPlace.set(it.item.place, [it])
  }
  return byPlace
}

function measureDraw(judged: readonly Judged[]): Record<string, number | null> {
  const { precision, recall, f1 } = relevanceOf(judged)
  const of = (pairs: Parameters<typeof setFigures>[0]) => setFigures(pairs).f1
  return {
    precision,
    recall,
    f1,
    technologiesF1: of(judged.map((it) => [it.item.label.technologies, it.technologies])),
    vendorsF1: of(judged.map((it) => [it.item.label.vendors, it.vendors])),
    roles: agreement(judged, 'role').share,
    sums: amountsOf(judged).exactShare,
  }
}

/** Measures a detector on labelled items; pure. */
export function evaluate(items: readonly LabelledItem[], detector: Detector): Evaluation {
  const judged = judgeAll(items, detector)
  const ids = new Set(
    judged.flatMap(({ item, technologies }) => [...item.label.technologies, ...technologies]),
  )
  const only = (id: string, list: readonly string[]) => list.filter((other) => other === id)
  const struck = (relevant: boolean, strikes: boolean) =>
    items.filter(
      ({ label, title, text }) =>
        label.relevant === relevant && strikesKeyword(title, text) === strikes,
    ).length

  return {
    version: detector.version,
    items: items.length,
    positives: items.filter(({ label }) => label.relevant).length,
    doubtful: items.filter(({ label }) => label.doubt).length,
    relevance: relevanceOf(judged),
    strictRelevance: relevanceOf(judged.filter(({ item }) => !item.label.doubt)),
    technologies: setFigures(judged.map((it) => [it.item.label.technologies, it.technologies])),
    technology: Object.fromEntries(
      [...ids]
        .sort()
        .map((id) => [
          id,
          setFigures(
            judged.map((it) => [only(id, it.item.label.technologies), only(id, it.technologies)]),
          ),
        ]),
    ),
    vendors: setFigures(judged.map((it) => [it.item.label.vendors, it.vendors])),
    amounts: amountsOf(judged),
    printedAmounts: printedAmounts(judged),
    roles: agreement(judged, 'role'),
    byRole: byRole(judged),
    actions: agreement(judged, 'action'),
    calibration: calibrationOf(
      judged.map(({ item, got }) => ({ score: got.score, relevant: item.label.relevant })),
    ),
    intervals: bootstrapByPlace(groupByPlace(judged), measureDraw),
    baseline: figuresOf(struck(true, true), struck(false, true), struck(true, false)),
    misses: judged.flatMap(missesOf),
  }
}

/** The same by place, those with most positives first: a few large places hide the others. */
export function evaluateByPlace(
  items: readonly LabelledItem[],
  detector: Detector,
): PlaceEvaluation[] {
  const byPlace = groupByPlace(judgeAll(items, detector))
  const positives = (list: readonly Judged[]) =>
    list.filter(({ item }) => item.label.relevant).length
  return [...byPlace]
    .sort((a, b) => positives(b[1]) - positives(a[1]) || a[0].localeCompare(b[0]))
    .map(([place, list]) => ({
      place,
      items: list.length,
      relevance: relevanceOf(list),
      technologies: setFigures(list.map((it) => [it.item.label.technologies, it.technologies])),
    }))
}
