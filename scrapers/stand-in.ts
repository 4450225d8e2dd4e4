import { PageShapeError, PortalErrorPage } from '../src/model/errors.ts'
import type { Page } from '../src/scraping/contract.ts'
import {
  cleanText,
  findElement,
  type MarkupNode,
  parseMarkup,
  textOf,
} from '../src/scraping/html.ts'

/** Titles of what a portal answers in place of a page, with its own chrome around it. */
const isRefusalTitle =
  /(?<!\d)404(?!\d)|not found|access denied|just a moment|error occurred|runtime error|^error\b|(?:document|object) moved/i
/** Those of a page that wants to know first who is asking. */
const isDoor =
  /\b(?:log ?in|log ?on|sign ?in|captcha|verify you are human|checking your browser)\b/i
/** What the guards before a site write into the page that they answer with. */
const isGuard =
  /cf-challenge|challenge-platform|_Incapsula_Resource|awsWafCookieDomainList|g-recaptcha|h-captcha/i

const wordsIn = (root: MarkupNode, wanted: RegExp) => {
  const found = findElement(root, ({ name }) => wanted.test(name ?? ''))
  return found ? cleanText(textOf(found)) : ''
}

/** @throws {PortalErrorPage} for a page whose title says that it is none. */
export function refuseByTitle(root: MarkupNode, page: Page): void {
  const said = wordsIn(root, /^title$/)
  if (isRefusalTitle.test(said)) throw new PortalErrorPage(said, page.url)
}

/**
 * For a page on which nothing of an agenda was found: says so where it is plainly another page, such
 * as a form to sign in, a check for robots, an error, or nothing at all. An agenda without items passes.
 *
 * @throws {PortalErrorPage} {PageShapeError}
 */
export function refuseStandIn(page: Page): void {
  const markup = page.text()
  if (!/^\s*(?:\ufeff)?</.test(markup.slice(0, 200))) {
    throw new PageShapeError('the page of an agenda', page.url)
  }
  const root = parseMarkup(markup)
  refuseByTitle(root, page)
  const said = wordsIn(root, /^title$/) || wordsIn(root, /^h1$/)
  const wantsPassword = findElement(
    root,
    ({ name, attribs }) => name === 'input' && /^password$/i.test(attribs?.type ?? ''),
  )
  if (isDoor.test(said) || wantsPassword || isGuard.test(markup)) {
    throw new PortalErrorPage(said || 'a check of who is asking', page.url)
  }
  if (cleanText(textOf(root)) === '') throw new PageShapeError('the page of an agenda', page.url)
}
