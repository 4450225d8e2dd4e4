import type { Scraper } from '../src/scraping/contract.ts'
import { boarddocs } from './boarddocs/index.ts'
import { civicclerk } from './civicclerk/index.ts'
import { civicplus } from './civicplus/index.ts'
import { civicweb } from './civicweb/index.ts'
import { destiny } from './destiny/index.ts'
import { digitaltowpath } from './digitaltowpath/index.ts'
import { diligent } from './diligent/index.ts'
import { escribe } from './escribe/index.ts'
import { granicus } from './granicus/index.ts'
import { iqm2 } from './iqm2/index.ts'
import { legistar } from './legistar/index.ts'
import { municode } from './municode/index.ts'
import { novusagenda } from './novusagenda/index.ts'
import { onbase } from './onbase/index.ts'
import { plainPage } from './plain-page/index.ts'
import { primegov } from './primegov/index.ts'
import { simbli } from './simbli/index.ts'
import { suiteone } from './suiteone/index.ts'
import { swagit } from './swagit/index.ts'

/** The adapters there are. A platform is added by its folder and a line here. */
export const scrapers: readonly Scraper[] = [
  legistar,
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
  plainPage,
]

/** The adapter that reads a platform, if there is one. */
export function findScraper(platform: string): Scraper | undefined {
  return scrapers.find((scraper) => scraper.platform === platform)
}
