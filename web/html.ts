/**
 * Text of our own markup. Only `html` makes it, so what it holds has been escaped; the class is
 * what tells it from text that came from outside.
 */
export class Html {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

type Hole = string | number | null | undefined | false | Html | readonly Html[]

/** What outside text may hold that markup or a reader's eye would take for something else. */
const suspicious =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]/

/** Controls, direction marks, invisible characters and lone surrogates: never shown. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Outside text as people may see it: without control, direction-override and invisible characters
 * and lone surrogates. Tabs and line feeds stay. What is archived keeps everything.
 */
export function clean(text: string): string {
  return suspicious.test(text) ? text.replace(unseen, '') : text
}

/** `clean`, and cut with "…" where it is longer than `length` UTF-16 code units. */
export function cut(text: string, length: number): string {
  const whole = clean(text)
  return whole.length > length ? `${clean(whole.slice(0, length - 1))}…` : whole
}

/** Cleaned text, safe between tags and inside a quoted attribute. */
export function escapeText(text: string): string {
  if (!suspicious.test(text)) return text
  return text.replace(unseen, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function holeText(hole: Hole): string {
  if (typeof hole === 'string') return escapeText(hole)
  if (hole instanceof Html) return hole.value
  if (typeof hole === 'number') return String(hole)
  if (hole === null || hole === undefined || hole === false) return ''
  let all = ''
  for (const part of hole) all += part.value
  return all
}

/**
 * A template for long lists, where JSX would cost five times as much. Every hole is escaped and
 * cleaned, unless it is `Html` itself; attributes stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let text = parts[0] ?? ''
  for (let at = 0; at < holes.length; at++) text += holeText(holes[at]) + (parts[at + 1] ?? '')
  return new Html(text)
}

export const nothing = new Html('')

/** A link from outside, if it leads to the web; scripts, data and files are refused. */
export function safeUrl(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser would skip them
  if (!/^https?:\/\//i.test(address) || /[\u0000-\u0020\\<>"]/.test(address)) return undefined
  try {
    const url = new URL(address)
    return url.username || url.password ? undefined : url.href
  } catch {
    return undefined
  }
}

/** A link away from here, or its words alone where the address is not to be trusted. */
export function outsideLink(address: string, words: string): Html {
  const url = safeUrl(address)
  return url
    ? html`<a href="${url}" rel="noreferrer external">${words}</a>`
    : html`<span>${words}</span>`
}
