import { describe, expect, it } from 'vitest'
import { boarddocs } from '../../scrapers/boarddocs/index.ts'
import type { TimeZone } from '../../src/model/ids.ts'
import { expectHonest, expectRefusal } from './damage.ts'
import { fakePortal, makePage, readAll } from './pages.ts'

const zone = 'America/Chicago' as TimeZone

const board = 'https://go.boarddocs.com/oh/riverton/Board.nsf'
const listItem = (id: string, number: string, title: string, isMarked = false) =>
  `<li class="item prevnext agendaorder public" id="${id}" unique="${id}" Xtitle="Action - ${title}">
<div class="actiontype">Action<span class="comma">, </span></div>
<span class="order">${number} </span><span class="title">${title}</span><div class="icons">${
    isMarked
      ? '<i class="fa fa-file-text-o fa-lg"></i><span class="sr-only">This Agenda Item Contains an Attachment.</span>'
      : ''
  }</div></li>`
const boardAgenda = `<div style="display: none;" id="agenda-numbering">2</div>
<dl class="wrap-category"><dt class="category agendaorder" unique="C0"><span class="order">1. </span><span class="category-name">Opening</span></dt></dl>
${listItem('ITEMCALL0001', '1.1', 'Call to order')}
<dl class="wrap-category"><dt class="category agendaorder" unique="C1"><span class="order">2. </span><span class="category-name">Contracts</span></dt></dl>
${listItem('ITEMCAMERA01', '2.1', 'Cameras &amp; readers', true)}
${listItem('ITEMTRUCK001', '2.2', 'Purchase', true)}
${listItem('ITEMTRUCK002', '2.3', 'Purchase', true)}
${listItem('ITEMHIDDEN01', '2.4', 'Bus passes', true)}`
const row = (label: string, value: string) =>
  `<dl class="row"><dt class="col leftcol">${label}</dt><dd class="col rightcol">${value}</dd></dl>`
/** Both forms that prints have: files as links with a class, and as blocks that hold a link. */
const boardPrint = `<html><body><div class="print-meeting-name">Regular Meeting</div>
<div role="heading" aria-level="1">1. Opening</div>
<div tabindex="0" class="container item agendaorder"><div>${row('Subject', '1.1 Call to order')}</div>
${row('Category', '1. Opening')}${row('Type', 'Procedural')}<div class="itembody"></div></div>
<div role="heading" aria-level="1">2. Contracts</div>
<div tabindex="0" class="container item agendaorder"><div>${row('Subject', '2.1 Cameras &amp; readers')}</div>
${row('Category', '2. Contracts')}${row('Type', 'Action')}${row('Dollar Amount', '72,000.00')}${row('Budgeted', '')}
${row('Recommended Action', 'Approve the order.')}
<div class="itembody"><p>Two years of license plate readers.</p></div>
<div class="print-files"><a class="public-file print-file" unique="F1" href="/oh/riverton/Board.nsf/files/F1/$file/Order%20form.pdf">Order form.pdf (1.2 MB)</a>
<a class="public-file" href="/oh/riverton/Board.nsf/files/F1/$file/Order%20form.pdf">Order form.pdf (1.2 MB)</a></div></div>
<div class="container item agendaorder"><div style="font-weight: bold;">Subject 2.2 Purchase</div>
<div class="print-files"><div>File Attachments</div><div class="public-file print-file" unique="F2">
<a target="_blank" href="/oh/riverton/Board.nsf/pfiles/F2/$file/first.pdf">First
truck.pdf (3,798 KB)</a></div></div></div>
<div class="container item agendaorder"><div style="font-weight: bold;">Subject 2.3 Purchase</div>
<div class="print-files"><div class="public-file"><a href="/oh/riverton/Board.nsf/files/F3/$file/second.pdf"></a></div></div></div>
</body></html>`
const busFiles = `<a class="public-file" unique="F4" href="/oh/riverton/Board.nsf/files/F4/$file/Passes.xlsx">Passes (draft).xlsx (93 KB)</a>`

function readBoard(date: string, answers: Readonly<Record<string, string | undefined>>) {
  const portal = fakePortal(({ url, form }) => {
    if (/ForSEO/.test(url)) {
      const meeting = { Unique: 'MEETING00001', Name: 'Regular Meeting', Date: date }
      return { body: JSON.stringify([meeting, {}]) }
    }
    const method = /Board\.nsf\/([\w-]+)\?open$/.exec(url)?.[1] ?? ''
    const id = method === 'BD-GetPublicFiles' ? ` ${form.id}` : ''
    const body = answers[`${method}${id}`]
    return body === undefined ? undefined : { body }
  })
  const target = { portalUrl: `${board}/Public`, timeZone: zone, options: {} }
  return readAll(boarddocs, target, portal).then((read) => ({
    ...read,
    problems: read.problems.filter(({ url }) => !/XML-ActiveMeetings/.test(url ?? '')),
    items: read.meetings[0]?.agendaItems ?? [],
    isWhole: read.meetings[0]?.flags.includes('item-pages-not-read') === false,
    asked: portal.asked
      .filter(({ method }) => method === 'POST')
      .map(({ url, form }) => `${/([\w-]+)\?open$/.exec(url)?.[1]} ${form.id}`),
  }))
}

describe('BoardDocs', () => {
  it('reads words and files of the items of a meeting to come from one print of its agenda', async () => {
    const { items, problems, asked, isWhole } = await readBoard('2026-03-10T00:00:00Z', {
      'BD-GetAgenda': boardAgenda,
      'PRINT-AgendaDetailed': boardPrint,
      'BD-GetPublicFiles ITEMHIDDEN01': busFiles,
    })
    expect(problems).toEqual([])
    expect(isWhole).toBe(true)
    expect(
      items.map(({ title, documents }) => [title, documents.map((file) => file.title)]),
    ).toEqual([
      ['Call to order', []],
      ['Cameras & readers', ['Order form.pdf']],
      ['Purchase', ['First truck.pdf']],
      ['Purchase', ['second.pdf']],
      ['Bus passes', ['Passes (draft).xlsx']],
    ])
    expect(items[1]).toMatchObject({
      sourceUrl: `${board}/goto?open&id=ITEMCAMERA01`,
      text: 'Dollar Amount: 72,000.00\nRecommended Action: Approve the order.\nTwo years of license plate readers.',
      documents: [{ kind: 'attachment', url: `${board}/files/F1/$file/Order%20form.pdf` }],
    })
    // What the print holds is not asked again.
    expect(asked).toEqual([
      'BD-GetAgenda MEETING00001',
      'PRINT-AgendaDetailed MEETING00001',
      'BD-GetPublicFiles ITEMHIDDEN01',
    ])
  })

  it('asks for the lists of marked items where there is no print, and stops after three refusals', async () => {
    const { items, problems, asked } = await readBoard('2026-03-10T00:00:00Z', {
      'BD-GetAgenda': `${boardAgenda}${listItem('ITEMLAST0001', '2.5', 'Last', true)}`,
      'BD-GetPublicFiles ITEMCAMERA01': busFiles,
      'BD-GetPublicFiles ITEMTRUCK001': 'No Access',
      'BD-GetPublicFiles ITEMTRUCK002': '',
    })
    expect(items.map(({ documents }) => documents.length)).toEqual([0, 1, 0, 0, 0, 0])
    expect(problems.map(({ code }) => code)).toEqual([
      'replay_missing',
      'portal_error_page',
      'page_shape',
      'replay_missing',
    ])
    expect(asked.filter((one) => /PublicFiles/.test(one))).toHaveLength(4)
  })

  it('asks for no files of a meeting that is over', async () => {
    const { items, asked, isWhole } = await readBoard('2026-02-10T00:00:00Z', {
      'BD-GetAgenda': boardAgenda,
    })
    expect(items).toHaveLength(5)
    expect(isWhole).toBe(false)
    expect(asked).toEqual(['BD-GetAgenda MEETING00001'])
  })

  it('reads the last decided motion of an item of a meeting just over, and who voted how', async () => {
    const voted = boardPrint.replace(
      '<div class="itembody"><p>Two years of license plate readers.</p></div>',
      `$&<div class="motions"><div class="heading">Motion &amp; Voting</div>
<div>To put the order off.</div><div>Motion by Ada B. Reed, second by Ben Cole.</div>
<div>Final Resolution: Motion Fails</div><div>Yea: Ada B. Reed</div><div>Nay: Ben Cole, Cy Dunn</div>
<div>Approve the order.</div><div>Motion by Ben Cole, second by Cy Dunn, Jr.</div>
<div>Final Resolution: Motion Carries</div><div>Yea: Ben Cole, Cy Dunn, Jr.</div><div>Nay: Ada B. Reed</div>
<div>Not Present at Vote: Gus Ives</div><div>Abstain: None</div>
<div>Approve nothing else: Eve Hart</div></div>`,
    )
    const { items, asked, isWhole } = await readBoard('2026-02-27T00:00:00Z', {
      'BD-GetAgenda': boardAgenda,
      'PRINT-AgendaDetailed': voted,
    })
    expect(items[1]).toMatchObject({
      result: 'Motion Carries',
      mover: 'Ben Cole',
      seconder: 'Cy Dunn, Jr.',
      votes: [
        { person: 'Ben Cole', option: 'yes', printed: 'Yea' },
        { person: 'Cy Dunn, Jr.', option: 'yes', printed: 'Yea' },
        { person: 'Ada B. Reed', option: 'no', printed: 'Nay' },
        { person: 'Gus Ives', option: 'absent', printed: 'Not Present at Vote' },
      ],
    })
    expect(items[2]).toMatchObject({ result: null, mover: null, votes: [] })
    // The bus passes' own list of files is no more asked.
    expect(asked).toEqual(['BD-GetAgenda MEETING00001', 'PRINT-AgendaDetailed MEETING00001'])
    expect(isWhole).toBe(false)
  })

  it('tells no result of a motion that has no end yet', async () => {
    const moved = boardPrint.replace(
      'Two years of license plate readers.',
      'Two years.</p><div>Motion &amp; Voting</div><div>Resolution: to buy two readers.</div><div>Motion by Ben Cole, second by Cy Dunn.</div><p>',
    )
    const { items } = await readBoard('2026-02-27T00:00:00Z', {
      'BD-GetAgenda': boardAgenda,
      'PRINT-AgendaDetailed': moved,
    })
    expect(items[1]).toMatchObject({ result: null, votes: [] })
  })

  it('asks for a dozen lists of files at most', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      listItem(`ITEMMANY${1000 + at}`, `3.${at + 1}`, `Order ${at}`, true),
    )
    const lists = Object.fromEntries(
      many.map((_, at) => [`BD-GetPublicFiles ITEMMANY${1000 + at}`, busFiles]),
    )
    const { asked } = await readBoard('2026-03-10T00:00:00Z', {
      'BD-GetAgenda': `${boardAgenda}${many.join('')}`,
      'PRINT-AgendaDetailed': boardPrint,
      'BD-GetPublicFiles ITEMHIDDEN01': busFiles,
      ...lists,
    })
    expect(asked.filter((one) => /PublicFiles/.test(one))).toHaveLength(12)
  })

  it('reads a page of an item as a matter, and its files', () => {
    const page = makePage(
      `${board}/BD-GetAgendaItem?open`,
      `<div id="view-agenda-item"><button class="url" data-clipboard-text="${board}/goto?open&amp;id=ITEMCAMERA01">Copy</button>
${row('Meeting', 'Mar 10, 2026 - Regular Meeting')}${row('Subject', '2.1 Cameras &amp; readers')}${row('Type', 'Action')}
<div key="publicbody"><p>Two years.</p></div></div>${busFiles}`,
    )
    expect(boarddocs.parsePage('matter', page, zone).matters).toMatchObject([
      {
        upstreamId: 'ITEMCAMERA01',
        title: 'Cameras & readers',
        type: 'Action',
        text: 'Two years.',
      },
    ])
    expect(boarddocs.parsePage('attachments', page, zone).documents).toEqual([
      {
        kind: 'attachment',
        title: 'Passes (draft).xlsx',
        url: `${board}/files/F4/$file/Passes.xlsx`,
      },
    ])
  })

  it('stays honest over damage, and refuses what answers in place of a list of files', () => {
    const url = `${board}/PRINT-AgendaDetailed?open`
    expectHonest(boarddocs, 'matter', { url, text: boardPrint })
    expectHonest(boarddocs, 'attachments', { url, text: busFiles })
    expectRefusal(boarddocs, 'attachments', url)
    expect(() => boarddocs.parsePage('attachments', makePage(url, 'No Access'), zone)).toThrow(
      /No Access/,
    )
  })
})
