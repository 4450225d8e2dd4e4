import type { ScrapedAgendaItem } from '../model/meeting.ts'
import { type Alignment, alignItems, longestRising } from './align.ts'
import type { CanonicalDocument, CanonicalItem } from './canonical.ts'
import type { ChangedItem, ChangeKind, MeetingChange } from './change.ts'
import { amountsIn, withoutAmounts } from './similarity.ts'

/** Equality of lists, where joining could hide which word belongs to which entry. */
const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const joined = (lines: readonly string[]) => (lines.length > 0 ? lines.join('; ') : null)

/** Added, removed and renamed files, in that order. */
export function diffDocuments(
  before: readonly CanonicalDocument[],
  after: readonly CanonicalDocument[],
  item: ChangedItem | null,
): MeetingChange[] {
  const old = new Map(before.map(({ url, said }) => [url, said]))
  const now = new Map(after.map(({ url, said }) => [url, said]))
  const added = after
    .filter(({ url }) => !old.has(url))
    .map(({ said }) => change('attachment-added', null, joined(said), item))
  const removed = before
    .filter(({ url }) => !now.has(url))
    .map(({ said }) => change('attachment-removed', joined(said), null, item))
  const renamed = after
    .filter(({ url, said }) => old.has(url) && !isEqual(old.get(url), said))
    .map(({ url, said }) =>
      change('attachment-renamed', joined(old.get(url) ?? []), joined(said), item),
    )
  return [...added, ...removed, ...renamed]
}

export function change(
  kind: ChangeKind,
  before: string | null,
  after: string | null,
  item: ChangedItem | null = null,
): MeetingChange {
  return { kind, before, after, item }
}

/** Sums that were changed are told as such; other words only if they changed as well. */
function diffWords(
  kind: ChangeKind,
  before: string,
  after: string,
  item: ChangedItem,
): MeetingChange[] {
  if (before === after) return []
  const old = amountsIn(before)
  const now = amountsIn(after)
  const isAmount = joined(old) !== joined(now)
  const isMore = !isAmount || withoutAmounts(before) !== withoutAmounts(after)
  return [
    ...(isAmount ? [change('amount-reworded', joined(old), joined(now), item)] : []),
    ...(isMore ? [change(kind, before, after, item)] : []),
  ]
}

function consentKind(before: boolean | null, after: boolean | null): ChangeKind {
  if (before === false && after === true) return 'moved-to-consent'
  if (before === true && after === false) return 'moved-from-consent'
  return 'consent-stated'
}

const consentWord = (consent: boolean | null) =>
  consent === null ? null : consent ? 'consent' : 'discussion'

/** One change when a list of lines differs anywhere. */
export function diffLists(
  kind: ChangeKind,
  before: readonly string[],
  after: readonly string[],
  item: ChangedItem | null,
): MeetingChange[] {
  return isEqual(before, after) ? [] : [change(kind, joined(before), joined(after), item)]
}

const actionParts = ({ action, mover, seconder }: CanonicalItem) => [action, mover, seconder]

const actionWords = ({ action, mover, seconder }: CanonicalItem) =>
  joined(
    [action, mover && `moved by ${mover}`, seconder && `seconded by ${seconder}`].filter(
      (words) => words !== null,
    ),
  )

/** What differs within one item. */
function diffItem(before: CanonicalItem, after: CanonicalItem, item: ChangedItem): MeetingChange[] {
  const changes = [
    ...diffWords('item-reworded', before.title, after.title, item),
    ...diffWords('item-text-reworded', before.text, after.text, item),
  ]
  const compare = (kind: ChangeKind, old: string | null, now: string | null) => {
    if (old !== now) changes.push(change(kind, old, now, item))
  }
  compare('item-renumbered', before.number, after.number)
  compare('section-changed', before.section, after.section)
  compare('file-number-changed', before.fileNumber, after.fileNumber)
  compare(
    consentKind(before.consent, after.consent),
    consentWord(before.consent),
    consentWord(after.consent),
  )
  compare('item-kind-changed', kindWord(before), kindWord(after))
  if (!isEqual(actionParts(before), actionParts(after))) {
    changes.push(change('action-recorded', actionWords(before), actionWords(after), item))
  }
  compare('result-recorded', before.result, after.result)
  return [
    ...changes,
    ...diffLists('votes-recorded', before.votes, after.votes, item),
    ...diffLists('roll-call-recorded', before.rollCall, after.rollCall, item),
    ...diffDocuments(before.documents, after.documents, item),
  ]
}

const kindWord = ({ isHeading }: CanonicalItem) => (isHeading ? 'heading' : 'item')

/** Which item is which, judging equality by what the items say. */
export function alignAgendas(
  before: readonly ScrapedAgendaItem[],
  after: readonly ScrapedAgendaItem[],
  canonicalBefore: readonly CanonicalItem[],
  canonicalAfter: readonly CanonicalItem[],
): Alignment {
  const sayBefore = canonicalBefore.map((item) => JSON.stringify(item))
  const sayAfter = canonicalAfter.map((item) => JSON.stringify(item))
  return alignItems(before, after, (a, b) => sayBefore[a] === sayAfter[b])
}

/** What differs between two agendas, item by item in the order of today's, removed ones last. */
export function diffItems(
  before: readonly CanonicalItem[],
  after: readonly CanonicalItem[],
  { pairs, removed, added }: Alignment,
): MeetingChange[] {
  const staying = longestRising(pairs.map(([indexBefore]) => indexBefore))
  const changed: { readonly at: number; readonly changes: readonly MeetingChange[] }[] = []

  for (const [order, [indexBefore, indexAfter]] of pairs.entries()) {
    const old = before[indexBefore]
    const now = after[indexAfter]
    if (!old || !now) continue
    const item = { number: now.number, title: now.title, indexBefore, indexAfter }
    const moved = staying.has(order)
      ? []
      : [change('item-moved', place(indexBefore), place(indexAfter), item)]
    changed.push({ at: indexAfter, changes: [...moved, ...diffItem(old, now, item)] })
  }
  for (const indexAfter of added) {
    const now = after[indexAfter]
    if (!now) continue
    const item = { number: now.number, title: now.title, indexBefore: null, indexAfter }
    changed.push({ at: indexAfter, changes: [change('item-added', null, now.title, item)] })
  }
  for (const indexBefore of removed) {
    const old = before[indexBefore]
    if (!old) continue
    const item = { number: old.number, title: old.title, indexBefore, indexAfter: null }
    const at = after.length + indexBefore
    changed.push({ at, changes: [change('item-removed', old.title, null, item)] })
  }
  return changed.sort((a, b) => a.at - b.at).flatMap(({ changes }) => changes)
}

/** Places are counted from 1 where people read them. */
const place = (index: number) => String(index + 1)
