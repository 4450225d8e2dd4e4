import { fetch } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DemoMeeting } from '../../src/demo/truth.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

/** The meeting after a visit: what is due happens when somebody asks. */
async function visit(client: string, key: string): Promise<DemoMeeting> {
  await fetch(`${stage.origin(client)}/robots.txt`)
  const found = stage
    .council(client)
    .meetings()
    .find((meeting) => meeting.key === key)
  if (!found) throw new Error(`${client} lists no ${key}`)
  return found
}

const titles = ({ items }: DemoMeeting) => items.map(({ title }) => title)
const ids = ({ items }: DemoMeeting) => items.map(({ id }) => id)

describe('the scenario as time passes', () => {
  it('adds an item after a minute and leaves the ids of the others', async () => {
    const before = await visit('alderbay', 'council-next')
    stage.pass(59)
    expect(titles(await visit('alderbay', 'council-next'))).toEqual(titles(before))
    stage.pass(2)
    const after = await visit('alderbay', 'council-next')
    const added = after.items.filter(({ id }) => !ids(before).includes(id))
    expect(added.map(({ title }) => title)).toEqual([expect.stringContaining('adding 14 cameras')])
    expect(ids(before).every((id) => ids(after).includes(id))).toBe(true)
    expect(after.touchedAt.getTime()).toBeGreaterThan(before.touchedAt.getTime())
  })

  it('moves an item to consent and rewords its amount after two minutes', async () => {
    const before = await visit('alderbay', 'council-next')
    stage.pass(121)
    const after = await visit('alderbay', 'council-next')
    const axon = (meeting: DemoMeeting) => meeting.items.find(({ title }) => /Axon/.test(title))
    expect([axon(before)?.consent, axon(after)?.consent]).toEqual([false, true])
    expect(axon(before)?.title).toContain('$1,486,200')
    expect(axon(after)?.title).toContain('$1,742,900')
    expect(axon(after)?.id).toBe(axon(before)?.id)
  })

  it('moves one meeting, cancels another, drops a third and posts results', async () => {
    stage.pass(300)
    expect((await visit('mesaserena', 'council-next')).time).toBe('18:30')
    expect((await visit('harlanridge', 'workshop')).status).toBe('cancelled')
    await expect(visit('portellery', 'Municipal Council 29')).rejects.toThrow('lists no')
    const held = await visit('wexley', 'safety-yesterday')
    expect(held.items.some(({ result }) => result === 'Pass')).toBe(true)
  })

  it('breaks a portal so that it answers 200 with a page wherever one asks, until it mends', async () => {
    stage.pass(91)
    const origin = stage.origin('islamarlow')
    const read = async (path: string) => {
      const response = await fetch(origin + path, { headers: { accept: 'application/json' } })
      return [response.status, response.headers.get('content-type')]
    }
    expect(await read('/v1/islamarlow/events')).toEqual([200, 'text/html; charset=utf-8'])
    expect(await read('/Calendar.aspx')).toEqual([200, 'text/html; charset=utf-8'])
    expect(stage.advance('source-mends')).toBe(true)
    expect(await read('/v1/islamarlow/events')).toEqual([200, 'application/json; charset=utf-8'])
  })

  it('does a step when told, once, and knows which steps there are', async () => {
    expect(stage.advance('agenda-item-added')).toBe(true)
    const after = await visit('alderbay', 'council-next')
    expect(titles(after).join()).toContain('adding 14 cameras')
    stage.advance('agenda-item-added')
    stage.pass(61)
    expect(ids(await visit('alderbay', 'council-next'))).toEqual(ids(after))
    expect(stage.advance('nothing-of-the-kind')).toBe(false)
    expect(new Set(stage.steps.map(({ name }) => name)).size).toBe(stage.steps.length)
  })

  it('can be held, so that nothing happens by the clock', async () => {
    const before = await visit('alderbay', 'council-next')
    stage.hold()
    stage.pass(600)
    expect(titles(await visit('alderbay', 'council-next'))).toEqual(titles(before))
    stage.advance('agenda-item-added')
    expect(titles(await visit('alderbay', 'council-next'))).not.toEqual(titles(before))
  })

  it('is told over the network by JSON only', async () => {
    const address = `${stage.origin('alderbay')}/_demo/steps`
    const tell = async (body: string, type: string) =>
      (await fetch(address, { method: 'POST', body, headers: { 'content-type': type } })).status
    expect(await tell('"source-recovers"', 'text/plain')).toBe(415)
    await expect(fetch(stage.origin('brackenhollow'))).rejects.toThrow()
    expect(await tell('"no-such-step"', 'application/json')).toBe(404)
    expect(await tell('"source-recovers"', 'application/json')).toBe(200)
    expect((await fetch(stage.origin('brackenhollow'))).status).toBe(200)
    const listed = (await (await fetch(address)).json()) as { name: string; done: boolean }[]
    expect(listed.filter(({ done }) => done).map(({ name }) => name)).toEqual(['source-recovers'])
  })
})
