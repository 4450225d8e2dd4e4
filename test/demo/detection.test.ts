import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoItem } from '../../src/demo/truth.ts'
import { createDetector } from '../../src/detect/detect.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  for (const { name } of stage.steps) stage.advance(name)
})
afterAll(() => stage.close())

const detector = createDetector()

/** Every item with a file, each title once. */
function listBusiness(): DemoItem[] {
  const items = stage.councils
    .flatMap((council) => council.meetings())
    .flatMap((meeting) => meeting.items)
    .filter(({ matter }) => matter !== null)
  return [...new Map(items.map((item) => [item.title, item])).values()]
}

const judge = ({ title, matter, section }: DemoItem) =>
  detector.detect({ title, text: matter?.text ?? '', section })

describe('detection over the scenario', () => {
  it('finds what is bought, almost always with its technology', () => {
    const planned = listBusiness().filter(({ matter }) => matter?.technologies.length)
    const found = planned.filter((item) => {
      const { technologies } = judge(item)
      return item.matter?.technologies.some((id) => technologies.includes(id))
    })
    expect(planned.length).toBeGreaterThanOrEqual(20)
    expect(found.length / planned.length).toBeGreaterThanOrEqual(0.9)
  })

  it('leaves everyday business alone, sewer cameras and library books too', () => {
    const everyday = listBusiness().filter(({ matter }) => !matter?.technologies.length)
    expect(everyday.map(({ title }) => title).join('\n')).toMatch(/sewer closed-circuit camera/)
    const shouted = everyday.filter((item) => judge(item).relevant)
    expect(shouted.map(({ title }) => title)).toEqual([])
  })
})
