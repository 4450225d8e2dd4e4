import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { Hono } from 'hono'
import type { WebEnv } from '../../web/context.ts'

/** A folder with the islands as the build makes them, so that a test never meets stale ones. */
export async function buildIslands(): Promise<{
  readonly folder: string
  remove(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'watchdocket-islands-'))
  await build({
    entryPoints: [fileURLToPath(new URL('../../web/islands/index.ts', import.meta.url))],
    outdir: join(folder, 'islands'),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The site on a free loopback port. */
export async function serveSite(
  app: Hono<WebEnv>,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  let server: ServerType | undefined
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve(info.port),
    )
  })
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        if (server && 'closeAllConnections' in server) server.closeAllConnections()
        server?.close(() => resolve())
      }),
  }
}
