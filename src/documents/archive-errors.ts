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
