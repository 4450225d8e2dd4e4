import { InputError, type Problem, shorten } from '../../model/errors.ts'
import type { Fetcher } from '../../scraping/contract.ts'
import { type Command, defineCommand } from '../command.ts'
import type { RecognisedPortal } from './scrape.ts'

/** What following an address found, as `scrapers/recognise-portal.ts` tells. */
export interface RecogniseSearch {
  readonly portals: readonly (RecognisedPortal & {
    readonly confidence: string
    readonly why: string
  })[]
  readonly requests: number
  readonly problems: readonly Problem[]
}

export interface RecogniseDeps {
  /** @throws {InputError} `address_invalid` */
  recognisePortal(address: string, fetcher: Fetcher): Promise<RecogniseSearch>
  /** @throws {InputError} for a folder that holds no captures. */
  createReplayFetcher(folder: string): Promise<Fetcher>
  createLiveFetcher(): Promise<{ readonly fetcher: Fetcher; close(): Promise<void> }>
}

/** Follows the address of a city or a portal to the platform it publishes its agendas on. */
export function recogniseCommand(deps: RecogniseDeps): Command {
  return defineCommand({
    name: 'recognise',
    usage: 'recognise <address> [--replay DIR] --json',
    summary: 'Tell on which platform a city publishes its agendas',
    mostWords: 1,
    options: { replay: { type: 'string' }, json: { type: 'boolean', default: false } },
    async run({ replay, json }, positionals, terminal) {
      const [address, ...others] = positionals
      if (!address || others.length > 0) {
        throw new InputError(
          'usage',
          'recognise needs one address',
          'watchdocket recognise <any city or portal address>',
        )
      }
      const live = replay === undefined ? await deps.createLiveFetcher() : undefined
      const fetcher = live?.fetcher ?? (await deps.createReplayFetcher(replay ?? ''))
      try {
        const search = await deps.recognisePortal(address, fetcher)
        const result = toResult(address, search)
        terminal.out(json ? JSON.stringify(result, null, 1) : describe(result))
        return search.portals.length > 0 ? 0 : 1
      } finally {
        await live?.close()
      }
    },
  })
}

/** The best at the top, whole; what else was seen below it. */
function toResult(address: string, { portals, requests, problems }: RecogniseSearch) {
  const [best, ...others] = portals
  return {
    address,
    platform: best?.platform ?? null,
    label: best?.label ?? null,
    client: best?.client ?? null,
    portalUrl: best?.portalUrl ?? null,
    options: best?.options ?? null,
    isReadable: best?.isReadable ?? false,
    isVerified: best?.isVerified ?? false,
    confidence: best?.confidence ?? null,
    why: best?.why ?? null,
    requests,
    others,
    problems,
  }
}

function describe(result: ReturnType<typeof toResult>): string {
  const { label, portalUrl, confidence, why, isReadable, isVerified, others, problems, requests } =
    result
  const asked = `${requests} ${requests === 1 ? 'page' : 'pages'} asked`
  const best =
    label === null
      ? `No known agenda platform was recognised (${asked})`
      : `${label}${isReadable ? '' : ' (not readable yet)'}${isVerified ? '' : ', an unverified adapter'}: ${portalUrl}\n${confidence}, since ${why} (${asked})`
  return [
    best,
    ...others.map(
      (other) => `also ${other.label}: ${other.portalUrl} (${other.confidence}, ${other.why})`,
    ),
    ...problems.map(({ code, url, message }) => `${code}  ${shorten(url, 120)}  ${message}`),
  ].join('\n')
}
