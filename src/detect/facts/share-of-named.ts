import { fromPieces } from '../pieces.ts'
import { mostWeighed, type Readable, reachOfSentence, type SumField } from './sum-field.ts'

const name = String.raw`([A-Z][\w'\u2019.-]+(?: [A-Z][\w'\u2019-]+){0,2})`

/** "The City of Elmhart will in the end receive a total of $15,400": the name of who receives it. */
const receives = fromPieces(
  '',
  String.raw`\b(?:(?:City|County|Town|Village|Borough|Township) of )?`,
  `${name}(?:,? [A-Z]{2},?)?`,
  ' (?:will|would|shall|is to|is set to)(?: [a-z]+){0,4}? (?:receive|get)',
  String.raw`(?: (?:a total of|a share of|up to|about|approximately))? \(?$`,
)
/** "The use of the City of Elmhart's share", "between the City of Elmhart, the City of Dunning": whose paper it is. */
const sharer = new RegExp(
  String.raw`\b(?:City|County|Town|Village|Borough|Township) of ${name}['\u2019]s? (?:share|portion|part)\b`,
)
const firstParty = new RegExp(
  String.raw`\bbetween (?:the )?(?:(?:City|County|Town|Village|Borough|Township) of )?${name}`,
)

/**
 * Of a grant that several bodies share, what the one whose paper it is receives: the only one of
 * whom its text says so, or the one that the title names as the sharer or as the first party.
 */
export function shareOfNamed(title: string, { text, sums }: SumField): Readable | undefined {
  const shares = sums.slice(0, mostWeighed).flatMap((sum) => {
    if (sum.cents === null) return []
    const head = text.slice(Math.max(0, sum.start - reachOfSentence), sum.start)
    const [, who = ''] = receives.exec(head.replace(/\s/g, ' ')) ?? []
    return who === '' ? [] : [{ who, sum: { ...sum, cents: sum.cents } }]
  })
  const [only] = shares
  if (shares.length < 2) return only?.sum
  const flat = title.replace(/\s/g, ' ')
  const owner = (sharer.exec(flat) ?? firstParty.exec(flat))?.[1]?.replace(/['\u2019]s?$/, '')
  const own = shares.filter(({ who }) => who.replace(/ County$/, '') === owner)
  return own.length === 1 ? own[0]?.sum : undefined
}
