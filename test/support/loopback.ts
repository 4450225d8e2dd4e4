import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type RequestListener,
} from 'node:http'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'

/** A request as a loopback server saw it. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

export interface Loopback {
  /** `http://127.0.0.1:41234`, without a trailing slash. */
  readonly origin: string
  readonly port: number
  /** In order of arrival. */
  readonly seen: readonly SeenRequest[]
  close(): Promise<void>
}

/** An HTTP server on a free port of 127.0.0.1. */
export async function startLoopback(handler: RequestListener): Promise<Loopback> {
  const seen: SeenRequest[] = []
  const server = createHttpServer((request, response) => {
    seen.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
    })
    handler(request, response)
  })
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A TCP server that says what it is told to, valid HTTP or not. */
export async function startRawLoopback(
  onRequest: (socket: Socket, request: string) => void,
): Promise<Omit<Loopback, 'seen'> & { readonly connections: () => number }> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createTcpServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (data) => onRequest(socket, data.toString('latin1')))
  })
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
