import type { AgendaLink, AgendaText } from './agenda-text.ts'

/** Where a document's own outline and the links on its pages lead. */
export interface DocumentContents {
  readonly outline: AgendaText['outline']
  /** Links to its own pages alone. */
  readonly links: readonly AgendaLink[]
}

/** What says that pages of a packet belong to an item. */
export type PartBasis = 'outline' | 'link' | 'cover'
