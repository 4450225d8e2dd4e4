import { parseTable } from './table.ts'

/** How a statement of law is known. What is only recalled is never given out. */
export type LawBasis = 'text-seen' | 'secondary-seen'

/** A deadline as the law counts it. */
export interface NoticePeriod {
  readonly value: number
  readonly unit: 'hours' | 'calendar-days' | 'business-days' | 'working-days'
}

/** One part of a state's rules, with what it rests on. */
export interface LawPart {
  /** In words. */
  readonly text: string
  readonly basis: LawBasis
  /** What limits the basis ("2005 text"), if anything. */
  readonly basisNote: string | null
}

export interface NoticeRule extends LawPart {
  /** `null`: the law sets no number. */
  readonly period: NoticePeriod | null
}

export interface SpeakRule extends LawPart {
  /** Whether the statute gives the public a right to speak to a local body. */
  readonly right: 'yes' | 'no' | 'limited'
}

/** What is known of a state's open-meeting rules for local bodies; unknown parts are `null`. */
export interface MeetingLaw {
  readonly state: string
  readonly regularNotice: NoticeRule | null
  readonly specialNotice: NoticeRule | null
  /** Whether weekends are left out when hours or days are counted. */
  readonly weekendsExcluded: 'yes' | 'no' | 'partly' | null
  readonly whatIsPosted: LawPart | null
  readonly publicRightToSpeak: SpeakRule | null
  readonly remoteComment: LawPart | null
  /** `null` while no part of the notice rule was read anywhere. */
  readonly citation: string | null
  /** Page addresses without scheme. */
  readonly sources: readonly string[]
  readonly note: string | null
  /** The date on which the data was compiled; law changes. */
  readonly asOf: string
  readonly review: string | null
}

/** A local surveillance-oversight law, or a state's law on licence-plate readers. */
export interface SurveillanceLaw {
  readonly place: string
  readonly state: string
  readonly kind: 'ordinance' | 'state-law'
  readonly divisionId: string | null
  readonly year: number | null
  readonly citation: string | null
  readonly impactReport: string | null
  readonly usePolicy: string | null
  readonly annualReport: string | null
  readonly hearingOrVote: string | null
  /** In words: "90 days", "no cap", "set by state schedule". */
  readonly retention: string | null
  readonly requirements: string | null
  readonly basis: LawBasis
  readonly sources: readonly string[]
  readonly note: string | null
  readonly asOf: string
  readonly review: string | null
}

export const meetingLawColumns = [
  'state',
  'regular',
  'regular_value',
  'regular_unit',
  'regular_basis',
  'special',
  'special_value',
  'special_unit',
  'special_basis',
  'weekends_excluded',
  'posted',
  'speak',
  'speak_detail',
  'speak_basis',
  'remote',
  'remote_basis',
  'citation',
  'sources',
  'basis_note',
  'note',
  'as_of',
  'review',
] as const

export const surveillanceLawColumns = [
  'place',
  'state',
  'kind',
  'division',
  'year',
  'citation',
  'impact_report',
  'use_policy',
  'annual_report',
  'hearing_or_vote',
  'retention',
  'requirements',
  'basis',
  'recalled',
  'sources',
  'note',
  'as_of',
  'review',
] as const

export interface Laws {
  readonly meetingLaws: ReadonlyMap<string, MeetingLaw>
  readonly surveillanceLaws: readonly SurveillanceLaw[]
}

/** Values that say nothing. */
const silent = new Set(['', 'unknown', 'unclear', 'n/a'])
const known = (cell: string) => (silent.has(cell) ? null : cell)
const basisOf = (cell: string) =>
  cell === 'text-seen' || cell === 'secondary-seen' ? cell : undefined
const list = (cell: string) => cell.split('; ').filter((name) => name !== '')

type MeetingCells = Readonly<Record<(typeof meetingLawColumns)[number], string>>

function partOf(text: string, basisCell: string, cells: MeetingCells): LawPart | null {
  const basis = basisOf(basisCell)
  const said = known(text)
  return basis && said ? { text: said, basis, basisNote: known(cells.basis_note) } : null
}

function noticeOf(kind: 'regular' | 'special', cells: MeetingCells): NoticeRule | null {
  const part = partOf(cells[kind], cells[`${kind}_basis`], cells)
  const value = cells[`${kind}_value`]
  const unit = cells[`${kind}_unit`] as NoticePeriod['unit']
  return part && { ...part, period: value === '' ? null : { value: Number(value), unit } }
}

function toMeetingLaw(cells: MeetingCells): MeetingLaw {
  const regularNotice = noticeOf('regular', cells)
  const speakPart = partOf(cells.speak_detail || cells.speak, cells.speak_basis, cells)
  const right = known(cells.speak) as SpeakRule['right'] | null
  return {
    state: cells.state,
    regularNotice,
    specialNotice: noticeOf('special', cells),
    weekendsExcluded: regularNotice && (known(cells.weekends_excluded) as 'yes' | 'no' | 'partly'),
    whatIsPosted: partOf(cells.posted, cells.regular_basis, cells),
    publicRightToSpeak: speakPart && right ? { ...speakPart, right } : null,
    remoteComment: partOf(cells.remote, cells.remote_basis, cells),
    citation: regularNotice && known(cells.citation),
    sources: list(cells.sources),
    note: known(cells.note),
    asOf: cells.as_of,
    review: known(cells.review),
  }
}

/**
 * The laws that meeting-law.tsv and surveillance-law.tsv describe. Statements that nobody has read
 * in a statute or in somebody's account of it are left out here, once, so that no page can show
 * them as fact.
 *
 * @throws {DirectoryFileError} for a broken line.
 */
export function loadLaws(meetingLaw: string, surveillanceLaw: string): Laws {
  const meetingLaws = new Map<string, MeetingLaw>()
  for (const { cells } of parseTable('meeting-law.tsv', meetingLawColumns, meetingLaw)) {
    meetingLaws.set(cells.state, toMeetingLaw(cells))
  }
  const surveillanceLaws: SurveillanceLaw[] = []
  for (const { cells } of parseTable(
    'surveillance-law.tsv',
    surveillanceLawColumns,
    surveillanceLaw,
  )) {
    const basis = basisOf(cells.basis)
    const recalled = new Set(cells.recalled.split(' '))
    if (!basis || recalled.has('adoption')) continue
    const unlessRecalled = (part: string, cell: string) => (recalled.has(part) ? null : known(cell))
    const year = unlessRecalled('year', cells.year)
    surveillanceLaws.push({
      place: cells.place,
      state: cells.state,
      kind: cells.kind as SurveillanceLaw['kind'],
      divisionId: cells.division === '' ? null : `ocd-division/country:us/${cells.division}`,
      year: year === null ? null : Number(year),
      citation: unlessRecalled('citation', cells.citation),
      impactReport: known(cells.impact_report),
      usePolicy: known(cells.use_policy),
      annualReport: known(cells.annual_report),
      hearingOrVote: known(cells.hearing_or_vote),
      retention: unlessRecalled('retention', cells.retention),
      requirements: unlessRecalled('requirements', cells.requirements),
      basis,
      sources: list(cells.sources),
      note: known(cells.note),
      asOf: cells.as_of,
      review: known(cells.review),
    })
  }
  return { meetingLaws, surveillanceLaws }
}

/** The rules for local bodies of a state; undefined for what is no state. */
export function findMeetingLaw(laws: Laws, state: string): MeetingLaw | undefined {
  return laws.meetingLaws.get(state.toUpperCase())
}

/** Laws that bind a government: its own ordinance first, then its state's plate-reader law. */
export function listSurveillanceLaws(
  laws: Laws,
  government: { readonly state: string; readonly divisionId: string | null },
): SurveillanceLaw[] {
  const own = laws.surveillanceLaws.filter(
    (law) => law.kind === 'ordinance' && law.divisionId === government.divisionId,
  )
  const ofState = laws.surveillanceLaws.filter(
    (law) => law.kind === 'state-law' && law.state === government.state,
  )
  return [...(government.divisionId === null ? [] : own), ...ofState]
}
