import type { Config } from '../config.ts'
import type { Archive } from '../documents/archive.ts'
import { createFolderArchive } from '../documents/archive-folder.ts'
import { createBucketArchive } from '../http/bucket-archive.ts'
import { createDispatcher } from '../http/connector.ts'
import { defaultLimits } from '../http/limits.ts'
import { sleep } from '../http/waiting.ts'
import { archiveFolder } from './folders.ts'

export interface OpenArchive extends Archive {
  /** Ends idle connections. */
  close(): Promise<void>
}

/** The archive of this installation: its folder, or the bucket that the settings name. */
export function openArchive(config: Config): OpenArchive {
  const { bucket } = config
  if (bucket === null) {
    return { ...createFolderArchive(archiveFolder(config)), close: async () => undefined }
  }
  const url = new URL(bucket.url)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const { connectMs, firstByteMs, headerBytes } = defaultLimits
  const dispatcher = createDispatcher({
    allowLoopback: config.allowLoopback,
    connectMs,
    firstByteMs,
    headerBytes,
    named: { host: url.hostname, port },
  })
  const archive = createBucketArchive(bucket, { dispatcher, now: () => new Date(), sleep })
  return { ...archive, close: () => dispatcher.close() }
}
