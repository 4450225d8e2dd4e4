import * as z from 'zod'
import { acknowledgeHealth, getPlaceSlug, permitSource } from '../db/queries/source-care.ts'
import { addSource, getSource, rescheduleSource, setSourcePaused } from '../db/queries/sources.ts'
import { InputError } from '../model/errors.ts'
import { findTimeZone } from '../model/ids.ts'
import { defineCommand } from './command.ts'
import type { CommandDeps } from './deps.ts'

const sourceId = z.string().min(1).max(200)
const note = z.string().trim().min(1).max(500)

const wanted = z.union([
  z.object({ directoryId: z.string().min(1).max(300) }),
  z.object({
    address: z.string().trim().min(1).max(2_048),
    name: z.string().trim().max(120).default(''),
    state: z
      .string()
      .trim()
      .regex(/^([A-Za-z]{2})?$/, 'two letters, or none')
      .default('')
      .transform((state) => state.toUpperCase()),
    timeZone: z
      .string()
      .refine((zone) => findTimeZone(zone) !== undefined, 'no such time zone')
      .nullable()
      .default(null),
  }),
])

/** Adds a portal to what is watched and makes it due at once. */
export const addSourceCommand = defineCommand({
  name: 'add-source',
  input: wanted,
  async run(input, deps: CommandDeps) {
    const source = await deps.resolve(input)
    const added = await deps.db.write((tx) => addSource(tx, source, deps.now()))
    deps.changed()
    deps.wake()
    const place = await getPlaceSlug(deps.db.read, added.jurisdictionId)
    return { sourceId: added.id, place, isNew: added.isNew, isReadable: source.isReadable }
  },
})

/** Makes a source due now; resolves without waiting for the read. */
export const readNowCommand = defineCommand({
  name: 'read-now',
  input: z.object({ sourceId }),
  async run(input, deps: CommandDeps) {
    const source = await getSource(deps.db.read, input.sourceId)
    if (source.state !== 'active') {
      throw new InputError(
        'source_not_active',
        `"${source.id}" is ${source.state === 'paused' ? 'paused' : 'not readable yet'}`,
        source.state === 'paused'
          ? 'Resume it first: watchdocket sources resume <id>'
          : 'Its platform has no adapter yet; docs/platforms.md lists those that have one',
      )
    }
    await deps.db.write((tx) => rescheduleSource(tx, source.id, deps.now()))
    deps.changed()
    deps.wake()
    return { sourceId: source.id }
  },
})

/** Reads a source to its end and gives the report of the run. */
export const readSourceCommand = defineCommand({
  name: 'read-source',
  input: z.object({ sourceId }),
  async run(input, deps: CommandDeps) {
    await getSource(deps.db.read, input.sourceId)
    return await deps.readToEnd(input.sourceId)
  },
})

/** Stops or resumes the reading of a source; what was read stays. */
export const pauseSourceCommand = defineCommand({
  name: 'pause-source',
  input: z.object({ sourceId, isPaused: z.boolean() }),
  async run(input, deps: CommandDeps) {
    await getSource(deps.db.read, input.sourceId)
    await deps.db.write((tx) => setSourcePaused(tx, input.sourceId, input.isPaused, deps.now()))
    deps.changed()
    deps.wake()
    return { sourceId: input.sourceId, isPaused: input.isPaused }
  },
})

/** Records who allowed us past a portal's robots.txt, or takes the record back. */
export const permitSourceCommand = defineCommand({
  name: 'permit-source',
  input: z.object({ sourceId, permission: z.object({ by: note, note }).nullable() }),
  async run(input, deps: CommandDeps) {
    await getSource(deps.db.read, input.sourceId)
    await deps.db.write((tx) => permitSource(tx, input.sourceId, input.permission, deps.now()))
    deps.changed()
    deps.wake()
    return { sourceId: input.sourceId, permission: input.permission }
  },
})

/** Marks a source's present trouble as known to the operator. */
export const acknowledgeHealthCommand = defineCommand({
  name: 'acknowledge-health',
  input: z.object({ sourceId, note }),
  async run(input, deps: CommandDeps) {
    await getSource(deps.db.read, input.sourceId)
    await deps.db.write((tx) => acknowledgeHealth(tx, input.sourceId, input.note, deps.now()))
    deps.changed()
    return { sourceId: input.sourceId }
  },
})
