import { lookup } from 'node:dns/promises'
import { connect as connectSocket, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Agent, type buildConnector, type Dispatcher } from 'undici'
import { shorten } from '../model/errors.ts'
import { FetchError } from './fetch-error.ts'
import { isOwnNetwork, isSameAddress, judgeAddress } from './special-addresses.ts'
import { isAllowedPort } from './target.ts'

/** Every address a name stands for, in the order to try them. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** An open connection, and the address at its far end as the system reports it. */
export interface DialledSocket {
  readonly socket: Socket
  readonly remoteAddress: string | undefined
}

/** Opens a TCP connection to an address that has been judged. */
export type Dial = (address: string, port: number, signal: AbortSignal) => Promise<DialledSocket>

export interface ConnectorOptions {
  /** Opens loopback addresses, and those only, at any port; for the demo and for tests. */
  readonly allowLoopback: boolean
  readonly connectMs: number
  readonly firstByteMs: number
  readonly headerBytes: number
  /** A host and port that the operator named in the settings: it may stand in a private network. */
  readonly named?: { readonly host: string; readonly port: number } | undefined
  readonly resolve?: Resolve | undefined
  readonly dial?: Dial | undefined
}

/** Names with more records than this are tried no further. */
const mostDialled = 4

/**
 * The only place that opens sockets to the outside.
 *
 * Each new connection is judged by the address it is dialled to: a literal, or every record of the
 * name, and all are refused if any of them is forbidden. The judged address itself is dialled, so a
 * name that changes its mind in between changes nothing, and the far end is compared once more.
 * Proxies named in the environment are ignored.
 */
export function createDispatcher(options: ConnectorOptions): Dispatcher {
  return new Agent({
    connect: createConnector(options),
    allowH2: false,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 60_000,
    headersTimeout: options.firstByteMs,
    // The deadline over the whole exchange covers the body; this timer could be fed a byte at a time.
    bodyTimeout: 0,
    maxHeaderSize: options.headerBytes,
  })
}

function createConnector(options: ConnectorOptions): buildConnector.connector {
  return (target, callback) => {
    open(target, options).then(
      (socket) => callback(null, socket),
      (error: unknown) =>
        callback(error instanceof Error ? error : new Error('No connection'), null),
    )
  }
}

async function open(target: buildConnector.Options, options: ConnectorOptions): Promise<Socket> {
  const isTls = target.protocol === 'https:'
  const port = Number(target.port || (isTls ? 443 : 80))
  const timer = new AbortController()
  const timeout = setTimeout(
    () =>
      timer.abort(
        new FetchError('fetch_deadline', `No connection to ${target.hostname} in time`, {
          where: { host: target.hostname },
        }),
      ),
    options.connectMs,
  )
  try {
    const addresses = await judgeHost(target.hostname, port, options, timer.signal)
    const socket = await dialFirst(addresses, port, options.dial ?? dialTcp, timer.signal)
    return isTls ? await secure(socket, target.hostname, timer.signal) : socket
  } finally {
    clearTimeout(timeout)
  }
}

/** The addresses of the host, once every one of them has been judged. */
async function judgeHost(
  host: string,
  port: number,
  { resolve = resolveAll, allowLoopback, named }: ConnectorOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const isNamed = named?.host === host && named.port === port
  const addresses = isIP(host) ? [host] : await beforeAbort(resolve(host), signal)
  if (addresses.length === 0) {
    throw new FetchError('fetch_dns', `No address is known for ${shorten(host)}`, {
      where: { host },
    })
  }
  for (const address of addresses) {
    const { kind, block } = judgeAddress(address)
    if (kind === 'loopback' && allowLoopback) continue
    if (isNamed && (kind === 'public' || isOwnNetwork(block))) continue
    if (kind !== 'public') {
      throw new FetchError(
        'fetch_forbidden_address',
        `${shorten(host)} stands at a forbidden address (${block})`,
        { where: { host, address: shorten(address) } },
      )
    }
    if (!isAllowedPort(port)) {
      throw new FetchError('fetch_port', `Port ${port} of ${shorten(host)} is not for the web`, {
        where: { host, port },
      })
    }
  }
  return addresses
}

async function dialFirst(
  addresses: readonly string[],
  port: number,
  dial: Dial,
  signal: AbortSignal,
): Promise<Socket> {
  let failure: unknown
  for (const address of addresses.slice(0, mostDialled)) {
    try {
      const { socket, remoteAddress } = await dial(address, port, signal)
      // Between here and its new owner's listeners an error would otherwise end the process.
      socket.on('error', () => undefined)
      if (remoteAddress && isSameAddress(remoteAddress, address)) return socket
      socket.destroy()
      throw new FetchError('fetch_forbidden_address', 'Another host answered than was dialled', {
        where: { address, answered: remoteAddress },
      })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FetchError) throw error
      failure = error
    }
  }
  throw failure
}

/** Certificates are verified whatever the environment says. */
function secure(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      socket,
      // Without a server name (an IP literal) the certificate is checked against `host`.
      ...(isIP(host) ? { host } : { servername: host.replace(/\.$/, '') }),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
    })
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', onAbort)
      secured.destroy()
      reject(error)
    }
    const onAbort = () => fail(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    secured.on('error', fail)
    secured.once('close', () => fail(new Error('The connection closed during the handshake')))
    secured.once('secureConnect', () => {
      signal.removeEventListener('abort', onAbort)
      resolve(secured.setNoDelay(true))
    })
  })
}

const resolveAll: Resolve = async (host) => {
  const records = await lookup(host, { all: true, verbatim: true })
  return records.map(({ address }) => address)
}

const dialTcp: Dial = (address, port, signal) =>
  new Promise((resolve, reject) => {
    const socket = connectSocket({ host: address, port })
    const onAbort = () => {
      socket.destroy()
      reject(signal.reason)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    socket.once('error', (error) => {
      signal.removeEventListener('abort', onAbort)
      reject(error)
    })
    socket.once('connect', () => {
      signal.removeEventListener('abort', onAbort)
      socket.setNoDelay(true).setKeepAlive(true, 60_000)
      resolve({ socket, remoteAddress: socket.remoteAddress })
    })
  })

/** A look-up cannot be stopped; its caller need not wait for it. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort))
      .catch(() => undefined)
  })
}
