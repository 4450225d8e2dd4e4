import { open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { listEvidence } from '../db/queries/evidence.ts'
import {
  findPackItem,
  listArchivedHashes,
  listEvidenceFiles,
} from '../db/queries/evidence-files.ts'
import { readHeld } from '../documents/read-held.ts'
import { type ArchiveReport, verifyArchive } from '../documents/verify-archive.ts'
import { type PackReport, writePack } from '../exports/evidence-pack.ts'
import { InputError } from '../model/errors.ts'
import { openArchive } from './open-archive.ts'
import { openReading } from './open-doors.ts'

/** Hashes the archive of this installation again, with the server running or not. */
export async function verifyInstallation(
  config: Config,
  progress: (checked: number) => void,
): Promise<ArchiveReport> {
  const db = await openReading(config)
  const archive = openArchive(config)
  try {
    return await verifyArchive(archive, await listArchivedHashes(db), progress)
  } finally {
    await archive.close()
    db.close()
  }
}

/** @throws {InputError} `item_unknown`, `file_exists`, `file_unwritable` */
export async function packItem(
  config: Config,
  agendaItemId: number,
  path: string | undefined,
  now: Date,
): Promise<PackReport & { readonly path: string }> {
  const db = await openReading(config)
  const archive = openArchive(config)
  try {
    const item = await findPackItem(db, agendaItemId)
    if (!item) {
      throw new InputError(
        'item_unknown',
        `There is no item ${agendaItemId} here`,
        'Its number stands at the end of the address of its page, /items/123',
      )
    }
    const target = resolve(path ?? `watchdocket-item-${agendaItemId}.zip`)
    const pack = writePack(
      {
        item,
        files: await listEvidenceFiles(db, item),
        evidence: (await listEvidence(db, [item.id])).get(item.id) ?? [],
        madeAt: now,
        pageUrl: config.publicUrl === null ? null : `${config.publicUrl}/items/${item.id}`,
      },
      readHeld(archive),
    )
    return { path: target, ...(await writeNew(target, pack)) }
  } finally {
    await archive.close()
    db.close()
  }
}

/** A file that is whole or not there; one that exists is never written over. */
async function writeNew(
  path: string,
  pack: AsyncGenerator<Uint8Array, PackReport>,
): Promise<PackReport> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw new InputError(
      isThere ? 'file_exists' : 'file_unwritable',
      isThere ? `${path} exists already` : `${path} cannot be written`,
      'Name another file with --out',
      { cause },
    )
  })
  try {
    for (;;) {
      const { done, value } = await pack.next()
      if (done) return value
      await file.write(value)
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
