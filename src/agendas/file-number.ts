const code = String.raw`(?:[A-Z]{1,4}-?)?\d{2,4}-\d{2,5}(?:-[A-Z]?\d{1,3})?|[A-Z]{1,3}\d{4}-\d{2,5}|[A-Z]-\d{2,4}(?:-\d)?`
const leading = new RegExp(`^(${code})(?= |$)[\\s–—-]*`)
const alone = new RegExp(`^(${code})$`)
const labelled =
  /^(?:council )?(?:file|legistar|legislation|matter)(?: (?:no|number|id))?\.? ?[:#]* ?((?=[A-Z0-9.-]*\d)[A-Z0-9][A-Z0-9.-]{2,20})\b/i
const named =
  /^(?:resolution|ordinance|bill|council communication|staff report|report)(?: (?:no\.?|number)|:? ?#) ?((?=[A-Z0-9.-]*\d)[A-Z0-9][A-Z0-9-]{1,20})\b/i

/** A line that holds nothing but a file number. */
export function isFileNumber(line: string): boolean {
  return alone.test(line)
}

/** The file number a title begins with, and the title without it. */
export function takeFileNumber(title: string): { fileNumber: string | null; title: string } {
  const [whole, fileNumber] = leading.exec(title) ?? []
  const rest = whole === undefined ? title : title.slice(whole.length)
  return fileNumber && rest !== '' ? { fileNumber, title: rest } : { fileNumber: null, title }
}

/** The file number printed below a title, on a line of its own or behind its label. */
export function findFileNumber(lines: readonly string[]): string | null {
  const trimmed = lines.map((line) => line.replace(/^\(/, ''))
  for (const pattern of [alone, labelled, named]) {
    for (const line of trimmed) {
      const [, fileNumber] = pattern.exec(line) ?? []
      if (fileNumber) return fileNumber
    }
  }
  return null
}
