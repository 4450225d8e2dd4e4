/** An item of the agenda that a packet belongs to. */
export interface PacketItem {
  readonly id: number
  readonly number: string | null
  readonly title: string
  readonly fileNumber: string | null
}

/** Words in their plainest form: no case, no accents, no signs. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** `7.b`, `7-B.` and `(7b)` are one number. */
const plainNumber = (number: string) => number.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A number of two kinds of signs, `7b` or `IV.2`, is seldom anything else than an item's. */
const isTelling = (number: string) => /\d.*[a-z.-]|[a-z.-].*\d/i.test(number)

const marked =
  /^\s*(?:((?:agenda )?item)\s*(?:no\.?|number|#)?\s*:?\s*)?#?\(?([0-9]{1,3}(?:[.-]?[A-Za-z0-9]{1,3}){0,3}|[A-Za-z]{1,4}(?:[.-][A-Za-z0-9]{1,3}){1,3}|[A-Za-z]{1,2}[0-9]{1,3}|[A-Z]|[IVX]{1,5})\)?(?=[\s.:)–—-]|$)[\s.:)–—-]*/i

/** What any item may have: such words tell nothing about which. */
const general = new Set(
  'staff report reports agenda item items attachment attachments exhibit exhibits memo memorandum cover sheet resolution ordinance contract agreement pdf docx file presentation supporting documents document backup summary draft final redline signed no number a b c d e 1 2 3 4 5 6 7 8 9 of and the to for in with'.split(
    ' ',
  ),
)

const fewestShared = 12
const fewestFiled = 4
/** Of the telling words of a title, so many must stand on a cover sheet. */
const coverShare = 0.6
const headLines = 14
const anyReport =
  /\b(?:agenda item|item (?:no\.|number)|(?:staff|agenda|council|commission) (?:report|memo))/i
const laterPage = /\bpage\s+(?:[2-9]|\d{2,})\b/i
/** A file number alone stands on every page of some agendas; with these words it heads a report. */
const opensReport = /\b(?:(?:staff|agenda) report|memo(?:randum)?|subject:|from:|prepared by)/i

/** Share of the telling words of `title` that are among `words`. */
function shareOf(title: readonly string[], words: ReadonlySet<string>): number {
  const telling = title.filter((word) => !general.has(word))
  if (telling.length === 0) return 0
  return telling.filter((word) => words.has(word)).length / telling.length
}

interface KnownItem extends PacketItem {
  readonly words: readonly string[]
  readonly plain: string
  readonly mark: string
  /** The file number in plain words; "" for one too short to tell anything. */
  readonly file: string
}

/** Finds which item of an agenda some words name. */
export function createItemFinder(items: readonly PacketItem[]) {
  const known: KnownItem[] = items.map((item) => {
    const words = plainWords(item.title)
    const file = plainWords(item.fileNumber ?? '').join(' ')
    return {
      ...item,
      words,
      plain: words.join(' '),
      mark: plainNumber(item.number ?? ''),
      file: file.length >= fewestFiled ? file : '',
    }
  })
  const byMark = (mark: string) => (mark === '' ? [] : known.filter((item) => item.mark === mark))

  /** One begins as the other does, and as far as few titles are alike. */
  const isTitle = ({ plain }: KnownItem, words: string) => {
    const length = Math.min(plain.length, words.length)
    if (plain === words) return plain.length > 0
    return length >= fewestShared && (plain.startsWith(words) || words.startsWith(plain))
  }

  /**
   * The item that a title names: `undefined` when it names none, `null` when it names several or
   * says two different things. Below an item's own entry a bare number counts attachments.
   */
  function find(title: string, isBelow: boolean): number | null | undefined {
    const [whole = '', word, number = ''] = marked.exec(title) ?? []
    const mark = plainNumber(number)
    const rest = plainWords(title.slice(whole.length))
    const all = plainWords(title).join(' ')
    const filed = known.filter(({ file }) => isInWords(file, all))
    const titled = known.filter((item) => isTitle(item, rest.join(' ')) || isTitle(item, all))
    const numbered = byMark(mark)
    const strong = filed.length > 0 ? filed : titled
    if (strong.length > 0) {
      const both = strong.length > 1 ? strong.filter((item) => item.mark === mark) : strong
      if (both.length !== 1) return null
      const [only] = both
      if (!only) return null
      // The number of one item and the title of another: somebody has renumbered.
      const others = numbered.some(({ id }) => id !== only.id) && isTelling(number)
      return others && only.mark !== '' && only.mark !== mark ? null : only.id
    }
    const [one] = numbered
    if (!one || numbered.length > 1) return numbered.length > 1 ? null : undefined
    if (isBelow || !(word || isTelling(number))) return undefined
    const telling = rest.filter((part) => !general.has(part))
    if (telling.length === 0) return one.id
    const share = shareOf(telling, new Set(one.words))
    return share >= 0.5 ? one.id : null
  }

  /** The item whose report a page opens; `null` for another meeting's. */
  function findCover(text: string): { itemId: number | null; words: string } | undefined {
    const lines = text.split('\n').slice(0, headLines)
    for (const line of lines) {
      const found =
        /\b(?:agenda )?item\s*(?:no\.?|number|#)?\s*[:#]?\s*#?\(?([0-9]{1,3}(?:[.-]?[A-Za-z0-9]{1,3}){0,3}|[A-Za-z]{1,3}[.-][A-Za-z0-9]{1,3}|[A-Z])\)?(?=[\s.,:)]|$)/i.exec(
          line,
        )
      const plain = plainWords(line).join(' ')
      const filed = known.filter(({ file }) => isInWords(file, plain))
      const candidates = found ? byMark(plainNumber(found[1] ?? '')) : filed
      if (!found && (filed.length === 0 || !opensReport.test(lines.join(' ')))) continue
      const head = new Set(plainWords(lines.join(' ')))
      const fitting = candidates.filter(({ words }) => shareOf(words, head) >= coverShare)
      const [only] = fitting
      const isPlain = fitting.length === 1 && only !== undefined
      return { itemId: isPlain ? only.id : null, words: line.trim() }
    }
    // A report of something else ends the one before, wherever it belongs.
    const edges = [...lines, ...text.split('\n').slice(-3)].join('\n')
    const isFirst = anyReport.test(lines.join('\n')) && !laterPage.test(edges)
    return isFirst ? { itemId: null, words: '' } : undefined
  }

  /** Where items are named in a text, in its order, as offsets into its plain words. */
  function placesOn(plain: string): { readonly at: number; readonly itemId: number }[] {
    return known
      .flatMap(({ id, plain: title }) => {
        const at = title.length < fewestShared ? -1 : plain.indexOf(title.slice(0, 60))
        return at < 0 ? [] : [{ at, itemId: id }]
      })
      .sort((a, b) => a.at - b.at)
  }

  return { find, findCover, placesOn }
}

const isInWords = (part: string, words: string) =>
  part !== '' && words.includes(part) && ` ${words} `.includes(` ${part} `)
