import type { Fetcher, Page } from '../scraping/contract.ts'
import { sketchStructure } from './structure.ts'

/** What the answers of a run tell beside their content. */
export interface FetchTally {
  readonly requests: number
  /** Answers whose bytes differ from the read before. */
  readonly pagesChanged: number
  /** Of the first answer of the run; `null` when none came. */
  readonly structure: string | null
  /** Answers that were given by somebody else, or are no page of a portal, in words. */
  readonly strangers: readonly string[]
}

/** Walls are small pages; an agenda that quotes these words is not. */
const largestWall = 60_000

const walls: readonly (readonly [RegExp, string])[] = [
  [/<title>\s*(?:just a moment|attention required|access denied|request rejected)/i, 'a bot wall'],
  [
    /\b(?:g-recaptcha|h-captcha|cf-challenge|_Incapsula_Resource|distil_r_captcha)\b/i,
    'a bot wall',
  ],
  [/<title>[^<]{0,80}\b(?:sign in|log ?in)\b/i, 'a sign-in page'],
  [/<title>[^<]{0,80}\b(?:cookie|consent)\b[^<]{0,80}<\/title>/i, 'a consent page'],
]

/** The owner of a host, near enough: its last two labels. */
const ownerOf = (url: string) => new URL(url).hostname.split('.').slice(-2).join('.')

function findStranger(page: Page): string | undefined {
  if (ownerOf(page.url) !== ownerOf(page.finalUrl)) {
    return `${new URL(page.url).hostname} sent us on to ${new URL(page.finalUrl).hostname}`
  }
  if (page.bytes.length > largestWall || !/html/i.test(page.contentType)) return undefined
  const text = page.text()
  const wall = walls.find(([pattern]) => pattern.test(text))
  return wall && `${new URL(page.url).hostname} answered with ${wall[1]}`
}

/** The same fetcher, with an eye on what comes back. */
export function watchFetches(fetcher: Fetcher): { fetcher: Fetcher; tally(): FetchTally } {
  let requests = 0
  let pagesChanged = 0
  let structure: string | null = null
  const strangers = new Set<string>()

  const watch = async (answer: Promise<Page>): Promise<Page> => {
    requests++
    const page = await answer
    if (!page.isUnchanged) pagesChanged++
    structure ??= sketchStructure(page.text())
    if (strangers.size < 5 && page.status < 300) {
      const stranger = findStranger(page)
      if (stranger) strangers.add(stranger)
    }
    return page
  }
  return {
    fetcher: {
      get: (url, options) => watch(fetcher.get(url, options)),
      post: (url, form, options) => watch(fetcher.post(url, form, options)),
    },
    tally: () => ({ requests, pagesChanged, structure, strangers: [...strangers] }),
  }
}
