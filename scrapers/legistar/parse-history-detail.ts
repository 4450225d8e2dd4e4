import { PageShapeError } from '../../src/model/errors.ts'
import type { PersonVote } from '../../src/model/vote.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { type MarkupReader, printed, textOf } from '../../src/scraping/html.ts'
import { makeVote } from '../votes.ts'
import { readFields } from './insite-fields.ts'
import { findControl, findGrid, readInSite } from './insite-page.ts'

/** What one action of a body shows beside its result. */
export interface ParsedAction {
  readonly mover: string | null
  readonly seconder: string | null
  readonly actionText: string | null
  readonly votes: readonly PersonVote[]
}

/**
 * HistoryDetail.aspx: the roll of one vote. A page without the grid is an action without a roll.
 *
 * @throws {PageShapeError} {PortalErrorPage}
 */
export function parseHistoryDetail(page: Page, reader: MarkupReader = 'fast'): ParsedAction {
  const parts = readInSite(page, 'gridVote')
  const fields = readFields(parts.text, 'gridVote', reader)
  const grid = findGrid(parts, 'gridVote', reader)
  if (!grid && !/ContentPlaceHolder1_(?:lbl|hyp)\w+/.test(parts.text)) {
    throw new PageShapeError('the page of one action', page.url)
  }
  const votes = [...(grid?.rows ?? [])].flatMap((cells): PersonVote[] => {
    const person = findControl(cells, 'hypPerson')
    const name = (person && printed(textOf(person.node))) ?? printed(cells[0]?.text)
    return name ? [makeVote(name, cells[1]?.text ?? null)] : []
  })
  return {
    mover: fields.text('hypMover') ?? fields.text('lblMover'),
    seconder: fields.text('hypSeconder') ?? fields.text('lblSeconder'),
    actionText: fields.text('lblActionText'),
    votes,
  }
}
