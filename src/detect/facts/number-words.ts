const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const powers: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

const units =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

const belowHundred = `(?:(?:(?:${tens})[ -])?(?:${units}|${tens}))`

/** One word of a number that is spelled out, for use in patterns. */
export const printedNumberWord = `(?:${units}|${tens}|hundred|thousand|million|billion)`

/** A number as clerks print it: `5`, `1,200`, `five`, `thirty-six`, `five (5)`; for use in patterns. */
export const printedNumber = String.raw`(?:(?:(?:${units})[ -]hundred(?:(?: and)?[ -]${belowHundred})?|${belowHundred})(?:[ -]?\(\s?\d{1,4}\s?\))?|\d{1,3}(?:,\d{3}){1,2}|\d{1,5}(?:[ -]?\(\s?\d{1,4}\s?\))?)`

/** The value of what `printedNumber` matches: figures in brackets stand over the words. */
export function readNumber(printed: string): number | null {
  const figures = /\(\s?(\d{1,4})\s?\)/.exec(printed)?.[1] ?? /^\d[\d,]*/.exec(printed)?.[0]
  if (figures) return Number(figures.replaceAll(',', ''))
  return readNumberWords(printed)
}

/** "four hundred twelve thousand five hundred" → 412,500; `null` for what is no number. */
export function readNumberWords(printed: string): number | null {
  let total = 0
  let group = 0
  const parts = printed.toLowerCase().split(/[\s-]+/)
  for (const part of parts) {
    if (part === 'and') continue
    const power = powers[part]
    const value = words[part]
    if (value !== undefined) group += value
    else if (power === 100) group = (group || 1) * 100
    else if (power !== undefined) {
      total += (group || 1) * power
      group = 0
    } else return null
  }
  const value = total + group
  return value > 0 && Number.isSafeInteger(value * 100) ? value : null
}
