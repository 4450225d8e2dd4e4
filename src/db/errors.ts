import {
  AppError,
  type AppErrorOptions,
  DataReadOnlyError,
  DiskFullError,
  type Retry,
  shorten,
} from '../model/errors.ts'

/** Another writer held the database for longer than we wait. */
export class DbBusyError extends AppError {
  readonly code = 'db_busy'
  readonly retry = 'later'
  readonly cure = 'Wait a moment; if it stays so, look for a second program that has the file open'

  constructor(options: AppErrorOptions = {}) {
    super('The database is held by another writer', options)
  }
}

/** The file is not a database any more, or parts of it cannot be read. It is never written to. */
export class DbDamagedError extends AppError {
  readonly code = 'db_damaged'
  readonly retry = 'never'
  readonly cure =
    'Stop the server, move the database file aside and put the newest backup in its place'

  constructor(said: string, options: AppErrorOptions = {}) {
    super(`The database file is damaged: ${said}`, options)
  }
}

/** The data folder is in use by a running server. */
export class AlreadyRunningError extends AppError {
  readonly code = 'already_running'
  readonly retry = 'later'
  readonly cure =
    'Use the server that runs, stop it first, or set WATCHDOCKET_DATA to another folder'

  constructor(holder: string | undefined, options: AppErrorOptions = {}) {
    super(
      `Another Watchdocket already works with this data folder${holder ? ` (${holder})` : ''}`,
      options,
    )
  }
}

/** The database was made by a newer version than this program. */
export class DbNewerError extends AppError {
  readonly code = 'db_newer'
  readonly retry: Retry = 'never'
  readonly cure =
    'Start the newer version of Watchdocket, or restore the backup made before the upgrade'

  constructor(options: AppErrorOptions = {}) {
    super('The database was written by a newer version of Watchdocket than this one', options)
  }
}

/** The server that holds the database does not answer, or does not let us in. */
export class DbUnreachableError extends AppError {
  readonly code = 'db_unreachable'
  readonly retry = 'later'
  readonly cure =
    'Check WATCHDOCKET_DATABASE_URL, WATCHDOCKET_DATABASE_TOKEN and that the server runs'

  constructor(said: string, options: AppErrorOptions = {}) {
    super(`The database server cannot be used: ${shorten(said, 200)}`, options)
  }
}

interface DriverFault {
  readonly error: Error
  readonly message: string
  readonly code: string
}

const serverCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'SERVER_ERROR',
  'HRANA_PROTO_ERROR',
  'HRANA_CLOSED_ERROR',
  'PROTOCOL_VERSION_ERROR',
])

/** What a server says about us and not about a statement (a wrong token) comes without a code. */
const isServersWord = (error: Error, code: string) =>
  error.name === 'LibsqlError' && code === 'UNKNOWN'

/**
 * The driver's own error, however deep the layers above have wrapped it. What has a name of ours is
 * none of the driver's: below the error of a portal that refuses us stands a refused connection too.
 */
function findDriverFault(error: unknown, depth = 0): DriverFault | undefined {
  if (!(error instanceof Error) || error instanceof AppError || depth > 5) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (isServersWord(error, code)) return { error, message: error.message, code: 'SERVER_ERROR' }
  if (/^(SQLITE_|E[A-Z]+$)/.test(code) || serverCodes.has(code)) {
    return { error, message: error.message, code }
  }
  // A file that cannot be opened at all is told without a code, SQLite's number at the end.
  if (/^ConnectionFailed\(.*: 14"\)$/s.test(error.message)) {
    return { error, message: error.message, code: 'SQLITE_CANTOPEN' }
  }
  return findDriverFault(error.cause, depth + 1)
}

/** The named error behind one of the driver, or else the driver's own; any other stays as it is. */
export function nameDbError(error: unknown, where: AppErrorOptions['where'] = {}): unknown {
  if (error instanceof AppError) return error
  const fault = findDriverFault(error)
  if (!fault) return error
  // The layer above the driver prints every parameter: none of that belongs in a log.
  const options = { cause: fault.error, where }
  if (serverCodes.has(fault.code)) return new DbUnreachableError(fault.message, options)
  switch (fault.code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new DbBusyError(options)
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return new DiskFullError(options)
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new DbDamagedError(fault.message, options)
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DataReadOnlyError(options)
    default:
      return fault.error
  }
}

/** Whether nothing can be stored, whatever is tried: not a fault of a portal. */
export function isDbFault(error: unknown): boolean {
  return (
    error instanceof DbBusyError ||
    error instanceof DiskFullError ||
    error instanceof DbDamagedError ||
    error instanceof DataReadOnlyError ||
    error instanceof DbUnreachableError ||
    findDriverFault(error) !== undefined
  )
}
