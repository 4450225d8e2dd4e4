import type { Detector } from '../../detect/detect.ts'
import { AppError, InputError, shorten } from '../../model/errors.ts'
import { type Command, defineCommand, type Terminal } from '../command.ts'

/** An item as a line of input gives it. */
interface ItemLine {
  readonly id: string | number | null
  readonly title: string
  readonly text?: string
  readonly section?: string
  readonly body?: string
}

const cure = 'Give each line as JSON with "id", "title" and, where there is one, "text"'

/** @throws {InputError} `item_line` when the line is no item. */
function parseItemLine(line: string): ItemLine {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch (error) {
    throw new InputError('item_line', `The line is no JSON: ${shorten(line)}`, cure, {
      cause: error,
    })
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new InputError('item_line', `The line is no object: ${shorten(line)}`, cure)
  }
  const fields = parsed as Readonly<Record<string, unknown>>
  const textOf = (name: string): string | undefined => {
    const value = fields[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string') return value
    throw new InputError('item_line', `"${name}" is not text`, cure)
  }
  const title = textOf('title')
  if (title === undefined) throw new InputError('item_line', 'The line has no "title"', cure)
  const { id } = fields
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') {
    throw new InputError('item_line', '"id" is neither text nor number', cure)
  }
  const text = textOf('text')
  const section = textOf('section')
  const body = textOf('body')
  return {
    id: id ?? null,
    title,
    ...(text !== undefined && { text }),
    ...(section !== undefined && { section }),
    ...(body !== undefined && { body }),
  }
}

function describe(item: ItemLine, detector: Detector, isJson: boolean): string {
  const got = detector.detect(item)
  if (isJson) {
    return JSON.stringify({
      id: item.id,
      relevant: got.relevant,
      score: Number(got.score.toFixed(4)),
      band: got.band,
      // What an item is found to be about; a possible one's evidence says what it may be.
      technologies: got.relevant ? got.technologies : [],
      vendors: got.relevant ? got.vendors : [],
      role: got.role,
      action: got.action,
      facts: got.facts,
      evidence: got.evidence,
      reasons: got.reasons,
      version: got.version,
    })
  }
  const about = [...got.technologies, ...got.vendors].join(', ')
  const sum =
    got.facts.amountUsd === null ? '' : `  $${got.facts.amountUsd.toLocaleString('en-US')}`
  return `${got.band.padEnd(8)} ${got.score.toFixed(2)}  ${shorten(item.title, 70)}  ${about}${sum}`
}

/** A bad line is told as JSON on standard error, with its number from 1. */
function tell(error: AppError, line: number, terminal: Terminal): void {
  terminal.err(JSON.stringify({ line, error: { code: error.code, message: error.message } }))
}

export function detectCommand(deps: { readonly detector: Detector }): Command {
  return defineCommand({
    name: 'detect',
    usage: 'detect [--json] < items.jsonl',
    summary: 'Say what agenda items, one JSON object a line, buy or regulate',
    mostWords: 0,
    options: { json: { type: 'boolean', default: false } },
    async run({ json }, _positionals, terminal) {
      let number = 0
      let bad = 0
      for await (const printed of terminal.lines()) {
        number += 1
        const line = number === 1 ? printed.replace(/^\ufeff/, '') : printed
        if (terminal.stopped.aborted) break
        if (line.trim() === '') continue
        try {
          terminal.out(describe(parseItemLine(line), deps.detector, json))
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          bad += 1
          tell(error, number, terminal)
        }
      }
      return bad > 0 ? 1 : 0
    },
  })
}
