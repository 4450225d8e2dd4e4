import type { ScrapedAgendaItem } from '../src/model/meeting.ts'

/** What an adapter knows of an item; what is left out is `null`, empty or false. */
export type ItemParts = Partial<ScrapedAgendaItem> & Pick<ScrapedAgendaItem, 'title'>

const blank: Omit<ScrapedAgendaItem, 'title'> = {
  upstreamId: null,
  position: 0,
  number: null,
  fileNumber: null,
  consent: null,
  section: null,
  isHeading: false,
  text: '',
  matterUpstreamId: null,
  matterType: null,
  matterStatus: null,
  sourceUrl: null,
  documents: [],
  action: null,
  result: null,
  mover: null,
  seconder: null,
  votes: [],
  rollCall: [],
  matter: null,
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
    return { ...blank, ...item, position, consent }
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
