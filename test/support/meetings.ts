import type { LocalDate, LocalTime, TimeZone } from '../../src/model/ids.ts'
import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'

/** A plain item; what a test is about is given. */
export function item(over: Partial<ScrapedAgendaItem> = {}): ScrapedAgendaItem {
  return {
    upstreamId: null,
    position: 0,
    number: null,
    title: 'Call to order',
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
    ...over,
  }
}

/** A plain meeting of a fictional council; items get their positions here. */
export function meeting(over: Partial<ScrapedMeeting> = {}): ScrapedMeeting {
  const whole = {
    upstreamId: '1001',
    body: 'City Council',
    bodyUpstreamId: null,
    date: '2026-03-10' as LocalDate,
    time: '18:00' as LocalTime,
    timeZone: 'America/Los_Angeles' as TimeZone,
    startsAt: '2026-03-11T01:00:00.000Z',
    status: 'confirmed' as const,
    statusText: null,
    location: 'Council Chambers',
    comment: null,
    remoteUrl: null,
    sourceUrl: 'https://riverton.legistar.example/MeetingDetail.aspx?ID=1001',
    agendaStatus: null,
    minutesStatus: null,
    flags: [],
    documents: [],
    agendaItems: [],
    rollCall: [],
    listFingerprint: null,
    ...over,
  }
  return {
    ...whole,
    agendaItems: whole.agendaItems.map((entry, position) => ({ ...entry, position })),
  }
}
