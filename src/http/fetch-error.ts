import { AppError, type AppErrorOptions, type Retry, shorten } from '../model/errors.ts'

/** Every way in which a request can end without an answer to work with. */
export type FetchCode =
  | 'address_invalid'
  | 'fetch_scheme'
  | 'fetch_port'
  | 'fetch_forbidden_address'
  | 'fetch_dns'
  | 'fetch_refused'
  | 'fetch_tls'
  | 'fetch_deadline'
  | 'fetch_headers'
  | 'fetch_too_large'
  | 'fetch_encoding'
  | 'fetch_incomplete'
  | 'fetch_redirects'
  | 'fetch_status'
  | 'fetch_robots'
  | 'replay_missing'

const outcomes: Record<FetchCode, { readonly retry: Retry; readonly cure: string }> = {
  address_invalid: {
    retry: 'never',
    cure: 'Correct the address: http or https, a host, no user name, at most 2,048 characters',
  },
  fetch_scheme: { retry: 'never', cure: 'Use an address that begins with http:// or https://' },
  fetch_port: { retry: 'never', cure: 'Portals answer on ports 80, 443 or 1024 and above' },
  fetch_forbidden_address: {
    retry: 'never',
    cure: 'Private, loopback and reserved addresses are never asked; use a public address',
  },
  fetch_dns: { retry: 'later', cure: 'Check the host name and the name servers of this machine' },
  fetch_refused: { retry: 'later', cure: 'The host may be down or blocking; it is asked again' },
  fetch_tls: {
    retry: 'later',
    cure: 'The certificate or encryption of the host is faulty: tell the portal owner',
  },
  fetch_deadline: { retry: 'later', cure: 'The host is too slow now; it is asked again' },
  fetch_headers: { retry: 'when-changed', cure: 'The host sends headers beyond all measure' },
  fetch_too_large: {
    retry: 'when-changed',
    cure: 'Open the original; an administrator may raise the limit for this source',
  },
  fetch_encoding: { retry: 'when-changed', cure: 'The host answers in an encoding not asked for' },
  fetch_incomplete: { retry: 'later', cure: 'The answer broke off; it is asked for again' },
  fetch_redirects: { retry: 'when-changed', cure: 'Open the address in a browser and use its end' },
  fetch_status: { retry: 'never', cure: 'Open the address in a browser to see what it says' },
  fetch_robots: {
    retry: 'when-changed',
    cure: 'Ask the portal owner; what they allow is recorded by `watchdocket sources permit <id>`',
  },
  replay_missing: {
    retry: 'never',
    cure: 'Add a capture of this address to the folder and its manifest.json',
  },
}

export interface FetchErrorOptions extends AppErrorOptions {
  /** Overrides what the code says, where the case at hand differs. */
  readonly retry?: Retry
  readonly cure?: string
  /** No request to the same host is worth making before. */
  readonly retryAt?: Date | undefined
  /** What came before the answer broke off; never to be read as a whole. */
  readonly partial?: Uint8Array | undefined
}

/** A request that gave nothing to work with. `where` holds `url`, and `status` where there was one. */
export class FetchError extends AppError {
  readonly code: FetchCode
  readonly retry: Retry
  readonly cure: string
  readonly retryAt: Date | null
  readonly partial: Uint8Array | null

  constructor(code: FetchCode, message: string, options: FetchErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.retry = options.retry ?? outcomes[code].retry
    this.cure = options.cure ?? outcomes[code].cure
    this.retryAt = options.retryAt ?? null
    this.partial = options.partial ?? null
  }

  /** The status the server gave, if it gave one. */
  get status(): number | undefined {
    const status = this.where.status
    return typeof status === 'number' ? status : undefined
  }

  /** The same error with the address that was asked for, which inner parts do not know. */
  at(url: string): FetchError {
    if (this.where.url) return this
    return new FetchError(this.code, this.message, {
      cause: this.cause,
      where: { ...this.where, url },
      retry: this.retry,
      cure: this.cure,
      retryAt: this.retryAt ?? undefined,
      partial: this.partial ?? undefined,
    })
  }
}

/** Statuses worth asking again for: timeouts, too many requests, faults of the server. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500
}

/** The error for a status the caller did not ask to see. */
export function statusError(url: string, status: number, retryAt?: Date): FetchError {
  return new FetchError('fetch_status', `The server answered ${status} at ${shorten(url, 200)}`, {
    where: { url, status },
    retry: isPassingStatus(status) ? 'later' : 'never',
    retryAt,
  })
}
