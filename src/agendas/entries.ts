import { isFiled, isFileNumber } from './file-number.ts'
import { capitalsOf, isCodeOnly, isSentence, isUnended, leadsInCapitals } from './headings.ts'
import { Levels } from './levels.ts'
import { isCapitals } from './lines.ts'
import type { Mark } from './marks.ts'
import {
  adjournment,
  boilerplate,
  consentEnd,
  continued,
  fileName,
  label,
  listLabel,
  procedure,
  section,
  sectionName,
  shout,
} from './phrases.ts'
import type { Row, Rows } from './rows.ts'

/** What was cut, before it is an item. */
export interface Entry {
  readonly number: string | null
  /** How far out it stands: parts are below 1, lists from 1 on. A smaller one heads the next. */
  readonly rank: number
  /** Rows of the title, the first holding the mark. */
  readonly title: string[]
  readonly text: string[]
  /** Rows it covers, for links. */
  readonly from: number
  to: number
  readonly isUnmarked: boolean
  /** Set at the line that ends a list voted on at once. */
  consentEnds: boolean
}

/** What the lines since the last item are. */
type Context = 'title' | 'text' | 'list' | 'boilerplate'

/** "a) this and b) that": a list inside a sentence. */
const inlineList = /\s\(?(?:b|ii)\)\s/

const partRank = 0.5
const subPartRank = 1.5
const titleLimit = 40

/** Cuts the rows from `start` on into entries, in printed order. */
export function cutEntries(rows: Rows, start: number): Entry[] {
  return new Cutter(rows).cut(start)
}

class Cutter {
  private readonly rows: Rows
  private readonly levels = new Levels()
  private readonly entries: Entry[] = []
  private readonly lastOfRank = new Map<number, Entry>()
  private readonly titles = new Set<string>()
  /** Number and first words of what was cut, and which entry it was last. */
  private readonly seen = new Map<string, number>()
  /** Forms of lists in the text of the item that is open. */
  private readonly turnedDown = new Map<string, { value: number; row: Row }>()
  private context: Context = 'text'
  /** Capitals that were turned down go on over the next line. */
  private isShouting = false
  private endedAt: number | undefined
  private markedCount = 0

  constructor(rows: Rows) {
    this.rows = rows
  }

  cut(start: number): Entry[] {
    const { list } = this.rows
    for (let at = start; at < list.length; at += 1) {
      const row = list[at]
      if (!row) continue
      if (this.endedAt !== undefined && at - this.endedAt > 15) break
      if (consentEnd.test(row.words)) {
        const open = this.entries.at(-1)
        if (open) open.consentEnds = true
        continue
      }
      if (this.tryMarked(row, at) || this.tryUnmarked(row, at)) continue
      this.addLine(row, at)
    }
    return this.entries
  }

  private tryMarked(row: Row, at: number): boolean {
    const { mark } = row
    if (!mark || mark.rest === '' || !/^[\p{Lu}\d“"'‘($#¿¡[]/u.test(mark.rest)) return false
    if (
      (/[)]/.test(mark.readings[0]?.form ?? '') && inlineList.test(mark.rest)) ||
      fileName.test(mark.rest)
    )
      return false
    const mayOpen = this.endedAt === undefined && !this.isListBanned(at)
    const isFiledMark = mark.readings.some(({ form }) => this.rows.filedForms.has(form))
    const place =
      (isFiledMark && isFiled(mark.rest) && this.levels.placeFiled(mark)) ||
      this.levels.place(
        mark,
        mayOpen,
        (form, value) => this.endedAt === undefined && this.rows.follows(at, form, value),
      )
    if ((!place || place.opens) && this.isRepeated(row)) return true
    if (!place || this.isInText(row, mark, place.opens)) {
      for (const { form, value } of mark.readings) this.turnedDown.set(form, { value, row })
      return false
    }
    const hasEnded = this.endedAt !== undefined
    if (hasEnded && (place.depth > 1 || row.page !== this.pageOfEnd())) return false
    if ((hasEnded || row.isWrapped) && this.isOutOfStyle(row, place.depth)) return false
    if (place.opens && mark.isBare && row.isWrapped) return false
    this.levels.enter(place, mark.number)
    this.markedCount += 1
    const isWorded = place.reading.form.startsWith('section')
    this.begin(row, at, mark.number, isWorded ? partRank / 2 : place.depth)
    return true
  }

  /** An item that the page prints twice, as folded viewers and page tops do. */
  private isRepeated(row: Row): boolean {
    const first = this.seen.get(keyOf(row.mark?.number ?? '', row.words))
    if (first === undefined) return false
    const rank = this.entries[first]?.rank ?? 0
    const since = this.entries.slice(first + 1, first + 6)
    return first + 6 > this.entries.length && since.every((entry) => entry.rank >= rank)
  }

  /** An initial or a number at the start of a line of text, while the list is in capitals. */
  private isOutOfStyle(row: Row, depth: number): boolean {
    const sibling = this.lastOfRank.get(depth)
    return !row.isCapitals && sibling !== undefined && isCapitals(sibling.title[0] ?? '')
  }

  /** A list inside the item's text goes on; its lines look alike. */
  private isInText(row: Row, mark: Mark, opens: boolean): boolean {
    return mark.readings.some(({ form, value }) => {
      const inner = this.turnedDown.get(form)
      if (!inner || inner.row.isCapitals !== row.isCapitals) return false
      return opens || inner.value === value - 1
    })
  }

  /** Lists of what is proposed or attached; one that follows a finished sentence is the agenda's. */
  private isListBanned(at: number): boolean {
    if (this.context === 'boilerplate') return true
    return this.context === 'list' && !/[.!]$/.test(this.rows.list[at - 1]?.text ?? '')
  }

  private tryUnmarked(row: Row, at: number): boolean {
    if (row.mark || this.endedAt !== undefined || this.awaitsTitle()) return false
    if (
      row.isCapitals &&
      boilerplate.test(row.words) &&
      this.entries.length > 0 &&
      !procedure.test(row.words)
    ) {
      this.context = 'boilerplate'
      return true
    }
    const words = row.words.replace(continued, '')
    if (words !== row.words && this.titles.has(words)) return true
    if (this.isFiledLine(row)) {
      this.begin(row, at, null, 1)
      return true
    }
    if (!this.isHeading(row, at)) return false
    const isSub = this.isUnderMarkedSection() && !procedure.test(row.words)
    if (isSub) this.levels.closeTo(1)
    else this.levels.closeAll()
    this.begin(row, at, null, isSub ? subPartRank : partRank)
    return true
  }

  /** Only the number of the item that is open was printed yet. */
  private awaitsTitle(): boolean {
    const open = this.entries.at(-1)
    return this.context === 'title' && open !== undefined && isCodeOnly(open.title)
  }

  /** A line under a heading without numbers that begins with a file number. */
  private isFiledLine(row: Row): boolean {
    if (this.levels.depth > 0 || this.context === 'boilerplate' || row.isWrapped) return false
    return isFiled(row.words) && !isFileNumber(row.words) && this.entries.length > 0
  }

  private isHeading(row: Row, at: number): boolean {
    const wasShouting = this.isShouting
    this.isShouting = false
    if (row.isBulleted && row.isCapitals && !procedure.test(row.words)) return false
    const isLed = !row.isCapitals && leadsInCapitals(row.words)
    if (!row.isCapitals && !isLed) {
      if (/^adjourn(?:ment)?[.:]?$/i.test(row.words)) return true
      const isStep =
        procedure.test(row.words) && row.words.length <= 70 && !/[.;,]$|.{25}:$/.test(row.words)
      return (
        isStep &&
        !row.isWrapped &&
        /^\p{Lu}/u.test(row.words) &&
        (row.isBulleted ? /^[•▪●\uf0b7]/u.test(row.text) : this.levels.depth === 0)
      )
    }
    if (this.goesOn(row, at) || row.words.length > 400) {
      const isShout = this.context !== 'title' && shout.test(row.words)
      this.isShouting = isUnended(row) && (wasShouting || isShout)
      return false
    }
    const isStep = procedure.test(row.words) && row.words.length < 40
    if ((wasShouting && !isStep) || shout.test(row.words) || isSentence(row, isLed)) {
      this.isShouting = isUnended(row)
      return false
    }
    if (procedure.test(row.words)) return true
    if (this.isUnderMarkedSection()) {
      return row.isCapitals && section.test(row.words) && this.isBeforeMark(at)
    }
    return (
      section.test(isLed ? capitalsOf(row.words) : row.words) ||
      (row.isCapitals && this.isBeforeMark(at))
    )
  }

  private isUnderMarkedSection(): boolean {
    return this.levels.topForm !== undefined && this.levels.topForm === this.rows.sectionForm
  }

  /** A heading's next line, or the one after other headings, begins an item. */
  private isBeforeMark(at: number): boolean {
    for (let next = at + 1; next <= at + 5; next += 1) {
      const row = this.rows.list[next]
      if (!row) return false
      if (row.mark)
        return (
          this.levels.place(row.mark, true, () => false) !== undefined ||
          row.mark.readings.some(({ value }) => value === 1)
        )
      if (!row.isCapitals) return false
      if (procedure.test(row.words)) return true
    }
    return false
  }

  /** Capitals that go on with capitals of the line before. */
  private goesOn(row: Row, at: number): boolean {
    const before = this.rows.list[at - 1]?.text ?? ''
    if (!row.mayGoOn || /[:)”"]$/.test(before) || sectionName.test(row.words)) return false
    const isOfMark = this.context === 'title' && this.entries.at(-1)?.isUnmarked === false
    if (!row.isWrapped && !isOfMark) return false
    if (/[^.]\.$/.test(before) && !/\bnos?\.$/i.test(before)) return false
    return (
      isCapitals(before.split(' ').slice(-2).join(' ')) ||
      /(?:[,–—-]|\bno\.|\b(?:an?|the|of|and))$/i.test(before)
    )
  }

  private begin(row: Row, at: number, number: string | null, rank: number): void {
    const entry: Entry = {
      number,
      rank,
      title: [row.words],
      text: [],
      from: at,
      to: at,
      isUnmarked: number === null,
      consentEnds: false,
    }
    this.entries.push(entry)
    this.lastOfRank.set(rank, entry)
    this.titles.add(row.words)
    this.seen.set(keyOf(number ?? '', row.words), this.entries.length - 1)
    this.context = 'title'
    this.turnedDown.clear()
    this.isShouting = false
    if (adjournment.test(row.words) && !this.isEarly(at)) this.endedAt = at
    else this.endedAt = undefined
  }

  /** Some print "Adjournment in memory of" first: a list that has not begun cannot end. */
  private isEarly(at: number): boolean {
    return (
      this.markedCount === 0 &&
      this.rows.list
        .slice(at, at + 60)
        .some(({ mark }) => mark?.readings.some(({ value }) => value === 1) && !mark.isBare)
    )
  }

  private pageOfEnd(): number | undefined {
    return this.endedAt === undefined ? undefined : this.rows.list[this.endedAt]?.page
  }

  private addLine(row: Row, at: number): void {
    const open = this.entries.at(-1)
    if (!open || this.context === 'boilerplate') return
    const isLabel = label.test(row.words)
    if (this.context === 'title') {
      const goesOn =
        row.isWrapped || /^\p{Ll}/u.test(row.text) || this.goesOn(row, at) || isCodeOnly(open.title)
      if (
        goesOn &&
        (!isLabel || (isCodeOnly(open.title) && !listLabel.test(row.words))) &&
        !row.isBulleted &&
        open.title.length < titleLimit
      ) {
        open.title.push(row.text)
        open.to = at
        return
      }
      if (this.endedAt !== undefined) {
        this.context = 'boilerplate'
        return
      }
      this.context = 'text'
    }
    const isWhole = row.words.length < 40 || /^[^:]{0,40}:/.test(row.words)
    if (isLabel && (isWhole || this.context !== 'list')) {
      this.context = listLabel.test(row.words) ? 'list' : 'text'
    }
    open.text.push(row.text)
    open.to = at
  }
}

function keyOf(number: string, words: string): string {
  return `${number} ${words}`
}
