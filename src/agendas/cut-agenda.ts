import type { AgendaText } from '../model/agenda-text.ts'
import type { ScrapedAgendaItem } from '../model/meeting.ts'

const mark =
  /^\s*((?:[A-Z]{1,2}-)?\d{1,3}(?:\.[A-Za-z0-9]{1,3})*|[IVX]{1,5}|[A-Za-z])([.)])\s+(?=\S)/

/**
 * The items of an agenda of which only the text is there, in agenda order. Every title is made of
 * words that stand in the text. Empty when nothing in it is numbered as agendas are.
 */
export function cutAgenda(text: AgendaText): ScrapedAgendaItem[] {
  return cutLines(text.pages.flatMap((page) => (page.text ?? '').split(/\r\n|\r|\n/)))
}

/** The same for lines, as an adapter reads them out of one blob of markup. */
export function cutLines(lines: readonly string[]): ScrapedAgendaItem[] {
  const found: { number: string; words: string[] }[] = []
  for (const line of lines) {
    const [whole, number] = mark.exec(line) ?? []
    if (whole && number) found.push({ number, words: [line.slice(whole.length)] })
    else if (line.trim()) found.at(-1)?.words.push(line)
  }
  return found.map(({ number, words: [title = '', ...rest] }, position) => ({
    upstreamId: null,
    position,
    number,
    title: title.trim(),
    fileNumber: null,
    consent: null,
    section: null,
    isHeading: title.trim() === title.trim().toUpperCase(),
    text: rest.join('\n'),
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
  }))
}
