import type { ScrapedDocument } from '../src/model/document.ts'
import type { Page } from '../src/scraping/contract.ts'
import type { MarkupNode } from '../src/scraping/html.ts'
import type { ListedMeeting } from './meeting.ts'

/** A meeting of a list that is made of rows, boxes or entries, whatever their markup. */
export interface RowMeeting extends ListedMeeting {
  /** The meeting's own page, where the row leads to one. */
  readonly detailUrl: string | null
  readonly agendaUrl: string | null
}

/** What a platform's rows look like, as far as it cannot be told from any row with a date. */
export interface RowShape {
  /** What every page of the platform holds, rows or not; without it the page is another. */
  readonly frame: RegExp
  /** How the frame is told to people: `a list of meetings (table.views-table)`. */
  readonly frameName: string
  readonly isRow?: (node: MarkupNode) => boolean
  /** The platform's number of a meeting in an address. */
  readonly keyOf: (url: string) => string | undefined
  /** The same number somewhere in the source of a meeting's own page. */
  readonly keyOfPage?: RegExp
  /** The same number where the row itself carries it. */
  readonly keyOfRow?: (row: MarkupNode) => string | undefined
  /** Addresses of a meeting's own page. */
  readonly isDetail?: RegExp
  /** What a link is to its meeting; `undefined`: decide by its words. */
  readonly kindOf?: (url: string, words: string) => ScrapedDocument['kind'] | null | undefined
  /** Where a file itself is, when its link leads to a page around it. */
  readonly fileAt?: (url: string) => string
  /** The cell or element that names the meeting; else the row's best words. */
  readonly isTitle?: (node: MarkupNode) => boolean
  readonly isPlace?: (node: MarkupNode) => boolean
  /** The place where no mark tells its cell. */
  readonly placeOf?: (row: MarkupNode) => string | undefined
  /** Body and name on a meeting's own page, where its first heading says neither. */
  readonly detailNames?: (
    root: MarkupNode,
  ) => { readonly body: string; readonly name: string } | undefined
  /** What the title of a row's link says, with the groups `name` and `when`. */
  readonly linkTitle?: RegExp
  /** Which titles are meetings, on lists that hold other events too. */
  readonly isMeeting?: (name: string) => boolean
  /** The body where rows stand under its heading and do not name it. */
  readonly bodyOf?: (page: Page, root: MarkupNode) => string | undefined
}
