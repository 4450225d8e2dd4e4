/** The prefixes that nearly every file has for these namespaces, in both editions of ECMA-376. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
}

/** Programs declare what they use on the first element. */
const declaredWithin = 8_192

/**
 * Gives a name the prefix that it usually has, where the file declares others: `x:row` is `row` of a
 * workbook, `body` of a Word file without prefixes is `w:body`. `undefined` when all are usual.
 */
export function usualPrefixes(xml: string): ((name: string) => string) | undefined {
  const unusual = new Map<string, string>()
  const declarations = /\bxmlns(?::([\w.-]{1,40}))?\s{0,4}=\s{0,4}["']([^"']{1,200})["']/g
  for (const [, own = '', address = ''] of xml.slice(0, declaredWithin).matchAll(declarations)) {
    const usual = Object.hasOwn(prefixes, address) ? prefixes[address] : undefined
    if (usual !== undefined && usual !== own) unusual.set(own, usual)
  }
  if (unusual.size === 0) return undefined
  return (name) => {
    const colon = name.indexOf(':')
    const usual = unusual.get(colon < 0 ? '' : name.slice(0, colon))
    if (usual === undefined) return name
    return usual === '' ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`
  }
}

/** The same attributes under other names; those without a prefix belong to their element. */
export function withNames(
  attributes: Readonly<Record<string, string>>,
  usual: (name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.includes(':') ? usual(name) : name,
      value,
    ]),
  )
}
