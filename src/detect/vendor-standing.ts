import { fromPieces } from './pieces.ts'

/**
 * What the sentence around a firm's name makes of it: `party` deals with the buyer, `aside` is told
 * of (replaced, compared, of another contract), `joined` is what the thing bought works together
 * with, `paired` stands right behind another name for the same firm or its owner, `added` comes with
 * what is bought, `priced` has a sum of its own, `reported` a report of its own in a list of them.
 */
export type Standing =
  | 'party'
  | 'aside'
  | 'joined'
  | 'paired'
  | 'added'
  | 'priced'
  | 'reported'
  | 'named'

const reach = 160
/** What became of an agreement is told in the next sentences. */
const reachOn = 300
/** The number of a row stands right before its firm. */
const reachOfNumber = 12

const lineBreak = /\s*<br ?\/?>\s*/gi
/** Dots that end no sentence. */
const abbreviation =
  /\b(?:inc|llc|co|corp|no|nos|st|ltd|dr|mr|ms|mrs|sgt|lt|det|ave|dept|yr|mo|ea|qty|approx|est|incl|ann|opt)\./gi
/** A line that goes on in small letters was broken by its width. */
const sentenceEnd = /[.;](?=\s)|\n(?!\s{0,3}[a-z])/

/** Going, or gone. */
const leaving = fromPieces(
  'i',
  String.raw`\b(?:(?<!\b(?:vendor|contractor|firm) )replac(?:es?|ed|ing|ement (?:of|for))`,
  '|in (?:place|lieu) of|instead of|rather than|previous(?:ly)?|prior|former(?:ly)?',
  '|retir(?:es?|ed|ing)|remov(?:es?|ed|ing)|delet(?:es?|ed|ing)|terminat(?:es?|ed|ing)',
  '|drop(?:s|ped|ping)?|discontinu(?:es?|ed|ing)|cancel(?:s|led|ed|ing)?',
  '|phas(?:es?|ed|ing) out|sunset(?:s|ting)?|laps(?:es?|ed|ing)',
  '|trad(?:es?|ed|ing)[ -]in|(?:move|switch|migrat|transition)',
  String.raw`(?:s|e|es|ed|ing)? (?:away )?from)\b`,
)
/** Of firms that were weighed, this one was taken. */
const chosen =
  /\b(?:found|chose|chosen|select(?:s|ed|ing)?|recommend(?:s|ed|ing)?|prefer(?:s|red)?|award(?:s|ed)?)\b/i
/** Looked at beside others, or left out. */
const weighed = fromPieces(
  'i',
  String.raw`\b(?:compar(?:es?|ed|ing|able|ison)|unlike|alternatives?|such as|other than|tested`,
  '|demonstrat(?:ed|ions?)|demos?|evaluat(?:ed|ing)|considered|looked at|competitors?',
  '|reject(?:s|ed|ing)|declin(?:es?|ed)|withdrew|no longer',
  '|(?:proposals|bids|quotes|responses|offers)(?: were| was)?(?: also)?',
  '(?: received| submitted| obtained)? (?:from|by)|submitted proposals',
  String.raw`|(?:received|drew|got|yielded|solicited) (?:[\w()]+ ){0,4}`,
  '(?:responses|proposals|bids|offers)|(?:similar|identical|compared) to|same as',
  '|(?:neighbou?ring|nearby|adjoining|surrounding|other) ',
  '(?:cit(?:y|ies)|towns?|count(?:y|ies)|villages?|agenc(?:y|ies)|departments?',
  '|communit(?:y|ies)|jurisdictions?)',
  '|(?:vendors|firms|companies) (?:that )?',
  '(?:we|staff|the (?:city|county|town|village|department)) ',
  '(?:called|contacted|invited|tested|saw|considered|met)|proposers|bidders|finalists',
  '|short-?listed|ranked|separate(?:ly)?|not (?:part|included|affected|related)',
  String.raw`|exclud(?:es?|ed|ing)|except(?:ing)?|earlier)\b`,
)
const noLonger = /\bno longer\b/gi
/** "Replace the analog units with X": X comes. */
const coming = /\b(?:with|by|to|through|from)\b/i

const after = fromPieces(
  'i',
  String.raw`^ replacement\b(?! (?:units|airframes|aircraft|parts|batteries|licen))|^[^.;]{0,60}\b(?:(?:is|are|was|were|will be|being) (?:also )?`,
  '(?:not|compared|tested|evaluated|considered|reviewed|excluded|replaced|retired',
  '|removed|moved|taken down|traded|turned in|reassigned|relocated|sold|donated',
  '|transferred|disposed|withdrawn|rejected|separate|higher|second)|stays? |remains? ',
  String.raw`|came second|did not|withdr[ae]w|no longer|end of (?:life|support)|expire[sd]?\b`,
  '|offered(?! an? (?:acceptable|satisfactory|proposal|quote|price|discount))|dropped)',
)
/** "Ranked Acme first; X second and Y third": those who were not taken. */
const ranked =
  /^,? ?(?:(?:inc|llc|corp|co|group|solutions|systems),? +)*(?:was |came |placed |ranked )?(?:second|third|fourth|fifth|sixth)(?:\.?$|,| and\b| place)/i
const either = /^ or [A-Z]/
const eitherBefore = /[A-Za-z.,)] or $/

/** "The Sheriff went to X in spring": that is done. */
const moved = /\b(?:went|moved|switched|changed|migrated|converted) (?:over )?to\b[^.;,]{0,30}$/i

/** "Fusus LLC (Axon)", "Dedrone by Axon": one firm and its owner or trade name. */
const pairedWith =
  /[\w.,]\s{0,3}(?:\(|(?<! )\/ ?|\bby |\b(?:dba|d\/b\/a) |\b(?:which|who) (?:now )?owns |\b(?:now )?owned by )$/i

/** "In November 2010 the County contracted with X": another day's. */
const dealtThen =
  /\b(?:[Ii]n|[Oo]n|[Ss]ince) (?:[A-Z][a-z]+\.? )?(?:\d{1,2}, )?(?:19|20)\d\d,? (?:the )?(?:[\w'’]+ ){1,4}(?:contracted|entered|signed|purchased|bought|selected|awarded|began using)\b[^.;]*$/
/** "The agreement renews each year": what was dealt of then goes on. */
const goesOn =
  /\b(?:renew(?:s|ed|al|als|ing)?|extend(?:s|ed|ing)?|extension|amend(?:s|ed|ing|ments?)?|continue[sd]?|option (?:years?|periods?|terms?))\b/i
const goesElsewhere =
  /\b(?:expire[sd]?|replac\w+|new (?:vendor|provider|contractor|firm)|requests? for proposals|RFP|proposals|bids|terminat\w+)\b/i

/** "Constant problems with the cameras bought from X": what a thing of another firm is bought for. */
const complaint =
  /\b(?:issues|problems?|troubles?|difficult(?:y|ies)|breakdowns?|failures?|faults?|(?:dis|un)satisf\w+|unhapp(?:y|iness)|frustrat\w+)(?: (?:after|upon) another)?(?: (?:that )?(?:the |our |his )?(?:[\w'’-]+ ){0,3}(?:has|have|had|keeps?|been)(?: [\w'’-]+){0,2})? with (?!in\b)(?:[\w'’-]+ ){0,8}$/i

/** Owned, whatever is bought. */
const owned =
  /\b(?:has|have|had) (?:long )?used\b[^.;,]{0,40}$|\b(?:already|currently|presently|now) (?:ha(?:s|ve)|owns?|uses?|operates?|wears?|carry|carries|equipped with)\b/i

/** "Records have gone through X since 2009", "the platform so far was X", "X has had the calls since 2011". */
const usedSince =
  /^[^.;]{0,20} since (?:19|20)\d\d\b|^[^.;]{0,24}\bha(?:s|ve) (?:had|done|run|provided)\b[^.;]{0,60}\bsince\b/i
const usedSoFar =
  /\b(?:so far|until now|to date) (?:was|has been|were) (?:the )?$|\b(?:gave|given|gives|giving) up (?:the |on )?$/i

const joinedTo =
  /\b(?:link|connect|integrat|join|feed|tie|interfac|stream|compatib|work)(?:s|ed|es|ing|ion|ions|le|e)?\b[^.;]{0,60}\b(?:to|with|into)\b|\b(?:alerts|feeds|data|calls) (?:from|of)\b/i

/** Who does a part of the work. */
const worksUnder =
  /^[^.;]{0,40}\bas (?:an? |the |its |their )?(?:sub-?contractor|installer|integrator)\b/i
/** Who sells, or is a party. */
const sellsHere =
  /\b(?:through|via|reseller|resold by|dealer|distributor)\b[^.;]{0,40}$|\b(?:supplier|vendor|contractor|installer|sub-?contract(?:or|ed|s))(?: (?:is|to|with))?\W{0,3}$/i
const sells =
  /^[^.;]{0,40}\b(?:(?:are|is) (?:a |the )?part(?:y|ies)\b|as (?:an? |the |its |their )?(?:reseller|dealer)|is (?:an? |the |our )?sole[- ]source (?:provider|supplier|vendor|manufacturer)\b|,? (?:an? |the |its )?(?:authorized |sole |value[- ]added )?(?:reseller|dealer|distributor))\b/i

/** "A turret with X mapping", "and an X downlink". */
const adds = /(?:\bwith|\bw\/|\band|\bplus|[+&])\s*(?:(?:an?|the|its|one|two|\d+)\s+)?$/i
const price = /^[^.;$]{0,60}\$ ?\d/
/** "2) Acme, Agreement 12, to search public records at an estimated annual amount of $7,440". */
const numbered = /(?:^|\n)\s*(?:\(?[\da-z]{1,2}[).]|[-•–*])\s*$/i
/** "b. Acme Reader 2025 Annual Report on the use of": one of a list of reports. */
const reportOfRow = /^[^;$\n]{0,60}\b(?:annual|yearly|semi-?annual|quarterly) report\b/i
/** "Should X, Inc. be awarded the contract". */
const isAwarded =
  /^[^.;]{0,60}\b(?:be|is|was|were) awarded (?:the|an?) (?:[\w-]+ ){0,3}(?:contract|agreement|bid)\b/i
const priceOfRow = /^[^;$\n]{0,240}\$ ?\d/

/** "Terminating Contract No. 12 with X": whoever stands behind "with" leaves. */
const endsContract =
  /\b(?:terminat|cancel)\w* (?:of )?(?:the |its |our |their )?(?:[\w.#-]+ ){0,4}(?:contract|agreement|lease|subscription|license|order)s?\b(?:(?!\band\b)[^;.$]){0,40}\bwith (?:the )?$/i

export function standingOf(text: string, start: number, end: number): Standing {
  const clean = (words: string) =>
    words.replace(lineBreak, ' ').replace(abbreviation, (dotted) => `${dotted.slice(0, -1)} `)
  const head =
    clean(text.slice(Math.max(0, start - reach), start))
      .split(sentenceEnd)
      .at(-1) ?? ''
  const tail = clean(text.slice(end, end + reach)).split(sentenceEnd)[0] ?? ''
  const left = lastOf(leaving, head)
  if ((left !== null && !coming.test(left)) || endsContract.test(head)) return 'aside'
  // "Replace two X, which the law no longer allows, with two Y".
  const besides = lastOf(weighed, left === null ? head : head.replace(noLonger, ''))
  if (besides !== null && !chosen.test(besides)) return 'aside'
  if (
    after.test(tail) ||
    ranked.test(tail) ||
    either.test(tail) ||
    eitherBefore.test(head) ||
    moved.test(head)
  )
    return 'aside'
  if (complaint.test(head) || usedSince.test(tail) || usedSoFar.test(head)) return 'aside'
  if (dealtThen.test(head)) {
    const next = text.slice(end, end + reachOn)
    if (!goesOn.test(next) || goesElsewhere.test(next)) return 'aside'
  }
  if (worksUnder.test(tail)) return 'party'
  if (pairedWith.test(head)) return 'paired'
  if (joinedTo.test(head) || owned.test(head)) return 'joined'
  if (sellsHere.test(head) || sells.test(tail)) return 'party'
  if (isAwarded.test(tail)) return 'party'
  if (adds.test(head)) return 'added'
  const isRow = numbered.test(text.slice(Math.max(0, start - reachOfNumber), start))
  if (isRow && reportOfRow.test(tail)) return 'reported'
  return price.test(tail) || (isRow && priceOfRow.test(text.slice(end, end + reachOn)))
    ? 'priced'
    : 'named'
}

/** What follows the last match. */
function lastOf(pattern: RegExp, text: string): string | null {
  const parts = text.split(pattern)
  return parts.length > 1 ? (parts.at(-1) ?? '') : null
}
