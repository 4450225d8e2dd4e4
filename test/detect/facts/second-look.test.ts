import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

const roleOf = (title: string, text = '') => readAction(title, text, false).role

describe('what buys after all', () => {
  it.each([
    ['Ordinance allowing up to $50,000 to be spent on cameras for interview rooms', ''],
    [
      'License plate reader policy; Amendment No. 2 with Acme',
      'Staff recommends that Council adopt the policy and authorize Amendment No. 2, adding $24,500.',
    ],
    [
      'Body camera policy',
      'Motion to adopt policy 2.9 and approve the purchase of storage at $5,880. Carried.',
    ],
    ['Drone use policy and two drones, $14,000', ''],
    ['Use policy for drones and lease with Acme', 'The lease comes to $24,500 a year.'],
  ])('%s', (title, text) => {
    expect(roleOf(title, text)).toBe('procurement')
  })

  it.each([
    ['Ordinance on red light cameras; fines of $150', ''],
    ['Drone policy', 'The policy was presented. Staff asked for comments. Drones cost $14,000.'],
  ])('is no rule with a fine, nor what is only told: %s', (title, text) => {
    expect(roleOf(title, text)).not.toBe('procurement')
  })
})

describe('a name that no rule reads', () => {
  it.each([
    ['JAG 2026, plate readers', '', 'grant'],
    ['Plate reader', 'The state has $9,000 for it. Motion to accept the funds carried.', 'grant'],
    ['Task force on plate readers', '', 'oversight'],
    ['Plate readers: guidelines', '', 'policy'],
    ['Ankle units, late fee', '', 'policy'],
    ['Gunfire sensors', 'A member complained of false alerts.', 'report'],
    [
      'Gunfire sensors, third quarter',
      'The Chief reported 41 alerts and eleven casings.',
      'report',
    ],
    ['Plate readers for the Grant County jail', '', 'procurement'],
    ['Plate readers, results of RFP 7', '', 'procurement'],
    ['Plate readers', '', 'procurement'],
  ])('%s', (title, text, role) => {
    expect(roleOf(title, text)).toBe(role)
  })
})
