import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

const roleOf = (title: string, text = '', isOfFirm = false) =>
  readAction(title, text, false, isOfFirm).role

describe('what is bought under a rule, a report, a grant or a shared paper', () => {
  it.each([
    ['Agreement with Acme; plate reader use policy 7', '', true],
    ['Hold hearing and adopt use policy for cameras; approve agreement with Acme', '', true],
    ['Audit of claims: Acme, body cameras, $9,000', '', true],
    ['Introduction of bond ordinance, $900,000, body cameras', '', false],
    ['Favorable report on gunshot sensors, $90,000 a year', '', false],
    [
      'Ordinance 7-24, Safety plan, Acme',
      'An ordinance authorizing the Chief to enter into an agreement for cameras.',
      true,
    ],
    ['State fund expenditure plan, plate readers, Byrne JAG', '', false],
    [
      'Council discussion, drone',
      'The Chief reported and asked for a drone at $9,000. Ald. Reed so moved, and it carried.',
      false,
    ],
    ['Body camera grant', 'The Board resolved that the contract be awarded to Acme.', false],
    ['Joint powers agreement, drone team – buy-in', 'The fee is $9,000.', false],
  ] as const)('%s', (title, text, isOfFirm) => {
    expect(roleOf(title, text, isOfFirm)).toBe('procurement')
  })

  it.each([
    ['Adopt plate reader use policy', '', true, 'policy'],
    ['Adopt use policy for readers, before any agreement with Acme', '', true, 'policy'],
    ['Annual report on the agreement with Acme, drones', '', true, 'report'],
    ['Sub-award of directed spending request, cameras', '', false, 'grant'],
    [
      'Council discussion, drone',
      'The Chief reported that a drone would cost $9,000. No vote was taken.',
      false,
      'report',
    ],
    ['Joint powers agreement, drone team', 'No fee is charged.', false, 'data-sharing'],
  ] as const)('%s stays what it is', (title, text, isOfFirm, role) => {
    expect(roleOf(title, text, isOfFirm)).toBe(role)
  })
})
