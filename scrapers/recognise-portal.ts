import { AppError, InputError, type Problem, shorten, toProblem } from '../src/model/errors.ts'
import type { Fetcher, Page } from '../src/scraping/contract.ts'
import { findScraper, scrapers } from './index.ts'
import { listPageLinks, type PageLink } from './page-links.ts'
import { platformLabel, type RecognisedAddress, recogniseAddress, unverified } from './platforms.ts'

/** `certain`: the page is, or shows, the portal; `likely`: it links to it; `guess`: it names it. */
export type Confidence = 'certain' | 'likely' | 'guess'

/** A portal that an address leads to. */
export type FoundPortal = RecognisedAddress & {
  readonly confidence: Confidence
  /** For people: `the page links to it as "Agendas & Minutes"`. */
  readonly why: string
}

export interface PortalSearch {
  /** Best first; empty when nothing was recognised. */
  readonly portals: readonly FoundPortal[]
  readonly requests: number
  readonly problems: readonly Problem[]
  /** Why the address itself could not be had, where no page of it was seen. */
  readonly failure: AppError | undefined
}

interface Candidate {
  readonly portal: RecognisedAddress
  score: number
  readonly why: string
}

const mostRequests = 3
/** From here on no further page is asked for. */
const goodEnough = 70

const agendaWords = /agenda|minutes|meeting|legislat|council|docket|packet|reuni[oó]n/i

/** What a page of meetings is linked as, best first. */
const wayWords: readonly (readonly [RegExp, number])[] = [
  [/agendas?\b.{0,12}\bminutes|agenda ?cent(?:er|re)|meeting agendas/i, 100],
  [/\bagendas?\b/i, 90],
  [
    /(?:public|council|board|commission) meetings?|meetings?\b.{0,20}\b(?:calendar|portal|videos?)/i,
    70,
  ],
  [/\bmeetings?\b|\breuniones\b/i, 60],
  [/(?:city|town|county|village|borough) (?:council|commission|board)|board of/i, 40],
  [/\bgovernment\b|\bcalendar\b|\bclerk\b/i, 20],
]

/** Read by their shape alone these are often something else than the list of a council's meetings. */
const weakPlatforms = new Set(['feed', 'civicengage', 'laserfiche', 'proudcity', 'digitaltowpath'])
/** Readers of any page come after every portal that is one. */
const anyPagePlatforms = new Set(['vision', 'plain-page'])

/**
 * Follows an address of a city to the portal on which it publishes its agendas: by the shape of
 * the address, else by what its page holds and links to, with three requests at most.
 *
 * @throws {InputError} `address_invalid`
 */
export async function recognisePortal(address: string, fetcher: Fetcher): Promise<PortalSearch> {
  const direct = recogniseAddress(address)
  if (direct && !weakPlatforms.has(direct.platform)) {
    const why = 'the shape of the address itself'
    return {
      portals: [{ ...direct, confidence: 'certain', why }],
      requests: 0,
      problems: [],
      failure: undefined,
    }
  }
  const search = openSearch(fetcher)
  if (direct) search.add({ portal: direct, score: 60, why: 'the shape of the address itself' })
  let next: string | undefined = wholeAddress(address)
  const asked = new Set<string>()
  while (next && search.requests() < mostRequests && search.best() < goodEnough) {
    asked.add(next)
    const page: Page | undefined = await search.get(next)
    next = page && lookAt(page, search, asked)
  }
  await search.confirm()
  return search.result()
}

/** Notes what a page tells, and gives the page of the same site that is worth asking next. */
function lookAt(page: Page, search: Search, asked: ReadonlySet<string>): string | undefined {
  for (const scraper of scrapers) {
    const found = scraper.recognisePage?.(page)
    if (!found) continue
    const { why, confidence, ...recognition } = found
    const isAnyPage = anyPagePlatforms.has(scraper.platform)
    search.add({
      portal: {
        ...recognition,
        label: scraper.label,
        isReadable: true,
        isVerified: !unverified.has(scraper.platform),
      },
      score: isAnyPage ? 30 : confidence === 'certain' ? 95 : 65,
      why,
    })
  }
  const moved = page.finalUrl === page.url ? undefined : recogniseAddress(page.finalUrl)
  if (moved) search.add({ portal: moved, score: 95, why: 'the address is answered by it' })
  const links = listPageLinks(page)
  for (const link of links) {
    const candidate = judgeLink(link, page)
    if (candidate) search.add(candidate)
  }
  return findWay(links, page, asked)
}

function judgeLink(link: PageLink, page: Page): Candidate | undefined {
  if (link.url.length > 2_048 || !URL.canParse(link.url)) return undefined
  const portal = recogniseOrNothing(link.url)
  if (!portal) return undefined
  const isOwnHost = new URL(link.url).hostname === new URL(page.finalUrl).hostname
  const saysAgenda = agendaWords.test(link.text)
  const score =
    link.kind === 'frame'
      ? 95
      : link.kind === 'script'
        ? 45
        : saysAgenda
          ? isOwnHost
            ? 65
            : 75
          : 50
  const why =
    link.kind === 'frame'
      ? 'the page shows it in a frame'
      : link.kind === 'script'
        ? 'the page names it in its code'
        : link.text === ''
          ? 'the page links to it'
          : `the page links to it as "${shorten(link.text)}"`
  return { portal, score: weakPlatforms.has(portal.platform) ? score - 30 : score, why }
}

/** Links lead anywhere; one that is no address of a web page is nobody's portal. */
function recogniseOrNothing(url: string): RecognisedAddress | undefined {
  try {
    return recogniseAddress(url)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const siteOf = (url: string) => new URL(url).hostname.replace(/^www\./, '')

function findWay(
  links: readonly PageLink[],
  page: Page,
  asked: ReadonlySet<string>,
): string | undefined {
  let best: { url: string; score: number } | undefined
  for (const { url, kind, text } of links) {
    if (kind !== 'link' || !URL.canParse(url) || siteOf(url) !== siteOf(page.finalUrl)) continue
    const target = new URL(url)
    target.hash = ''
    if (asked.has(target.href) || target.href === page.finalUrl) continue
    if (/\.(?:pdf|docx?|xlsx?|zip|jpe?g|png|ics)$/i.test(target.pathname)) continue
    const words = `${text} ${target.pathname.replace(/[-_/]+/g, ' ')}`
    const score = wayWords.find(([pattern]) => pattern.test(words))?.[1] ?? 0
    if (score > (best?.score ?? 0)) best = { url: target.href, score }
  }
  return best?.url
}

type Search = ReturnType<typeof openSearch>

function openSearch(fetcher: Fetcher) {
  const candidates = new Map<string, Candidate>()
  const problems: Problem[] = []
  let requests = 0
  let failure: AppError | undefined
  const ranked = () => [...candidates.values()].sort((a, b) => b.score - a.score)

  const search = {
    requests: () => requests,
    best: () => ranked()[0]?.score ?? 0,
    /** Several ways to one portal make it a little surer; the best reason is told. */
    add(candidate: Candidate): void {
      const key = `${candidate.portal.platform} ${candidate.portal.client}`
      const known = candidates.get(key)
      if (!known) candidates.set(key, candidate)
      else if (candidate.score > known.score) candidates.set(key, candidate)
      else if (known.score < 90) known.score += known.score === candidate.score ? 1 : 0
    },
    async get(url: string): Promise<Page | undefined> {
      requests += 1
      try {
        return await fetcher.get(url)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        problems.push(toProblem(error, url))
        if (requests === 1) failure = error
        return undefined
      }
    },
    /**
     * Many sites keep an empty module of meetings beside the portal they use: one that stands under
     * the site's own host is believed once it lists something.
     */
    async confirm(): Promise<void> {
      const [first] = ranked()
      if (!first || first.score >= 75 || requests >= mostRequests) return
      const adapter = findScraper(first.portal.platform)
      if (!adapter || anyPagePlatforms.has(adapter.platform)) return
      const page = await search.get(first.portal.portalUrl)
      if (!page) return
      const rows = countMeetings(adapter, page)
      if (rows === undefined) return
      const key = `${first.portal.platform} ${first.portal.client}`
      candidates.set(key, {
        ...first,
        score: rows > 0 ? 92 : 35,
        why:
          rows > 0
            ? `${first.why}, and it lists ${rows} meetings`
            : `${first.why}, but its list is empty`,
      })
    },
    result(): PortalSearch {
      const portals = ranked().map(({ portal, score, why }) => ({
        ...portal,
        label: platformLabel(portal.platform),
        confidence:
          score >= 90
            ? ('certain' as const)
            : score >= 55
              ? ('likely' as const)
              : ('guess' as const),
        why,
      }))
      return { portals, requests, problems, failure }
    },
  }
  return search
}

/** `undefined`: the page is no list of this platform, or not in its usual form. */
function countMeetings(
  adapter: NonNullable<ReturnType<typeof findScraper>>,
  page: Page,
): number | undefined {
  try {
    return adapter.parsePage('calendar', page, null).meetings?.length
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** As `recogniseAddress` takes it: people leave the scheme out. */
function wholeAddress(address: string): string {
  const trimmed = address.trim()
  return /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
}
