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
  hundred: 100,
}

/** A number as clerks print it: `5`, `1,200`, `five`, `thirty-six`, `five (5)`; for use in patterns. */
export const printedNumber = String.raw`(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]?\(\s?\d{1,4}\s?\))?|\d{1,3}(?:,\d{3}){1,2}|\d{1,5}(?:[ -]?\(\s?\d{1,4}\s?\))?)`

/** The value of what `printedNumber` matches: figures in brackets stand over the words. */
export function readNumber(printed: string): number | null {
  const figures = /\(\s?(\d{1,4})\s?\)/.exec(printed)?.[1] ?? /^\d[\d,]*/.exec(printed)?.[0]
  if (figures) return Number(figures.replaceAll(',', ''))
  const parts = printed.toLowerCase().split(/[ -]+/)
  const values = parts.map((part) => words[part])
  if (values.length === 0 || values.some((value) => value === undefined)) return null
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
