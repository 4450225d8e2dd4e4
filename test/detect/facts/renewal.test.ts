import { phrasings } from './values.ts'

phrasings(
  'options',
  [
    ['with two (2) additional one-year terms', { count: 2, months: 12 }],
    ['with two (2) optional one-year renewals', { count: 2, months: 12 }],
    ['option to extend for up to four additional one-year terms', { count: 4, months: 12 }],
    ['three 12-month extension options', { count: 3, months: 12 }],
    ['with two one-year options to renew', { count: 2, months: 12 }],
    ['and may be renewed for three successive terms', { count: 3, months: null }],
    ['an option to extend for two additional years', { count: 2, months: 12 }],
    ['Renewal Term: 24 months', { count: 1, months: 24 }],
    ['and may be extended for two additional years', { count: 2, months: 12 }],
    ['Extension options: 1 x 5 years', { count: 1, months: 60 }],
    ['two (2) option years', { count: 2, months: 12 }],
    ['a one-year contract with four annual renewals', { count: 4, months: 12 }],
    ['two renewal periods of up to twelve (12) months each', { count: 2, months: 12 }],
  ],
  [
    'a five-year term',
    'two options were discussed by 3 people',
    'for 5 years',
    'was renewed for two years',
    'Extend the Term by Five Years',
    'to extend the term for an additional two years',
    'authorizes two additional years',
  ],
)

phrasings(
  'auto-renewal',
  [
    ['will automatically renew for successive periods', { renews: true }],
    ['shall not automatically renew', { renews: false }],
    ['This Agreement will auto-renew', { renews: true }],
    ['renews automatically each July', { renews: true }],
    ['shall be automatically extended', { renews: true }],
    ['there is no automatic renewal', { renews: false }],
    ['The contract does not contain an automatic renewal clause', { renews: false }],
    ['Auto-Renewal: No', { renews: false }],
    ['Auto-Renewal: Yes', { renews: true }],
    ['Does the agreement automatically renew? No.', { renews: false }],
    ['Counsel struck the auto-renewal clause', { renews: false }],
    ['negotiated removal of the automatic renewal provision', { renews: false }],
    ['The evergreen clause has been deleted', { renews: false }],
    ['without an auto-renewal provision', { renews: false }],
    [
      'If notice is given not less than 60 days before the end, no fee is due; otherwise it will automatically renew',
      { renews: true },
    ],
    [
      'Unless notice is given not later than 30 days before, the term shall automatically renew',
      { renews: true },
    ],
    ['There is no fee, and the service renews automatically', { renews: true }],
  ],
  [
    'renewal of the contract',
    'an automatic license plate reader',
    'Auto-Renewal: Yes / No',
    'Does the agreement automatically renew?',
    'The vendor declined to remove the automatic renewal clause',
    'asked that the auto-renewal be removed',
  ],
)

phrasings(
  'notice',
  [
    ['upon thirty (30) days prior written notice', { days: 30 }],
    ['upon thirty (30) days\u2019 notice', { days: 30 }],
    ['with 60 days written notice', { days: 60 }],
    [
      'unless either Party gives notice of non-renewal at least thirty (30) days prior to',
      { days: 30 },
    ],
    ['by providing sixty (60) days\u2019 notice prior to the end of the term', { days: 60 }],
    ['on 90 calendar days\nadvance written notice', { days: 90 }],
    ['unless either party cancels at least 90 days before expiration', { days: 90 }],
    ['in writing at least 30 days before the renewal', { days: 30 }],
    ['a 90-day termination notice', { days: 90 }],
    ['upon 60 days written notification', { days: 60 }],
    ['Notice: 60 days', { days: 60 }],
    [
      'It was told at the last meeting. Notice of non-renewal is mailed 45 days prior to the end',
      { days: 45 },
    ],
  ],
  [
    '30 days after delivery',
    'the notice was posted on May 3',
    'notices are posted 10 days prior to the meeting',
    'comments in writing 10 days before the hearing',
    'may change its fees by giving sixty (60) days\u2019 notice',
  ],
)
