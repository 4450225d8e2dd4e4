import { phrasings } from './values.ts'

phrasings(
  'quantity',
  [
    ['purchase of 41 plate readers', { count: 41, of: 'plate readers', is: 'counted' }],
    [
      'an additional ten (10) Flock Safety cameras',
      { count: 10, of: 'Flock Safety cameras', is: 'added' },
    ],
    ['ten additional cameras', { count: 10, of: 'cameras', is: 'added' }],
    ['for a total of 35 cameras', { count: 35, of: 'cameras', is: 'total' }],
    ['bringing it to 35 cameras in total', { count: 35, of: 'cameras', is: 'total' }],
    [
      'the existing 20 license plate readers',
      { count: 20, of: 'license plate readers', is: 'existing' },
    ],
    ['twenty-four (24) fixed LPR cameras', { count: 24, of: 'fixed LPR cameras', is: 'counted' }],
    ['12 new drones', { count: 12, of: 'drones', is: 'counted' }],
    ['150 body-worn camera units', { count: 150, of: 'body-worn camera units', is: 'counted' }],
    [
      'three mobile surveillance trailers',
      { count: 3, of: 'mobile surveillance trailers', is: 'counted' },
    ],
    ['LPRs: 24', { count: 24, of: 'LPRs', is: 'counted' }],
    ['TWELVE (12) POLE-MOUNTED CAMERAS', { count: 12, of: 'POLE-MOUNTED CAMERAS', is: 'counted' }],
    [
      'one hundred twenty body-worn cameras',
      { count: 120, of: 'body-worn cameras', is: 'counted' },
    ],
    ['1,200 in-car cameras', { count: 1_200, of: 'in-car cameras', is: 'counted' }],
    ['add 5 gunshot detection sensors', { count: 5, of: 'gunshot detection sensors', is: 'added' }],
    ['expand the program from 31 cameras to 46', { count: 31, of: 'cameras', is: 'existing' }],
    // Rows of an order, whose columns agree with each other.
    [
      'Name Price QTY Subtotal\nFixed Camera $2,400.00 4.00 $9,600.00\n',
      { count: 4, of: 'Fixed Camera', is: 'counted' },
    ],
    [
      'Solar Plate Reader 12 1,250.00 15,000.00',
      { count: 12, of: 'Solar Plate Reader', is: 'counted' },
    ],
    // The same, torn: each column on its own line.
    [
      'Price\nFixed Plate Reader\n$2,400.00\n4.00\n$9,600.00\nTax',
      { count: 4, of: 'Fixed Plate Reader', is: 'counted' },
    ],
    [
      'Trailer with cameras\r\n2\r\n30,000.00\r\n60,000.00\r\n',
      { count: 2, of: 'Trailer with cameras', is: 'counted' },
    ],
  ],
  [
    'Fixed Camera $2,400.00 4.00 $9,700.00',
    'Fixed Camera\n$2,400.00\n4.00\n$9,700.00',
    'Fixed Camera\n\n$2,400.00\n4.00\n$9,600.00',
    'Camera installation $2,400.00 4.00 $9,600.00',
    'Office chairs $100.00 4 $400.00',
    'there were seven drone deployments',
    '57 cameras were disabled',
    '$200 cameras',
    'Section 5 cameras',
    '5 years of camera footage',
    'a 30-day camera trial',
    '2026 cameras',
    '360 degree cameras',
    'a vote of 5 in favor of cameras',
    'five apartment units',
    'Phase 2 cameras',
    '24/7 cameras',
    '10% more cameras',
  ],
)

phrasings(
  'unit-price',
  [
    ['$3,000 per camera per year', { cents: 300_000 }],
    ['$2,500/device/year', { cents: 250_000 }],
    ['$3,000.00 per LPR annually', { cents: 300_000 }],
    ['$3,000 per year per camera', { cents: 300_000 }],
  ],
  ['$3,000 per year', '$3,000 per camera', '3,000 cameras per year'],
)
