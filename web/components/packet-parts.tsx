import type { ItemPart } from '../../src/db/queries/packet-parts.ts'
import { cut } from '../html.ts'
import { Said } from './said.tsx'

const bases: Readonly<Record<ItemPart['basis'], string>> = {
  outline: 'by its table of contents',
  link: 'by a link on the agenda',
  cover: 'by a cover sheet; check where it ends',
}

/** The pages of the meeting's packet that belong to an item, and what says so. */
export function PacketParts({ parts }: { readonly parts: readonly ItemPart[] }) {
  return (
    <ul class="documents">
      {parts.map(({ title, sha256, fromPage, toPage, basis, words }) => (
        <li>
          <a href={`/documents/${sha256}/pages/${fromPage}`}>
            <Said text={title} most={160} />,{' '}
            {fromPage === toPage ? `page ${fromPage}` : `pages ${fromPage} to ${toPage}`}
          </a>{' '}
          <span class="quiet">
            {bases[basis]}: “<bdi>{cut(words, 160)}</bdi>”
          </span>
        </li>
      ))}
    </ul>
  )
}
