import { Parser } from 'htmlparser2'
import { DocumentError } from '../document-error.ts'
import type { PageSink } from './page-sink.ts'
import { usualPrefixes, withNames } from './xml-prefixes.ts'
import { unzipEntry } from './zip.ts'
import type { ZipEntry } from './zip-entry.ts'

/** A part of an office file as text; "" where the file has none of that name. */
export function partOf(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
): string {
  const entry = entries.get(name)
  return entry ? decodeXml(unzipEntry(bytes, entry)) : ''
}

/** XML is UTF-8 unless its first two bytes say otherwise. */
function decodeXml(bytes: Uint8Array): string {
  const isWide = (first: number, second: number) => bytes[0] === first && bytes[1] === second
  const wide = isWide(0xff, 0xfe) ? 'utf-16le' : isWide(0xfe, 0xff) ? 'utf-16be' : undefined
  return new TextDecoder(wide).decode(bytes)
}

/** @throws {DocumentError} `document_damaged` where the part is missing. */
export function needPart(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
): string {
  const text = partOf(bytes, entries, name)
  if (text === '') throw new DocumentError('document_damaged', `The file has no part ${name}`)
  return text
}

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Walks XML: no entities but XML's own five, and nothing outside the file is ever looked up. Names
 * come with the prefixes that Office and OpenDocument programs use, whichever the file has.
 */
export function walkXml(xml: string, { open, text, close }: XmlHandler): void {
  const usual = usualPrefixes(xml)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (usual) open?.(usual(name), withNames(attributes, usual))
        else open?.(name, attributes)
      },
      ontext: (words) => text?.(words),
      onclosetag: (name) => close?.(usual ? usual(name) : name),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

/** The same content for newer and for older programs; one of them is what a person sees. */
const isVersion = (name: string) => name === 'mc:Choice' || name === 'mc:Fallback'

/**
 * Walks the XML of a page: `text` gets the words of `textElement` and nothing else. Of content that
 * stands there in several versions the first is walked that has words; elements that are `isGone`
 * are not walked.
 */
export function walkShown(
  xml: string,
  textElement: string,
  { open, text, close }: XmlHandler,
  isGone: (name: string) => boolean = () => false,
): void {
  const versions: { hasWords: boolean }[] = []
  let inText = false
  let left = 0
  walkXml(xml, {
    open(name, attributes) {
      if (left > 0 || isGone(name) || (isVersion(name) && versions.at(-1)?.hasWords)) left++
      else if (name === 'mc:AlternateContent') versions.push({ hasWords: false })
      else if (name === textElement) inText = true
      else open?.(name, attributes)
    },
    text(words) {
      if (!inText || left > 0) return
      text?.(words)
      // Those around one that has words have them too.
      for (let at = versions.length - 1; versions[at]?.hasWords === false; at--)
        versions[at] = { hasWords: true }
    },
    close(name) {
      if (left > 0) left--
      else if (name === 'mc:AlternateContent') versions.pop()
      else if (name === textElement) inText = false
      else close?.(name)
    },
  })
}

/** Targets of a part's relations by their ids, relative to the part's folder. */
export function relationsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walkXml(xml, {
    open(name, { Id, Target, TargetMode }) {
      // What lies outside the file is never fetched.
      if (name === 'Relationship' && Id && Target && TargetMode !== 'External')
        targets.set(Id, Target)
    },
  })
  return targets
}

/** The part that an office file begins with: `usual`, where its relations name no other. */
export function mainPart(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  usual: string,
): { readonly name: string; readonly folder: string; readonly relations: string } {
  let name = usual
  walkXml(partOf(bytes, entries, '_rels/.rels'), {
    open(tag, { Type, Target }) {
      if (tag !== 'Relationship' || !Target || !Type?.endsWith('/officeDocument')) return
      if (entries.has(partName('', Target))) name = partName('', Target)
    },
  })
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  return { name, folder, relations: `${folder}_rels/${name.slice(folder.length)}.rels` }
}

/** `slides/slide1.xml` of `ppt/` and `/ppt/slides/slide1.xml` are one part. */
export const partName = (folder: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`

/** Tells of macros: they stay what they are, bytes in a part that is not opened. */
export function sayMacros(
  entries: ReadonlyMap<string, ZipEntry>,
  folder: 'word' | 'xl' | 'ppt',
  sink: PageSink,
): void {
  if (!entries.has(`${folder}/vbaProject.bin`)) return
  const message = 'The file holds macros: its text was read, and no macro is ever run'
  sink.problem({ code: 'document_type', message, pages: [] })
}

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const mostTold = 10

/** What is hidden is not what was shown to the council; that there is some is told. */
export function sayHidden(what: readonly string[], sink: PageSink): void {
  if (what.length === 0) return
  const more = what.length > mostTold ? `, and ${what.length - mostTold} more` : ''
  const message = `Hidden in the file, and not read: ${what.slice(0, mostTold).join(', ')}${more}`
  sink.problem({ code: 'document_type', message, pages: [] })
}
