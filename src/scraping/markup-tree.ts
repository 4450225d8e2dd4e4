import { Parser } from 'htmlparser2'
import type { MarkupNode } from './html.ts'

interface OpenNode extends MarkupNode {
  readonly children: MarkupNode[]
}

interface TextNode extends MarkupNode {
  data: string
}

/** More elements are open at once than the caller allows. */
export class TooDeep extends Error {}

/**
 * The tree of a page with nothing in it that our readers do not look at: no parents, no siblings,
 * no comments. Building the usual tree was more than half of what reading a page cost.
 *
 * @throws {TooDeep} when more than `mostOpen` elements are open at once, where it was noticed: the
 * parser's time grows with the square of that.
 */
export function parseTree(
  pieces: readonly string[],
  isXml: boolean,
  mostOpen = Number.POSITIVE_INFINITY,
): MarkupNode {
  const root: OpenNode = { type: 'root', children: [] }
  const open: OpenNode[] = [root]
  let into = root.children
  /** The text that further text belongs to; entities and CDATA arrive in pieces. */
  let text: TextNode | undefined
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        const isRaw = !isXml && (name === 'script' || name === 'style')
        const node: OpenNode = { type: isRaw ? name : 'tag', name, attribs, children: [] }
        into.push(node)
        if (open.push(node) > mostOpen) throw new TooDeep()
        into = node.children
        text = undefined
      },
      onclosetag() {
        open.pop()
        into = (open.at(-1) ?? root).children
        text = undefined
      },
      ontext(data) {
        if (text) {
          text.data += data
          return
        }
        text = { type: 'text', data }
        into.push(text)
      },
    },
    { xmlMode: isXml, decodeEntities: true },
  )
  for (const piece of pieces) parser.write(piece)
  parser.end()
  return root
}
