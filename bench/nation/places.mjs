// Which government and platform each portal of the simulated nation is: the directory, over and over.
import { product } from '../parts/product.mjs'
import { otherPortals } from './other-portals.mjs'

const { readDirectory } = await product('src/directory/read.js')
const { replicaPortals } = await product('src/demo/portals/index.js')

/** Diligent Community is CivicWeb under another name. */
const spoken = (platform) => (platform === 'diligent' ? 'civicweb' : platform)
const isSpoken = ({ platform }) =>
  platform === 'legistar' || otherPortals.has(platform) || replicaPortals.has(spoken(platform))

/** Systems of one city alone (Chicago, Portland, Minneapolis) stand at their own address and no other. */
const rows = readDirectory().rows.filter(isSpoken)
/** Coprime to the number of rows: any number of portals from the start has the directory's mix. */
const stride = 4_001

export const rowOf = (index) => rows[(index * stride) % rows.length]
export const platformOf = (index) => rowOf(index).platform

/** Path of the address that a person would paste. */
export function listPathOf(platform) {
  if (platform === 'legistar') return '/Calendar.aspx'
  const portal = otherPortals.get(platform) ?? replicaPortals.get(spoken(platform))
  if (!portal) throw new Error(`No replica speaks ${platform}`)
  return portal.listPath
}

export const addressOf = (index) => `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`
