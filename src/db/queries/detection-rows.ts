import { and, eq, sql } from 'drizzle-orm'
import { type Detection, factOfAmount } from '../../model/detection.ts'
import { routeTag } from '../../model/facts.ts'
import { insertRows } from '../bulk.ts'
import type { Tx } from '../client.ts'
import { detections, facts, findings, findingTags } from '../schema/findings.ts'
import { agendaItems } from '../schema/meetings.ts'

/** An item, what it belongs to, and what a detector said of it. */
export interface DetectedItem {
  readonly id: number
  readonly meetingId: number
  readonly jurisdictionId: number
  readonly sortAt: Date
  readonly detection: Detection
}

/** The words a list shows for a finding: those of its best supported technology. */
function strongestQuote({ evidence, technologies, vendors }: Detection): string {
  const strongest =
    evidence.find(({ technology }) => technology !== null && technology === technologies[0]) ??
    evidence.find(({ vendor }) => vendor !== null && vendor === vendors[0]) ??
    evidence[0]
  return strongest?.quote ?? ''
}

/** Every sum printed and, first, what the item commits, which may be worked out from several. */
function amountFacts({ facts: { committed, amounts } }: Detection) {
  return [...(committed ? [committed] : []), ...amounts].map(factOfAmount)
}

/** Ways of buying that the words state, as filters know them. */
function routesOf({ facts: { stated } }: Detection): string[] {
  const routes = stated.flatMap((fact) =>
    fact.kind === 'route' && fact.grade === 'stated' ? [routeTag(fact.value.route)] : [],
  )
  return [...new Set(routes)]
}

/**
 * Replaces everything detection has said of these items. A finding that stays keeps when it was
 * found and what a reviewer said; one that a reviewer judged stays even if a detector no longer
 * sees it. Gives how many of the items are findings now, and whether any is or was one.
 */
export async function replaceDetections(
  tx: Tx,
  items: readonly DetectedItem[],
  { detectorVersion, foundAt }: { readonly detectorVersion: string; readonly foundAt: Date },
): Promise<{ readonly findings: number; readonly isShown: boolean }> {
  if (items.length === 0) return { findings: 0, isShown: false }
  const all = sql`(SELECT value FROM json_each(${JSON.stringify(items.map(({ id }) => id))}))`
  const found = items.flatMap((item) => {
    const { band } = item.detection
    return band === 'none' ? [] : [{ ...item, band }]
  })
  const kept = sql`(SELECT value FROM json_each(${JSON.stringify(found.map(({ id }) => id))}))`

  await tx.delete(detections).where(sql`${detections.agendaItemId} IN ${all}`)
  await tx.delete(facts).where(sql`${facts.agendaItemId} IN ${all}`)
  await tx.delete(findingTags).where(sql`${findingTags.agendaItemId} IN ${kept}`)
  const gone = await tx
    .delete(findings)
    .where(
      and(
        sql`${findings.agendaItemId} IN ${all}`,
        sql`${findings.agendaItemId} NOT IN ${kept}`,
        eq(findings.review, 'pending'),
      ),
    )
    .returning({ id: findings.agendaItemId })

  await insertRows(
    tx,
    findings,
    found.map(({ id, meetingId, jurisdictionId, sortAt, band, detection }) => ({
      agendaItemId: id,
      meetingId,
      jurisdictionId,
      sortAt,
      band,
      score: detection.score,
      technologies: detection.technologies,
      vendors: detection.vendors,
      amountCents: detection.facts.committed?.cents ?? null,
      amountQuote: detection.facts.committed?.quote ?? null,
      reasons: detection.reasons,
      quote: strongestQuote(detection),
      role: detection.role,
      purpose: detection.action,
      missing: detection.facts.missing,
      pagesRead: detection.facts.pagesRead,
      conflicts: detection.facts.conflicts,
      detectorVersion,
      foundAt,
    })),
    {
      target: [findings.agendaItemId],
      update: [
        findings.meetingId,
        findings.jurisdictionId,
        findings.sortAt,
        findings.band,
        findings.score,
        findings.technologies,
        findings.vendors,
        findings.amountCents,
        findings.amountQuote,
        findings.reasons,
        findings.quote,
        findings.role,
        findings.purpose,
        findings.missing,
        findings.pagesRead,
        findings.conflicts,
        findings.detectorVersion,
      ],
    },
  )
  await insertRows(
    tx,
    findingTags,
    found.flatMap(({ id, sortAt, detection }) => [
      ...[...new Set(detection.technologies)].map((tag) => tagRow('technology', tag, id, sortAt)),
      ...[...new Set(detection.vendors)].map((tag) => tagRow('vendor', tag, id, sortAt)),
      ...routesOf(detection).map((tag) => tagRow('route', tag, id, sortAt)),
    ]),
  )
  await insertRows(
    tx,
    detections,
    found.flatMap(({ id, detection }) =>
      detection.evidence.map((evidence) => ({ ...evidence, agendaItemId: id })),
    ),
  )
  await insertRows(
    tx,
    facts,
    found.flatMap(({ id, detection }) =>
      [...amountFacts(detection), ...detection.facts.stated].map((fact) => ({
        ...fact,
        agendaItemId: id,
        extractorVersion: detectorVersion,
      })),
    ),
  )
  await tx.update(agendaItems).set({ detectorVersion }).where(sql`${agendaItems.id} IN ${all}`)
  return { findings: found.length, isShown: found.length + gone.length > 0 }
}

const tagRow = (
  kind: 'technology' | 'vendor' | 'route',
  tag: string,
  agendaItemId: number,
  sortAt: Date,
) => ({ kind, tag, agendaItemId, sortAt })

/** Keeps the columns that repeat the meeting's instant equal to it, removed items included. */
export async function moveFindings(tx: Tx, meetingId: number, sortAt: Date): Promise<void> {
  await tx.update(findings).set({ sortAt }).where(eq(findings.meetingId, meetingId))
  await tx
    .update(findingTags)
    .set({ sortAt })
    .where(
      sql`${findingTags.agendaItemId} IN
        (SELECT agenda_item_id FROM findings WHERE meeting_id = ${meetingId})`,
    )
}
