import type { Hit } from './hit.ts'
import type { Taxonomy } from './taxonomy.ts'

/**
 * A crime centre's platform shows what is there already: cameras, plate hits, gunshot alerts. What it draws
 * together is named to tell what it does, and is not bought with it.
 */
export const platforms: ReadonlySet<string | null> = new Set([
  'real-time-crime-center',
  'camera-registry-integration',
  'police-data-integration',
])

/** "Software that draws together plate readers, gunfire alerts and cameras", "searches across" them. */
const drawsTogether =
  /\b(?:integrat(?:es?|ing)|combin(?:es?|ing)|unif(?:y|ies|ying)|aggregat(?:es?|ing)|consolidat(?:es?|ing)|(?:bring|draw|pull|tie)(?:s|ing)? (?:\w+ ){0,3}together|(?:sits?|sitting|lies|layered) (?:on top of|over)|(?:search|look|quer)(?:es|s|ing|ies|y|ying)? across)\b[^.;]*$/i
/** "Pulls dispatch, plate readers and body camera metadata into one search". */
const pulls =
  /\b(?:pulls?|brings?|draws?|gathers?|collects?|joins?|links?|connects?|loads?|feeds?)(?:ing)?\b[^.;]*$/i
const intoOne =
  /^[^.;]{0,120}\b(?:in(?:to)? (?:one|a single|a common|a shared|a unified)\b|together\b|for search(?:es)?\b)/i
/** "Records, dispatch and plate reader data can be searched together". */
const isSearched =
  /^[^.;]{0,100}?\b(?:may|can|could|will|would|are|is|to) (?:all )?be (?:searched|queried|joined|combined|linked|viewed|seen) (?:together|at once|across|in one|through one|from one)\b/i
/** "Joins feeds from 300 cameras, plate readers and ...". */
const feedsFrom = /\b(?:feeds?|alerts?|streams?|hits) (?:from|of)\b[^.;]*$/i
/** "Plate reader alerts", "camera feeds". */
const feedsAfter =
  /^\W{0,2}(?:\(\w+\) )?(?:video |camera |data |live |system )?(?:feeds?|streams?|alerts?|hits|pictures)\b/i
const isFeed = /\b(?:feeds?|streams?|alerts?|hits)$/i

const reachOfList = 240
const reachAfter = 40

/** "Camera feeds", "plate reader alerts": told as what comes in. */
export const isFeedOf = (text: string, { end, quote }: Hit): boolean =>
  isFeed.test(quote) || feedsAfter.test(text.slice(end, end + reachAfter))

/** Given by its sentence as one of several things that a platform draws together. */
const isDrawnIn = (text: string, { start, end }: Hit): boolean => {
  const head = text.slice(Math.max(0, start - reachOfList), start)
  if (feedsFrom.test(head) || drawsTogether.test(head)) return true
  const tail = text.slice(end, end + reachOfList)
  return isSearched.test(tail) || (pulls.test(head) && intoOne.test(tail))
}

/** "Has built a network of cameras", "now holds subscriptions for plate readers": there before the center. */
const wasThere =
  /\b(?:ha(?:s|ve) (?:also |already )?(?:built|installed|deployed|put in place|set up|implemented|established|acquired)|(?:now|already|currently|presently) (?:holds?|has|have|owns?|runs?|uses?|operates?)|WHEREAS[^.;]{0,60}\b(?:operates?|uses?|runs?|owns?))\b[^.;]*$/i
const isThere = (text: string, { start }: Hit): boolean =>
  wasThere.test(text.slice(Math.max(0, start - reachOfList), start))

/** Firms whose bare name stands for such a platform. */
export const makersOfPlatforms = (taxonomy: Taxonomy): ReadonlySet<string> =>
  new Set(
    taxonomy.vendors
      .filter(({ tier, implies }) => tier === 'strong' && platforms.has(implies))
      .map(({ id }) => id),
  )

/**
 * What an item that is about such a platform names, less what the platform is fed with. "Video feeds for the
 * crime centre" of a title may be bought.
 */
export function withoutFeeds(
  hits: readonly Hit[],
  fields: { readonly title: string; readonly text: string },
  makers: ReadonlySet<string>,
): readonly Hit[] {
  const isOfPlatform = ({ meaning: { technology, vendor } }: Hit) =>
    technology === null ? makers.has(vendor ?? '') : platforms.has(technology)
  const names = (hit: Hit) =>
    isOfPlatform(hit) && (hit.meaning.tier !== 'weak' || hit.meaning.vendor !== null)
  const titled = hits.filter(({ field }) => field === 'title')
  const isUntold = titled.every(({ meaning }) => meaning.technology === null)
  const isTitled = titled.some(names) || (titled.length > 0 && titled.every(isOfPlatform))
  if (!isTitled && !(isUntold && hits.some(names))) return hits
  const isFed = (hit: Hit) =>
    hit.field === 'title'
      ? isDrawnIn(fields.title, hit)
      : isDrawnIn(fields.text, hit) ||
        isFeedOf(fields.text, hit) ||
        (isUntold && isThere(fields.text, hit))
  return hits.filter((hit) => isOfPlatform(hit) || !isFed(hit))
}
