import type { LocalDate } from '../../src/model/ids.ts'
import { cleanLines, parseMarkup, textOf } from '../../src/scraping/html.ts'

/** What any calendar or feed says of one event. */
export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly location: string
  readonly url: string | null
  readonly date: LocalDate
  readonly time: string
  readonly isCancelled: boolean
  readonly body: string | null
}

/** Descriptions may be markup, or plain lines. */
export const plain = (text: string) =>
  cleanLines(/<[a-z/]/i.test(text) ? textOf(parseMarkup(text)) : text)
