import { phrasings } from './values.ts'

phrasings(
  'term',
  [
    ['a five-year agreement with Flock Group Inc.', { months: 60 }],
    ['for a term of three (3) years', { months: 36 }],
    ['for a term of\nthree (3) years', { months: 36 }],
    ['a 60-month subscription', { months: 60 }],
    ['a three (3) year contract', { months: 36 }],
    ['Initial Term: 24 months', { months: 24 }],
    ['The term shall be five years from the date of signature', { months: 60 }],
    ['A FIVE YEAR AGREEMENT FOR BODY CAMERAS', { months: 60 }],
    ['the agreement is for five years', { months: 60 }],
    ['over a period of 36 months', { months: 36 }],
    ['a twelve-month lease', { months: 12 }],
    ['an eighteen (18) month extension', { months: 18 }],
    ['a one-year pilot program', { months: 12 }],
  ],
  [
    'the officer served for 25 years',
    'ages 5 to June',
    'two additional one-year terms',
    'footage is stored for two years',
    'a three-year retention period',
    'residents older than 21 years',
    'employees with five years of experience',
    'Renewal Term: 24 months',
    'in a period of 18 months, thefts rose',
    'over the three-year grant period',
    'sales were level for two years',
  ],
)

phrasings(
  'term-start',
  [
    ['from July 1, 2026 through June 30, 2031', { date: '2026-07-01' }],
    ['effective as of 7/1/2026', { date: '2026-07-01' }],
    ['commencing on Sept. 1, 2026', { date: '2026-09-01' }],
    ['for the contract period July 1st, 2026 - June 30th, 2031', { date: '2026-07-01' }],
  ],
  ['The meeting of July 1, 2026', 'from Acme on time', 'effective February 31, 2026'],
)

phrasings(
  'term-end',
  [
    ['from July 1, 2026 through June 30, 2031', { date: '2031-06-30' }],
    ['from July 1, 2026 to June 30, 2031', { date: '2031-06-30' }],
    ['from July 1, 2026\nthrough June 30, 2031', { date: '2031-06-30' }],
    ['term July 1, 2026 - June 30, 2031', { date: '2031-06-30' }],
    ['expiring on 6/30/2031', { date: '2031-06-30' }],
  ],
  [
    'Contract Compliance expires 6/20/2025',
    'to June 30, 2031',
    'the quote expires 6/20/2025',
    'July 1, 2026 to June 30, 2027: training of staff',
    'the closeout phase (July 1, 2026 - June 30, 2027)',
  ],
)
