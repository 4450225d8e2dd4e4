/**
 * Text as XML 1.0 can carry it, in elements and in quoted attributes alike: what the standard's
 * `Char` leaves out (controls, lone surrogates, U+FFFE, U+FFFF) is gone, the rest is escaped.
 * Tab, LF and CR become references, since a parser would turn them into blanks in attributes.
 *
 * https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  // Plain replacements of a long text cost a third of one that asks a function for each character.
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
  if (!/[^ -~]/.test(escaped)) return escaped
  return escaped
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}

/** One element; attributes that are `undefined` are left out, and so is the end tag when empty. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(value)}"`]))
    .join('')
  const inner = children.join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** An element that holds text and nothing else. */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  return element(name, attributes, [xmlText(text)])
}
