import { shorten } from '../model/errors.ts'
import { FetchError } from './fetch-error.ts'

const longestAddress = 2_048
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u001f\u007f\\]/

/**
 * Parses an address once; from here on it travels as a `URL` and is never parsed again.
 *
 * @throws {FetchError} `address_invalid`, or `fetch_scheme` for other schemes than http and https.
 */
export function parseTarget(text: string, base?: URL): URL {
  const invalid = (why: string) =>
    new FetchError('address_invalid', `${why}: "${shorten(text)}"`, { where: { url: text } })

  if (text.length > longestAddress) throw invalid('The address is too long')
  if (unsafe.test(text)) throw invalid('The address holds a backslash or control character')
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined
  if (!url) throw invalid('Not an address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('fetch_scheme', `Not http or https: "${shorten(text)}"`, {
      where: { url: text },
    })
  }
  if (url.username || url.password) throw invalid('The address holds a user name or password')
  if (!url.hostname) throw invalid('The address has no host')
  if (url.href.length > longestAddress) throw invalid('The address is too long')
  url.hash = ''
  return url
}

/** Ports at which other protocols listen (WHATWG Fetch, "bad port"), from 1024 up, read 2026-11-01. */
const badPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
])

/** 80, 443, and from 1024 up what is not another protocol's. */
export function isAllowedPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1_024 && port <= 65_535 && !badPorts.has(port))
}
