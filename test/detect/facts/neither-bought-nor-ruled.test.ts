import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

const roleOf = (title: string, text = '') => readAction(title, text, false).role

describe('what neither buys nor rules', () => {
  it.each([
    'Sell three old fingerprint scanners by sealed bid, live scan cabinets',
    'The Chief asks to dispose of worn jail cameras',
    'List four drones on GovDeals',
    'Donate a plate reader to the Town of Mill police',
    'Speed camera hearing officer, second year',
    'Hire of one crime center analyst, grade 7',
    'Commend Officer Reed and the drone crew',
    '$9,000 settlement of the records suit over body camera video',
    'Claim, car hit by a drone: deny',
    'Camera millage, calling a special election',
    'Petition with 90 names to take down plate readers',
    'Citizen petition against plate readers – receive and file',
    'Communication – ACLU, on the police aircraft',
    'Public comment: nine speakers on plate readers',
  ])('%s', (title) => {
    expect(roleOf(title)).toBe('other')
  })

  it.each([
    ['Purchase of drones and surplus of four old drones', 'procurement'],
    ['Third amendment, speed camera hearing officer, $9,000', 'procurement'],
    ['Millage fund, Sheriff to spend $9,000: body scanner', 'procurement'],
    ['Petition to the committee: surveillance oversight ordinance', 'oversight'],
    ['Accept a drone given by the Mill family, honor the donor', 'grant'],
  ])('%s: %s', (title, role) => {
    expect(roleOf(title)).toBe(role)
  })
})
