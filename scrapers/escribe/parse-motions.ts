import {
  cleanText,
  findElement,
  findElements,
  linesOf,
  type MarkupNode,
  textOf,
} from '../../src/scraping/html.ts'
import type { ItemParts } from '../item.ts'
import { makeVote, namesIn } from '../votes.ts'

export const has = (node: MarkupNode, name: string) =>
  ` ${node.attribs?.class ?? ''} `.includes(` ${name} `)
export const part = (node: MarkupNode, name: string) =>
  findElement(node, (inner) => has(inner, name))

const wordsOf = (node: MarkupNode | undefined) => (node ? cleanText(textOf(node)) : '')

/** What stands in a motion beside its words: read on its own. */
export const isDecision = (node: MarkupNode) =>
  ['MovedBy', 'SecondedBy', 'MotionVoters', 'MotionResult'].some((name) => has(node, name))

/**
 * How the motions of an item ended, as minutes tell it: by the last one that was decided, since
 * earlier ones were about it. Agendas have motions without an end.
 */
export function readDecision(box: MarkupNode): Partial<ItemParts> {
  const motions = findElements(box, (node) => has(node, 'AgendaItemMotion'))
  const decided = motions.filter(
    (motion) => part(motion, 'MotionResult') ?? part(motion, 'MotionVoters'),
  )
  const motion = decided.at(-1) ?? motions.findLast((one) => wordsOf(part(one, 'MovedBy')) !== '')
  if (!motion) return {}
  const result = wordsOf(part(motion, 'MotionResult'))
  return {
    result: result || null,
    mover: personOf(part(motion, 'MovedBy')),
    seconder: personOf(part(motion, 'SecondedBy')),
    votes: votersOf(part(motion, 'MotionVoters')),
  }
}

/** "Moved by: Councillor A. Reed", with or without its own box for the name. */
function personOf(node: MarkupNode | undefined): string | null {
  if (!node) return null
  const value = part(node, 'Value')
  if (value) return wordsOf(value) || null
  return wordsOf(node).replace(/^[^:]{0,40}:\s*/, '') || null
}

/** Rows of a table: "For (10)" and who; other skins print "Yeas: (15)". */
function votersOf(table: MarkupNode | undefined) {
  if (!table) return []
  return findElements(table, ({ name }) => name === 'tr').flatMap((row) => {
    const cells = (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th')
    const label = cells.find((cell) => has(cell, 'VoterVote')) ?? cells[0]
    const option = wordsOf(label).replace(/[\s:]*\(?\d*\)?[\s:]*$/, '')
    return cells
      .filter((cell) => cell !== label)
      .flatMap((cell) => namesIn(textOf(cell)))
      .map((name) => makeVote(name, option))
  })
}

/** Everything an item says below its title, motions among it; how they ended is told apart. */
export function readText(box: MarkupNode): string {
  const rows = findElements(box, (node) => has(node, 'AgendaItemContentRow'))
  const found = rows.length > 0 ? rows : findElements(box, (node) => has(node, 'RichText'))
  const lines = found.map((row) => linesOf(row, isNoText).join('\n'))
  return [...new Set(lines)].filter((text) => text !== '' && !placeholder.test(text)).join('\n')
}

const noText =
  /\b(?:AgendaItemIcons|AgendaItemAttachment\w*|AgendaItemAttachementsHeader|AgendaItemPublicComment\w*|AgendaItemTitleRow|ClosedAgendaItemTitleRow)\b/
const isNoText = (node: MarkupNode) =>
  node.name !== undefined && (noText.test(node.attribs?.class ?? '') || isDecision(node))

/** What some tenants print where there is nothing to say. */
const placeholder = /^(?:no agenda items|none|n\/?a|public comments?:?)\.?$/i
