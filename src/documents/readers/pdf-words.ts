import type { PageWord } from '../document-text.ts'
import { type Box, frameOf, type PageFrame, shownBox } from './page-frame.ts'
import type { Engine } from './pdf-engine.ts'
import { withBuffer } from './pdf-engine.ts'
import { charBoxes, isSeen, textOf } from './pdf-lines.ts'

/** A page of more words is a table that nobody quotes by its words. */
const mostWords = 20_000

const tenth = (points: number) => Math.round(points * 100) / 100

/** The box around two characters as the page is shown. */
function around(first: Box, last: Box, frame: PageFrame): Box {
  const start = shownBox(frame, first)
  const end = shownBox(frame, last)
  return {
    left: Math.min(start.left, end.left),
    right: Math.max(start.right, end.right),
    top: Math.max(start.top, end.top),
    bottom: Math.min(start.bottom, end.bottom),
  }
}

function wordOf(text: string, { left, right, top, bottom }: Box, frame: PageFrame): PageWord {
  return {
    text,
    x: tenth(left),
    y: tenth(frame.height - top),
    w: tenth(right - left),
    h: tenth(top - bottom),
  }
}

/** The words of an open page in the order in which they are drawn. */
export function wordsOf(engine: Engine, page: number): PageWord[] {
  const textPage = engine._FPDFText_LoadPage(page)
  if (textPage === 0) return []
  try {
    return withBuffer(engine, 32, (scratch) => {
      const frame = frameOf(engine, page, scratch)
      const room = (engine._FPDFText_CountChars(textPage) + 1) * 2
      const text = withBuffer(engine, room, (buffer) => textOf(engine, textPage, buffer, room))
      const boxOf = charBoxes(engine, textPage, scratch)
      const words: PageWord[] = []
      for (const { 0: word, index } of text.matchAll(/[^\s\uFFFE]+\uFFFE?/g)) {
        if (words.length >= mostWords) break
        const bare = word.replace('\uFFFE', '')
        const last = boxOf(index + bare.length - 1)
        const box = around(boxOf(index), last, frame)
        if (isSeen(box, frame)) words.push(wordOf(word.replace('\uFFFE', '-'), box, frame))
      }
      return words
    })
  } finally {
    engine._FPDFText_ClosePage(textPage)
  }
}
