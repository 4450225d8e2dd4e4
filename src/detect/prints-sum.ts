import { fromPieces } from './pieces.ts'

const numbers = fromPieces(
  'gi',
  String.raw`(?<![\d.,])(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<rest>\.\d+)?`,
  String.raw`\s?(?<unit>million|mil\b|mm?\b|thousand|k\b|billion|b\b)?`,
)
const timesOf: Readonly<Record<string, number>> = { t: 1e3, k: 1e3, m: 1e6, b: 1e9 }
const aCent = 0.005

/**
 * Whether a text prints a sum in figures, whatever detection reads there: "$1,200.00", "1.2 million",
 * "$250K". What has to be added up or is only spelled out is not printed. Linear in the text.
 */
export function printsSum(text: string, usd: number): boolean {
  for (const { groups } of text.matchAll(numbers)) {
    const { digits = '', rest = '', unit = '' } = groups ?? {}
    const times = timesOf[unit.charAt(0).toLowerCase()] ?? 1
    const printed = Number(digits.replaceAll(',', '') + rest) * times
    if (Math.abs(printed - usd) < aCent) return true
  }
  return false
}
