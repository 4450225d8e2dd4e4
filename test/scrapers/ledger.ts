import type { Facts } from './manifest.ts'

/** Which stated facts a test has looked at, by capture: `dart-tx/views.html` → `first[].cells`. */
const read = new Map<string, Set<string>>()

/** Facts that remember which of them were looked at. Looking at a list of facts is looking at each. */
export function remembering(capture: string, facts: Facts): Facts {
  const seen = read.get(capture) ?? new Set()
  read.set(capture, seen)
  return remember(facts, '', seen) as Facts
}

function remember(value: unknown, path: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const inner = (name: string) => (Array.isArray(value) ? path : path ? `${path}.${name}` : name)
  return new Proxy(value, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return found
      if (typeof found !== 'object' || found === null) seen.add(inner(name))
      return remember(found, inner(name), seen)
    },
  })
}

/** The facts of a capture that no test has looked at: names of single values, below lists as well. */
export function listUnread(capture: string, facts: Facts): string[] {
  const seen = read.get(capture) ?? new Set()
  const names = new Set<string>()
  collect(facts, '', names)
  return [...names].filter((name) => !seen.has(name))
}

function collect(value: unknown, path: string, names: Set<string>): void {
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one !== 'object' || one === null)) names.add(path)
    for (const one of value) collect(one, path, names)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value))
      collect(one, path ? `${path}.${name}` : name, names)
  } else if (path !== '') names.add(path)
}
