import { afterEach, describe, expect, it } from 'vitest'
import { createKept, createTestHttp, permitted } from '../support/fetching.ts'
import { startLoopback } from '../support/loopback.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function portal(status = 200) {
  let served = 0
  const server = await startLoopback((_request, response) => {
    served += 1
    response.writeHead(status, { 'content-type': 'text/html' }).end(`answer ${served}`)
  })
  const { http, clock } = createTestHttp()
  closing.push(server.close, http.close)
  const kept = createKept()
  const fetcher = http.fetcherFor({ ...kept, permission: permitted })
  const get = async (freshForMs?: number) =>
    await fetcher.get(`${server.origin}/a`, {
      alsoAccept: [404],
      ...(freshForMs !== undefined && { freshForMs }),
    })
  return { get, clock, kept, served: () => served }
}

describe('an answer young enough for who asks', () => {
  it('is given from the archive, unchanged, with the time it came', async () => {
    const { get, clock, served } = await portal()
    const first = await get()
    clock.move(59_000)
    const again = await get(60_000)
    expect(again).toMatchObject({ isUnchanged: true, fetchedAt: first.fetchedAt, status: 200 })
    expect(again.text()).toBe('answer 1')
    expect(served()).toBe(1)
  })

  it('is asked for again once it is older, or when nobody allowed an old one', async () => {
    const { get, clock, served } = await portal()
    await get()
    clock.move(60_000)
    expect((await get(60_000)).text()).toBe('answer 2')
    expect((await get()).text()).toBe('answer 3')
    expect(served()).toBe(3)
  })

  it('is asked for again when it was an error, or its bytes are lost', async () => {
    const failing = await portal(404)
    await failing.get()
    await failing.get(60_000)
    expect(failing.served()).toBe(2)

    const losing = await portal()
    await losing.get()
    losing.kept.stored.clear()
    expect((await losing.get(60_000)).text()).toBe('answer 2')
  })
})
