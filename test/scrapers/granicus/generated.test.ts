import { describe, expect, it } from 'vitest'
import { granicus } from '../../../scrapers/granicus/index.ts'
import { makePage } from '../pages.ts'

const row = (number: string, words: string) =>
  `<table cellSpacing=0><tbody><tr vAlign=top><td width=40>${number}</td><td>${words}</td></tr></tbody></table><br>`
const inside = (...rows: string[]) => `<blockquote dir="ltr">${rows.join('')}</blockquote>`
const file = (id: number, words: string) =>
  `<div><a href="https://riverton.granicus.com/MetaViewer.php?view_id=2&clip_id=7&meta_id=${id}" class="Document Document2">${words}</a></div>`

const read = (...rows: string[]) =>
  granicus.parsePage(
    'items',
    makePage('https://riverton.granicus.com/AgendaViewer.php?view_id=2&clip_id=7', rows.join('')),
    null,
  ).agendaItems ?? []

describe('an agenda that Granicus generates', () => {
  const items = read(
    row('', '<strong>CITY COUNCIL REGULAR MEETING AT 6:00 PM</strong>'),
    row('1.', '<strong>OPENING</strong>'),
    inside(
      row('a.', 'PLEDGE OF ALLEGIANCE'),
      row(
        'b.',
        '<a name="agenda501" class="Agenda Agenda1" href="https://riverton.granicus.com/MediaPlayer.php?view_id=2&clip_id=7&meta_id=501">PRESENTATION: Library week</a>',
      ),
    ),
    row(
      '2.',
      '<strong>CONSENT CALENDAR&nbsp; These items are expected to be approved by one motion, unless somebody asks to have one of them heard.</strong>',
    ),
    inside(
      row('a.', 'Project:<br>Plate readers on Main Street'),
      row('', 'A contract for forty cameras.'),
      file(601, ''),
      file(601, 'Staff Report'),
      file(602, 'Contract'),
    ),
    row('3.', 'ADJOURNMENT'),
    inside(row('1.', 'Watch on cable channel 12.'), row('2.', 'Write to the clerk.')),
  )

  it('is read row by row, with numbers, sections and what stands below the numbers', () => {
    expect(items.map(({ number, title, section }) => [number, title, section])).toEqual([
      [null, 'CITY COUNCIL REGULAR MEETING AT 6:00 PM', null],
      ['1.', 'OPENING', 'CITY COUNCIL REGULAR MEETING AT 6:00 PM'],
      ['a.', 'PLEDGE OF ALLEGIANCE', 'OPENING'],
      ['b.', 'PRESENTATION: Library week', 'OPENING'],
      ['2.', 'CONSENT CALENDAR', 'CITY COUNCIL REGULAR MEETING AT 6:00 PM'],
      ['a.', 'Project: Plate readers on Main Street', 'CONSENT CALENDAR'],
      ['3.', 'ADJOURNMENT', 'CITY COUNCIL REGULAR MEETING AT 6:00 PM'],
    ])
    expect(items[3]?.upstreamId).toBe('501')
    expect(items[5]).toMatchObject({ consent: true, text: 'A contract for forty cameras.' })
    expect(items.filter(({ isHeading }) => isHeading).map(({ title }) => title)).toEqual([
      'CITY COUNCIL REGULAR MEETING AT 6:00 PM',
      'OPENING',
      'CONSENT CALENDAR',
    ])
  })

  it('gives each file once, by its words, to the item it stands behind', () => {
    expect(
      items[5]?.documents.map(({ title, url }) => [title, /meta_id=(\d+)/.exec(url)?.[1]]),
    ).toEqual([
      ['Staff Report', '601'],
      ['Contract', '602'],
    ])
  })

  it('keeps notices below the end as words, not as items', () => {
    expect(items.at(-1)?.text).toContain('Write to the clerk')
  })
})
