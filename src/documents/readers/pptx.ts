import { mendText, tidyRow } from './mend-text.ts'
import {
  mainPart,
  needPart,
  partName,
  partOf,
  relationsOf,
  sayMacros,
  walkShown,
  walkXml,
} from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { listZip } from './zip.ts'

/** The words of a slide or its notes: a line for each paragraph, cells of a table on one. */
function wordsOf(xml: string): string {
  const parts: string[] = []
  let inCell = 0
  walkShown(xml, 'a:t', {
    open(name) {
      if (name === 'a:br') parts.push('\n')
      else if (name === 'a:tc') inCell++
    },
    text: (words) => parts.push(words),
    close(name) {
      if (name === 'a:p') parts.push(inCell > 0 ? ' ' : '\n')
      else if (name === 'a:tc') {
        inCell--
        parts.push('\t')
      } else if (name === 'a:tr') parts.push('\n')
    },
  })
  return mendText(parts.join('').split('\n').map(tidyRow).join('\n'))
}

/** Ids of the slides' relations in the order of the show. */
function slideIds(presentation: string): string[] {
  const ids: string[] = []
  walkXml(presentation, {
    open(name, attributes) {
      if (name === 'p:sldId' && attributes['r:id']) ids.push(attributes['r:id'])
    },
  })
  return ids
}

/**
 * Presentations: a page for each slide, its notes below it.
 *
 * Format: ECMA-376 part 1, chapter 19.
 */
export const pptxReader: Reader = {
  name: 'pptx',
  version: '3',
  read(bytes, limits, sink) {
    const entries = listZip(bytes)
    sayMacros(entries, 'ppt', sink)
    const main = mainPart(bytes, entries, 'ppt/presentation.xml')
    const presentation = needPart(bytes, entries, main.name)
    const relations = relationsOf(partOf(bytes, entries, main.relations))
    const slides = slideIds(presentation).flatMap((id) => {
      const target = relations.get(id)
      return target ? [partName(main.folder, target)] : []
    })
    const pages = slides.map((name) => {
      const number = /(\d+)\.xml$/.exec(name)?.[1]
      const own = relationsOf(partOf(bytes, entries, `ppt/slides/_rels/slide${number}.xml.rels`))
      const notes = [...own.values()].find((target) => target.includes('notesSlide'))
      const below = notes ? wordsOf(partOf(bytes, entries, `ppt/${notes.replace('../', '')}`)) : ''
      return [wordsOf(partOf(bytes, entries, name)), below].filter((words) => words).join('\n\n')
    })
    givePages(pages.length > 0 ? pages : [''], limits, sink)
  },
}
