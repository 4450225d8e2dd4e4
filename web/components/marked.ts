import { Html, html } from '../html.ts'

/** A passage of a text, in UTF-16 code units. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** The text with its passages marked. Passages that overlap become one; those outside are cut. */
export function markedPassages(text: string, passages: readonly Passage[]): Html {
  const inOrder = passages
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(end, text.length) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  let value = ''
  let at = 0
  let open: Passage | undefined
  const close = () => {
    if (open)
      value += html`${text.slice(at, open.start)}<mark>${text.slice(open.start, open.end)}</mark>`
        .value
    if (open) at = open.end
  }
  for (const passage of inOrder) {
    if (open && passage.start <= open.end) {
      open = { start: open.start, end: Math.max(open.end, passage.end) }
    } else {
      close()
      open = passage
    }
  }
  close()
  return new Html(value + html`${text.slice(at)}`.value)
}

/** The text with the first occurrence of `words` marked, whatever their case. */
export function marked(text: string, words: string): Html {
  const start = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1
  // Some letters change length with their case, so that offsets would no longer fit.
  if (start < 0 || text.slice(start, start + words.length).toLowerCase() !== words.toLowerCase()) {
    return html`${text}`
  }
  return markedPassages(text, [{ start, end: start + words.length }])
}
