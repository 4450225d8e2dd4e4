import type { ScrapedAgendaItem, ScrapedMeeting } from '../../src/model/meeting.ts'
import { bare } from './row-facts.ts'

interface Read {
  readonly meetings: readonly ScrapedMeeting[]
  readonly agendaItems: readonly ScrapedAgendaItem[]
}

const isOff = ({ status }: ScrapedMeeting) => status === 'cancelled' || status === 'rescheduled'
const withKind = (kind: string) => (read: Read) =>
  read.meetings.filter(({ documents }) => documents.some((file) => file.kind === kind)).length

/** Counts of a whole page, as its adapter gives them. */
export const counts: Readonly<Record<string, (read: Read) => number>> = {
  cancelled: ({ meetings }) => meetings.filter(isOff).length,
  withMinutes: withKind('minutes'),
  bodies: ({ meetings }) => new Set(meetings.map(({ body }) => body)).size,
  cancelledByTitle: ({ meetings }) => meetings.filter(isOff).length,
  withoutTime: ({ meetings }) => meetings.filter(({ time }) => time === null).length,
  sectionsFlagged: ({ agendaItems }) => agendaItems.filter(({ isHeading }) => isHeading).length,
}

/** Whether the last of the items is the stated one. */
export const isLast = ({ agendaItems }: Read, title: unknown): boolean => {
  const last = agendaItems.at(-1)
  return title === null ? !last : bare(`${last?.number ?? ''}${last?.title}`).includes(bare(title))
}

/**
 * What manifests state beside meetings and items: counts of a page's markup, of the words of its
 * links and of what a portal's scripts show; what a peer's own test made of it at its own date; the
 * file as such. Nothing that an adapter tells, or told by another fact of the same capture.
 */
export const notRead = new RegExp(
  `^(?:verified\\.)?(?:${[
    'peerAssert\\w*',
    'verifiedHow',
    'fidelity',
    'timezone',
    'timeZone',
    'title',
    'pageTitle',
    'titles',
    'header',
    'note',
    'text',
    'body',
    'bodyText',
    'description',
    // The markup: rows, tables, links and words of any kind, and how many pages there are.
    'documentLinks',
    'agendaWords',
    'minutesWords',
    'firstDocs',
    'platformsMentioned',
    'links',
    'layout',
    'template',
    'version',
    'textChars',
    'columns',
    'pager',
    'lastPage',
    'total',
    'totalPages',
    'teasers',
    'tabs',
    'month',
    'categories',
    'firstCategories',
    'headings',
    'outlineRows',
    'rowsWithText',
    'numberedRows',
    'linkedItems',
    'itemLinks',
    'level1',
    'titleElements',
    'containers',
    'motions',
    'distinctDocumentIds',
    'listingTables',
    'listingRows',
    'hasUpcomingDiv',
    'rowsWithEventIdAgenda',
    'viewMeetingLinks',
    'metaViewerLinks',
    'mediaPlayerItemLinks',
    'attachmentLinks',
    'itemsWithFiles',
    'radGridItems',
    'radGridMeetings',
    'pastMeetingsRendered',
    'pastMeetingTypes',
    'upcoming',
    'meetingTypes',
    'dateRange',
    'documentTypeCounts',
    'meetingStates',
    'meetingsCount',
    'results',
    'rows',
    // Versions and stamps of publication.
    'withPreviousVersions',
    'untitledRows',
    'amendedRows',
    'published',
    'publishedFiles',
    // Feeds: the maker, and events that are no meetings.
    'prodid',
    'recurring',
    'allDay',
    'withoutLocation',
    'events',
    'meetingsByTitle',
    // Recordings and what their pages hold.
    'hasVideo',
    'youtube',
    'itemEventPoints',
    'meetingIds',
    'indexPoints',
    'transcriptRows',
    'embeds',
    'videoUrl',
    'externalVideoUrl',
    'closedCaptionUrl',
    'distinctStartTimes',
    'topLevelBookmarks',
    'topLevel',
    'maxDepth',
    'meetingsInHtml',
    'agendaFileUrls',
    // Documents and refusals have tests of their own.
    'firstWords',
    'producer',
    'pages',
    'pagesWithoutText',
    'hasTextLayer',
    'encryption',
    'encrypted',
    'dollarAmounts',
    'httpStatus',
    'meaning',
    'starDisallow',
    // The same in another word: a list's last and first, the hour as printed, ids of documents.
    'rawTime',
    '(?:first|last|event|cancelledExample)\\.rawTime',
    '(?:first|last)\\.(?:eventId|text|mid|NoEndTime|End|CategoryTitle|AllDay)',
    'statuses',
    // Columns, whichever file stands in them.
    'withAgenda',
    // Entries of a feed, most of them no meetings.
    'items',
    'eventId',
    'id',
    'agendaId',
    'documents',
    'list',
    'withAttachment',
    'itemIds',
    'consentSectionTitle',
    'ratificationChildren',
    'packet',
    'meeting',
    'numbered',
    'distinctItemDocumentIds',
    'oldMarkup\\w*',
    'hasViewAgenda',
    'timeOverrideExample',
    'sections',
    'type',
    'status',
    'date',
    'when',
    'time',
    'timeElement',
    'shownTime',
    'startDate',
    'address',
    'distinctMeetings',
    'cancelledLike',
    'cancelledInName',
    'cancelledByName',
    'postponedByName',
    'files',
  ].join('|')})(?:\\.|$)`,
)
