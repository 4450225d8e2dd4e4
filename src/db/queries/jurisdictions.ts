import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Jurisdiction } from '../../model/jurisdiction.ts'
import type { Tx } from '../client.ts'
import { jurisdictions } from '../schema/jurisdictions.ts'

export interface NewJurisdiction extends Omit<Jurisdiction, 'timeZone'> {
  readonly timeZone: string | null
  readonly population?: number | null
  readonly latitude?: number | null
  readonly longitude?: number | null
  readonly website?: string | null
}

/** `Saint Paul`, `MN` → `saint-paul-mn`; never empty. */
export function slugOf(name: string, state: string): string {
  const words = `${name} ${state}`
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return (words ?? ['place']).join('-').slice(0, 80)
}

/**
 * The row of this government, made if it is not there yet. The same division and type, or where
 * no division is known the same name, state and type, is the same government.
 */
export async function findOrAddJurisdiction(tx: Tx, wanted: NewJurisdiction): Promise<number> {
  const same = wanted.divisionId
    ? and(eq(jurisdictions.divisionId, wanted.divisionId), eq(jurisdictions.type, wanted.type))
    : and(
        isNull(jurisdictions.divisionId),
        eq(jurisdictions.name, wanted.name),
        eq(jurisdictions.state, wanted.state),
        eq(jurisdictions.type, wanted.type),
      )
  const [known] = await tx
    .select({ id: jurisdictions.id, timeZone: jurisdictions.timeZone })
    .from(jurisdictions)
    .where(same)
    .limit(1)
  if (known) {
    if (known.timeZone === null && wanted.timeZone !== null) {
      await tx
        .update(jurisdictions)
        .set({ timeZone: wanted.timeZone })
        .where(eq(jurisdictions.id, known.id))
    }
    return known.id
  }
  const [added] = await tx
    .insert(jurisdictions)
    .values({ ...wanted, slug: await freeSlug(tx, slugOf(wanted.name, wanted.state)) })
    .returning({ id: jurisdictions.id })
  if (!added) throw new Error('The database gave no id for a new jurisdiction')
  return added.id
}

/** A city and a county of one name need two addresses: `orange-ca`, `orange-ca-2`. */
async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx
    .select({ slug: jurisdictions.slug })
    .from(jurisdictions)
    .where(
      sql`${jurisdictions.slug} = ${wanted} OR ${jurisdictions.slug} GLOB ${`${wanted}-[0-9]*`}`,
    )
  const slugs = new Set(taken.map((row) => row.slug))
  let slug = wanted
  for (let number = 2; slugs.has(slug); number++) slug = `${wanted}-${number}`
  return slug
}
