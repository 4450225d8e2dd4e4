import type { Row } from './odata.ts'
import { attachmentPath, filePath, type Hearing, listHearings, type Replica } from './replica.ts'
import type { DemoAttachment, DemoItem, DemoMatter, DemoMeeting } from './truth.ts'

/** UTC as the Web API writes it: no zone, milliseconds without trailing zeros. */
export function apiInstant(at: Date): string {
  return at
    .toISOString()
    .replace('Z', '')
    .replace(/\.?0+$/, '')
}

/** Eight bytes in base64, as SQL Server's row versions look. */
function rowVersion(id: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE(id >>> 0, 4)
  return bytes.toString('base64')
}

export function eventRow(replica: Replica, meeting: DemoMeeting): Row {
  const { plan, identity, origin } = replica
  const touched = apiInstant(meeting.touchedAt)
  const isOut = meeting.isPublished && meeting.agendaStatus !== 'Draft'
  const portal = identity.guid('client', plan.client)
  return {
    EventId: meeting.id,
    EventGuid: meeting.guid,
    EventLastModifiedUtc: touched,
    EventRowVersion: rowVersion(meeting.id),
    EventBodyId: identity.id('body', meeting.body),
    EventBodyName: meeting.bodyPrinted,
    EventDate: `${meeting.date}T00:00:00`,
    EventTime: meeting.timePrinted,
    EventVideoStatus: 'Public',
    EventAgendaStatusId: meeting.agendaStatus === 'Final' ? 10 : 9,
    EventAgendaStatusName: meeting.agendaStatus,
    EventMinutesStatusId: meeting.minutesStatus === 'Final' ? 10 : 9,
    EventMinutesStatusName: meeting.minutesStatus,
    EventLocation: meeting.locationPrinted,
    EventAgendaFile: isOut ? origin + filePath(replica, meeting, 'A') : null,
    EventMinutesFile: meeting.hasMinutes ? origin + filePath(replica, meeting, 'M') : null,
    EventAgendaLastPublishedUTC: isOut ? touched : null,
    EventMinutesLastPublishedUTC: meeting.hasMinutes ? touched : null,
    EventComment: meeting.comment,
    EventVideoPath: null,
    EventMedia: meeting.videoClip === null ? null : String(meeting.videoClip),
    EventInSiteURL: `${origin}/MeetingDetail.aspx?LEGID=${meeting.id}&GID=${replica.number}&G=${portal}`,
    EventItems: [],
  }
}

function hasSwitch(params: URLSearchParams, name: string): boolean {
  return params.get(name) === '1'
}

export function itemRow(
  replica: Replica,
  meeting: DemoMeeting,
  item: DemoItem,
  params: URLSearchParams,
): Row {
  const { matter } = item
  const marks = replica.plan.habits.marksConsent
  const person = (name: string | null) => (name ? replica.identity.id('person', name) : null)
  return {
    EventItemId: item.id,
    EventItemGuid: item.guid,
    EventItemLastModifiedUtc: apiInstant(item.touchedAt),
    EventItemRowVersion: rowVersion(item.id),
    EventItemEventId: meeting.id,
    EventItemAgendaSequence: item.sequence,
    EventItemMinutesSequence: meeting.hasMinutes ? item.sequence : null,
    EventItemAgendaNumber: item.number,
    EventItemVideo: null,
    EventItemVideoIndex: null,
    EventItemVersion: matter ? '1' : null,
    EventItemAgendaNote: hasSwitch(params, 'AgendaNote') ? item.note : null,
    EventItemMinutesNote: null,
    EventItemActionId: item.action ? 300 + item.action.length : null,
    EventItemActionName: item.action,
    EventItemActionText: item.actionText,
    EventItemPassedFlag: item.result === null ? null : item.result === 'Pass' ? 1 : 0,
    EventItemPassedFlagName: item.result,
    EventItemRollCallFlag: item.rollCall.length > 0 ? 1 : 0,
    EventItemFlagExtra: 0,
    EventItemTitle: item.title,
    EventItemTally: item.tally,
    EventItemAccelaRecordId: null,
    EventItemConsent: marks && item.consent ? 1 : 0,
    EventItemMoverId: person(item.mover),
    EventItemMover: item.mover,
    EventItemSeconderId: person(item.seconder),
    EventItemSeconder: item.seconder,
    EventItemMatterId: matter?.id ?? null,
    EventItemMatterGuid: matter?.guid ?? null,
    EventItemMatterFile: matter?.file ?? null,
    EventItemMatterName: matter?.name ?? null,
    EventItemMatterType: matter?.type ?? null,
    EventItemMatterStatus: matter?.status ?? null,
    EventItemMatterAttachments:
      matter && hasSwitch(params, 'Attachments')
        ? matter.attachments.map((attachment, index) =>
            attachmentRow(replica, matter, attachment, index),
          )
        : [],
  }
}

export function attachmentRow(
  replica: Replica,
  matter: DemoMatter,
  attachment: DemoAttachment,
  index: number,
): Row {
  return {
    MatterAttachmentId: attachment.id,
    MatterAttachmentGuid: attachment.guid,
    MatterAttachmentLastModifiedUtc: apiInstant(matter.touchedAt),
    MatterAttachmentRowVersion: rowVersion(attachment.id),
    MatterAttachmentName: attachment.name,
    MatterAttachmentHyperlink: replica.origin + attachmentPath(replica, attachment),
    MatterAttachmentFileName: attachment.fileName,
    MatterAttachmentMatterVersion: '1',
    MatterAttachmentIsHyperlink: false,
    MatterAttachmentBinary: null,
    MatterAttachmentIsSupportingDocument: false,
    MatterAttachmentShowOnInternetPage: true,
    MatterAttachmentIsMinuteOrder: false,
    MatterAttachmentIsBoardLetter: false,
    MatterAttachmentAgiloftId: 0,
    MatterAttachmentDescription: null,
    MatterAttachmentPrintWithReports: true,
    MatterAttachmentSort: index + 1,
  }
}

/** Fields that clients name for themselves, all unused here. */
function ownFields(prefix: string, names: readonly (readonly [string, number])[]): Row {
  return Object.fromEntries(
    names.flatMap(([name, count]) =>
      Array.from({ length: count }, (_, index) => [`${prefix}${name}${index + 1}`, null]),
    ),
  )
}

export function matterRow(replica: Replica, matter: DemoMatter): Row {
  const hearings = listHearings(replica, matter)
  const first = hearings[0]
  const passed = hearings.findLast(({ item }) => item.result === 'Pass')
  return {
    MatterId: matter.id,
    MatterGuid: matter.guid,
    MatterLastModifiedUtc: apiInstant(matter.touchedAt),
    MatterRowVersion: rowVersion(matter.id),
    MatterFile: matter.file,
    MatterName: matter.name,
    MatterTitle: matter.title,
    MatterTypeId: 50 + matter.type.length,
    MatterTypeName: matter.type,
    MatterStatusId: 60 + matter.status.length,
    MatterStatusName: matter.status,
    MatterBodyId: replica.identity.id('body', matter.body),
    MatterBodyName: matter.body,
    MatterIntroDate: `${matter.introducedOn}T00:00:00`,
    MatterAgendaDate: first ? `${first.meeting.date}T00:00:00` : null,
    MatterPassedDate: passed ? `${passed.meeting.date}T00:00:00` : null,
    MatterEnactmentDate: null,
    MatterEnactmentNumber: null,
    MatterRequester: null,
    MatterNotes: null,
    MatterVersion: '1',
    MatterCost: null,
    ...ownFields('Matter', [
      ['Text', 5],
      ['Date', 2],
      ['EXText', 10],
      ['EXDate', 10],
    ]),
    MatterAgiloftId: 0,
    MatterReference: null,
    MatterRestrictViewViaWeb: false,
    MatterReports: [],
  }
}

export function historyRow(replica: Replica, { meeting, item }: Hearing): Row {
  const person = (name: string | null) => (name ? replica.identity.id('person', name) : null)
  return {
    MatterHistoryId: item.id,
    MatterHistoryGuid: item.guid,
    MatterHistoryLastModifiedUtc: apiInstant(item.touchedAt),
    MatterHistoryRowVersion: rowVersion(item.id),
    MatterHistoryEventId: meeting.id,
    MatterHistoryAgendaSequence: item.sequence,
    MatterHistoryMinutesSequence: meeting.hasMinutes ? item.sequence : null,
    MatterHistoryAgendaNumber: item.number,
    MatterHistoryVideo: null,
    MatterHistoryVideoIndex: null,
    MatterHistoryVersion: '1',
    MatterHistoryAgendaNote: null,
    MatterHistoryMinutesNote: null,
    MatterHistoryActionDate: `${meeting.date}T${meeting.time ?? '00:00'}:00`,
    MatterHistoryActionId: item.action ? 300 + item.action.length : null,
    MatterHistoryActionName: item.action,
    MatterHistoryActionText: item.actionText,
    MatterHistoryActionBodyId: replica.identity.id('body', meeting.body),
    MatterHistoryActionBodyName: meeting.body,
    MatterHistoryPassedFlag: item.result === null ? null : item.result === 'Pass' ? 1 : 0,
    MatterHistoryPassedFlagName: item.result,
    MatterHistoryRollCallFlag: 0,
    MatterHistoryFlagExtra: 0,
    MatterHistoryTally: item.tally,
    MatterHistoryAccelaRecordId: null,
    MatterHistoryConsent: replica.plan.habits.marksConsent && item.consent ? 1 : 0,
    MatterHistoryMoverId: person(item.mover),
    MatterHistoryMoverName: item.mover,
    MatterHistorySeconderId: person(item.seconder),
    MatterHistorySeconderName: item.seconder,
    MatterHistoryMatterStatusId: null,
  }
}

export function sponsorRow(replica: Replica, matter: DemoMatter, name: string, index: number): Row {
  const id = replica.identity.id('sponsor', `${matter.id} ${name}`)
  return {
    MatterSponsorId: id,
    MatterSponsorGuid: replica.identity.guid('sponsor', `${matter.id} ${name}`),
    MatterSponsorLastModifiedUtc: apiInstant(matter.touchedAt),
    MatterSponsorRowVersion: rowVersion(id),
    MatterSponsorMatterId: matter.id,
    MatterSponsorMatterVersion: '1',
    MatterSponsorNameId: replica.identity.id('person', name),
    MatterSponsorBodyId: null,
    MatterSponsorName: name,
    MatterSponsorSequence: index,
    MatterSponsorLinkFlag: 1,
  }
}

export function textRow(replica: Replica, matter: DemoMatter): Row {
  const id = textKey(matter)
  return {
    MatterTextId: id,
    MatterTextGuid: replica.identity.guid('text', String(matter.id)),
    MatterTextLastModifiedUtc: apiInstant(matter.touchedAt),
    MatterTextRowVersion: rowVersion(id),
    MatterTextMatterId: matter.id,
    MatterTextVersion: '1',
    MatterTextPlain: matter.text,
    MatterTextRtf: `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24 ${matter.text}\\par}`,
  }
}

/** The key under which `/versions` offers a matter's text. */
export function textKey(matter: DemoMatter): number {
  return matter.id + 2_000
}

export function voteRow(replica: Replica, item: DemoItem, index: number): Row {
  const vote = item.votes[index]
  if (!vote) return {}
  return {
    VoteId: vote.id,
    VoteGuid: replica.identity.guid('vote', String(vote.id)),
    VoteLastModifiedUtc: apiInstant(item.touchedAt),
    VoteRowVersion: rowVersion(vote.id),
    VotePersonId: replica.identity.id('person', vote.person),
    VotePersonName: vote.person,
    VoteValueId: vote.option === 'yes' ? 16 : vote.option === 'no' ? 17 : 18,
    VoteValueName: vote.printed,
    VoteSort: index + 1,
    VoteResult: vote.option === 'yes' ? 1 : vote.option === 'no' ? 2 : 0,
    VoteEventItemId: item.id,
  }
}

export function rollCallRow(replica: Replica, item: DemoItem, index: number): Row {
  const entry = item.rollCall[index]
  if (!entry) return {}
  return {
    RollCallId: entry.id,
    RollCallGuid: replica.identity.guid('rollcall', String(entry.id)),
    RollCallLastModifiedUtc: apiInstant(item.touchedAt),
    RollCallRowVersion: rowVersion(entry.id),
    RollCallPersonId: replica.identity.id('person', entry.person),
    RollCallPersonName: entry.person,
    RollCallValueId: entry.present ? 20 : 21,
    RollCallValueName: entry.printed,
    RollCallSort: index + 1,
    RollCallResult: entry.present ? 1 : 0,
    RollCallEventItemId: item.id,
  }
}

export function bodyRow(replica: Replica, name: string, index: number): Row {
  const id = replica.identity.id('body', name)
  return {
    BodyId: id,
    BodyGuid: replica.identity.guid('body', name),
    BodyLastModifiedUtc: '2021-03-02T18:22:04.11',
    BodyRowVersion: rowVersion(id),
    BodyName: name,
    BodyTypeId: 42,
    BodyTypeName: /committee|commission|board/i.test(name) ? 'Boards and Committees' : 'Council',
    BodyMeetFlag: 1,
    BodyActiveFlag: 1,
    BodySort: 80 + 10 * index,
    BodyDescription: '',
    BodyContactNameId: null,
    BodyContactFullName: null,
    BodyContactPhone: null,
    BodyContactEmail: null,
    BodyUsedControlFlag: 0,
    BodyNumberOfMembers: replica.plan.members.length,
    BodyUsedActingFlag: 0,
    BodyUsedTargetFlag: 0,
    BodyUsedSponsorFlag: 0,
  }
}
