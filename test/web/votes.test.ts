import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/client.ts'
import { createSeedDb, seedPlaces } from '../support/seed.ts'
import { createTestSite } from '../support/web.ts'

let db: Db
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await createSeedDb()
  db = made.db
  remove = made.remove
  await seedPlaces(db)
})
afterAll(() => remove())

describe('votes', () => {
  it('home', async () => {
    const { app, reported } = createTestSite(db)
    const response = await app.request('/')
    expect(reported).toEqual([])
    expect(response.status).toBe(200)
  })
})
