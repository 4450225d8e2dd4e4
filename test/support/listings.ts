import fc from 'fast-check'
import type { FindingListing } from '../../src/db/queries/finding-listing.ts'
import type { FeedFrame } from '../../web/feeds/feed-frame.ts'
import type { FeedSite, SilentSource } from '../../web/feeds/feed-site.ts'

/** A finding of a fictional council as the list gives it. */
export const listing: FindingListing = {
  agendaItemId: 17,
  meetingId: 5,
  sourceId: 'riverton-wa-legistar',
  placeSlug: 'riverton-wa',
  placeName: 'Riverton',
  state: 'WA',
  body: 'City Council',
  date: '2026-12-01',
  time: '18:30',
  timeZone: 'America/Los_Angeles',
  startsAt: new Date('2026-12-02T02:30:00Z'),
  sortAt: new Date('2026-12-02T02:30:00Z'),
  status: 'confirmed',
  statusText: null,
  location: 'Council Chambers, 1 Main Street',
  noLongerListedSince: null,
  isUnconfirmed: false,
  sequence: 3,
  number: '7.b',
  title: 'Purchase of license plate readers from Flock Safety',
  section: 'Consent agenda',
  consent: true,
  fileNumber: '26-0114',
  removedAt: null,
  action: null,
  result: null,
  technologies: ['alpr'],
  vendors: ['flock-safety'],
  band: 'found',
  score: 0.93,
  amountCents: 31_500_000,
  amountQuote: '$315,000',
  quote: 'license plate readers',
  reasons: ['Names the technology in its title together with a price'],
  officialUrl: 'https://riverton.legistar.example/LegislationDetail.aspx?ID=114&GUID=A',
  foundAt: new Date('2026-11-23T10:00:00Z'),
  firstSeenAt: new Date('2026-11-23T09:59:00Z'),
  changedAt: new Date('2026-11-23T15:00:00Z'),
  detectorVersion: '1',
  role: 'procurement',
  purpose: 'approve-contract',
  missing: ['retention', 'sharing'],
  pagesRead: 12,
  conflicts: [],
}

export const site: FeedSite = {
  name: 'Watchdocket',
  publicUrl: 'https://watch.example.org',
  installation: '0123456789abcdef',
  technologyName: (id) => (id === 'alpr' ? 'Automated licence-plate readers' : id),
  vendorName: (id) => (id === 'flock-safety' ? 'Flock Safety' : id),
}

export const silent: SilentSource = {
  sourceId: 'cedar-bluffs-ia-legistar',
  placeName: 'Cedar Bluffs',
  state: 'IA',
  timeZone: 'America/Chicago',
  since: new Date('2026-11-20T03:00:00Z'),
  lastSuccessAt: new Date('2026-11-19T18:00:00Z'),
  reason: 'The name of the portal leads nowhere',
}

export const frame: FeedFrame = {
  site,
  scope: { title: 'All watched councils', query: '', band: 'found' },
  coverage: {
    sourcesRead: 3,
    watchedSince: new Date('2026-10-01T00:00:00Z'),
    silent: [],
    overdue: [],
  },
  shown: 1,
  total: 1,
}

/** Pieces that break writers: line ends, markup, escapes, controls, directions, halves of pairs. */
const hostilePieces = [
  '\r\n',
  '\r',
  '\n',
  '\u2028',
  '\u0085',
  '\t',
  '\0',
  '\u0008',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  'é',
  'ﬁ',
  '字',
  ']]>',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '&amp;',
  '&',
  '"',
  "'",
  '\\',
  '\\n',
  ';',
  ',',
  ':',
  'END:VEVENT',
  '\r\nATTENDEE:mailto:a@b.example',
  '=1+1',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  ' ',
  'word ',
  'a'.repeat(80),
]

/** Text as a hostile portal would send it. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...hostilePieces), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes)),
)

/** A finding all of whose outside words are hostile. */
export const hostileListing: fc.Arbitrary<FindingListing> = fc
  .record({
    placeName: hostileText,
    state: hostileText,
    body: hostileText,
    statusText: fc.option(hostileText),
    location: fc.option(hostileText),
    number: fc.option(hostileText),
    title: hostileText,
    section: fc.option(hostileText),
    fileNumber: fc.option(hostileText),
    action: fc.option(hostileText),
    result: fc.option(hostileText),
    amountQuote: fc.option(hostileText),
    quote: hostileText,
    reasons: fc.array(hostileText, { maxLength: 3 }),
    technologies: fc.array(hostileText, { maxLength: 2 }),
    vendors: fc.array(hostileText, { maxLength: 2 }),
    sourceId: hostileText,
    officialUrl: fc.oneof(
      hostileText,
      hostileText.map((text) => `https://portal.example/${text}`),
      fc.constantFrom(
        'javascript:alert(1)',
        'data:text/html,x',
        '//portal.example',
        'https://a:b@c.example/',
      ),
    ),
    status: fc.constantFrom('confirmed', 'tentative', 'cancelled', 'rescheduled'),
    timeZone: fc.option(fc.oneof(hostileText, fc.constantFrom('Europe/Paris', 'Asia/Kolkata'))),
    time: fc.option(fc.oneof(hostileText, fc.constantFrom('00:00', '02:30', '23:59'))),
  })
  .map((words) => ({ ...listing, ...words }))
