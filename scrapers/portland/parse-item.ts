import type { PersonVote } from '../../src/model/vote.ts'
import type { Page } from '../../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  findElements,
  linkTarget,
  type MarkupNode,
  printed,
  textOf,
} from '../../src/scraping/html.ts'
import type { ItemParts } from '../item.ts'
import { makeVote } from '../votes.ts'

const classOf = ({ attribs }: MarkupNode) => ` ${attribs?.class ?? ''} `

/** One item: its number, the document it is about, and what became of it. */
export function parseItem(node: MarkupNode, section: string | null, page: Page): ItemParts {
  const number = findElement(node, ({ name }) => name === 'h4')
  const heading = findElement(node, (inner) => classOf(inner).includes(' council-document__title '))
  const link = heading && findElement(heading, ({ name }) => name === 'a')
  const fields = readFields(node)
  const notes = fields.get('disposition notes')?.join('\n') ?? ''
  const whole = heading ? cleanText(textOf(heading)) : cleanText(notes)
  // "Title (Ordinance)": the kind stands behind the link, or at the end where there is none.
  const kind = /\(([^()]{1,80})\)$/.exec(whole)?.[1] ?? null
  const title = link ? cleanText(textOf(link)) : whole.replace(/\s*\([^()]{1,80}\)$/, '')
  const fileNumber = first(fields, 'document number')
  return {
    // A star marks an emergency ordinance, of the number or of the title.
    number: number ? printed(textOf(number).replace(/[*\s]+/g, '')) : null,
    title: title.replace(/^\*\s*/, ''),
    fileNumber,
    matterUpstreamId: fileNumber,
    matterType: kind,
    section,
    sourceUrl: linkTarget(link?.attribs?.href, page.finalUrl) ?? null,
    text: [
      ...named(fields, 'introduced by', 'Introduced by'),
      ...named(fields, 'bureau', 'Bureau'),
      ...(heading && notes ? [notes] : []),
    ].join('\n'),
    result: first(fields, 'disposition') ?? first(fields, 'agenda item disposition'),
    votes: (fields.get('votes') ?? []).flatMap(parseVote),
  }
}

type Fields = ReadonlyMap<string, readonly string[]>

const first = (fields: Fields, name: string) => fields.get(name)?.[0] ?? null

const named = (fields: Fields, name: string, label: string) => {
  const values = fields.get(name) ?? []
  return values.length > 0 ? [`${label}: ${values.join(', ')}`] : []
}

/**
 * The fields of an item by their printed labels, and by the name in their class where no label is
 * printed: `field--name-field-agenda-item-disposition`.
 */
function readFields(node: MarkupNode): Fields {
  const found = new Map<string, string[]>()
  for (const field of findElements(node, (inner) => /\sfield--name-field-/.test(classOf(inner)))) {
    const name = / field--name-field-([a-z-]+) /.exec(classOf(field))?.[1]?.replaceAll('-', ' ')
    const label = findElement(field, (inner) => classOf(inner).includes(' field__label '))
    const items = findElements(field, (inner) => classOf(inner).includes(' field__item '))
    const values = (items.length > 0 ? items : [field])
      .map((one) => cleanText(textOf(one, (inner) => classOf(inner).includes(' field__label '))))
      .filter((value) => value !== '')
    const printedName = label && cleanText(textOf(label)).replace(/:$/, '').toLowerCase()
    for (const key of new Set([printedName, name])) {
      if (key && values.length > 0 && !found.has(key)) found.set(key, values)
    }
  }
  return found
}

const options = /\s(yea|aye|yes|nay|no|absent|abstain(?:ed)?|recused?|excused)$/i

/** "Commissioner Ada Reed Yea", also "… Absent Yea": the last words are the vote, the others the person. */
function parseVote(line: string): PersonVote[] {
  const said: string[] = []
  let rest = line
  for (let match = options.exec(rest); match; match = options.exec(rest)) {
    said.unshift(match[1] ?? '')
    rest = rest.slice(0, match.index).trim()
  }
  const person = rest.replace(/^(?:commissioner|councilor|mayor)\s+/i, '')
  return person !== '' && said.length > 0 ? [makeVote(person, said.join(' '))] : []
}
