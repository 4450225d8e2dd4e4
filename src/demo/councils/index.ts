import type { CouncilPlan } from '../plan.ts'
import { alderBay } from './alder-bay.ts'
import { ashbyGlen } from './ashby-glen.ts'
import { brackenHollow } from './bracken-hollow.ts'
import { callowaySprings } from './calloway-springs.ts'
import { corvinHeights } from './corvin-heights.ts'
import { harlanRidge } from './harlan-ridge.ts'
import { islaMarlow } from './isla-marlow.ts'
import { kestrelCove } from './kestrel-cove.ts'
import { larkmoorCounty } from './larkmoor-county.ts'
import { mesaSerena } from './mesa-serena.ts'
import { otherPlatforms } from './other-platforms.ts'
import { portEllery } from './port-ellery.ts'
import { quillenCounty } from './quillen-county.ts'
import { saltgrassTransit } from './saltgrass-transit.ts'
import { tamarackFalls } from './tamarack-falls.ts'
import { wexley } from './wexley.ts'

/** Every council of the demonstration. None of these places exists. */
export const councilPlans: readonly CouncilPlan[] = [
  alderBay,
  tamarackFalls,
  portEllery,
  mesaSerena,
  quillenCounty,
  harlanRidge,
  callowaySprings,
  saltgrassTransit,
  islaMarlow,
  brackenHollow,
  corvinHeights,
  ashbyGlen,
  larkmoorCounty,
  ...otherPlatforms,
  kestrelCove,
  wexley,
]
