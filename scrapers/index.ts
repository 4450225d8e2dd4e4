import type { Scraper } from '../src/scraping/contract.ts'
import { agendasuite } from './agendasuite/index.ts'
import { boardbook } from './boardbook/index.ts'
import { boarddocs } from './boarddocs/index.ts'
import { champds } from './champds/index.ts'
import { chicago } from './chicago/index.ts'
import { civicclerk } from './civicclerk/index.ts'
import { civicengage } from './civicengage/index.ts'
import { civiclive } from './civiclive/index.ts'
import { civicplus } from './civicplus/index.ts'
import { civicweb } from './civicweb/index.ts'
import { destiny } from './destiny/index.ts'
import { digitaltowpath } from './digitaltowpath/index.ts'
import { diligent } from './diligent/index.ts'
import { escribe } from './escribe/index.ts'
import { feed } from './feed/index.ts'
import { granicus } from './granicus/index.ts'
import { iqm2 } from './iqm2/index.ts'
import { laserfiche } from './laserfiche/index.ts'
import { legistar } from './legistar/index.ts'
import { minneapolis } from './minneapolis/index.ts'
import { municode } from './municode/index.ts'
import { novusagenda } from './novusagenda/index.ts'
import { onbase } from './onbase/index.ts'
import { openmedia } from './openmedia/index.ts'
import { plainPage } from './plain-page/index.ts'
import { portland } from './portland/index.ts'
import { primegov } from './primegov/index.ts'
import { proudcity } from './proudcity/index.ts'
import { simbli } from './simbli/index.ts'
import { suiteone } from './suiteone/index.ts'
import { swagit } from './swagit/index.ts'
import { vision } from './vision/index.ts'

/** The adapters there are. A platform is added by its folder and a line here. */
export const scrapers: readonly Scraper[] = [
  legistar,
  chicago,
  portland,
  minneapolis,
  laserfiche,
  civiclive,
  agendasuite,
  openmedia,
  champds,
  boardbook,
  vision,
  proudcity,
  civicengage,
  simbli,
  boarddocs,
  diligent,
  civicweb,
  destiny,
  onbase,
  digitaltowpath,
  suiteone,
  municode,
  swagit,
  novusagenda,
  iqm2,
  escribe,
  granicus,
  civicplus,
  civicclerk,
  primegov,
  feed,
  plainPage,
]

/** The adapter that reads a platform, if there is one. */
export function findScraper(platform: string): Scraper | undefined {
  return scrapers.find((scraper) => scraper.platform === platform)
}
