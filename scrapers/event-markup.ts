import * as z from 'zod'
import { findLocalDate, findLocalTime, type LocalDate } from '../src/model/ids.ts'
import {
  cleanText,
  findElement,
  findElements,
  type MarkupNode,
  textOf,
} from '../src/scraping/html.ts'

/** What a page tells search engines of its event: https://schema.org/Event */
export interface EventMarkup {
  readonly name: string | null
  readonly date: LocalDate
  /** 24 hours; "" where none is told. */
  readonly time: string
  readonly location: string | null
}

/** The first event in a page's or row's microdata or JSON-LD; `undefined` where no day is told. */
export function findEventMarkup(root: MarkupNode): EventMarkup | undefined {
  return findMicrodata(root) ?? findJsonLd(root)
}

/**
 * A wall clock, whatever offset stands behind it: makers write the local hour with any of them.
 * Midnight, and noon of UTC, stand for a day without an hour.
 */
function whenIn(stamp: string): { date: LocalDate; time: string } | undefined {
  const [, day = '', clock = '', offset = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      stamp.trim(),
    ) ?? []
  const date = findLocalDate(day)
  const isDayOnly = clock === '00:00' || offset === 'Z'
  return date && { date, time: isDayOnly ? '' : (findLocalTime(clock) ?? '') }
}

const property = (root: MarkupNode, wanted: string) =>
  findElement(root, ({ attribs }) => attribs?.itemprop === wanted)

const wordsOf = (node: MarkupNode | undefined) =>
  node ? cleanText(node.attribs?.content ?? node.attribs?.datetime ?? textOf(node)) : ''

function findMicrodata(root: MarkupNode): EventMarkup | undefined {
  const start = property(root, 'startDate')
  const when = start && whenIn(wordsOf(start))
  if (!when) return undefined
  const place = property(root, 'location')
  const address = place && property(place, 'address')
  const parts = [place && property(place, 'name'), address].map(wordsOf)
  const isPlaceName = (node: MarkupNode) =>
    place !== undefined && findElement(place, (inner) => inner === node) !== undefined
  const name = findElements(root, ({ attribs }) => attribs?.itemprop === 'name').find(
    (node) => !isPlaceName(node),
  )
  return {
    ...when,
    name: wordsOf(name) || null,
    location:
      [...new Set(parts.filter((part) => part !== ''))].join(', ') || wordsOf(place) || null,
  }
}

const text = z.string().optional().catch(undefined)
const postal = z.object({
  streetAddress: text,
  addressLocality: text,
  addressRegion: text,
  postalCode: text,
})
const place = z.union([
  z.string(),
  z.object({ name: text, address: z.union([z.string(), postal]).optional().catch(undefined) }),
])
const event = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  name: text,
  startDate: z.string(),
  location: z
    .union([place, z.array(place).transform(([first]) => first)])
    .optional()
    .catch(undefined),
})

function findJsonLd(root: MarkupNode): EventMarkup | undefined {
  const scripts = findElements(
    root,
    ({ name, attribs }) => name === 'script' && /ld\+json/i.test(attribs?.type ?? ''),
  )
  for (const script of scripts) {
    // Several of them are a list, and tell nothing of this page.
    const events = eventsIn((script.children ?? []).map(({ data = '' }) => data).join(''))
    const [told] = events
    const when = events.length === 1 && told ? whenIn(told.startDate) : undefined
    if (!told || !when) continue
    return { ...when, name: cleanText(told.name ?? '') || null, location: placeIn(told.location) }
  }
  return undefined
}

function eventsIn(json: string): z.infer<typeof event>[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return []
  }
  const graph = z.object({ '@graph': z.array(z.unknown()) }).safeParse(value)
  const nodes = graph.success ? graph.data['@graph'] : Array.isArray(value) ? value : [value]
  return nodes.flatMap((node) => {
    const read = event.safeParse(node)
    return read.success && /Event$/.test([read.data['@type']].flat().join()) ? [read.data] : []
  })
}

function placeIn(told: z.infer<typeof place> | undefined): string | null {
  if (told === undefined) return null
  if (typeof told === 'string') return cleanText(told) || null
  const { name = '', address } = told
  const parts =
    typeof address === 'object'
      ? [address.streetAddress, address.addressLocality, address.addressRegion, address.postalCode]
      : [address]
  return (
    [...new Set([name, ...parts].map((part) => cleanText(part ?? '')))]
      .filter((part) => part !== '')
      .join(', ') || null
  )
}
