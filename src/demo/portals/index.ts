import { civicplusPortal } from './civicplus.ts'
import { civicwebPortal } from './civicweb.ts'
import { escribePortal } from './escribe.ts'
import { feedPortal } from './feed.ts'
import { granicusPortal } from './granicus.ts'
import { iqm2Portal } from './iqm2.ts'
import { plainPagePortal } from './plain-page.ts'
import type { ReplicaPortal } from './portal-request.ts'
import { primegovPortal } from './primegov.ts'

/** Replicas by the platform whose forms they speak; Legistar's has pages of its own. */
export const replicaPortals: ReadonlyMap<string, ReplicaPortal> = new Map([
  ['primegov', primegovPortal],
  ['civicplus', civicplusPortal],
  ['civicweb', civicwebPortal],
  ['escribe', escribePortal],
  ['iqm2', iqm2Portal],
  ['granicus', granicusPortal],
  ['feed', feedPortal],
  ['plain-page', plainPagePortal],
])
