import { fromPieces } from '../pieces.ts'
import { printedNumber, readNumber } from './number-words.ts'
import { isOfEarlier } from './of-earlier.ts'
import type { FactPattern } from './pattern.ts'

/** Names of models that end in a number: "Axon Body 4", "DJI Mavic 3". */
const models =
  '(?:body|fleet|flex|matrice|mavic|inspire|tasers?|air|evo|lemur|gen|generation|mark|series)'

/** The number and the words between it and the thing: "forty-one (41) Flock Safety fixed " */
const counted = new RegExp(
  String.raw`(?:^|[^\w$.,/#-])(${printedNumber})[ -](?:\(\d{1,4}\) )?((?:(?:${models} \d{1,3}|[A-Za-z][\w/\u2019'-]{0,15})[ -]{1,2}){0,6})$`,
  'i',
)

/** Words that no name of a device holds: the number belongs to something else. */
const stops = fromPieces(
  'i',
  String.raw`\b(?:of|the|an?|and|or|for|in|to|on|at|by|with|per|from|is|are|was|that|which|all`,
  '|each|years?|months?|days?|hours?|minutes?|weeks?|degrees?|ban|stop|megapixel|mp',
  '|inch|foot|feet|channel|percent|million|thousand|hundred|miles?|blocks?|locations?',
  '|sites?|officers?|reports?|pages?|sections?|votes?|ayes|noes|no|lane|mm|gb|tb|am|pm',
  String.raw`|dollars?|fps|different|types?|other|pole|tasers?)\b`,
)

/** One thing's name before another's: "camera lenses", not "camera at the gate". */
const isOfAnother =
  /^(?:[\w-]+ )*(?:camera|drone|reader|trailer|sensor|robot|kiosk|device|unit|detector) (?!and\b|at\b|for\b|from\b|in\b|with\b|to\b|on\b|or\b|per\b|that\b|which\b|under\b|by\b)[a-z]{4,}/i

/** Devices that are only counted as such where their kind is said. */
const generic = /^(?:devices?|units?|systems?|licen[cs]es?|kits?|detectors?)$/i
const kinds =
  /camera|LPR|reader|plate|drone|flock|falcon|axon|body|surveillance|GPS|ankle|monitor|gunshot|acoustic|thermal|facial|vigilant|video|mobile LPR|speed|red light|unmanned|UAS|UAV/i

const isNumbered =
  /(?:section|chapter|no\.|#|page|item|district|phase|version|exhibit|attachment|model|figure|table|article|option|group|zone|channel|ward|june|july|march|april|may|august|january|february|september|october|november|december) ?$/i

/** "Axon Body 4 cameras": which they are; "to the fleet 12 drones" has a thing before the number. */
const isModel = new RegExp(
  String.raw`\b(?<!\b(?:the|our|its|an?|of|in) (?=fleet|air|mark|series))${models} ?$`,
  'i',
)

/** "57 cameras disabled": told of what is no more. */
const isGone =
  /^ (?:(?:were|was|are|have been|had been) )?(?:disabled|deactivated|removed|turned off|taken down)\b/i

/** "Remove five cameras", "year 2 of 5 license plate readers": no such number is bought. */
const isTaken =
  /\b(?:remov(?:e|es|ed|ing)|retir(?:e|es|ed|ing)|decommission(?:s|ed|ing)?) (?:the |its |our |up to )?$|\byear (?:\d|one|two|three|four|five) of $/i

/** How many devices, and whether they come on top of others. */
export const quantityPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:license plate readers?|plate readers?|A?LPRs?|cameras?|drones?|UAVs?|UASs?|unmanned (?:aircraft|aerial)(?: (?:systems?|vehicles?))?|body ?cams?|trailers?|sensors?|robots?|kiosks?|devices?|units?|licen[cs]es?|detectors?)\b/gi,
    read([whole], { before, after }) {
      const head = before(130)
      const match = counted.exec(head)
      if (!match) return undefined
      const [found, count = '', between = ''] = match
      const value = readNumber(count)
      if (value === null || value === 0 || value > 20_000) return undefined
      // A longer name of the same thing follows and says more: "plate reader cameras".
      if (/^ (?:cameras?|readers?|systems?|devices?|units?|drones?)\b/i.test(after(10)))
        return undefined
      if (
        stops.test(
          between.replace(/\b(?:pole-mounted|in-car|in-vehicle)\b/gi, '').replace(/-/g, ' '),
        )
      )
        return undefined
      if (generic.test(whole) && !kinds.test(between)) return undefined
      // Years stand before things of that year.
      if (/^(?:19|20)\d\d$/.test(count)) return undefined
      const ahead = head.slice(0, head.length - found.length + 1)
      if (isNumbered.test(ahead)) return undefined
      if (/^\d{1,3}$/.test(count) && isModel.test(ahead)) return undefined
      if (isGone.test(after(30)) || isTaken.test(ahead)) return undefined
      // "Seven drone flights" are no drones.
      if (value > 1 && isOfAnother.test(`${whole}${after(14)}`)) return undefined
      const of = `${between}${whole}`.replace(/\s+/g, ' ')
      const length = found.length - found.search(/\w/)
      const isWord = /^(?:additional|new|more|extra|further) /i
      return {
        kind: 'quantity',
        value: { count: value, of: of.replace(isWord, ''), is: sortOf(ahead, of, after(40)) },
        before: length,
      }
    },
  },
  {
    // "The total number of cameras to 46", "the number of cameras from 12 to 30"
    pattern:
      /\bnumber of ((?:[\w-]{1,20} ){0,3}(?:readers|A?LPRs|cameras|drones|sensors|trailers)) (?:from (?:\d{1,4}) )?to (\d{1,4})\b(?![.,/-]\d|%)/gi,
    read([, of = '', count = '']) {
      const value = Number(count)
      return value === 0
        ? undefined
        : { kind: 'quantity', value: { count: value, of, is: 'total' } }
    },
  },
  {
    // "Number of cameras: 24", "Cameras: 24"
    pattern:
      /\b((?:license plate readers?|A?LPRs?|cameras|drones|sensors|trailers))(?: (?:purchased|requested|deployed|quantity))?: {0,3}(\d{1,4})\b(?![.,/-]\d|%)/gi,
    read([, of = '', count = '']) {
      const value = Number(count)
      return value === 0
        ? undefined
        : { kind: 'quantity', value: { count: value, of, is: 'counted' }, grade: 'unclear' }
    },
  },
]

/** "22 cameras already in use", "the 12 cameras now deployed" */
const isThere =
  /^ (?:(?:that|which) )?(?:(?:is|are) )?(?:already|currently|now (?:deployed|in|installed|operat|owned|used)|in (?:use|service|operation)\b|in place\b(?! of))/i

function sortOf(
  ahead: string,
  of: string,
  tail: string,
): 'added' | 'total' | 'existing' | 'counted' {
  if (isThere.test(tail) || /^(?:existing|current) /i.test(of) || isOfEarlier(ahead))
    return 'existing'
  if (/\btotal\b[^.;$\d]{0,30} to $/i.test(ahead)) return 'total'
  if (
    /\b(?:total(?:ing)?(?: of)?|altogether|all) $/i.test(ahead) ||
    /^ (?:in total|total|overall)\b/i.test(tail)
  )
    return 'total'
  // "Expand the program from 31 cameras to 46": so many there were.
  if (/\bfrom $/i.test(ahead) && /^ to \d/i.test(tail)) return 'existing'
  if (/^(?:additional|more|extra|further)\b/i.test(of)) return 'added'
  if (
    /\b(?:additional|extra|another|further|add|adds|adding|expand\w*|addition of)(?: (?:by|of|an?|up to|the))*[^.;]{0,14}$/i.test(
      ahead.slice(-40),
    )
  )
    return 'added'
  if (
    /\b(?:existing|current(?:ly)?|already|previously|present(?:ly)?)\b[^.;]{0,30}$/i.test(
      ahead.slice(-44),
    )
  )
    return 'existing'
  return 'counted'
}
