const code = String.raw`(?:[A-Z]{1,4}-?)?\d{2,4}-\d{2,5}(?:-[A-Z]?\d{1,3})?|[A-Z]{1,3}\d{4}-\d{2,5}|[A-Z]-\d{2,4}(?:-\d)?`
const leading = new RegExp(`^(${code})(?=[.:]? |$)[.:]?[\\s–—-]*`)
const alone = new RegExp(`^(${code})$`)
const labelled =
  /^(?:council )?(?:file|legistar|legislation|matter)(?: (?:no|number|id))?\.? ?[:#]* ?((?=[A-Z0-9.-]*\d)[A-Z0-9][A-Z0-9.-]{2,20})\b/i
const named =
  /^(?:resolution|ordinance|bill|council communication|staff report|report)(?: (?:no\.?|number)|:? ?#) ?((?=[A-Z0-9.-]*\d)[A-Z0-9][A-Z0-9-]{1,20})\b/i

/** "2021-22 budget" and "2021-2022 budget": years of account, which look like file numbers. */
function isYears(text: string): boolean {
  const [, from, to] = /^(20\d\d)-(\d{2}|20\d\d)(?!\d)/.exec(text) ?? []
  return to !== undefined && Number(to) % 100 === (Number(from) + 1) % 100
}

/** A line that holds nothing but a file number. */
export function isFileNumber(line: string): boolean {
  return alone.test(line) && !isYears(line)
}

/** A line that begins with a file number. */
export function isFiled(line: string): boolean {
  return leading.test(line) && !isYears(line)
}

/** The file number a title begins with, and the title without it. */
export function takeFileNumber(title: string): { fileNumber: string | null; title: string } {
  const [whole, fileNumber] = isYears(title) ? [] : (leading.exec(title) ?? [])
  const rest = whole === undefined ? title : title.slice(whole.length)
  return fileNumber && rest !== '' ? { fileNumber, title: rest } : { fileNumber: null, title }
}

/** The file number printed below a title, on a line of its own or behind its label. */
export function findFileNumber(lines: readonly string[]): string | null {
  const trimmed = lines.map((line) => line.replace(/^\(/, ''))
  for (const pattern of [alone, labelled, named]) {
    for (const line of trimmed) {
      const [, fileNumber] = pattern.exec(line) ?? []
      if (fileNumber && !isYears(fileNumber)) return fileNumber
    }
  }
  return null
}
