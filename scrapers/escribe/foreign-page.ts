import { PortalErrorPage } from '../../src/model/errors.ts'
import type { Page } from '../../src/scraping/contract.ts'
import { cleanText, findElement, type MarkupNode, textOf } from '../../src/scraping/html.ts'

const trouble =
  /\b(?:just a moment|attention required|access denied|log ?in|sign ?in|captcha|not found|error|forbidden|unavailable|maintenance)\b/i

/**
 * Refuses pages that stand in for the one asked for: sign-in forms, checks of the network before
 * the portal, error pages.
 *
 * @throws {PortalErrorPage}
 */
export function refuseForeignPage(page: Page, root: MarkupNode): void {
  const title = findElement(root, ({ name }) => name === 'title')
  const heading = findElement(root, ({ name }) => name === 'h1')
  const said = [title, heading]
    .map((node) => (node ? cleanText(textOf(node)) : ''))
    .find((words) => trouble.test(words))
  if (said) throw new PortalErrorPage(said, page.url)
}
