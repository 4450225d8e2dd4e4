import { type Answer, escapeHtml, html, invalidParameters, redirect } from './answer.ts'
import { calendarPage, departmentPage } from './calendar-page.ts'
import { actionId, actionPage, matterHref, matterPage, meetingPage } from './detail-pages.ts'
import { viewDocument } from './documents.ts'
import { framePage, unpackViewState } from './frame.ts'
import { periodChoices } from './periods.ts'
import { listMatters, type Replica } from './replica.ts'
import type { DemoMeeting } from './truth.ts'

/** ASP.NET's page for a form that does not carry what the server gave out. */
const invalidViewState: Answer = html(
  `<!DOCTYPE html>
<html>
    <head><title>Validation of viewstate MAC failed.</title></head>
    <body bgcolor="white">
            <span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1>
            <h2> <i>Validation of viewstate MAC failed. If this application is hosted by a Web Farm or cluster, ensure that &lt;machineKey&gt; configuration specifies the same validationKey and validation algorithm.</i> </h2></span>
    </body>
</html>`,
  500,
)

/** What InSite shows, with status 200, for a record that was taken away. */
const goneRecord = (replica: Replica): Answer =>
  html(
    framePage(replica, {
      title: `${replica.plan.government} - Error`,
      action: 'Error.aspx',
      state: { page: 'Error.aspx', period: '', gridPage: 1 },
      content: 'This record no longer exists. It might have been deleted.',
    }),
  )

/** The error page to which everything is sent while a portal is broken. */
export function errorPage(replica: Replica): Answer {
  return html(
    `<!DOCTYPE html>
<html><head><title>${escapeHtml(replica.plan.government)} - Error</title></head>
<body><h2>We're sorry, but an error has occurred.</h2>
<p>The page you are looking for is temporarily unavailable. Please try again later.</p></body></html>`,
  )
}

export interface PageRequest {
  /** `/Calendar.aspx`. */
  readonly path: string
  readonly params: URLSearchParams
  readonly cookies: ReadonlyMap<string, string>
  /** Fields of a posted form; `undefined` for a plain read. */
  readonly form: URLSearchParams | undefined
}

/** The value that a Telerik drop-down's hidden field carries, if it carries one. */
function clientStateValue(form: URLSearchParams, name: string): string | undefined {
  try {
    const state = JSON.parse(form.get(`ctl00_ContentPlaceHolder1_${name}_ClientState`) ?? '')
    const value = state?.value || state?.text
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

function calendar(replica: Replica, { cookies, form }: PageRequest): Answer {
  const choices = periodChoices(replica.meetings.map(({ date }) => date))
  const known = (period: string | undefined) => {
    const named = period === 'All' ? 'All Years' : period
    return named !== undefined && choices.includes(named) ? named : undefined
  }
  if (!form) {
    const kept = known(cookies.get(`Setting-${replica.number}-Calendar Year`))
    return calendarPage(replica, kept ?? replica.plan.habits.period, 1)
  }
  const state = unpackViewState(replica.plan.client, form.get('__VIEWSTATE') ?? '')
  if (state?.page !== 'Calendar.aspx') return invalidViewState
  const target = form.get('__EVENTTARGET') ?? ''
  if (target === 'ctl00$ContentPlaceHolder1$lstYears') {
    const wanted =
      clientStateValue(form, 'lstYears') ?? form.get('ctl00$ContentPlaceHolder1$lstYears') ?? ''
    // An unknown choice is disregarded, as the real server does: the answer shows the old period.
    return calendarPage(replica, known(wanted) ?? state.period, 1)
  }
  const [, control] = /\$gridCalendar\$ctl00\$ctl0[23]\$ctl0[01]\$ctl(\d+)$/.exec(target) ?? []
  const page = control === undefined ? state.gridPage : Number(control) / 2
  return calendarPage(replica, state.period, Math.trunc(page))
}

function findMeeting(replica: Replica, params: URLSearchParams): DemoMeeting | undefined {
  const guid = params.get('GUID')?.toUpperCase()
  if (params.has('LEGID')) {
    const portal = replica.identity.guid('client', replica.plan.client)
    if (params.get('G')?.toUpperCase() !== portal) return undefined
    return replica.meetings.find(({ id }) => id === Number(params.get('LEGID')))
  }
  return replica.meetings.find(
    (meeting) => meeting.insiteId === Number(params.get('ID')) && meeting.guid === guid,
  )
}

function meeting(replica: Replica, params: URLSearchParams): Answer {
  const found = findMeeting(replica, params)
  if (found) return found.isPublished ? meetingPage(replica, found) : invalidParameters
  const isWellFormed = /^\d+$/.test(params.get('ID') ?? '') && params.get('GUID')?.length === 36
  return isWellFormed ? goneRecord(replica) : invalidParameters
}

function matter(replica: Replica, params: URLSearchParams): Answer {
  const guid = params.get('GUID')?.toUpperCase()
  const id = Number(params.get('ID'))
  const found = listMatters(replica).find((each) => each.insiteId === id && each.guid === guid)
  return found ? matterPage(replica, found) : invalidParameters
}

/** `gateway.aspx?M=L&ID=17800`: the page of a file by the Web API's number. */
function gateway(replica: Replica, params: URLSearchParams): Answer {
  const id = Number(params.get('ID'))
  const found =
    params.get('M')?.toUpperCase() === 'L' && listMatters(replica).find((each) => each.id === id)
  return found ? redirect(`/${matterHref(found)}`) : invalidParameters
}

function action(replica: Replica, params: URLSearchParams): Answer {
  const guid = params.get('GUID')?.toUpperCase()
  for (const held of replica.meetings) {
    const item = held.items.find((each) => each.guid === guid && each.action !== null)
    if (item && actionId(replica, item) === Number(params.get('ID'))) {
      return actionPage(replica, { meeting: held, item })
    }
  }
  return invalidParameters
}

function department(replica: Replica, params: URLSearchParams): Answer {
  const guid = params.get('GUID')?.toUpperCase()
  const body = replica.meetings.find(
    (each) => replica.identity.guid('body', each.body) === guid,
  )?.body
  return body === undefined ? invalidParameters : departmentPage(replica, body)
}

/** Answers a page of the InSite portal. Names of pages do not mind case, as on IIS. */
export function answerInsite(replica: Replica, request: PageRequest): Answer | undefined {
  const { params } = request
  switch (request.path.toLowerCase()) {
    case '/':
    case '/default.aspx':
      return redirect('/Calendar.aspx')
    case '/calendar.aspx':
      return calendar(replica, request)
    case '/meetingdetail.aspx':
      return meeting(replica, params)
    case '/legislationdetail.aspx':
      return matter(replica, params)
    case '/gateway.aspx':
      return gateway(replica, params)
    case '/historydetail.aspx':
      return action(replica, params)
    case '/departmentdetail.aspx':
      return department(replica, params)
    case '/view.ashx':
      return viewDocument(replica, params)
    case '/feed.ashx':
    case '/persondetail.aspx':
      return invalidParameters
    case '/error.aspx':
      return errorPage(replica)
    default:
      return undefined
  }
}
