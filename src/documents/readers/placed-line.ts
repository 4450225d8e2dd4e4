import type { Box } from './page-frame.ts'

/** A line of a page and where it stands, in points from the lower left corner. */
export interface PlacedLine extends Box {
  readonly text: string
  /** Its place in the page's text as the file draws it. */
  readonly at: number
}
