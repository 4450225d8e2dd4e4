import type { LocalDate, LocalTime } from '../model/ids.ts'
import type { MeetingStatus } from '../model/meeting.ts'
import type { VoteOption } from '../model/vote.ts'

export interface DemoAttachment {
  readonly id: number
  readonly guid: string
  readonly name: string
  readonly fileName: string
  readonly format: 'pdf' | 'html'
  readonly paragraphs: readonly string[]
}

export interface DemoMatter {
  /** The Web API's id; InSite has another for the same file. */
  readonly id: number
  readonly insiteId: number
  readonly guid: string
  readonly file: string
  readonly name: string | null
  readonly title: string
  readonly type: string
  readonly status: string
  readonly introducedOn: LocalDate
  readonly body: string
  readonly sponsors: readonly string[]
  readonly text: string
  readonly attachments: readonly DemoAttachment[]
  readonly touchedAt: Date
  readonly technologies: readonly string[]
}

export interface DemoVote {
  readonly id: number
  readonly person: string
  readonly option: VoteOption
  readonly printed: string
}

export interface DemoItem {
  readonly id: number
  readonly guid: string
  /** From 1, as `EventItemAgendaSequence`. */
  readonly sequence: number
  readonly number: string | null
  /** "" for page furniture. */
  readonly title: string
  readonly isHeading: boolean
  readonly section: string | null
  readonly consent: boolean
  readonly note: string | null
  readonly matter: DemoMatter | null
  readonly action: string | null
  readonly actionText: string | null
  readonly result: 'Pass' | 'Fail' | null
  readonly mover: string | null
  readonly seconder: string | null
  /** `5:2`; `null` without recorded votes. */
  readonly tally: string | null
  readonly votes: readonly DemoVote[]
  readonly rollCall: readonly DemoRollCall[]
  readonly touchedAt: Date
}

export interface DemoRollCall {
  readonly id: number
  readonly person: string
  readonly present: boolean
  readonly printed: string
}

export interface DemoMeeting {
  readonly key: string
  /** The Web API's id; InSite has another for the same meeting and shares the GUID. */
  readonly id: number
  readonly insiteId: number
  readonly guid: string
  readonly body: string
  /** With what the clerk added to it: "Planning Commission - CANCELLED". */
  readonly bodyPrinted: string
  readonly date: LocalDate
  /** What is true; `null` when the portal prints no clock time. */
  readonly time: LocalTime | null
  readonly timePrinted: string | null
  readonly status: MeetingStatus
  readonly statusText: string | null
  readonly location: string
  readonly locationPrinted: string
  readonly comment: string | null
  readonly agendaStatus: string
  readonly minutesStatus: string
  /** The agenda is out: file, packet and detail page can be opened. */
  readonly isPublished: boolean
  readonly hasMinutes: boolean
  readonly videoClip: number | null
  readonly items: readonly DemoItem[]
  readonly touchedAt: Date
}
