import type { Engine } from './pdf-engine.ts'

/** A box in points from the lower left corner of the page. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where a page's own axes lie on the page as it is shown. */
export interface PageFrame {
  /** Points, as the page is shown. */
  readonly width: number
  readonly height: number
  /** Quarter turns clockwise by which it is shown. */
  readonly turns: number
  /** The corner of the part that is shown, in the page's own axes. */
  readonly left: number
  readonly bottom: number
}

/** `scratch` holds 16 bytes. */
export function frameOf(engine: Engine, page: number, scratch: number): PageFrame {
  const width = engine._FPDF_GetPageWidthF(page)
  const height = engine._FPDF_GetPageHeightF(page)
  const turns = engine._FPDFPage_GetRotation(page)
  engine._FPDF_GetPageBoundingBox(page, scratch)
  const at = scratch >> 2
  return {
    width,
    height,
    turns,
    left: engine.HEAPF32[at] ?? 0,
    bottom: engine.HEAPF32[at + 3] ?? 0,
  }
}

/** A box of the page's own axes where it is seen. */
export function shownBox(frame: PageFrame, box: Box): Box {
  const { width, height, turns } = frame
  // Nearly all pages are shown as they are: boxes of characters are many.
  if (turns === 0 && frame.left === 0 && frame.bottom === 0) return box
  const left = box.left - frame.left
  const right = box.right - frame.left
  const bottom = box.bottom - frame.bottom
  const top = box.top - frame.bottom
  switch (turns) {
    case 1:
      return { left: bottom, right: top, top: height - left, bottom: height - right }
    case 2:
      return {
        left: width - right,
        right: width - left,
        top: height - bottom,
        bottom: height - top,
      }
    case 3:
      return { left: width - top, right: width - bottom, top: right, bottom: left }
    default:
      return { left, right, top, bottom }
  }
}

/**
 * The page looked at after so many quarter turns clockwise more. It is for boxes of the page as it
 * is shown, which needs no corner any more.
 */
export function turnedPage({ width, height }: PageFrame, turns: number): PageFrame {
  const isAcross = turns % 2 === 1
  return {
    width: isAcross ? height : width,
    height: isAcross ? width : height,
    turns,
    left: 0,
    bottom: 0,
  }
}
