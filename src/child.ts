import type { Config } from './config.ts'
import { AppError } from './model/errors.ts'
import { Secret } from './model/secret.ts'

/** What a child tells the supervisor. */
export type ChildMessage =
  | { readonly type: 'ready'; readonly url?: string; readonly contentVersion?: number }
  | {
      readonly type: 'refused'
      readonly code: string
      readonly message: string
      readonly cure: string
    }
  | { readonly type: 'changed'; readonly contentVersion: number }

/** The settings as they travel to a child: a secret word would else arrive as `[secret]`. */
export interface SentConfig extends Omit<Config, 'bucket'> {
  readonly bucket: (Omit<NonNullable<Config['bucket']>, 'secret'> & { secret: string }) | null
}

export function toSent({ bucket, ...config }: Config): SentConfig {
  return { ...config, bucket: bucket && { ...bucket, secret: bucket.secret.reveal() } }
}

export function fromSent({ bucket, ...config }: SentConfig): Config {
  return { ...config, bucket: bucket && { ...bucket, secret: new Secret(bucket.secret) } }
}

/** What the supervisor tells a child. */
export type ParentMessage =
  | { readonly type: 'start'; readonly config: SentConfig; readonly contentVersion: number }
  | { readonly type: 'changed'; readonly contentVersion: number }
  | { readonly type: 'stop' }

export type ChildName = 'worker' | 'web'

/** A refusal that starting again cannot mend: the port is taken, the folder is held by another. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly cure: string
}

/** What a child process makes of its start, and what it does when told. */
export interface ChildWork {
  /** A change of the database, told by the worker through the supervisor. */
  changed?(contentVersion: number): void
  /** Ends what is held and resolves; the process then exits. */
  stop(): Promise<void>
}

/** Tells the supervisor; a supervisor that is gone is not told. */
export function tellParent(message: ChildMessage): void {
  // A supervisor that is going away is told of by `disconnect`: an unheard error would be another end.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

/**
 * The life of a child process: waits for the word to start, works until told to stop or until the
 * supervisor is gone. A start that fails with a named error is told as a refusal: at first that ends
 * the whole installation. Other errors end this process, and the supervisor starts it again.
 */
export function runChild(
  start: (told: { readonly config: Config; readonly contentVersion: number }) => Promise<ChildWork>,
): void {
  let work: Promise<ChildWork> | undefined

  const end = async () => {
    await (await work)?.stop()
    process.exit(0)
  }
  const fail = (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exit(1)
  }

  /** What stops a start with a named error would stop the next one too: a person must mend it. */
  const refuse = (error: unknown) => {
    if (!(error instanceof AppError)) return fail(error)
    const { code, message, cure } = error
    tellParent({ type: 'refused', code, message, cure })
    setTimeout(() => process.exit(1), 200)
  }

  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  process.on('disconnect', () => void end().catch(() => process.exit(1)))
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'start') {
      const { config, contentVersion } = message
      work = start({ config: fromSent(config), contentVersion })
      work.catch(refuse)
    } else if (message.type === 'stop') {
      void end().catch(() => process.exit(1))
    } else {
      void work?.then((running) => running.changed?.(message.contentVersion))
    }
  })
}
