import { describe, expect, it } from 'vitest'
import { plainPage } from '../../scrapers/plain-page/index.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { makePage } from './pages.ts'

const post = (day: string, file: string) =>
  `<article class="hentry"><h2><a href="https://clerk.example/${file}/">${day}</a></h2><p><a href="https://clerk.example/uploads/${file}.pdf">Agenda</a></p></article>`

describe('a page with a post for each meeting', () => {
  it('names no body after the day in a heading', () => {
    const page = makePage(
      'https://clerk.example/agendas/',
      `<title>Council Agendas – City Clerk</title>${post('March 3, 2026', 'a')}${post('March 10, 2026', 'b')}`,
    )
    const { meetings } = plainPage.parsePage('calendar', page, 'America/Chicago' as TimeZone)
    expect(meetings).toMatchObject([
      { date: '2026-03-03', body: 'Council', documents: [{ kind: 'agenda', title: 'Agenda' }] },
      { date: '2026-03-10', body: 'Council' },
    ])
  })
})
