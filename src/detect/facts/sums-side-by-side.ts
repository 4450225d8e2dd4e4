import type { PrintedSum } from './amount.ts'

type MutableSum = { -readonly [Key in keyof PrintedSum]: PrintedSum[Key] }

/** "Appropriate $90,000 and authorize $85,500 in bonds": what is borrowed pays for what is spent. */
export function leaveOutBonds(text: string, sums: readonly MutableSum[]): void {
  for (const [at, borrowed] of sums.entries()) {
    const spent = sums[at - 1]
    if (!spent?.cents || !borrowed.cents || spent.cents < borrowed.cents) continue
    if (borrowed.start - spent.end > farthestBonds) continue
    if (!ofBonds.test(text.slice(borrowed.end, borrowed.end + 60).replace(/\s+/g, ' '))) continue
    if (!borrows.test(text.slice(spent.end, borrowed.start))) continue
    borrowed.use = 'available'
    if (spent.use === 'other' || spent.use === 'movement') spent.use = 'amount'
  }
}

const farthestBonds = 240
const borrows = /\b(?:authoriz|issu|provid|financ|borrow)\w*/i
const ofBonds =
  /^\)?,? (?:(?:of|in) )?(?:(?!for\b|to\b|from\b)[\w-]+ ){0,5}(?:bonds?|notes|obligations)\b/i

/** "Camera 25 $700.00 $17,500.00": a count, the price of one and what the row comes to. */
export function joinRows(text: string, sums: readonly MutableSum[]): void {
  for (const [at, whole] of sums.entries()) {
    const one = sums[at - 1]
    if (!one?.cents || !whole.cents || whole.start - one.end > longestGap) continue
    const between = ofRow.exec(text.slice(one.end, whole.start))
    if (!between) continue
    const before = countBefore.exec(text.slice(Math.max(0, one.start - longestGap), one.start))
    const count = Number(between[1] ?? before?.[1])
    if (count > 1 && count * one.cents === whole.cents) one.use = 'per-unit'
  }
}

const longestGap = 16
const ofRow = /^[ \t\n|]{1,8}(?:[x\u00d7] ?)?(?:(\d{1,4})[ \t\n|=]{1,6})?$/i
const countBefore = /\b(\d{1,4})(?:\.0{1,2})?[ \t\n|]{1,8}$/
