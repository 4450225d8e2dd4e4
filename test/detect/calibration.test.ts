import { describe, expect, it } from 'vitest'
import { learnCalibration } from '../../src/detect/learn.ts'
import { calibrate } from '../../src/detect/score.ts'

/** So many items of one support, some of them relevant. */
const items = (support: number, count: number, relevant: number) =>
  Array.from({ length: count }, (_, at) => ({ support, relevant: at < relevant }))

describe('a calibration', () => {
  const unsure = [...items(0.05, 60, 1), ...items(0.5, 60, 30), ...items(0.9, 60, 54)]

  it('tells of the surest items what they were', () => {
    const knots = learnCalibration([...unsure, ...items(0.9999, 120, 120)])
    expect(calibrate(0.9999, knots)).toBeGreaterThan(0.98)
    expect(calibrate(0.5, knots)).toBeCloseTo(0.5, 1)
  })

  it('lets no handful of items speak for all above them', () => {
    const knots = learnCalibration([...unsure, ...items(0.9999, 65, 65), ...items(1, 3, 2)])
    expect(calibrate(1, knots)).toBeGreaterThan(0.95)
  })

  it('never falls, and is told between 0 and 1', () => {
    const mixed = [...items(0.2, 50, 20), ...items(0.6, 50, 5), ...items(0.8, 50, 45)]
    const knots = learnCalibration(mixed)
    const shares = knots.map(([, share = 0]) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect([knots[0]?.[0], knots.at(-1)?.[0]]).toEqual([0, 1])
  })

  it('of no items at all is a straight line', () => {
    expect(calibrate(0.3, learnCalibration([]))).toBeCloseTo(0.3)
  })
})
