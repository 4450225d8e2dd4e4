import { describe, expect, it } from 'vitest'
import {
  platformLabel,
  readByAddressAlone,
  recogniseAddress,
  unverified,
} from '../../scrapers/platforms.ts'
import { readDirectory } from '../../src/directory/read.ts'
import type { DirectoryRow } from '../../src/directory/row.ts'
import { largestCities, otherNames, remarks, withoutRow } from './largest-cities.ts'

/** Those that hold items first, recordings last: the row that would be chosen for a council. */
const preferred =
  'chicago portland minneapolis legistar primegov civicclerk escribe iqm2 onbase civicplus civicweb boarddocs novusagenda municode destiny granicus champds swagit laserfiche civiclive plain-page'.split(
    ' ',
  )

function findRows(rows: readonly DirectoryRow[], name: string, state: string): DirectoryRow[] {
  const wanted = otherNames[name] ?? name
  return rows
    .filter((row) => row.state === state && row.name === wanted && row.type !== 'school')
    .sort((a, b) => preferred.indexOf(a.platform) - preferred.indexOf(b.platform))
}

const { rows } = readDirectory()
const cities = largestCities.map(({ name, state }, at) => ({
  rank: at + 1,
  name,
  state,
  rows: findRows(rows, name, state),
}))

const head = (
  found: number,
  unverifiedCount: number,
  byPage: number,
) => `# The hundred largest cities

How each of the hundred largest cities (census of 2020) is read: the portals that the shipped directory has of it, the one with
most of an agenda first. \`npx vitest run test/directory/largest-cities.test.ts --update\` writes this page; a test holds that it is true.

- **listed**: the portal was seen in public source code or search results, and nobody of this project has asked it.
  **unverified**: besides, no recording of any portal of that platform was at hand, so nobody has seen its adapter work.
- **unseen**: a page of the city's own whose address stands in public code. Nobody of this project has seen that files with
  their days stand on it; the remark tells on what the row stands.
- ${found} of the hundred have a portal in the directory that has an adapter: ${unverifiedCount} of these are unverified, ${byPage} such an unseen
  page. Where a row turns out to be wrong paste the address of the page that lists the agendas: a page of files with their
  days is read without anything more.

| | city | read as | portals |
|---|---|---|---|
`

function line({ rank, name, state, rows }: (typeof cities)[number]): string {
  const [first] = rows
  if (!first) return `| ${rank} | ${name}, ${state} | **no portal listed** | ${withoutRow[name]} |`
  const isUnseen = readByAddressAlone.has(first.platform)
  const state_ = unverified.has(first.platform) ? 'unverified' : isUnseen ? 'unseen' : 'listed'
  const portals = rows.map(({ portalUrl }) => `<${portalUrl}>`).join(' ')
  const remark = remarks[name] ? ` ${remarks[name]}` : ''
  return `| ${rank} | ${name}, ${state} | ${platformLabel(first.platform)}, ${state_} | ${portals}${remark} |`
}

describe('the hundred largest cities', () => {
  it('are told with their portals in docs/largest-cities.md', async () => {
    const found = cities.filter((city) => city.rows.length > 0).length
    const readAs = cities.flatMap(({ rows: [first] }) => (first ? [first.platform] : []))
    const unproved = readAs.filter((platform) => unverified.has(platform)).length
    const byPage = readAs.filter(
      (platform) => readByAddressAlone.has(platform) && !unverified.has(platform),
    ).length
    await expect(
      `${head(found, unproved, byPage)}${cities.map(line).join('\n')}\n`,
    ).toMatchFileSnapshot('../../docs/largest-cities.md')
  })

  it('have a portal each, or are named as those that have none', () => {
    expect(cities).toHaveLength(100)
    const without = cities.filter((city) => city.rows.length === 0).map(({ name }) => name)
    expect(without).toEqual(Object.keys(withoutRow))
  })

  it('have portals whose addresses lead to an adapter', () => {
    const unread = cities
      .flatMap((city) => city.rows)
      .filter(({ platform }) => !readByAddressAlone.has(platform))
      .filter(({ portalUrl, platform }) => recogniseAddress(portalUrl)?.platform !== platform)
    expect(unread.map(({ portalUrl }) => portalUrl)).toEqual([])
  })
})
