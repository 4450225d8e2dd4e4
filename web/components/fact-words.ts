import type { Action, FactBody, FactKind } from '../../src/model/facts.ts'
import type { TaxonomyNames } from '../context.ts'
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

/** The same, for what was looked for and not found: "… in 84 pages read". */
export const notFoundWords: Readonly<Partial<Record<FactKind, string>>> = {
  amount: 'No sum that the item commits found',
  term: 'No term found',
  'auto-renewal': 'Nothing on renewal by itself found',
  funding: 'No funding source found',
  route: 'No way of buying found',
  quantity: 'No number of devices found',
  retention: 'No retention period found',
  sharing: 'Nothing on sharing of data found',
  'policy-document': 'No use policy or impact report found',
}

/** The same in a list: "Not found: …". */
export const missingWords: Readonly<Partial<Record<FactKind, string>>> = {
  amount: 'what it costs',
  term: 'how long it runs',
  'auto-renewal': 'whether it renews by itself',
  funding: 'what it is paid from',
  route: 'how it is bought',
  quantity: 'how many devices',
  retention: 'how long data is kept',
  sharing: 'who gets the data',
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
  committed: 'what the item commits',
  'one-year': 'for one year',
  option: 'for an option',
  'on-top': 'on top (contingency, tax)',
  'with-contingency': 'with the contingency, worked out',
  'over-term': 'over the whole term, worked out',
  'of-devices': 'for all devices, worked out',
  match: 'local match',
  least: 'at least',
  available: 'available in a budget',
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

const sorts = { added: ', more', total: ', in total', existing: ', before', counted: '' } as const

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
export function factValue(fact: FactBody, names: TaxonomyNames): string {
  switch (fact.kind) {
    case 'amount': {
      const use = uses[fact.value.use]
      return `${money(fact.value.cents)}${use ? `, ${use}` : ''}`
    }
    case 'technology':
      return names.technology(fact.value.id)
    case 'vendor':
      return names.vendor(fact.value.id)
    case 'product':
      return `${fact.value.name} (${names.vendor(fact.value.vendor)})`
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
      return `${count} ${of}${sorts[is]}`
    }
    case 'funding':
      return fact.value.source
    case 'route':
      return fact.value.route
    case 'contract-number':
      return `${fact.value.of} ${fact.value.number}`
    case 'procedure':
      return fact.value.step
    case 'department':
      return fact.value.name
    case 'sharing':
      return fact.value.isDenied ? `not ${fact.value.with}` : fact.value.with
    case 'policy-document':
      return fact.value.document
    case 'contact':
      return fact.value.words
    case 'comment':
      return fact.value.until ?? 'no time found'
  }
}
