import type { Mark, MarkReading } from './marks.ts'

/** One open list of the agenda. */
interface Level {
  readonly form: string
  /** As printed, of the item that is open in it. */
  readonly number: string
  readonly value: number
  readonly above: string
}

/** Where a mark puts its item. */
export interface Place {
  readonly reading: MarkReading
  /** How many lists it stands in, from 1. */
  readonly depth: number
  readonly opens: boolean
}

const deepest = 5

/**
 * The lists that are open while an agenda is read. A mark is an item's only when it goes on with
 * one of them, or begins one where one may begin: dates, amounts and sections of law do not.
 */
export class Levels {
  private levels: Level[] = []
  /** The last value of lists that were closed, for those that count on through all sections. */
  private readonly closed = new Map<string, number>()

  get depth(): number {
    return this.levels.length
  }

  /** The form of the outermost list that is open. */
  get topForm(): string | undefined {
    return this.levels[0]?.form
  }

  /** Where `mark` would stand; nothing is changed. `undefined`: it goes on with nothing. */
  place(
    mark: Mark,
    mayOpen: boolean,
    follows: (form: string, value: number) => boolean,
  ): Place | undefined {
    for (let at = this.levels.length - 1; at >= 0; at -= 1) {
      const level = this.levels[at]
      const reading = mark.readings.find(
        (one) => level && one.form === level.form && this.goesOn(one, level, at),
      )
      if (reading) return { reading, depth: at + 1, opens: false }
    }
    for (const reading of mark.readings) {
      const last = this.closed.get(reading.form)
      const runsOn =
        this.levels.length === 0 || (mayOpen && /1|bare|item|section/.test(reading.form))
      if (runsOn && last === reading.value - 1 && reading.above === '') {
        return { reading, depth: this.levels.length + 1, opens: false }
      }
    }
    if (mayOpen && this.levels.length < deepest) {
      const first = mark.readings.filter((one) => this.begins(one))
      const reading = first.find(({ form }) => follows(form, 2)) ?? first[0]
      if (reading) return { reading, depth: this.depthUnder(reading) + 1, opens: true }
    }
    return this.afterGap(mark, follows)
  }

  /** Where a mark stands that is an item by its file number, whatever its number is. */
  placeFiled(mark: Mark): Place | undefined {
    const reading = mark.readings[0]
    if (!reading) return undefined
    const at = this.levels.findIndex(({ form }) => form === reading.form)
    const depth = at < 0 ? Math.min(this.depthUnder(reading), deepest - 1) + 1 : at + 1
    return { reading, depth, opens: false }
  }

  /** Enters the item: deeper lists close. */
  enter(place: Place, number: string): void {
    const { form, value, above } = place.reading
    this.closeTo(place.depth - 1)
    this.closed.delete(form)
    this.levels.push({ form, number, value, above })
  }

  /** Closes all lists: an unnumbered heading begins another part. */
  closeAll(): void {
    this.closeTo(0)
  }

  /** Closes the lists deeper than `depth`. */
  closeTo(depth: number): void {
    for (const { form, value } of this.levels.splice(depth)) this.closed.set(form, value)
  }

  private goesOn(reading: MarkReading, level: Level, at: number): boolean {
    if (reading.above === level.above) return reading.value === level.value + 1
    if (reading.value !== 1) return false
    const over = this.levels[at - 1]?.number
    if (over !== undefined) return reading.above === over
    const step = Number(reading.above) - Number(level.above)
    return step >= 1 && step <= 3
  }

  /** A first value; with numbers above it, those of an item that is open. */
  private begins(reading: MarkReading): boolean {
    if (reading.above === '') return reading.value === 1
    const isOpen = this.levels.some(({ number }) => number === reading.above)
    return reading.value <= 1 && (isOpen || this.levels.length === 0)
  }

  private depthUnder(reading: MarkReading): number {
    if (reading.above === '') return this.levels.length
    const at = this.levels.findIndex(({ number }) => number === reading.above)
    return at < 0 ? this.levels.length : at + 1
  }

  /** An item whose forerunner is not printed, or could not be read. */
  private afterGap(
    mark: Mark,
    follows: (form: string, value: number) => boolean,
  ): Place | undefined {
    for (let at = this.levels.length - 1; at >= 0; at -= 1) {
      const level = this.levels[at]
      for (const reading of mark.readings) {
        if (!level || reading.form !== level.form || reading.above !== level.above) continue
        const gap = reading.value - level.value
        if (gap > 1 && gap <= 3 && follows(reading.form, reading.value + 1)) {
          return { reading, depth: at + 1, opens: false }
        }
      }
    }
    return undefined
  }
}
