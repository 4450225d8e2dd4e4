// Puts every portal of the simulated nation on the list of sources, as if an administrator had added them all.
import { product } from '../parts/product.mjs'
import { addressOf, listPathOf, rowOf } from './places.mjs'

export async function seedNation(url, { count, port, now }) {
  const { migrateDb } = await product('src/db/migrate.js')
  const { openDb } = await product('src/db/client.js')
  const { insertRows } = await product('src/db/bulk.js')
  const tables = await product('src/db/schema/index.js')
  await migrateDb({ url })
  const db = await openDb({ url })
  const numbers = Array.from({ length: count }, (_, index) => index)
  const places = numbers.map((index) => {
    const { name, state, type, population, latitude, longitude, timeZone } = rowOf(index)
    return {
      id: index + 1,
      slug: `place-${index}`,
      name: `${name} ${index}`,
      state,
      type,
      population,
      latitude,
      longitude,
      timeZone,
    }
  })
  const sources = numbers.map((index) => {
    const { platform } = rowOf(index)
    const origin = `http://${addressOf(index)}:${port}`
    const options =
      platform === 'legistar'
        ? { client: 'replica', siteUrl: origin, apiUrl: `${origin}/v1` }
        : platform === 'civicclerk'
          ? { client: 'replica', apiUrl: `${origin}/v1` }
          : {}
    return {
      id: `place-${index}`,
      jurisdictionId: index + 1,
      platform,
      client: 'replica',
      portalUrl: `${origin}${listPathOf(platform)}`,
      options,
      state: 'active',
      addedAt: now,
      nextRunAt: now,
      health: 'new',
      healthSince: now,
    }
  })
  await db.write(async (tx) => {
    await insertRows(tx, tables.jurisdictions, places)
    await insertRows(tx, tables.sources, sources)
  })
  db.close()
}
