/** What one robots.txt says to us. */
export interface RobotsRules {
  /** `path` with its query, as it stands in the address. */
  isAllowed(path: string): boolean
  /** Milliseconds between requests it asks for; 0 for none. */
  readonly crawlDelayMs: number
}

interface Rule {
  /** Literal parts between the wildcards. */
  readonly parts: readonly string[]
  readonly endsHere: boolean
  readonly isAllow: boolean
  readonly length: number
}

interface RuleGroup {
  readonly rules: Rule[]
  crawlDelayMs: number
}

/** Longer ones cannot match an address that we would ask for. */
const longestPattern = 2_048

/**
 * Reads robots.txt by RFC 9309 for the product token `agent`: its own groups if there are any, else
 * those for `*`. Lines it does not know are skipped. Time is linear in the text.
 */
export function parseRobots(text: string, agent: string): RobotsRules {
  const own: RuleGroup = { rules: [], crawlDelayMs: 0 }
  const forAll: RuleGroup = { rules: [], crawlDelayMs: 0 }
  let hasOwn = false
  let current: RuleGroup[] = []
  let isNaming = false

  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] =
      /^[\t ]*([A-Za-z-]+)[\t ]*:[\t ]*([^#]*)/.exec(line.slice(0, longestPattern + 64)) ?? []
    const said = value.trimEnd()
    switch (name.toLowerCase()) {
      case 'user-agent': {
        if (!isNaming) current = []
        isNaming = true
        const token = /^[A-Za-z_-]+/.exec(said)?.[0] ?? ''
        if (said.startsWith('*')) current.push(forAll)
        else if (token.toLowerCase() === agent.toLowerCase()) {
          hasOwn = true
          current.push(own)
        }
        break
      }
      case 'allow':
      case 'disallow': {
        isNaming = false
        const rule = said ? toRule(said, name.toLowerCase() === 'allow') : undefined
        if (rule) for (const group of current) group.rules.push(rule)
        break
      }
      case 'crawl-delay': {
        // Not in the RFC, but asked for all the same: and it ends the list of agents it stands under.
        isNaming = false
        const seconds = /^\d{1,6}(\.\d+)?$/.test(said) ? Number(said) : 0
        for (const group of current) group.crawlDelayMs = seconds * 1_000
        break
      }
    }
  }

  const { rules, crawlDelayMs } = hasOwn ? own : forAll
  // The longest match decides, and allow before disallow of the same length.
  const ordered = rules.toSorted(
    (a, b) => b.length - a.length || Number(b.isAllow) - Number(a.isAllow),
  )
  return {
    crawlDelayMs,
    isAllowed(path) {
      const target = comparable(path).replaceAll('*', '%2A').replaceAll('$', '%24')
      if (target === '/robots.txt') return true
      return ordered.find((rule) => matches(rule, target))?.isAllow ?? true
    },
  }
}

function toRule(pattern: string, isAllow: boolean): Rule | undefined {
  if (pattern.length > longestPattern) return undefined
  const endsHere = pattern.endsWith('$')
  const body = comparable(endsHere ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24')
  // Some files leave out the slash that every path begins with.
  const rooted = body.startsWith('/') || body.startsWith('*') ? body : `/${body}`
  return {
    parts: rooted.split(/\*+/),
    endsHere,
    isAllow,
    length: new TextEncoder().encode(pattern).length,
  }
}

/** Wildcards take as little as they can, so that each part is searched for once. */
function matches({ parts, endsHere }: Rule, path: string): boolean {
  const [head = '', ...others] = parts
  if (!path.startsWith(head)) return false
  let at = head.length
  const tail = endsHere ? others.pop() : undefined
  for (const part of others) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (!endsHere) return true
  if (tail === undefined) return at === path.length
  return path.length - tail.length >= at && path.endsWith(tail)
}

/** One spelling for each octet: unreserved ones plain, the others in upper-case percent form. */
function comparable(path: string): string {
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character))
  return encoded.replace(/%[0-9a-fA-F]{2}/g, (triplet) => {
    const plain = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(plain) ? plain : triplet.toUpperCase()
  })
}
