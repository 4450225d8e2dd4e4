import ipaddr from 'ipaddr.js'

/**
 * Blocks that are nobody's public host, whole, as `[block, name]`.
 *
 * Sources, read 2026-11-01: the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and
 * its updates), the IANA multicast registries, and the documentation of cloud vendors for the
 * metadata services that stand on ordinary-looking addresses.
 */
export const forbiddenBlocks: readonly (readonly [block: string, name: string])[] = [
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private use'],
  ['100.64.0.0/10', 'shared address space'],
  ['127.0.0.0/8', 'loopback'],
  ['168.63.129.16/32', 'cloud metadata'],
  ['169.254.0.0/16', 'link local'],
  ['172.16.0.0/12', 'private use'],
  ['192.0.0.0/24', 'protocol assignments'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'AS112'],
  ['192.52.193.0/24', 'AMT'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'private use'],
  ['192.175.48.0/24', 'AS112'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['::/96', 'IPv4-compatible'],
  ['::ffff:0:0:0/96', 'IPv4-translated'],
  ['64:ff9b:1::/48', 'local NAT64'],
  ['100::/64', 'discard only'],
  ['100:0:0:1::/64', 'dummy prefix'],
  ['2001::/23', 'protocol assignments (Teredo among them)'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', '6to4'],
  ['2620:4f:8000::/48', 'AS112'],
  ['3fff::/20', 'documentation'],
  ['5f00::/16', 'segment routing'],
  ['fc00::/7', 'unique local'],
  ['fe80::/10', 'link local'],
  ['fec0::/10', 'site local'],
  ['ff00::/8', 'multicast'],
]

const blocks = forbiddenBlocks.map(([block, name]) => {
  const [network, length] = ipaddr.parseCIDR(block)
  return { kind: network.kind(), range: [network, length] as const, name }
})

/** All that IANA has given out for hosts; what lies outside is unknown and so forbidden. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** `loopback` is forbidden too, unless the operator opened it for the demo. */
export interface AddressVerdict {
  readonly kind: 'public' | 'loopback' | 'forbidden'
  /** The block it stands in, `public` for none. */
  readonly block: string
}

const unreadable: AddressVerdict = { kind: 'forbidden', block: 'unreadable' }

/**
 * Judges one IP address in text form. IPv4 inside mapped and NAT64 addresses is judged as what it
 * is; the other wrappings are forbidden whole. What does not parse is forbidden.
 */
export function judgeAddress(text: string): AddressVerdict {
  const address = parseAddress(text)
  if (!address) return unreadable
  const plain = unwrap(address)
  const isWrapped = address.kind() === 'ipv6' && plain.kind() === 'ipv4'
  const block = blocks.find(
    ({ kind, range }) => kind === plain.kind() && plain.match(range[0], range[1]),
  )
  if (block) {
    // The demo dials loopback as it is written; a wrapped one is somebody's trick.
    const isLoopback = block.name === 'loopback' && !isWrapped
    return { kind: isLoopback ? 'loopback' : 'forbidden', block: block.name }
  }
  if (plain.kind() === 'ipv6' && !plain.match(globalUnicast[0], globalUnicast[1])) {
    return { kind: 'forbidden', block: 'unassigned' }
  }
  return { kind: 'public', block: 'public' }
}

/** Blocks in which an operator's own machines stand; link-local ones, where clouds tell keys, never. */
const ownNetworks: ReadonlySet<string> = new Set([
  'loopback',
  'private use',
  'shared address space',
  'unique local',
])

/** Whether an operator may name an address of this block in the settings. */
export function isOwnNetwork(block: string): boolean {
  return ownNetworks.has(block)
}

/** Whether two texts name the same address, whatever their spelling. */
export function isSameAddress(one: string, other: string): boolean {
  const [first, second] = [parseAddress(one), parseAddress(other)]
  if (!first || !second) return false
  return unwrapMapped(first).toNormalizedString() === unwrapMapped(second).toNormalizedString()
}

type IpAddress = ipaddr.IPv4 | ipaddr.IPv6

function parseAddress(text: string): IpAddress | undefined {
  // Octal and shortened IPv4 is no address here: the URL parser has spelled it out before.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined
  return ipaddr.IPv6.parse(text)
}

function unwrapMapped(address: IpAddress): IpAddress {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()
    ? address.toIPv4Address()
    : address
}

function unwrap(address: IpAddress): IpAddress {
  if (address instanceof ipaddr.IPv6 && address.match(nat64[0], nat64[1])) {
    return new ipaddr.IPv4(address.toByteArray().slice(12))
  }
  return unwrapMapped(address)
}
