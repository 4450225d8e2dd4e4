import { fromPieces } from '../pieces.ts'
import type { ActionReading } from './cue.ts'

/**
 * What is done under a title that only names a thing, a firm, a programme or an office: a few words of
 * its text say it, and without them the name would be taken for a purchase.
 */

/** Money goes out for it, whatever else is told. */
const pays =
  /\b(?:purchas(?:e|es|ing)|buy(?:ing)?|leas(?:e|ing)|subscription|invoices?|quotes?|bids?|sole[ -]source|contract (?:with|amount)|not[ -]to[ -]exceed|procure\w*|(?<!\bneither party (?:shall|will) )pay(?:s|ing|ments?)?\b(?! the other)|reimburs\w+|renew(?:al|ing)?|install(?:ation|ing)?)\b/i
/** Words by which a body decides, or is asked to. */
const decides =
  /\b(?:mov(?:ed|es) (?:to|by|that|for)|motion|second(?:ed)? by|carried|voted|approv(?:e|es|al|ed|ing)|authoriz\w+|recommend\w*|request(?:s|ed|ing)? (?!for information)|adopt\w*|award(?:ed|ing|s)?|accept\w*|resolved|permission|agreed to|directed)\b/i

/** Told for the record, and the minutes say so. */
const onlyTold = fromPieces(
  'i',
  String.raw`\bno action(?=\W*$|\.(?:\s|$))|\bno (?:formal |further |council |board )?`,
  '(?:action|vote)s? (?:was |were |is |will be )?',
  String.raw`(?:taken|required|requested|needed|necessary)\b`,
  String.raw`|\b(?:informational|information|discussion) (?:purposes )?only\b`,
  String.raw`|\bthis (?:item )?(?:is|was) (?:for (?:information|discussion)`,
  String.raw`|an? (?:informational|discussion) item)\b|\breceived? (?:and|&) filed?\b`,
  String.raw`|\b(?:report|summary|update|presentation|figures|statistics|briefing|overview)s?`,
  '(?: (?:of|on|for) [^.;]{3,40})? (?:was|were) ',
  String.raw`(?:received|given|presented|provided|heard|shared)\b|\bno vote\b`,
  String.raw`|\breceive (?:the |this )?(?:report|presentation|update)\b|\bplaced on file\b`,
  String.raw`|\bthanked the (?:chief|sheriff|captain|lieutenant|commander|director|officer`,
  String.raw`|department)\b`,
)
/** Somebody speaks: "Captain Osei reported", "Members heard from staff". */
const speaks = fromPieces(
  'i',
  String.raw`^\W*(?:[\w.'\u2019,-]+ ){1,6}?(?:(?:report|brief|inform|updat|explain|outlin`,
  String.raw`|demonstrat|describ|summariz|present|walk|answer|advis|highlight|shar)(?:e?d|s)\b`,
  String.raw`(?! (?:an? )?(?:proposals?|quotes?|bids?|requests?)\b)`,
  String.raw`|gave (?:(?:the |an? )?(?:[\w-]+ ){0,3})`,
  '(?:tour|update|report|overview|presentation|demonstration|briefing)',
  '|spoke (?:on|about|of|to)|heard (?:from|an?)',
  String.raw`|will (?:update|brief|report|present|give))\b`,
)

/** "Shall not share plate data": a rule that binds, and no paper. */
const binds =
  /\b(?:resolved|ordained|enacted),? (?:by [^;]{0,80}? )?that (?:the |no )?[^.;]{0,120}\b(?:shall|may|will|must) (?:not )?(?:use|shar|be (?:used|shared|sold|retained|kept|deployed)|retain|delet|purg|disclos|sell|obtain)\w*\b/i
/** What a rule says, told by its text; a stand that a body takes. */
const rules = fromPieces(
  'i',
  String.raw`\b(?:order|directive|polic(?:y|ies)|rules?|regulations?|guidelines|standards) `,
  String.raw`(?:[\w-]+ ){0,3}?(?:restricts?|requires?|forbids?|limits?|prohibits?|bans?`,
  String.raw`|governs?)\b|\b(?:stat(?:ing|es)|declar(?:ing|es)|express(?:ing|es)`,
  String.raw`|affirm(?:ing|s)) (?:the |its )?(?:[\w'\u2019-]+ ){0,3}`,
  String.raw`(?:opposition to|stand against)\b`,
)
/** Who goes through what was done: a look from outside, asked for by the body. */
const looksOver = fromPieces(
  'i',
  String.raw`\b(?:independent|outside|external|third[ -]party) `,
  String.raw`(?:review|audit|examination|assessment|investigation) of\b[^.;]{0,120}\b`,
  String.raw`(?:use|policy|program|data|searches|compliance)\b`,
  String.raw`|\b(?:auditor|inspector general|comptroller|controller|ombudsman`,
  String.raw`|monitor)\b[^.;]{0,60}\b(?:presents?|issued|released|conducted|completed`,
  String.raw`|found)\b[^.;]{0,60}\b(?:audit|review|findings)\b`,
  String.raw`|^\W*(?:an? )?(?:inquiry|investigation|hearing) (?:by|into|on|of|regarding)\b`,
  String.raw`|\b(?:board|commission|committee|panel)\b[^.;]{0,24}\b(?:will |shall )?`,
  '(?:review|investigate|examine|look into)s? (?:the |any )?',
  String.raw`(?:complaints|searches|misuse|allegations)\b`,
  String.raw`|\b(?:call|set|schedul|hold|order)(?:s|ing|ting)? (?:an? |the )?`,
  String.raw`(?:[\w-]+ )?hearing (?:on|into|regarding|about)\b`,
  '(?! the (?:grant|budget|application|rezoning))',
  String.raw`|\b(?:chief|sheriff|department|police|vendor|firm)\b[^.;]{0,30}\b`,
  '(?:is|are|was|were|be) (?:asked|requested|directed|called) to ',
  String.raw`(?:appear|testify|answer)\b|\b(?:board|commission|committee|council)\b[^.;]{0,40}\b`,
  String.raw`(?:will )?(?:hear|take|receive)s? (?:public )?(?:comments?|testimony)\b`,
)

/** "The award is accepted", "vote to accept the money", "the County has made $7,500 available". */
const takes = fromPieces(
  'i',
  String.raw`\b(?:awards?|grants?|funds|funding|money|monies|donations?|gifts?|sub-?awards?`,
  '|allocation) (?:is|are|be|was|were) (?:hereby )?',
  String.raw`(?:accepted|received and|appropriated)\b`,
  String.raw`|\b(?:accept|receive)(?:s|ed|ing|ance of)?`,
  '(?: and (?:expend|appropriate|spend))? (?:the |this |these |said |an? |its )?',
  String.raw`(?:[\w$,.'\u2019-]+ ){0,4}(?:awards?|grants?|funds|funding|money|monies|donations?`,
  String.raw`|gifts?|reimbursement|allocation|contribution|share of the award)\b`,
  String.raw`|\b(?:has|have) (?:made|set aside|offered|awarded|allocated|pledged) `,
  String.raw`(?:up to )?\$ ?[\d,.]+ (?:available )?(?:to|toward|for) (?:the )?`,
  '(?:city|county|town|village|borough|township|parish|department|police|sheriff',
  String.raw`|district|school)\b|\b(?:funding|sub-?recipient|sub-?award|grant) agreement\b`,
  String.raw`|\b(?:selected|chosen|approved) (?:to receive|for) (?:an? |the )?(?:[\w-]+ ){0,2}`,
  String.raw`(?:\$ ?\d|awards?\b|grants?\b|funding\b)`,
  String.raw`|\bacceptance (?:of (?:the )?(?:grant|award|funds) )?(?:was |is )?approved\b`,
  String.raw`|\bmotion to accept\b(?! (?:the |an? )?(?:[\w-]+ ){0,4}`,
  String.raw`(?:bid|quote|proposal|report|minutes|offer|resignation|low)\b)|\baward letter\b`,
  String.raw`|\bnotice of (?:grant )?award\b|\bsign the (?:grant )?(?:acceptance|award)\b`,
  String.raw`|\b(?:gave|donated|presented|pledged)\b[^.;]{0,40}\$ ?\d[^;]{0,160}\baccept`,
  String.raw`(?:ed|s|ing)?\b|\b(?:submi(?:t|ts|tting|ssion of)|fil(?:e|ing of)|apply(?:ing)?`,
  String.raw`|application) (?:an? |the )?(?:applications? )?(?:for|to)\b[^.;]{0,60}`,
  String.raw`(?:\$ ?\d|\b(?:grants?|funds|funding|reimbursement|assistance)\b)`,
)

/** Asked of who gives, whatever it is to buy. */
const applies =
  /\b(?:submi(?:t|ts|tting|ssion of|ttal of)|fil(?:e|ing)(?: of)?) (?:an? |the |its )?(?:[\w-]+ ){0,2}applications?\b(?! (?:for|to) (?:an? |the )?(?:[\w-]+ ){0,3}(?:permit|variance|licen[cs]e|FCC|FAA|court|judge))|\bapply(?:ing)? (?:to|for)\b[^.;]{0,80}(?:\$ ?\d|\bgrants?\b|\bfund(?:s|ing)\b)/i

/** Out of its own purse, to another body. */
const paysOther =
  /\b(?:city|county|town|village|borough|township|parish|district|department) (?:shall|will|agrees to|is to) (?:pay|reimburse)(?: to)? the (?:[\w'\u2019-]+ ){1,4}\$ ?\d/i

/** A bill is paid, somebody is taken on, or what an officer asks for is moved. */
const buysByMotion = fromPieces(
  'i',
  String.raw`\bclaim of\b[^;$]{0,80}\$ ?\d[^;]{0,120}\b`,
  String.raw`(?:approved for payment|to be paid|subscription|licen[cs]e|renewal)\b`,
  String.raw`|^\W*(?:engag|retain|hir)(?:e|ing) (?:an? |the )?(?:[\w-]+ ){0,3}`,
  String.raw`(?:consultants?|firm|contractor)\b[^;]{0,160}\$ ?\d`,
  String.raw`|\b(?:asked|asks|asking) for \$ ?[\d,.]{1,14} (?:to|for) `,
  String.raw`(?:add|buy|purchase|get|replace|lease|install)\w*\b[^;]{0,120}\bmotion to `,
  String.raw`(?:approve|purchase|buy|pay)\b|^\W*(?:requesting|seeking|asking for) (?:the )?`,
  String.raw`(?:[\w'\u2019]+ )?(?:approval|permission|authorization) to `,
  String.raw`(?:buy|purchase|lease|acquire|replace)\b`,
)

/** People write to their council. */
const isLetter = fromPieces(
  'i',
  String.raw`^\W*(?:an? |the )?(?:letters?|e-?mails?|petitions?|correspondence)\b`,
  String.raw`(?! (?:of (?:intent|agreement|engagement)|agreement))[^.;]{0,40}\b`,
  String.raw`(?:from|signed by|by|of|asking|objecting|urging|opposing)\b`,
  String.raw`(?! (?:the |our )?(?:[\w'\u2019-]+ )?`,
  '(?:chief|sheriff|police|mayor|manager|administrator|director|department|attorney))',
)

/** A firm is dealt with, and the money that was given is what pays for it. */
const deals =
  /\b(?:agreements?|contracts?) (?:with|to|for)\b|\b(?:vendor|contractor|bidder|amend(?:ment|ing|ed)?|existing|extend\w*|upgrad\w*|replac\w*)\b/i

/** A paper on who may look, and no money goes with it. */
const agrees =
  /\b(?:agreements?|agrees?|memorand(?:um|a)|MOUs?|MOAs?|forms?|terms|authoriz\w+|permission|sign(?:ed|ing)?)\b/i
const shares = fromPieces(
  'i',
  String.raw`\b(?:shar(?:e|es|ing)|exchang(?:e|es|ing)|search(?:es|ing)?|query|queries`,
  '|view(?:s|ing)?|see|monitor|read(?:-only)? access|access(?:es)?|connect(?:s|ing)?',
  String.raw`|look(?:ing)? (?:up|into))\b[^.;$]{0,100}\b`,
  '(?:data(?:bases?)?|records|footage|video|feeds?|images|cameras?|reads',
  '|repositor(?:y|ies)|networks?|alerts?|gallery|information|readers?|hits|scans',
  String.raw`|systems?)\b`,
)
const free = fromPieces(
  'i',
  String.raw`\bno (?:cost|charge|fee|funds?|money|fiscal impact|financial impact|budget impact`,
  String.raw`|payment|consideration|funding)\b|\bneither (?:party|agency|side) `,
  String.raw`(?:shall|will|is to|pays?)\b|\bwithout (?:cost|charge|payment|compensation)\b`,
  String.raw`|\bfree of charge\b|\bfiscal impact ?: ?(?:none|n\/?a|\$?0\b)`,
  String.raw`|\b(?:receives?|pays?) no (?:payment|money|fee)\b|\bzero cost\b`,
  String.raw`|\bnothing is (?:paid|owed|charged)\b`,
)
const lends = /\b(?:software|platform|license|trial|pilot|subscription|vendor|firm|company)\b/i
/** "The agreement granting the Sheriff read access": who looks is the whole of it. */
const grantsAccess =
  /\b(?:agreement|memorandum|MOU|MOA)\b[^.;$]{0,60}\b(?:grant|giv|provid|allow|permit|let)\w*\b[^.;$]{0,80}\b(?:access to|query|search|view)\b|\bto (?:let|allow|permit) (?:the )?[^.;$]{2,60}\b(?:query|search|view|access)\b/i

/** What the beginning of a text says is done; `undefined`: nothing so plain. */
export function toldByText(opening: string): ActionReading | undefined {
  if (isLetter.test(opening)) return { role: 'other', action: 'other' }
  if (buysByMotion.test(opening) || paysOther.test(opening))
    return { role: 'procurement', action: 'approve-contract' }
  if (applies.test(opening)) return { role: 'grant', action: 'accept-grant' }
  if (binds.test(opening)) return { role: 'policy', action: 'adopt-policy' }
  const isPaid = pays.test(opening)
  if (!isPaid && rules.test(opening)) return { role: 'policy', action: 'adopt-policy' }
  if (!isPaid && looksOver.test(opening)) return { role: 'oversight', action: 'other' }
  if (!isPaid && agrees.test(opening) && shares.test(opening)) {
    const isFree = free.test(opening) && !lends.test(opening)
    if (isFree || (grantsAccess.test(opening) && !/\$ ?\d/.test(opening))) {
      return { role: 'data-sharing', action: 'mou' }
    }
  }
  if (!isPaid && takes.test(opening) && !deals.test(opening))
    return { role: 'grant', action: 'accept-grant' }
  const isTold = onlyTold.test(opening) || (speaks.test(opening) && !/\$ ?\d/.test(opening))
  return isTold && !decides.test(opening.replace(onlyTold, ' '))
    ? { role: 'report', action: 'annual-report' }
    : undefined
}
