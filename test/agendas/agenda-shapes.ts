import fc from 'fast-check'

/** Text like that of agendas and unlike it, to make a cutter stumble. */
export const agendaLine: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'CALL TO ORDER',
      'ROLL CALL',
      'CONSENT CALENDAR',
      'NEW BUSINESS',
      'ADJOURNMENT',
      'PUBLIC HEARINGS:',
      'END OF CONSENT CALENDAR',
      'Page 3 of 12',
      '- 4 -',
      '12',
      'AMERICANS WITH DISABILITIES ACT',
      'Recommendation: That the council take the following actions:',
      'Attachments: Staff Report.pdf',
      'File #: 24-0123',
      '24-0123',
      'Resolution No. 24-17',
      '• Open Forum',
      '(TT)',
      '(a)',
      'I.',
      'l.',
      'ADJOURN TO CLOSED SESSION',
      'CONSENT AGENDA (Items 2 - 4)',
      'NONE',
      '"A SENTENCE IN CAPITALS',
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '1',
          '2',
          '3',
          '4',
          'A',
          'B',
          'a',
          'b',
          'I',
          'II',
          'IV',
          '1.1',
          '2.1',
          '7.b',
          'A-1',
          '8a',
          'aa',
          'Il',
        ),
        fc.constantFrom('.', ')', ' ', ':', '.)'),
        fc.constantFrom(
          'Minutes of the last meeting',
          'APPROVE THE BUDGET',
          '24-0007 Contract with Example Co.',
          '',
          'lower case words',
          '$5,000 to be paid',
        ),
      )
      .map(([number, sign, words]) => `${number}${sign} ${words}`),
  },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 14 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
)

export const agendaLines: fc.Arbitrary<string[]> = fc.array(agendaLine, { maxLength: 80 })
