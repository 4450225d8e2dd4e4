import type { Detector } from '../../detect/detect.ts'
import {
  type Evaluation,
  evaluate,
  evaluateByPlace,
  type LabelledItem,
  type PlaceEvaluation,
} from '../../detect/evaluate.ts'
import type { Figures } from '../../model/accuracy.ts'
import { InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand } from '../command.ts'

const cure = 'Each line is an item with "title" and "label"; docs/taxonomy.md describes the fields'

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : []
}

/** @throws {InputError} `label_line`, with the line's number. */
function parseLabelled(line: string, number: number): LabelledItem {
  const bad = (said: string, cause?: unknown) =>
    new InputError('label_line', `Line ${number} ${said}`, cure, { cause })
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (error) {
    throw bad(`is no JSON: ${shorten(line)}`, error)
  }
  const fields = parsed as Readonly<Record<string, unknown>> | null
  if (typeof fields !== 'object' || fields === null) throw bad('is no object')
  const { id, place, title, text } = fields
  const label = fields.label as Readonly<Record<string, unknown>> | null | undefined
  if (typeof title !== 'string') throw bad('has no title')
  if (typeof label !== 'object' || label === null) throw bad('has no label')
  if (typeof label.relevant !== 'boolean') throw bad('has a label without "relevant"')
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(number),
    place: typeof place === 'string' ? place : '',
    title,
    text: typeof text === 'string' ? text : '',
    label: {
      relevant: label.relevant,
      technologies: strings(label.technologies),
      vendors: strings(label.vendors),
      amountUsd: typeof label.amountUsd === 'number' ? label.amountUsd : null,
      role: typeof label.role === 'string' ? label.role : null,
      action: typeof label.action === 'string' ? label.action : null,
      doubt: label.doubt === true,
    },
  }
}

const share = (value: number | null) => (value === null ? '   – ' : value.toFixed(3))

function row(name: string, figures: Figures): string {
  const { precision, recall, f1, truePositives, falsePositives, falseNegatives } = figures
  return `${name.padEnd(34)} ${share(precision)}  ${share(recall)}  ${share(f1)}  ${truePositives} / ${falsePositives} / ${falseNegatives}`
}

function table(evaluation: Evaluation, places: readonly PlaceEvaluation[]): string {
  const { items, positives, doubtful, amounts, roles, actions, calibration, version, misses } =
    evaluation
  const { printedAmounts: printed } = evaluation
  return [
    `${items} items, ${positives} positive, ${doubtful} doubtful; detector ${version}`,
    '',
    `${''.padEnd(34)} prec.  recall F1     right / false / missed`,
    row('relevance', evaluation.relevance),
    row('relevance without doubtful lines', evaluation.strictRelevance),
    row('bare keyword list', evaluation.baseline),
    row('technologies', evaluation.technologies),
    row('vendors', evaluation.vendors),
    `amounts exact ${amounts.exact} of ${amounts.stated}, of those printed ${printed.right} of ${printed.stated}, invented ${amounts.invented}`,
    `roles right ${roles.right} of ${roles.stated}, actions ${actions.right} of ${actions.stated}`,
    ...(calibration ? [`expected calibration error ${calibration.expectedError.toFixed(3)}`] : []),
    '95 % of draws of places:',
    ...Object.entries(evaluation.intervals).map(
      ([name, { low, high }]) => `  ${name.padEnd(20)} ${low.toFixed(3)} to ${high.toFixed(3)}`,
    ),
    '',
    ...Object.entries(evaluation.technology).map(([id, figures]) => row(`  ${id}`, figures)),
    ...(places.length > 0
      ? ['', 'by place', ...places.map(({ place, relevance }) => row(`  ${place}`, relevance))]
      : []),
    '',
    `${misses.length} misses`,
    ...misses.map(
      ({ kind, id, title, expected, got, score, doubt }) =>
        `${kind}${doubt ? ' (doubtful)' : ''} ${id} ${score.toFixed(2)}: expected ${expected}, got ${got || 'nothing'}: ${shorten(title, 100)}`,
    ),
  ].join('\n')
}

export function evalCommand(deps: {
  readonly detector: Detector
  /** @throws {AppError} when the file cannot be read. */
  readText(path: string): Promise<string>
}): Command {
  return defineCommand({
    name: 'eval',
    usage: 'eval <labelled.jsonl> [--json] [--by-place]',
    summary: 'Measure detection on items judged by people',
    mostWords: 1,
    options: {
      json: { type: 'boolean', default: false },
      'by-place': { type: 'boolean', default: false },
    },
    async run(options, [path], terminal) {
      if (!path) {
        throw new InputError(
          'usage',
          'eval needs the file of labelled items',
          'Usage: watchdocket eval <labelled.jsonl> [--json] [--by-place]',
        )
      }
      const items: LabelledItem[] = []
      const problems: { readonly line: number; readonly error: unknown }[] = []
      const lines = (await deps.readText(path)).split(/\r?\n/)
      for (const [index, line] of lines.entries()) {
        if (line.trim() === '') continue
        try {
          items.push(parseLabelled(line, index + 1))
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          problems.push({ line: index + 1, error: { code: error.code, message: error.message } })
        }
      }
      for (const problem of problems) terminal.err(JSON.stringify(problem))
      const evaluation = evaluate(items, deps.detector)
      const places = options['by-place'] ? evaluateByPlace(items, deps.detector) : []
      terminal.out(
        options.json
          ? JSON.stringify(options['by-place'] ? { ...evaluation, places } : evaluation)
          : table(evaluation, places),
      )
      return problems.length > 0 ? 1 : 0
    },
  })
}
