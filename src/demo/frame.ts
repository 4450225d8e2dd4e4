import { createHash } from 'node:crypto'
import { escapeHtml } from './answer.ts'
import type { Replica } from './replica.ts'

/** Control names of InSite's master page begin with this. */
export const holder = 'ctl00_ContentPlaceHolder1'

/** A coloured word as InSite sets every word of its pages. */
export function font(text: string, color = 'Black'): string {
  return `<font face="Tahoma" color="${color}" size="2">${text}</font>`
}

/** Text of a cell; InSite leaves no cell empty. */
export function cellText(text: string | null): string {
  return text ? escapeHtml(text) : '&nbsp;'
}

/** A link, or the grey words of a link that leads nowhere yet. */
export function link(
  id: string,
  label: string,
  href: string | null,
  missing = 'Not&nbsp;available',
): string {
  return href === null
    ? `<a id="${id}">${font(missing, 'Gray')}</a>`
    : `<a id="${id}" href="${escapeHtml(href)}">${font(label, 'Blue')}</a>`
}

/** What the server remembers of a page between two requests, inside the page. */
export interface ViewState {
  readonly page: string
  readonly period: string
  readonly gridPage: number
}

function sign(client: string, payload: string): string {
  return createHash('sha256').update(`viewstate ${client} ${payload}`).digest('base64url')
}

/** Base64 like the server's own, with a check that a changed or foreign state does not pass. */
export function packViewState(client: string, state: ViewState): string {
  const payload = JSON.stringify(state)
  // Real states run to tens of kilobytes; readers must take them as they come.
  const padding = sign(client, `padding ${payload}`).repeat(16)
  const packed = JSON.stringify({ payload, mac: sign(client, payload), padding })
  return Buffer.from(packed).toString('base64')
}

/** The state, if this portal made it. */
export function unpackViewState(client: string, text: string): ViewState | undefined {
  try {
    const { payload, mac } = JSON.parse(Buffer.from(text, 'base64').toString())
    if (typeof payload !== 'string' || mac !== sign(client, payload)) return undefined
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}

/** A page in the portal's frame. `content` is markup. */
export function framePage(
  replica: Replica,
  page: { title: string; action: string; state: ViewState; content: string; head?: string },
): string {
  const { plan } = replica
  const state = packViewState(plan.client, page.state)
  const validation = Buffer.from(sign(plan.client, page.action)).toString('base64')
  const tabs = [
    ['Home', 'Calendar.aspx'],
    ['Legislation', 'Legislation.aspx'],
    ['Calendar', 'Calendar.aspx'],
    ['People', 'People.aspx'],
  ]
    .map(
      ([name, href]) =>
        `<li class="rtsLI"><a class="rtsLink" href="${href}"><span class="rtsOut"><span class="rtsIn"><span class="rtsTxt">${name}</span></span></span></a></li>`,
    )
    .join('')
  return `

<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head id="ctl00_Head1"><title>
	${escapeHtml(page.title)}
</title>
    <meta name="author" content="Granicus, Inc." /><meta name="format-detection" content="telephone=no" />${page.head ?? ''}
    <style>body{margin:0;font:14px Tahoma,sans-serif}.rgMasterTable td,.rgMasterTable th{padding:3px 8px;text-align:left}.rgAltRow{background:#eef}.rtsUL{list-style:none;display:flex;gap:1em;padding:4px 12px;margin:0;background:#dde}#demo-banner{background:#fe9;padding:6px 12px}</style>
</head>
<body id="ctl00_body1" style="margin: 0px; border: 0px;">
    <form name="aspnetForm" method="post" action="./${escapeHtml(page.action)}" id="aspnetForm" style="direction:ltr;">
<input type="hidden" name="ctl00_RadScriptManager1_TSM" id="ctl00_RadScriptManager1_TSM" value="" />
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" />
<input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" />
<input type="hidden" name="__VIEWSTATEGENERATOR" id="__VIEWSTATEGENERATOR" value="B66867E1" />
<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="${validation}" />
        <div id="ctl00_divBody">
            <div id="ctl00_divTop"><div id="demo-banner">Demonstration: ${escapeHtml(plan.government)} does not exist</div></div>
            <div id="ctl00_divTabs">
                <div id="ctl00_tabTop" class="RadTabStrip RadTabStrip_Default RadTabStripTop_Default RadTabStripTop">
	<!-- 2020.1.114.45 --><div class="rtsLevel rtsLevel1">
		<ul class="rtsUL">${tabs}</ul>
	</div><input id="ctl00_tabTop_ClientState" name="ctl00_tabTop_ClientState" type="hidden" />
</div>
            </div>
            <div id="ctl00_Div1" class="page">
                <div id="ctl00_Div2" class="content grid_20">
                    <div id="ctl00_divMiddle">
${page.content}
                    </div>
                </div>
            </div>
        </div>
    </form>
</body>
</html>
`
}

/** A RadGrid: headings are markup, rows are lists of cells of markup. */
export function grid(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  pager = '',
): string {
  const id = `${holder}_${name}`
  const body = rows
    .map(
      (cells, index) =>
        `<tr class="${index % 2 === 0 ? 'rgRow' : 'rgAltRow'}" valign="top" id="${id}_ctl00__${index}">
						${cells.map((cell) => `<td><font face="Tahoma" size="2">${cell}</font></td>`).join('')}
					</tr>`,
    )
    .join('')
  const none = `<tr class="rgNoRecords"><td colspan="${headings.length}"><div>No records to display.</div></td></tr>`
  return `<div id="${id}" class="RadGrid RadGrid_Default" style="font-family:Tahoma;font-size:10pt;width:99.5%;">

				<table class="rgMasterTable" border="0" id="${id}_ctl00" frame="void" width="100%" style="table-layout:auto;empty-cells:show;">
					<colgroup>
		${'<col  />'.repeat(headings.length)}
	</colgroup>
<thead>
						${pager}<tr>
							${headings.map((heading) => `<th scope="col" class="rgHeader" valign="middle" nowrap="nowrap" style="text-align:left;vertical-align:middle;">${heading}</th>`).join('')}
						</tr>
					</thead><tbody>
					${rows.length === 0 ? none : body}
					</tbody>

				</table><input id="${id}_ClientState" name="${id}_ClientState" type="hidden" />	</div>`
}

/** The id of a control in a grid's row: Telerik counts by two, from 04. */
export function rowControl(name: string, index: number, control: string): string {
  return `${holder}_${name}_ctl00_ctl${String(4 + 2 * index).padStart(2, '0')}_${control}`
}
