import { describe, expect, it } from 'vitest'
import { readFacts, readProcedure } from '../../../src/detect/facts/read-facts.ts'
import { phrasings } from './values.ts'

phrasings(
  'procedure',
  [
    ['SECOND READING of an ordinance', { step: 'second or final reading' }],
    ['First Reading', { step: 'first reading' }],
    ['introduction of an ordinance', { step: 'first reading' }],
    ['Consent Calendar', { step: 'consent' }],
    ['Public Hearing', { step: 'public hearing' }],
    ['Closed Session', { step: 'closed session' }],
    ['and to declare an emergency', { step: 'emergency, without a second reading' }],
    ['was renewed without council action', { step: 'decided without a vote' }],
    ['signed under her purchasing authority', { step: 'decided without a vote' }],
    ['The Mayor extended it by executive order', { step: 'decided without a vote' }],
    ['did not require a vote of the council', { step: 'decided without a vote' }],
    ['administratively extended for six months', { step: 'decided without a vote' }],
    ['In May 2024 it was renewed without council approval', { step: 'decided without a vote' }],
    ['This item was approved on the Consent Agenda.', { step: 'consent' }],
  ],
  [
    'No public hearing is required.',
    'A public hearing is not required.',
    'pulled from the consent agenda by Ms. Diaz',
    'NON-CONSENT ITEMS',
    'mandating a public hearing on its effects',
    'directing the commission to conduct a public hearing',
    'the task force shall hold at least one public hearing',
    'The police shall not purchase drones without Council approval.',
    'the manager may renew it without council approval',
    'reading program at the library',
    'with the consent of the owner',
    'the council voted without debate',
  ],
)

describe('a step of another day', () => {
  it.each([
    'The second reading will be on June 9.',
    'A public hearing is scheduled for June 16.',
    'It was introduced on first reading in May.',
  ])('is unclear: “%s”', (text) => {
    const steps = readFacts(text).filter(({ kind }) => kind === 'procedure')
    expect(steps).toMatchObject([{ grade: 'unclear' }])
  })
})

describe('headings', () => {
  it.each([
    ['Consent', 'consent'],
    ['IV. CONSENT DOCKET', 'consent'],
    ['C O N S E N T', 'consent'],
    ['Consent Resolutions', 'consent'],
    ['Ordinances for Introduction', 'first reading'],
    ['Ordinances for Final Passage', 'second or final reading'],
    ['Second Readings', 'second or final reading'],
    ['Closed Meeting', 'closed session'],
  ])('“%s” is %s', (heading, step) => {
    expect(readProcedure(heading).map(({ value }) => value)).toEqual([{ step }])
  })

  it.each(['Non-Consent Items', 'Items Removed from Consent', 'Consent Decree Report', 'Reports'])(
    '“%s” says nothing of it',
    (heading) => expect(readProcedure(heading)).toEqual([]),
  )
})

phrasings(
  'department',
  [
    ['Department: Police', { name: 'Police' }],
    ['the Police Department requests', { name: 'Police Department' }],
    ['Department of Public Safety', { name: 'Department of Public Safety' }],
    ['SUBMITTED BY: POLICE DEPARTMENT', { name: 'POLICE DEPARTMENT' }],
    ['Sheriff\u2019s Office', { name: 'Sheriff\u2019s Office' }],
    ['Originating Department: Information Technology', { name: 'Information Technology' }],
  ],
  [
    'another police department',
    'the department store',
    'State Office of Traffic Safety',
    'the Office of Traffic\nSafety',
    'Ohio Department of Public Safety',
  ],
)

phrasings(
  'contact',
  [
    [
      'Staff Contact: Jo Rivera, Police Captain, 555-0134',
      { words: 'Jo Rivera, Police Captain, 555-0134' },
    ],
    ['Prepared by: Ann Lee, Senior Analyst\nReviewed', { words: 'Ann Lee, Senior Analyst' }],
    ['Contact Name: Pat Stone', { words: 'Pat Stone' }],
  ],
  [
    'contact the office',
    'Contact: Name',
    'SUBMITTED BY: Police Department',
    'Vendor Contact: Jo Rivera, sales@vendor.example',
  ],
)

phrasings(
  'comment',
  [
    [
      'Written comments may be e-mailed to clerk@town.example until 5:00 p.m. on June 3, 2026. The rest',
      {
        words:
          'Written comments may be e-mailed to clerk@town.example until 5:00 p.m. on June 3, 2026',
        until: 'until 5:00 p.m. on June 3, 2026',
      },
    ],
    [
      'Public comment: submit the form by noon on the day of the meeting',
      {
        words: 'Public comment: submit the form by noon on the day of the meeting',
        until: 'by noon on the day of the meeting',
      },
    ],
    [
      'To comment, write to board@town.example',
      { words: 'To comment, write to board@town.example', until: null },
    ],
    [
      'Public comments go to clerk@town.example by 5:00 p.m. Monday, June 1st. Thank you.',
      {
        words: 'Public comments go to clerk@town.example by 5:00 p.m. Monday, June 1st',
        until: 'by 5:00 p.m. Monday, June 1st',
      },
    ],
    [
      'Written comments may be emailed by 4:00 P.M. the Friday before the meeting',
      {
        words: 'Written comments may be emailed by 4:00 P.M. the Friday before the meeting',
        until: 'by 4:00 P.M. the Friday before the meeting',
      },
    ],
    [
      'eComments are open online until two hours prior to the start of the meeting',
      {
        words: 'eComments are open online until two hours prior to the start of the meeting',
        until: 'until two hours prior to the start of the meeting',
      },
    ],
    [
      'Written comments are e-mailed at least one (1) hour before the meeting',
      {
        words: 'Written comments are e-mailed at least one (1) hour before the meeting',
        until: 'at least one (1) hour before the meeting',
      },
    ],
    [
      'Written comments by email must arrive before the start of the meeting',
      {
        words: 'Written comments by email must arrive before the start of the meeting',
        until: 'before the start of the meeting',
      },
    ],
    [
      'Public comment is open online through May 8, 2026',
      {
        words: 'Public comment is open online through May 8, 2026',
        until: 'through May 8, 2026',
      },
    ],
    [
      'Send written comments to a@town.example. Emails received by 3 p.m. are read out.',
      {
        words: 'written comments to a@town.example. Emails received by 3 p.m. are read out.',
        until: 'by 3 p.m.',
      },
    ],
    [
      'You may comment by e-mailing a@town.example by June 3 at 5:00 p.m.',
      {
        words: 'may comment by e-mailing a@town.example by June 3 at 5:00 p.m.',
        until: 'by June 3 at 5:00 p.m.',
      },
    ],
  ],
  [
    'No comments were made.',
    'public comment period',
    'To comment, join by Zoom at 7:00 p.m.',
    'Public comment sent by e-mail will be posted by 4:30 p.m.; the meeting starts at 6:00 p.m.',
    'The meeting, at which public comment was heard by phone, began at 6:00 p.m.',
    'Written comments were received by email until 4:00 p.m.',
  ],
)
