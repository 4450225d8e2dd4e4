import { type Answer, escapeHtml, html, json } from './answer.ts'
import {
  attachmentRow,
  bodyRow,
  eventRow,
  historyRow,
  itemRow,
  matterRow,
  rollCallRow,
  sponsorRow,
  textKey,
  textRow,
  voteRow,
} from './api-rows.ts'
import { chance } from './identity.ts'
import { ODataQueryError, queryRows, type Row } from './odata.ts'
import { findItem, listHearings, listMatters, type Replica } from './replica.ts'
import type { DemoMatter } from './truth.ts'

/** The ASP.NET page for a route that does not exist. */
function noSuchRoute(path: string): Answer {
  return html(
    `<!DOCTYPE html>
<html>
    <head>
        <title>The resource cannot be found.</title>
    </head>
    <body bgcolor="white">
            <span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1>
            <h2> <i>The resource cannot be found.</i> </h2></span>
            <b> Description: </b>HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable. &nbsp;Please review the following URL and make sure that it is spelled correctly.
            <br><br>
            <b> Requested URL: </b>${escapeHtml(path)}<br><br>
    </body>
</html>
<!--
[HttpException]: The controller for path '${escapeHtml(path)}' was not found or does not implement IController.
-->`,
    404,
  )
}

/** What the server says for a client that has no Web API. */
export function noSuchClient(client: string): Answer {
  return json(
    {
      Message: 'An error has occurred.',
      ExceptionMessage: `LegistarConnectionString setting is not set up in InSite for client: ${client}`,
      ExceptionType: 'System.Exception',
      StackTrace:
        '   at LegistarWebAPI.Code.Common.GetClientSettingOrError(String client, InSiteSetting setting)\r\n   at LegistarWebAPI.Repository.Repository`1.SetConnectionStringIfNeeded(String client)',
    },
    500,
  )
}

const noSuchRow = json({ Message: 'No HTTP resource was found that matches the request URI.' }, 404)

/** Rows, or one row, in the elements of the service's data contract. */
function toXml(value: Row | readonly Row[], model: string): string {
  const element = (name: string, content: unknown): string => {
    if (content === null) return `<${name} i:nil="true"/>`
    if (Array.isArray(content)) return `<${name}/>`
    return `<${name}>${escapeHtml(String(content))}</${name}>`
  }
  const row = (fields: Row, attributes: string): string => {
    const names = Object.keys(fields).sort()
    return `<${model}${attributes}>${names.map((name) => element(name, fields[name])).join('')}</${model}>`
  }
  const space =
    ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/LegistarWebAPI.Models.v1"'
  return Array.isArray(value)
    ? `<ArrayOf${model}${space}>${value.map((fields) => row(fields, '')).join('')}</ArrayOf${model}>`
    : row(value as Row, space)
}

/** XML for a reader who asks for it before JSON, as browsers do. */
function prefersXml(accept: string | undefined): boolean {
  return accept !== undefined && /\bxml\b/.test(accept) && !/json|^\*\/\*/.test(accept)
}

type Rows = { readonly model: string; readonly rows: readonly Row[] }
type One = { readonly model: string; readonly row: Row | undefined }

function ofMatter(replica: Replica, matter: DemoMatter, part: string): Rows | undefined {
  if (part === 'attachments') {
    const rows = matter.attachments.map((file, index) =>
      attachmentRow(replica, matter, file, index),
    )
    return { model: 'GranicusMatterAttachment', rows }
  }
  if (part === 'histories') {
    const rows = listHearings(replica, matter).map((hearing) => historyRow(replica, hearing))
    return { model: 'GranicusMatterHistory', rows }
  }
  if (part === 'sponsors') {
    const rows = matter.sponsors.map((name, index) => sponsorRow(replica, matter, name, index))
    return { model: 'GranicusMatterSponsor', rows }
  }
  if (part === 'texts') return { model: 'GranicusMatterText', rows: [textRow(replica, matter)] }
  if (part === 'versions') {
    return { model: 'GranicusMatterVersion', rows: [{ Key: String(textKey(matter)), Value: '1' }] }
  }
  return part === 'indexes' ? { model: 'GranicusMatterIndex', rows: [] } : undefined
}

function resolve(
  replica: Replica,
  [first, id, second, key]: readonly string[],
  params: URLSearchParams,
): Rows | One | undefined {
  const number = Number(id)
  if (first === 'bodies' && id === undefined) {
    const names = [...new Set(replica.meetings.map(({ body }) => body))]
    return { model: 'GranicusBody', rows: names.map((name, at) => bodyRow(replica, name, at)) }
  }
  if (first === 'events') {
    if (id === undefined) {
      const rows = replica.meetings.map((meeting) => eventRow(replica, meeting))
      return {
        model: 'GranicusEvent',
        rows: rows.sort((a, b) => Number(a.EventId) - Number(b.EventId)),
      }
    }
    const meeting = replica.meetings.find((candidate) => candidate.id === number)
    if (second === undefined) {
      return { model: 'GranicusEvent', row: meeting && eventRow(replica, meeting) }
    }
    if (second !== 'eventitems') return undefined
    if (!meeting) return { model: 'GranicusEventItem', rows: [] }
    const items = replica.plan.api === 'items-empty' ? [] : meeting.items
    const rows = items.map((item) => itemRow(replica, meeting, item, params))
    if (replica.plan.habits.shufflesItems) {
      const order = (row: Row) => chance(String(row.EventItemGuid))
      rows.sort((a, b) => order(a) - order(b))
    }
    return { model: 'GranicusEventItem', rows }
  }
  if (first === 'eventitems' && id !== undefined) {
    const item = findItem(replica, number)?.item
    if (second === 'votes') {
      const rows = (item?.votes ?? []).map((_, at) => (item ? voteRow(replica, item, at) : {}))
      return { model: 'GranicusVote', rows }
    }
    if (second === 'rollcalls') {
      const rows = (item?.rollCall ?? []).map((_, at) =>
        item ? rollCallRow(replica, item, at) : {},
      )
      return { model: 'GranicusRollCall', rows }
    }
    return undefined
  }
  if (first === 'matters') {
    if (id === undefined) {
      return {
        model: 'GranicusMatter',
        rows: listMatters(replica).map((m) => matterRow(replica, m)),
      }
    }
    const matter = listMatters(replica).find((candidate) => candidate.id === number)
    if (second === undefined) {
      return { model: 'GranicusMatter', row: matter && matterRow(replica, matter) }
    }
    if (!matter) return { model: 'GranicusMatter', row: undefined }
    if (second === 'texts' && key !== undefined) {
      const row = Number(key) === textKey(matter) ? textRow(replica, matter) : undefined
      return { model: 'GranicusMatterText', row }
    }
    return ofMatter(replica, matter, second)
  }
  return undefined
}

/** Answers a path below `/v1/`, `alderbay/events/6901/eventitems`, as the Web API would. */
export function answerApi(
  replica: Replica,
  path: string,
  params: URLSearchParams,
  accept: string | undefined,
): Answer {
  const [client = '', ...parts] = path.split('/').filter((part) => part !== '')
  if (client.toLowerCase() !== replica.plan.client || replica.plan.api === 'unknown') {
    return noSuchClient(client)
  }
  if (replica.plan.api === 'token' && !params.get('token')) {
    return json({ Message: 'Authorization has been denied for this request.' }, 403)
  }
  if (replica.plan.api === 'token') return json({ Message: 'Token is not valid.' }, 403)

  const found = resolve(
    replica,
    parts.map((part) => (/^[A-Za-z]+$/.test(part) ? part.toLowerCase() : part)),
    params,
  )
  if (!found) return noSuchRoute(`/v1/${path}`)
  if ('row' in found) {
    if (!found.row) return noSuchRow
    return prefersXml(accept)
      ? {
          ...json(null),
          type: 'application/xml; charset=utf-8',
          body: toXml(found.row, found.model),
        }
      : json(found.row)
  }
  try {
    const { ignoresFilter } = replica.plan.habits
    const model = `LegistarWebAPI.Models.v1.${found.model}`
    const rows = queryRows(found.rows, params, model, ignoresFilter)
    return prefersXml(accept)
      ? { ...json(null), type: 'application/xml; charset=utf-8', body: toXml(rows, found.model) }
      : json(rows)
  } catch (error) {
    if (!(error instanceof ODataQueryError)) throw error
    const Message = `The query specified in the URI is not valid. ${error.message}`
    return json({ Message, ExceptionMessage: error.message }, 400)
  }
}
