import type { ScrapedAgendaItem } from '../src/model/meeting.ts'

/** What an adapter knows of an item; what is left out is `null`, empty or false. */
export type ItemParts = Partial<ScrapedAgendaItem> & Pick<ScrapedAgendaItem, 'title'>

/** Field by field: agendas have hundreds of items, and copying objects by spread cost most of it. */
function wholeItem(item: ItemParts, position: number, consent: boolean | null): ScrapedAgendaItem {
  return {
    upstreamId: item.upstreamId ?? null,
    position,
    number: item.number ?? null,
    fileNumber: item.fileNumber ?? null,
    consent,
    section: item.section ?? null,
    isHeading: item.isHeading ?? false,
    text: item.text ?? '',
    matterUpstreamId: item.matterUpstreamId ?? null,
    matterType: item.matterType ?? null,
    matterStatus: item.matterStatus ?? null,
    sourceUrl: item.sourceUrl ?? null,
    documents: item.documents ?? [],
    action: item.action ?? null,
    result: item.result ?? null,
    mover: item.mover ?? null,
    seconder: item.seconder ?? null,
    votes: item.votes ?? [],
    rollCall: item.rollCall ?? [],
    matter: item.matter ?? null,
    title: item.title,
  }
}

const consentWords = /\bconsent\b|\bconsentimiento\b/i
const notConsent =
  /\b(?:removed|pulled|withdrawn|excluded|taken) from (?:the )?consent|non-?consent/i

/** Whether a heading opens the part of an agenda that is voted on at once, without debate. */
export const isConsentHeading = (heading: string) =>
  consentWords.test(heading) && !notConsent.test(heading)

/**
 * An agenda's items in order: positions given, rows without words left out. Where the portal does
 * not mark consent itself, it is read from the heading an item stands under; an agenda without such
 * a heading does not tell.
 */
export function toAgenda(parts: readonly ItemParts[]): ScrapedAgendaItem[] {
  const worded = parts.filter(({ title }) => title !== '')
  const tells = worded.some(
    ({ section, isHeading, title }) =>
      (section && isConsentHeading(section)) || (isHeading && isConsentHeading(title)),
  )
  return worded.map((item, position) => {
    const consent =
      item.consent ?? (tells && !item.isHeading ? isConsentHeading(item.section ?? '') : null)
    return wholeItem(item, position, consent)
  })
}

/** "25-1200-S56", "R-2024-15", "ID 24-0123": what councils number their files by. */
const fileNumberShape =
  /^(?:(?:file|id|item|matter|legislation)\s*(?:no\.?|number|#|id)?\s*[:#]?\s*)?((?:[A-Z]{1,5}[- ]?)?\d{2,4}-\d{2,5}(?:-?[A-Z]{0,3}\d{0,3})?)(?=$|[\s:,.–—-])/i

/** The file number a line begins with, and the words behind it; `undefined` when it has none. */
export function splitFileNumber(
  line: string,
): { readonly fileNumber: string; readonly rest: string } | undefined {
  const [whole, fileNumber] = fileNumberShape.exec(line) ?? []
  if (!whole || !fileNumber) return undefined
  return { fileNumber, rest: line.slice(whole.length).replace(/^[\s:,.–—-]+/, '') }
}
