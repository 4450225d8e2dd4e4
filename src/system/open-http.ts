import type { Config } from '../config.ts'
import { createHttp, type Http } from '../http/http.ts'
import { programVersion } from './program.ts'

/** The polite client as the settings want it. */
export function openHttp(config: Config): Http {
  return createHttp({
    agent: {
      version: programVersion,
      page: config.publicUrl
        ? `${config.publicUrl}/about`
        : 'an installation without a public page',
      contact: config.contact,
    },
    allowLoopback: config.allowLoopback,
    pace: { spacingMs: config.paceMs },
    now: () => new Date(),
  })
}
