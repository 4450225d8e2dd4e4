/**
 * When the same call may succeed: after a wait, never, or once the thing itself has changed.
 * The queue decides by it whether to try again.
 */
export type Retry = 'later' | 'never' | 'when-changed'

export interface AppErrorOptions {
  readonly cause?: unknown
  /** Where it happened: source, address, page, row. Values are shown to administrators only. */
  readonly where?: Readonly<Record<string, string | number | undefined>>
}

/** Base of every error this project throws on purpose. The code is the same in log, page and command line. */
export abstract class AppError extends Error {
  /** Stable, snake case, listed in docs/errors.md, safe to match on. */
  abstract readonly code: string
  abstract readonly retry: Retry
  /** What a person can do about it, one sentence. */
  abstract readonly cure: string
  readonly where: NonNullable<AppErrorOptions['where']>

  constructor(message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    this.where = options.where ?? {}
  }
}

/**
 * Outside text made safe to stand in a message: no control or direction characters, 80 characters
 * at most.
 */
export function shorten(text: string, length = 80): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean
}

/** The page arrived, but is not the page the adapter was written for. */
export class PageShapeError extends AppError {
  readonly code = 'page_shape'
  readonly retry = 'when-changed'
  readonly cure = 'The portal may have been redesigned: compare the archived page with the adapter'

  constructor(expected: string, url: string, options: AppErrorOptions = {}) {
    super(`Expected ${expected} at ${shorten(url, 200)}`, {
      ...options,
      where: { ...options.where, url },
    })
  }
}

/** The portal answered 200 with a page that says it cannot help. */
export class PortalErrorPage extends AppError {
  readonly code = 'portal_error_page'
  readonly retry = 'later'
  readonly cure =
    'Open the address in a browser; if it shows the same, the address or client is wrong'

  constructor(said: string, url: string, options: AppErrorOptions = {}) {
    super(`The portal answered with an error page, "${shorten(said)}", at ${shorten(url, 200)}`, {
      ...options,
      where: { ...options.where, url },
    })
  }
}

/** A date or time in a form the adapter does not know. It is never guessed. */
export class UnknownDateError extends AppError {
  readonly code = 'date_unknown'
  readonly retry = 'when-changed'
  readonly cure = 'Add the form to the adapter once its meaning is certain'

  constructor(text: string, url: string, options: AppErrorOptions = {}) {
    super(`No known form of date: "${shorten(text)}" at ${shorten(url, 200)}`, {
      ...options,
      where: { ...options.where, url },
    })
  }
}

/** What a person asked for cannot be done as asked. */
export class InputError extends AppError {
  readonly retry = 'never'
  readonly code: string
  readonly cure: string

  constructor(code: string, message: string, cure: string, options: AppErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.cure = cure
  }
}

/** Nothing more fits on the disk of the data folder; what was stored before stands. */
export class DiskFullError extends AppError {
  readonly code = 'disk_full'
  readonly retry = 'later'
  readonly cure =
    'Free some space on the disk of the data folder: keep 5 % or 500 MiB; writing resumes by itself'

  constructor(options: AppErrorOptions = {}) {
    super('The disk of the data folder is full, so nothing can be stored', options)
  }
}

/** The data folder, or a file in it, cannot be written. */
export class DataReadOnlyError extends AppError {
  readonly code = 'data_read_only'
  readonly retry = 'when-changed'
  readonly cure = 'Give this account the right to write there, or set WATCHDOCKET_DATA elsewhere'

  constructor(options: AppErrorOptions = {}) {
    super('The data folder cannot be written', options)
  }
}

/** The bucket of the archive did not take or give what it was asked for; nothing is lost by that. */
export class ArchiveUnavailableError extends AppError {
  readonly code = 'archive_unavailable'
  readonly retry: Retry
  readonly cure: string

  constructor(said: string, isRefusal: boolean, options: AppErrorOptions = {}) {
    super(`The bucket of the archive cannot be used: ${shorten(said, 300)}`, options)
    this.retry = isRefusal ? 'when-changed' : 'later'
    this.cure = isRefusal
      ? 'Check WATCHDOCKET_ARCHIVE_URL, its region, key and secret, and what the key may do'
      : 'The store may be down or slow; what could not be archived is asked for again'
  }
}

/** A problem met on the way that did not stop the rest: what `scrape` prints and runs keep. */
export interface Problem {
  readonly url: string
  readonly code: string
  readonly message: string
}

/** The same error as a row for people: code and sentence, no stack. */
export function toProblem(error: unknown, url: string): Problem {
  if (error instanceof AppError) {
    const at = error.where.url
    return { url: typeof at === 'string' ? at : url, code: error.code, message: error.message }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { url, code: 'internal', message: shorten(message, 300) }
}
