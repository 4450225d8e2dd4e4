import { AppError, type AppErrorOptions } from '../model/errors.ts'
import type { Sha256 } from '../model/ids.ts'

/** No such bytes are held. */
export class DocumentMissingError extends AppError {
  readonly code = 'document_missing'
  readonly retry = 'when-changed'
  readonly cure = 'Read the source again: what its portal still publishes is archived anew'

  constructor(sha256: Sha256, options: AppErrorOptions = {}) {
    super(`The archive does not hold ${sha256}`, { ...options, where: { sha256 } })
  }
}

/** What is held under a hash has another hash. */
export class DocumentDamagedError extends AppError {
  readonly code = 'document_damaged'
  readonly retry = 'when-changed'
  readonly cure = 'Check the disk, then restore the file from a backup or read the source again'

  constructor(sha256: Sha256, options: AppErrorOptions = {}) {
    super(`The archived bytes of ${sha256} have changed on disk`, {
      ...options,
      where: { sha256 },
    })
  }
}

/** There is no room to write. Nothing half-written is left behind. */
export class DiskFullError extends AppError {
  readonly code = 'disk_full'
  readonly retry = 'later'
  readonly cure = 'Free some space: keep 5 % or 500 MiB; writing then resumes by itself'

  constructor(path: string, options: AppErrorOptions = {}) {
    super('The disk of the data folder is full', { ...options, where: { path } })
  }
}

/** The data folder cannot be written to. */
export class DataReadOnlyError extends AppError {
  readonly code = 'data_read_only'
  readonly retry = 'when-changed'
  readonly cure = 'Make the data folder writable for the user that runs the server'

  constructor(path: string, options: AppErrorOptions = {}) {
    super('The data folder cannot be written to', { ...options, where: { path } })
  }
}
