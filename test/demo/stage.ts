import { type DemoCouncil, type DemoPortals, startDemoPortals } from '../../src/demo/portal.ts'

/** A stage whose clock stands still until the test moves it. */
export interface Stage extends DemoPortals {
  council(client: string): DemoCouncil
  /** Origin of a council's portal. */
  origin(client: string): string
  pass(seconds: number): void
}

/** A Tuesday at nine in the morning on the Pacific coast. */
export const tuesday = new Date('2026-05-12T16:00:00Z')

export async function openStage(startedAt = tuesday, seed?: string): Promise<Stage> {
  let now = startedAt
  const portals = await startDemoPortals({ now: () => now, ...(seed && { seed }) })
  const council = (client: string) => {
    const found = portals.councils.find((each) => each.client === client)
    if (!found) throw new Error(`no council ${client}`)
    return found
  }
  return {
    ...portals,
    council,
    origin: (client) => new URL(council(client).portalUrl).origin,
    pass: (seconds) => {
      now = new Date(now.getTime() + seconds * 1_000)
    },
  }
}
