import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

/** Fetches `url` over a dialler that ends at `port`, and prints the text or the error's code. */
const client = `
import { connect } from 'node:net'
import { createHttp } from './src/http/http.ts'
import { archiveNothing, rememberNothing } from './src/http/keep-nothing.ts'
const [url, port] = process.argv.slice(1)
const http = createHttp({
  agent: { version: '0', page: 'p', contact: 'c' },
  allowLoopback: false,
  now: () => new Date(),
  retry: { attempts: 1 },
  resolve: async () => ['93.184.216.34'],
  dial: (address) => new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) })
    socket.once('error', reject)
    socket.once('connect', () => resolve({ socket, remoteAddress: address }))
  }),
})
const permission = { by: 'test', on: '2026-01-01', note: '' }
const fetcher = http.fetcherFor({ memory: rememberNothing, archive: archiveNothing, permission })
console.log(await fetcher.get(url).then((page) => page.text(), (error) => error.code))
await http.close()
`

describe.skipIf(!hasOpenssl)('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  let port = 0
  let close = () => undefined as unknown

  beforeAll(async () => {
    const subject = ['-subj', '/CN=portal.example', '-addext', 'subjectAltName=DNS:portal.example']
    const making = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject]
    execFileSync('openssl', [...making, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
    const server = createServer(
      { key: readFileSync(key), cert: readFileSync(certificate) },
      (request, response) => {
        const { servername } = request.socket as TLSSocket
        response.end(`${servername} ${request.headers.host}`)
      },
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
    close = () => server.close()
  })
  afterAll(() => {
    close()
    rmSync(folder, { recursive: true })
  })

  /** In a process of its own, since authorities are read from the environment at start. */
  const fetchAs = (url: string, environment: Readonly<Record<string, string>>) =>
    new Promise<string>((resolve, reject) => {
      const args = ['--import', 'tsx', '--input-type=module', '-e', client, url, String(port)]
      const env = { ...process.env, ...environment }
      execFile(process.execPath, args, { env }, (error, out) =>
        error ? reject(error) : resolve(out.trim()),
      )
    })

  it('is spoken to the judged address under the name that was asked for', async () => {
    const trusting = { NODE_EXTRA_CA_CERTS: certificate }
    expect(await fetchAs('https://portal.example/', trusting)).toBe('portal.example portal.example')
    expect(await fetchAs('https://other.example/', trusting)).toBe('fetch_tls')
  })

  it('is verified whatever the environment says', async () => {
    const careless = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    expect(await fetchAs('https://portal.example/', careless)).toBe('fetch_tls')
  })
})
