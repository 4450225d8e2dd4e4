import type { Recognition } from '../../src/scraping/contract.ts'

/** `https://<client>.primegov.com`: its public portal. */
export function recognisePrimeGov(url: URL): Recognition | undefined {
  const client = /^([\w-]+)\.primegov\.com$/.exec(url.hostname)?.[1]
  if (!client || client === 'www') return undefined
  const portalUrl = `https://${url.hostname}/public/portal`
  return { platform: 'primegov', client, options: {}, portalUrl }
}

/** The number of the compiled agenda that an address shows, if it shows one. */
export function templateIdOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { pathname, searchParams } = new URL(address)
  if (!/\/(?:portal\/meeting|public\/compileddocument)$/i.test(pathname)) return undefined
  const [, id] =
    [...searchParams].find(([name]) => name.toLowerCase() === 'meetingtemplateid') ?? []
  return id && /^\d+$/.test(id) ? id : undefined
}
