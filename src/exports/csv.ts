import { stringify } from 'csv-stringify/sync'
import type { RecordPages } from './export-findings.ts'
import type { FindingRecord } from './finding-record.ts'

export const csvType = 'text/csv; charset=utf-8; header=present'

/** Columns in order, named as `FindingRecord` names them. */
export const csvColumns = [
  'id',
  'meetingId',
  'sourceId',
  'place',
  'placeName',
  'state',
  'body',
  'date',
  'time',
  'timeZone',
  'startsAt',
  'status',
  'statusText',
  'location',
  'noLongerListedSince',
  'isUnconfirmed',
  'itemNumber',
  'title',
  'section',
  'isConsent',
  'fileNumber',
  'removedAt',
  'action',
  'result',
  'technologies',
  'vendors',
  'band',
  'score',
  'amountCents',
  'amountQuote',
  'quote',
  'reasons',
  'officialUrl',
  'pageUrl',
  'firstSeenAt',
  'foundAt',
  'changedAt',
  'detectorVersion',
  'role',
  'purpose',
  'evidence',
  'documents',
  'amountGrade',
  'annualCents',
  'previousCents',
  'newTotalCents',
  'unitPriceCents',
  'devices',
  'termMonths',
  'termStart',
  'termEnd',
  'options',
  'renewsByItself',
  'noticeDays',
  'funding',
  'routes',
  'contractNumbers',
  'procedure',
  'departments',
  'products',
  'resellers',
  'retentionDays',
  'sharedWith',
  'policyDocuments',
  'missingFacts',
  'pagesRead',
  'questions',
  'conflicts',
  'facts',
] as const satisfies readonly (keyof FindingRecord)[]

/**
 * Starts that a spreadsheet may take for a formula: the signs, their full-width, small and typographic
 * forms, and controls; also behind blanks and characters that nobody sees.
 */
const formula =
  /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n\0])/u

/**
 * A text cell. The rule, told in the file's help: a text that a spreadsheet could take for a formula
 * gets a leading apostrophe, lone surrogates become U+FFFD, and nothing else is changed.
 */
export function csvText(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, '\uFFFD')
  return formula.test(whole) ? `'${whole}` : whole
}

/** Numbers stay numbers and stand bare; yes and no are `true` and `false`; `null` is empty. */
function cell(record: FindingRecord, column: (typeof csvColumns)[number]): string | number {
  if (column === 'evidence') {
    return csvText(record.evidence.map(({ quote }) => quote).join(' | '))
  }
  if (column === 'documents') {
    const words = record.documents.map(({ title, url, goneSince }) =>
      [title, url, goneSince && `gone since ${goneSince}`].filter((part) => part).join(' '),
    )
    return csvText(words.join(' | '))
  }
  if (column === 'conflicts') {
    const words = record.conflicts.map(({ kind, says: [one, other] }) => {
      return `${kind}: "${one.quote}" or "${other.quote}"`
    })
    return csvText(words.join(' | '))
  }
  if (column === 'facts') {
    return csvText(record.facts.map(({ kind, quote }) => `${kind}: "${quote}"`).join(' | '))
  }
  const value = record[column]
  if (value === null) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return String(value)
  return csvText(typeof value === 'string' ? value : value.join('; '))
}

const byteOrderMark = '\uFEFF'

function lines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], {
    record_delimiter: '\r\n',
    quoted_string: true,
    quoted_empty: true,
  })
}

/**
 * Comma-separated values (RFC 4180) in UTF-8 with a byte order mark and CR LF; every text is
 * quoted. `technologies`, `vendors` and `reasons` are joined by "; ", the quotes of `evidence`,
 * `conflicts` and `facts` and the
 * `documents` by " | ".
 */
export async function* writeCsv(pages: RecordPages): AsyncGenerator<string> {
  yield byteOrderMark + lines([[...csvColumns]])
  for await (const records of pages) {
    yield lines(records.map((record) => csvColumns.map((column) => cell(record, column))))
  }
}
