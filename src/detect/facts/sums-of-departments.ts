import { type CommittedSum, type Readable, sumOf, together } from './sum-field.ts'

/** "Total cost for the Police Department: $90,000." names who pays. */
const ofDepartment =
  /\b(?:costs?|amount|share|total) (?:for|to|of) (?:the )?([^$:;.]{0,80}\b(?:department|division|police|fire|sheriff|works|library|parks|courts?|utilit(?:y|ies)|airport|schools?|communications)\b[^$:;.]{0,40}): ?$/i
/** "Cost to the City: Police Department: $90,000. Parks & Recreation: $9,000." */
const named =
  /[.:] ([A-Z][^$:;.]{0,80}\b(?:Department|Division|Police|Fire|Sheriff|Works|Library|Parks|Recreation|Courts?|Utilit(?:y|ies)|Airport|Schools?|Communications)\b[^$:;.]{0,40}): ?$/
/** "Cost to the City: For the Police Department $90,000 in all. For Parks $9,000 in all." */
const forNamed =
  /[.:]\s{1,3}[Ff]or (?:the )?([A-Z][^$:;.]{0,80}\b(?:Department|Division|Police|Fire|Sheriff|Works|Library|Parks|Recreation|Courts?|Utilit(?:y|ies)|Airport|Schools?|Communications)\b[^$:;.]{0,40}) $/
const saysCost = /\b(?:costs?|amount|total|price)\b[^$;.]{0,60}:/i
const reach = 150
const mostDepartments = 6

/** One purchase whose costs are told by department, one right after the other, with no total printed. */
export function overDepartments(sums: readonly Readable[], text: string): CommittedSum | undefined {
  const names = sums.map(({ start }, at) => {
    const head = text.slice(Math.max(0, start - reach), start)
    const isOfCost = at > 0 || saysCost.test(head)
    return (ofDepartment.exec(head) ??
      (isOfCost ? (named.exec(head) ?? forNamed.exec(head)) : null))?.[1]?.toLowerCase()
  })
  const shares = sums.filter((_, at) => names[at] !== undefined)
  const isTold = new Set(names.filter((name) => name !== undefined)).size === shares.length
  if (shares.length < 2 || shares.length > mostDepartments || !isTold) return undefined
  const all = sumOf(shares)
  const isNext = shares.every((sum, at) => {
    const last = shares[at - 1]
    return !last || (sum.start - last.end < reach && !text.slice(last.end, sum.start).includes('$'))
  })
  if (!isNext || sums.some((sum) => !shares.includes(sum) && sum.cents >= all)) return undefined
  return together(shares, all)
}
