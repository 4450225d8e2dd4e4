/** The cookies that a portal gave on the way; they live in memory, for one run at most. */
export interface Cookies {
  /** The value of the `Cookie` header for an address; "" when it is to get none. */
  headerFor(url: URL): string
  /** Takes the `Set-Cookie` lines that an address answered with. */
  take(url: URL, lines: readonly string[]): void
}

interface Cookie {
  readonly value: string
  readonly path: string
  readonly isSecure: boolean
}

const mostCookies = 30
const longestCookie = 4_096

/** A token, and a value of printable ASCII: anything else could end the header and begin another. */
const pair = /^([!#$%&'*+.^_`|~\w-]{1,200})=([\x20-\x3a\x3c-\x7e]*)$/

/**
 * Cookies as RFC 6265 has them, but stricter: each goes back to the very origin that set it and
 * nowhere else, whatever `Domain` it names.
 */
export function openCookies(now: () => Date): Cookies {
  const origins = new Map<string, Map<string, Cookie>>()

  return {
    headerFor(url) {
      const held = origins.get(url.origin) ?? new Map<string, Cookie>()
      return [...held]
        .filter(([, cookie]) => isFor(cookie, url))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; ')
    },
    take(url, lines) {
      const held = origins.get(url.origin) ?? new Map<string, Cookie>()
      origins.set(url.origin, held)
      for (const line of lines.slice(0, mostCookies)) {
        if (line.length > longestCookie) continue
        const [first = '', ...attributes] = line.split(';').map((part) => part.trim())
        const [, name, value = ''] = pair.exec(first) ?? []
        if (!name) continue
        if (hasEnded(attributes, now())) held.delete(name)
        else if (held.has(name) || held.size < mostCookies) {
          held.set(name, { value, path: pathOf(attributes), isSecure: has(attributes, 'secure') })
        }
      }
    },
  }
}

const has = (attributes: readonly string[], name: string) =>
  attributes.some((attribute) => attribute.toLowerCase() === name)

function attribute(attributes: readonly string[], name: string): string | undefined {
  const found = attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))
  return found?.slice(name.length + 1).trim()
}

function hasEnded(attributes: readonly string[], now: Date): boolean {
  const age = attribute(attributes, 'max-age')
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0
  const until = Date.parse(attribute(attributes, 'expires')?.replace(/-/g, ' ') ?? '')
  return until <= now.getTime()
}

/** The whole host unless the portal says otherwise: what it leaves open, it takes anywhere. */
function pathOf(attributes: readonly string[]): string {
  const path = attribute(attributes, 'path') ?? ''
  return path.startsWith('/') ? path.replace(/\/$/, '') : ''
}

function isFor({ path, isSecure }: Cookie, url: URL): boolean {
  if (isSecure && url.protocol !== 'https:') return false
  // IIS takes paths in any letter case, and so do the cookies of its applications.
  return `${url.pathname.toLowerCase()}/`.startsWith(`${path.toLowerCase()}/`)
}
