import type { Action, FactBody, FactKind } from '../../src/model/facts.ts'
import { longDate } from '../dates.ts'
import { counted, money } from './money.ts'

/** Kinds of facts as people ask for them. */
export const factLabels: Readonly<Record<FactKind, string>> = {
  technology: 'Technology',
  vendor: 'Vendor',
  product: 'Product',
  reseller: 'Sold by',
  amount: 'Sum printed',
  term: 'Runs for',
  'term-start': 'Begins',
  'term-end': 'Ends',
  options: 'Options to extend',
  'auto-renewal': 'Renews by itself',
  notice: 'Notice to end it',
  quantity: 'Number',
  'unit-price': 'One device a year',
  funding: 'Paid from',
  route: 'How it is bought',
  'contract-number': 'Contract number',
  procedure: 'Step',
  department: 'Department',
  retention: 'Data kept for',
  sharing: 'Data shared with',
  'policy-document': 'Policy paper named',
  contact: 'Contact printed',
  comment: 'How to comment, as printed',
}

/** The same, for what was looked for and not found. */
export const missingWords: Readonly<Partial<Record<FactKind, string>>> = {
  amount: 'what it costs',
  term: 'how long it runs',
  'auto-renewal': 'whether it renews by itself',
  funding: 'what it is paid from',
  route: 'how it is bought (bids, sole source, cooperative)',
  quantity: 'how many devices',
  retention: 'how long data is kept',
  sharing: 'who the data is shared with',
  'policy-document': 'a use policy or impact report',
}

/** What an item does, as a tag. */
export const purposeWords: Readonly<Record<Action, string | null>> = {
  'approve-contract': 'Purchase or contract',
  renew: 'Renewal',
  amend: 'Amendment',
  'accept-grant': 'Grant',
  'adopt-policy': 'Use policy',
  'annual-report': 'Report',
  hearing: 'Hearing',
  ordinance: 'Law or rule',
  mou: 'Agreement to share or cooperate',
  terminate: 'Ending a contract',
  other: null,
}

const uses: Readonly<Record<string, string>> = {
  closing: 'of this item',
  increase: 'increase',
  'not-to-exceed': 'not to exceed',
  spending: 'to be spent',
  grant: 'grant',
  amount: 'amount',
  movement: 'moved between budgets',
  'new-total': 'new total',
  previous: 'before',
  annual: 'a year',
  'per-unit': 'per piece',
  penalty: 'fine',
  credit: 'credit',
}

function duration(months: number): string {
  return months % 12 === 0
    ? counted(months / 12, 'year', 'years')
    : counted(months, 'month', 'months')
}

function days(count: number): string {
  if (count < 1) return counted(Math.round(count * 24), 'hour', 'hours')
  return counted(count, 'day', 'days')
}

/** A fact's value in words. */
export function factValue(fact: FactBody): string {
  switch (fact.kind) {
    case 'amount': {
      const use = uses[fact.value.use]
      return `${money(fact.value.cents)}${use ? `, ${use}` : ''}`
    }
    case 'technology':
    case 'vendor':
      return fact.value.id
    case 'product':
    case 'reseller':
      return fact.value.name
    case 'unit-price':
      return money(fact.value.cents)
    case 'term':
      return duration(fact.value.months)
    case 'term-start':
    case 'term-end':
      return longDate(fact.value.date)
    case 'options': {
      const { count, months } = fact.value
      return months === null ? `${count}` : `${count} of ${duration(months)}`
    }
    case 'auto-renewal':
      return fact.value.renews ? 'yes' : 'no'
    case 'notice':
    case 'retention':
      return days(fact.value.days)
    case 'quantity': {
      const { count, of, is } = fact.value
      return `${count} ${of}${is === 'added' ? ', more' : is === 'total' ? ', in total' : ''}`
    }
    case 'funding':
      return fact.value.source
    case 'route':
      return fact.value.route
    case 'contract-number':
      return fact.value.number
    case 'procedure':
      return fact.value.step
    case 'department':
      return fact.value.name
    case 'sharing':
      return fact.value.isDenied ? `not ${fact.value.with}` : fact.value.with
    case 'policy-document':
      return fact.value.document
    case 'contact':
    case 'comment':
      return fact.value.words
  }
}
