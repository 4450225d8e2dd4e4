import { fromPieces } from './pieces.ts'

/**
 * What was there before and stays as it is, what was moved for and lost, and what a firm sells beside what is
 * bought: told to set the matter off from it.
 */

const year = String.raw`(?:['’]\d\d|(?:19|20)\d\d)\b`

/** "Readers installed in 2022", "body cams came in 2020", "(Acme) in place since 2021". */
const wasThere = fromPieces(
  'i',
  String.raw`^(?: \([^()]{1,40}\))?,?(?: (?:that|which)(?: (?:were|was|are|is))?)? (?:already )?(?:installed|bought|purchased|acquired|leased|obtained|put (?:up|in)|in (?:place|use|service)|came(?: in)?)`,
  String.raw` (?:in |since |before |back in |during )(?:\w{3,9} )?(?:of )?${year}`,
)

/** "Are paid through June", "under warranty", "prepaid". */
const isPaidFor = fromPieces(
  'i',
  String.raw`^[^.;]{0,50}\b(?:is|are) (?:pre-?paid|paid (?:for )?(?:through|until|up|already))\b|^(?: [\w-]+){0,2} (?:pre-?paid|(?:is |are )?(?:still )?under warranty)\b`,
)

/** "The two spare readers will be kept", "these contracts go on unchanged". */
const isKept = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:(?:will be|shall be|is|are|was|were) (?:kept|retained)(?=$|,| as (?:is|they are|spares?|a spare)\b)|(?:go|goes) on unchanged\b)`,
)

/** "Not renewed", "module not licensed", "(Acme) not touched". */
const isNot = fromPieces(
  'i',
  String.raw`^(?: \([^()]{1,30}\))?(?: [\w-]+){0,3} not (?:yet )?(?:renewed|licensed|touched|changed|altered|included|affected|needed|joined|shared|covered|bought|purchased|requested)\b`,
  String.raw`|^[^.;]{0,80}\b(?:is|are|was|were|shall|will)(?: ?n['’]t| not) (?:be )?(?:altered|modified|joined|licensed|recommended|chosen|treated|sought|contemplated|activated|priced|loaded|replaced|shared|changed|touched|(?:\w+ ){1,3}items?\b)`,
  String.raw`|^[^.;]{0,90}\bnone of (?:these|those|them|which|that) (?:is|are|was|were)\b`,
)

/** "A motion to buy a drone died for want of a second", "body cams for bailiffs, tabled", "face search is barred". */
const wasLost = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:died|failed|fell) (?:for|on|by)\b`,
  String.raw`|^(?: [\w'’-]+){0,4},?(?: [\w ]{1,12},)? (?:tabled|denied|omitted|skipped|demo returned)\b`,
  String.raw`|^[^.;]{0,40}\b(?:is|are|will be|shall be) (?:barred|shut off|kept off)\b`,
)

/** "Livescan is State's property", "facial boarding is the airlines' own". */
const belongs = fromPieces(
  'i',
  String.raw`^[^.;]{0,60}\b(?:is|are) (?:the |their )?[\w-]+(?:['’]s|s['’]) (?:own|property|affair|business|license|licence)\b`,
)

export const keptTails = [wasThere, isPaidFor, isKept, isNot, wasLost, belongs]

/** "Existing: 61 cameras", "what is not: drones", "no new drone", "the firm also offers audio". */
const besides = fromPieces(
  'i',
  String.raw`\b(?:existing|what (?:is|are) not|not (?:included|covered|bought|in it)|excluded|not part of it): ?[^.;]{0,120}$`,
  String.raw`|\bno (?:new|additional|further|more) (?:[\w-]+ ){0,2}$`,
  String.raw`|\balso (?:offers?|sells?|makes?|markets?)\b[^.;]{0,90}$`,
  String.raw`|\bnothing (?:is|was|will be) (?:owed|paid|due|bought)\b[^.;]{0,60}$`,
)

export const keptHeads = [besides]
