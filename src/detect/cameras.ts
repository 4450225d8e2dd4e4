import type { Meaning } from './lexicon.ts'

/** Kinds of camera that bare "cameras" beside them may turn out to be. */
export const kindsOfCamera: ReadonlySet<string | null> = new Set([
  'alpr',
  'body-worn-camera',
  'in-car-video',
  'photo-enforcement',
  'mobile-surveillance-trailer',
])

/** Words that many things are called by: "cameras" says little beside a maker of plate readers. */
export const isBareCamera = ({ technology, vendor, tier }: Meaning): boolean =>
  technology === 'video-surveillance' && vendor === null && tier !== 'strong'

/** "Public safety camera system": what officers wear or drive with, where the text tells of nothing else. */
export const ofDepartment =
  /^(?:(?:police|(?:public\s+)?safety|law\s+enforcement)\s+)?(?:cameras?|video)(?:\s+(?:systems?|programs?|equipment|replacements?|upgrades?))?$/i
