import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type { Db } from '../../src/db/client.ts'
import { shippedAccuracy } from '../../src/detect/accuracy.ts'
import { createApp } from '../../web/app.tsx'
import type {
  AddSourceInput,
  AppDeps,
  DirectoryPlace,
  TaxonomyNames,
  WebEnv,
} from '../../web/context.ts'
import { archivedSha, seedNow } from './seed.ts'

const technologies: Readonly<Record<string, string>> = {
  alpr: 'Automated licence-plate readers',
  'video-surveillance': 'Video surveillance',
  'body-worn-cameras': 'Body-worn cameras',
  drones: 'Drones',
  'cell-site-simulators': 'Cell-site simulators',
  'face-recognition': 'Face recognition',
}
const vendors: Readonly<Record<string, string>> = { 'flock-safety': 'Flock Safety', axon: 'Axon' }

/** Names of the few things that seeded findings are about. */
export const seedTaxonomy: TaxonomyNames = {
  technology: (id) => technologies[id] ?? id,
  vendor: (id) => vendors[id] ?? id,
}

/** Places that the fictional directory knows beside the seeded ones. */
export const directoryPlaces: readonly DirectoryPlace[] = [
  {
    slug: 'riverton-wa',
    name: 'Riverton',
    state: 'WA',
    type: 'city',
    population: 48_210,
    distanceMiles: null,
    portals: [
      {
        id: 'https://riverton-wa.legistar.example/Calendar.aspx',
        platform: 'legistar',
        portalUrl: 'https://riverton-wa.legistar.example/Calendar.aspx',
        needsChecking: false,
      },
    ],
  },
  {
    slug: 'rivermouth-ca',
    name: 'Rivermouth',
    state: 'CA',
    type: 'city',
    population: 12_002,
    distanceMiles: null,
    portals: [
      {
        id: 'https://rivermouth.legistar.example/Calendar.aspx',
        platform: 'legistar',
        portalUrl: 'https://rivermouth.legistar.example/Calendar.aspx',
        needsChecking: true,
      },
      {
        id: 'https://rivermouth.granicus.example/ViewPublisher.php?view_id=2',
        platform: 'granicus',
        portalUrl: 'https://rivermouth.granicus.example/ViewPublisher.php?view_id=2',
        needsChecking: false,
      },
    ],
  },
]

const schools: readonly DirectoryPlace[] = [
  {
    slug: 'riverside-unified-ca',
    name: 'Riverside Unified School District',
    state: 'CA',
    type: 'school',
    population: null,
    distanceMiles: null,
    portals: [
      {
        id: 'https://riverside-unified.boarddocs.example/',
        platform: 'boarddocs',
        portalUrl: 'https://riverside-unified.boarddocs.example/',
        needsChecking: false,
      },
    ],
  },
]

export interface TestSite {
  readonly app: Hono<WebEnv>
  /** What the pages asked the worker to do, in order. */
  readonly asked: (
    | AddSourceInput
    | { readonly readNow: string }
    | { readonly acknowledge: string; readonly note: string }
  )[]
  /** Errors that reached the log. */
  readonly reported: unknown[]
}

/** The site over a test's database, with a fixed clock and commands that only remember. */
export function createTestSite(db: Db, given: Partial<AppDeps> = {}): TestSite {
  const asked: TestSite['asked'] = []
  const reported: unknown[] = []
  const folders = ['../../dist/web/public', '../../web/public']
  const app = createApp({
    db,
    now: () => seedNow,
    commands: {
      async addSource(input) {
        asked.push(input)
        return { sourceId: 'riverton-wa-legistar', place: 'riverton-wa', isNew: true }
      },
      async readNow(sourceId) {
        asked.push({ readNow: sourceId })
      },
      async acknowledge(sourceId, note) {
        asked.push({ acknowledge: sourceId, note })
      },
    },
    canChange: () => true,
    directory: {
      search: (text, limit) => {
        const fits = ({ name, state }: DirectoryPlace) =>
          `${name}, ${state}`.toLowerCase().startsWith(text.toLowerCase())
        return {
          councils: directoryPlaces.filter(fits).slice(0, limit),
          schools: schools.filter(fits).slice(0, limit),
        }
      },
      findByAddress: (address) =>
        directoryPlaces.find(({ portals }) => portals.some(({ id }) => id === address)),
    },
    recognise: (address) => {
      const url = URL.canParse(address) ? new URL(address) : undefined
      const [client, platform, last] = url?.hostname.split('.') ?? []
      return client && platform && last === 'example'
        ? { platform, client, portalUrl: address }
        : undefined
    },
    platforms: {
      label: (platform) => ({ legistar: 'Legistar', granicus: 'Granicus' })[platform] ?? platform,
      isReadable: (platform) => platform === 'legistar',
      isVerified: (platform) => platform !== 'granicus',
    },
    accuracy: shippedAccuracy,
    taxonomy: seedTaxonomy,
    archive: {
      async get(sha256) {
        if (sha256 !== archivedSha) throw new Error('not held')
        return new TextEncoder().encode('%PDF-1.4 fictional')
      },
    },
    drawPage: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    siteName: 'Watchdocket',
    isDemo: false,
    publicUrl: null,
    contentVersion: () => 1,
    publicFolders: folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url))),
    requestNumber: () => 'r-42',
    report: (error) => reported.push(error),
    ...given,
  })
  return { app, asked, reported }
}

/** A text file of the repository, by its path from the root. */
export function readRepoFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
}
