import type { IncomingMessage } from 'node:http'
import { type Answer, escapeHtml, html } from './answer.ts'
import { answerApi } from './api.ts'
import { findFile } from './documents.ts'
import { answerInsite, errorPage } from './insite.ts'
import { replicaPortals } from './portals/index.ts'
import type { Replica } from './replica.ts'

/** Larger forms than a calendar's own are nobody's. */
const formLimit = 1_000_000

/** The body of a form; `undefined` when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > formLimit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return new Map(
    pairs.flatMap((pair) => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at), decodeText(pair.slice(at + 1))] as const] : []
    }),
  )
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const robots = {
  welcome: 'User-agent: *\nDisallow: /SignIn.aspx\nDisallow: /MyAccount.aspx\n',
  refuse: 'User-agent: *\nDisallow: /\n',
}

const notFound = html('<h1>404 - File or directory not found.</h1>', 404)

/** A portal of a platform that nobody has written an adapter for. */
function foreignPage({ plan }: Replica): Answer {
  return html(
    `<!DOCTYPE html><html lang="en"><head><title>${escapeHtml(plan.government)} Agendas</title></head>
<body><p>Demonstration: ${escapeHtml(plan.government)} does not exist</p><h1>Agendas and minutes</h1>
<div id="peak-app">Loading the agenda centre</div></body></html>`,
  )
}

/** What the portal of a replica says to a request, whatever its platform. */
export async function answerPortal(
  replica: Replica,
  url: URL,
  request: IncomingMessage,
): Promise<Answer> {
  const { plan } = replica
  if (url.pathname === '/robots.txt') {
    const body = plan.portal === 'robots-refuse' ? robots.refuse : robots.welcome
    return { status: 200, type: 'text/plain', body }
  }
  const isPost = request.method === 'POST'
  if (!isPost && request.method !== 'GET' && request.method !== 'HEAD') {
    return html('<h1>405 - HTTP verb used to access this page is not allowed.</h1>', 405)
  }
  const text = isPost ? await readBody(request) : undefined
  if (isPost && text === undefined) return html('<h1>413 - Request entity too large.</h1>', 413)
  if (plan.platform !== 'legistar') {
    const other = replicaPortals.get(plan.platform)
    const path = decodeText(url.pathname)
    if (!other) return foreignPage(replica)
    return (
      other.answer(replica, { path, params: url.searchParams, isPost }) ??
      findFile(replica, path) ??
      notFound
    )
  }
  // A broken portal answers everything with 200 and the same page, also where JSON was promised.
  if (plan.portal === 'broken') return errorPage(replica)
  if (url.pathname.startsWith('/v1/')) {
    return answerApi(replica, url.pathname.slice(4), url.searchParams, request.headers.accept)
  }
  const page = answerInsite(replica, {
    path: url.pathname,
    params: url.searchParams,
    cookies: cookiesOf(request),
    form: text === undefined ? undefined : new URLSearchParams(text),
  })
  return page ?? findFile(replica, decodeURI(url.pathname)) ?? notFound
}
