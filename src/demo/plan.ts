import type { JurisdictionType } from '../model/jurisdiction.ts'

/** What a council's Web API answers: everything, no items, a demand for a token, or "no such client". */
export type ApiAccess = 'open' | 'items-empty' | 'token' | 'unknown'

/** Where a portal stands when the demonstration begins. */
export type PortalState = 'up' | 'down' | 'broken' | 'robots-refuse'

/** When a meeting is held, seen from the start of the demonstration in the council's own zone. */
export type MeetingMoment =
  | { readonly hours: number }
  | { readonly days: number; readonly time: string }

/** How the clerk of a council keeps the portal: the habits that adapters must live with. */
export interface Habits {
  /** `EventItemConsent` is set; many clerks leave it at 0 and only print a heading. */
  readonly marksConsent: boolean
  /** The API disregards `$filter` and gives everything. */
  readonly ignoresFilter: boolean
  /** The API's item array is not in agenda order: `EventItemAgendaSequence` is. */
  readonly shufflesItems: boolean
  /** Rows without words ("page break") stand among the items. */
  readonly hasPageFurniture: boolean
  readonly numbering: 'decimal' | 'letters' | 'running'
  readonly voteWords: { readonly yes: string; readonly no: string }
  readonly period: 'This Month' | 'This Year' | 'All Years'
  readonly hasUpcomingGrid: boolean
  /** The body stands as a label and not as a link. */
  readonly bodyIsLabel: boolean
  /** Column headings are pictures without words. */
  readonly hasPictureHeadings: boolean
  readonly hasCalendarColumn: boolean
  /** The clerk's own words for the columns of agenda and minutes. */
  readonly headings: { readonly agenda: string; readonly minutes: string; readonly details: string }
}

export const usualHabits: Habits = {
  marksConsent: true,
  ignoresFilter: false,
  shufflesItems: false,
  hasPageFurniture: false,
  numbering: 'decimal',
  voteWords: { yes: 'Aye', no: 'Nay' },
  period: 'This Year',
  hasUpcomingGrid: false,
  bodyIsLabel: false,
  hasPictureHeadings: false,
  hasCalendarColumn: true,
  headings: { agenda: 'Agenda', minutes: 'Minutes', details: 'Meeting Details' },
}

export interface AttachmentPlan {
  readonly name: string
  /** Paragraphs of the document; a PDF or page is set from them. */
  readonly paragraphs: readonly string[]
  readonly format?: 'pdf' | 'html'
}

/** What the body did with an item. */
export interface OutcomePlan {
  readonly action: string
  readonly result: 'Pass' | 'Fail' | null
  /** Members who voted no; everybody else present voted yes. */
  readonly against?: readonly string[]
  readonly absent?: readonly string[]
  /** False: carried on a voice vote, so that no votes are recorded. */
  readonly isRecorded?: boolean
}

export interface ItemPlan {
  /** The matter it is about; the same key at two meetings is the same file. `null`: procedure only. */
  readonly matter: string | null
  readonly title: string
  readonly type?: string
  readonly name?: string
  readonly text?: string
  readonly note?: string
  readonly sponsors?: readonly string[]
  readonly attachments?: readonly AttachmentPlan[]
  /** Taxonomy ids of what is being bought or decided; empty for everything else. */
  readonly technologies?: readonly string[]
  readonly outcome?: OutcomePlan
}

export interface SectionPlan {
  readonly heading: string
  readonly consent?: boolean
  readonly items: readonly ItemPlan[]
}

/** How the portal says that a meeting is not held as planned. */
export interface NoticePlan {
  readonly kind: 'cancelled' | 'rescheduled'
  readonly words: string
  readonly where: 'agenda-status' | 'body' | 'comment' | 'location' | 'time'
}

export interface MeetingPlan {
  /** Stable within the council; ids are derived from it. */
  readonly key: string
  readonly body: string
  readonly at: MeetingMoment
  /** Printed instead of the clock time; `null` prints nothing. */
  readonly timeWords?: string | null
  readonly notice?: NoticePlan
  readonly location: string
  readonly comment?: string
  readonly agenda: 'final' | 'draft' | 'none'
  readonly minutes?: 'none' | 'draft' | 'final'
  readonly videoClip?: number
  /** Who sits on this body; the council's members when absent. */
  readonly members?: readonly string[]
  readonly absent?: readonly string[]
  readonly sections: readonly SectionPlan[]
  /** Days before the start of the demonstration that the portal last touched it; 3 by default. */
  readonly touchedDaysAgo?: number
  /** When a step of the scenario touched it. */
  readonly touchedAt?: Date
}

export interface CouncilPlan {
  readonly client: string
  /** Place name as the directory has it: `Alder Bay`. */
  readonly name: string
  /** Name in the portal's title: `City of Alder Bay`. */
  readonly government: string
  readonly state: string
  readonly type: JurisdictionType
  readonly timeZone: string
  readonly division: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  readonly platform: string
  readonly api: ApiAccess
  readonly portal: PortalState
  readonly habits: Habits
  readonly members: readonly string[]
  readonly meetings: readonly MeetingPlan[]
}
