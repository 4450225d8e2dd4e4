import { createServer } from 'node:net'
import { fetch } from 'undici'
import { describe, expect, it } from 'vitest'
import { type DemoPortals, startDemoPortals } from '../../src/demo/portal.ts'
import { createKept, createTestHttp } from '../support/fetching.ts'
import { openStage, tuesday } from './stage.ts'

describe('startDemoPortals', () => {
  it('says when a wanted port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startDemoPortals({ now: () => tuesday, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    await new Promise((resolve) => taken.close(resolve))
  })

  it('puts the portals side by side from a wanted port on', async () => {
    // Below the ports that the system hands out, and elsewhere should somebody sit there.
    let portals: DemoPortals | undefined
    let port = 20_000 + (process.pid % 8_000)
    for (let tries = 0; portals === undefined && tries < 10; tries++) {
      port += 50
      portals = await startDemoPortals({ now: () => tuesday, port }).catch(() => undefined)
    }
    if (!portals) throw new Error('No row of free ports was found')
    const ports = portals.councils.map(({ portalUrl }) => Number(new URL(portalUrl).port))
    expect(ports).toEqual(ports.map((_, index) => port + index))
    await portals.close()
    await expect(fetch(portals.councils[0]?.portalUrl ?? '')).rejects.toThrow()
  })

  it('tells the polite client that a list is unchanged, until a step changes it', async () => {
    const stage = await openStage()
    const { memory, archive } = createKept()
    const { http } = createTestHttp({ now: () => tuesday })
    const fetcher = http.fetcherFor({ memory, archive })
    const urls = [
      `${stage.origin('alderbay')}/v1/alderbay/events?$orderby=EventId`,
      `${stage.origin('alderbay')}/Calendar.aspx`,
    ]
    const read = () => Promise.all(urls.map((url) => fetcher.get(url)))
    const first = await read()
    const second = await read()
    expect(second.map(({ isUnchanged }) => isUnchanged)).toEqual([true, true])
    expect(second.map(({ sha256 }) => sha256)).toEqual(first.map(({ sha256 }) => sha256))

    stage.advance('agenda-item-added')
    const [events, calendar] = await read()
    // The API tells when a meeting was touched; the calendar page shows nothing of its items.
    expect([events?.isUnchanged, calendar?.isUnchanged]).toEqual([false, true])
    await http.close()
    await stage.close()
  })
})
