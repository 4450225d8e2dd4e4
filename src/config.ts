import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { DemoPlace } from './demo/portal.ts'
import { InputError } from './model/errors.ts'
import { Secret } from './model/secret.ts'

/** Everything that can be set from outside, with its default. The only reader of the environment. */
export interface Config {
  /** Absolute folder of the database, the archive, the lock and the control socket. */
  readonly dataDir: string
  readonly databaseUrl: string
  readonly databaseToken: string | undefined
  /** The bucket of original bytes; `null`: they are kept in the data folder. */
  readonly bucket: {
    readonly url: string
    readonly region: string
    readonly keyId: string
    readonly secret: Secret
  } | null
  readonly host: string
  readonly port: number
  /** The address visitors use, without a trailing slash; `null` when only this machine does. */
  readonly publicUrl: string | null
  readonly siteName: string
  /** Who answers for this installation: printed in the agent string that portals see. */
  readonly contact: string
  /** Least time between two requests to the same portal. */
  readonly paceMs: number
  /** How many sources are read at the same time. */
  readonly concurrency: number
  /** Opens loopback addresses to the client; for the demo and for tests only. */
  readonly allowLoopback: boolean
  /** The fictional councils of a demonstration; `null` in earnest. */
  readonly demo: readonly DemoPlace[] | null
}

const settings = z.object({
  WATCHDOCKET_DATA: z.string().min(1).default('data'),
  WATCHDOCKET_DATABASE_URL: z
    .string()
    .regex(/^(file:|libsql:|https?:|wss?:)/, 'must begin with file:, libsql:, http(s): or ws(s):')
    .optional(),
  WATCHDOCKET_DATABASE_TOKEN: z.string().optional(),
  WATCHDOCKET_ARCHIVE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => /^\/[^/]+/.test(new URL(url).pathname), 'must name a bucket in its path')
    .refine((url) => !/[@?#]/.test(url), 'must hold no user, query or fragment')
    .optional(),
  WATCHDOCKET_ARCHIVE_REGION: z.string().min(1).max(60).default('us-east-1'),
  WATCHDOCKET_ARCHIVE_KEY_ID: z.string().optional(),
  WATCHDOCKET_ARCHIVE_SECRET: z.string().optional(),
  WATCHDOCKET_HOST: z.string().min(1).default('127.0.0.1'),
  WATCHDOCKET_PORT: z.coerce.number().int().min(0).max(65_535).default(4747),
  WATCHDOCKET_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WATCHDOCKET_SITE_NAME: z.string().min(1).max(60).default('Watchdocket'),
  WATCHDOCKET_CONTACT: z.string().min(3).max(200).default('the operator of this installation'),
  WATCHDOCKET_PACE_MS: z.coerce.number().int().min(0).max(600_000).default(1_000),
  WATCHDOCKET_CONCURRENCY: z.coerce.number().int().min(1).max(512).default(4),
  WATCHDOCKET_ALLOW_LOOPBACK: z.enum(['0', '1']).default('0'),
})

/** Names of every setting, for the documentation's test. */
export const settingNames = Object.keys(settings.shape)

/**
 * What the processes of a server are given: all that this one was, and a bound on the C library's
 * pools of freed memory, which it keeps for each of many threads unless told.
 */
export const childEnvironment = (): NodeJS.ProcessEnv => ({
  MALLOC_ARENA_MAX: '2',
  ...process.env,
})

/**
 * Reads the settings; an unset or empty variable is its default.
 *
 * @throws {InputError} `setting_invalid`, naming every variable that cannot be used and why.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(
    settingNames.map((name) => [name, environment[name] || undefined] as const),
  )
  const read = settings.safeParse(given)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new InputError(
      'setting_invalid',
      `Settings that cannot be used: ${faults.join('; ')}`,
      'Correct or unset them; docs/configuration.md lists every setting',
    )
  }
  const values = read.data
  const dataDir = resolve(values.WATCHDOCKET_DATA)
  const bucketUrl = values.WATCHDOCKET_ARCHIVE_URL?.replace(/\/+$/, '')
  const keyId = values.WATCHDOCKET_ARCHIVE_KEY_ID
  const secret = values.WATCHDOCKET_ARCHIVE_SECRET
  if (bucketUrl && (!keyId || !secret)) {
    throw new InputError(
      'setting_invalid',
      'WATCHDOCKET_ARCHIVE_URL names a bucket, but there is no key to it',
      'Set WATCHDOCKET_ARCHIVE_KEY_ID and WATCHDOCKET_ARCHIVE_SECRET, or unset the address',
    )
  }
  return {
    dataDir,
    databaseUrl:
      values.WATCHDOCKET_DATABASE_URL ?? pathToFileURL(resolve(dataDir, 'watchdocket.db')).href,
    databaseToken: values.WATCHDOCKET_DATABASE_TOKEN,
    bucket:
      bucketUrl && keyId && secret
        ? {
            url: bucketUrl,
            region: values.WATCHDOCKET_ARCHIVE_REGION,
            keyId,
            secret: new Secret(secret),
          }
        : null,
    host: values.WATCHDOCKET_HOST,
    port: values.WATCHDOCKET_PORT,
    publicUrl: values.WATCHDOCKET_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    siteName: values.WATCHDOCKET_SITE_NAME,
    contact: values.WATCHDOCKET_CONTACT,
    paceMs: values.WATCHDOCKET_PACE_MS,
    concurrency: values.WATCHDOCKET_CONCURRENCY,
    allowLoopback: values.WATCHDOCKET_ALLOW_LOOPBACK === '1',
    demo: null,
  }
}
