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
  const tree = growTree(pieces, isXml, mostOpen, () => false)
  for (let grown = tree.next(); ; grown = tree.next()) if (grown.done) return grown.value
}

/**
 * The same, which gives up the outermost elements that `isPart` is true for as soon as they are
 * whole, and keeps them out of the tree that it returns: of a table of a thousand rows one is held
 * at a time, and what is held long is what collecting garbage costs.
 *
 * @throws {TooDeep} as `parseTree`, maybe after some parts.
 */
export function* growTree(
  pieces: readonly string[],
  isXml: boolean,
  mostOpen: number,
  isPart: (element: MarkupNode) => boolean,
): Generator<MarkupNode, MarkupNode> {
  const parts: MarkupNode[] = []
  /** How many elements are open from the part on that is being read; none is read at 0. */
  let partDepth = 0
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
        if (partDepth > 0 || isPart(node)) partDepth += 1
        into = node.children
        text = undefined
      },
      onclosetag() {
        const closed = open.pop()
        into = (open.at(-1) ?? root).children
        text = undefined
        if (closed === undefined || partDepth === 0) return
        partDepth -= 1
        if (partDepth > 0) return
        into.pop()
        parts.push(closed)
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
  for (const piece of pieces) {
    parser.write(piece)
    yield* parts.splice(0)
  }
  parser.end()
  yield* parts.splice(0)
  return root
}
