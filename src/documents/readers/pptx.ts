import { mendText, tidyRow } from './mend-text.ts'
import {
  mainPart,
  needPart,
  partName,
  partOf,
  relationsOf,
  sayHidden,
  sayMacros,
  walkShown,
  walkXml,
} from './office-xml.ts'
import { givePages, type Reader } from './page-sink.ts'
import { partsOf } from './zip.ts'

/** The words of a slide or its notes: a line for each paragraph, cells of a table on one. */
function wordsOf(xml: string): {
  readonly text: string
  readonly title: string
  /** The show leaves this slide out. */
  readonly isHidden: boolean
} {
  const parts: string[] = []
  const title: string[] = []
  let inTitle = false
  let inCell = 0
  let isHidden = false
  walkShown(xml, 'a:t', {
    open(name, { type, show }) {
      if (name === 'a:br') parts.push('\n')
      else if (name === 'a:tc') inCell++
      else if (name === 'p:sld') isHidden = show === '0' || show === 'false'
      else if (name === 'p:ph') inTitle = type === 'title' || type === 'ctrTitle'
    },
    text(words) {
      parts.push(words)
      if (inTitle) title.push(words)
    },
    close(name) {
      if (name === 'p:sp') inTitle = false
      else if (inTitle && name === 'a:p') title.push(' ')
      if (name === 'a:p') parts.push(inCell > 0 ? ' ' : '\n')
      else if (name === 'a:tc') {
        inCell--
        parts.push('\t')
      } else if (name === 'a:tr') parts.push('\n')
    },
  })
  return {
    text: mendText(parts.join('').split('\n').map(tidyRow).join('\n')),
    title: title.join('').replace(/\s+/g, ' ').trim(),
    isHidden,
  }
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
 * Presentations: a page for each slide that is shown, its notes below it.
 *
 * Format: ECMA-376 part 1, chapter 19.
 */
export const pptxReader: Reader = {
  name: 'pptx',
  version: '5',
  read(bytes, limits, sink) {
    const entries = partsOf(bytes, sink)
    sayMacros(entries, 'ppt', sink)
    const main = mainPart(bytes, entries, 'ppt/presentation.xml')
    const presentation = needPart(bytes, entries, main.name)
    const relations = relationsOf(partOf(bytes, entries, main.relations))
    const slides = slideIds(presentation).flatMap((id) => {
      const target = relations.get(id)
      return target ? [partName(main.folder, target)] : []
    })
    const hidden: string[] = []
    const pages = slides.flatMap((name, at) => {
      const { text, title, isHidden } = wordsOf(partOf(bytes, entries, name))
      if (isHidden) {
        hidden.push(`slide ${at + 1}`)
        return []
      }
      const number = /(\d+)\.xml$/.exec(name)?.[1]
      const own = relationsOf(partOf(bytes, entries, `ppt/slides/_rels/slide${number}.xml.rels`))
      const notes = [...own.values()].find((target) => target.includes('notesSlide'))
      const below = notes ? partOf(bytes, entries, `ppt/${notes.replace('../', '')}`) : ''
      return [{ title, text: [text, wordsOf(below).text].filter((words) => words).join('\n\n') }]
    })
    sayHidden(hidden, sink)
    const titles = pages.flatMap(({ title }, at) =>
      title === '' ? [] : [{ title, level: 0, page: at + 1 }],
    )
    const texts = pages.map(({ text }) => text)
    givePages(texts.length > 0 ? texts : [''], limits, sink, titles)
  },
}
