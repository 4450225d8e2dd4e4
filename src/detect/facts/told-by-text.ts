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
const onlyTold =
  /\bno (?:formal |further |council |board )?(?:action|vote)s? (?:was |were |is |will be )?(?:taken|required|requested|needed|necessary)\b|\b(?:informational|information|discussion) (?:purposes )?only\b|\bthis (?:item )?(?:is|was) (?:for (?:information|discussion)|an? (?:informational|discussion) item)\b|\breceived? (?:and|&) filed?\b|\breceive (?:the |this )?(?:report|presentation|update)\b|\bplaced on file\b|\bthanked the (?:chief|sheriff|captain|lieutenant|commander|director|officer|department)\b/i
/** Somebody speaks: "Captain Osei reported", "Members heard from staff". */
const speaks =
  /^\W*(?:[\w.'\u2019,-]+ ){1,6}?(?:(?:report|brief|inform|updat|explain|outlin|demonstrat|describ|summariz|present|walk|answer|advis|highlight|shar)(?:e?d|s)\b(?! (?:an? )?(?:proposals?|quotes?|bids?|requests?)\b)|gave (?:an? |the )?(?:[\w-]+ ){0,2}(?:update|report|overview|presentation|demonstration|briefing)|spoke (?:on|about|of|to)|heard (?:from|an?)|will (?:update|brief|report|present|give))\b/i

/** "Shall not share plate data": a rule that binds, and no paper. */
const binds =
  /\b(?:resolved|ordained|enacted),? (?:by [^;]{0,80}? )?that (?:the |no )?[^.;]{0,120}\b(?:shall|may|will|must) (?:not )?(?:use|shar|be (?:used|shared|sold|retained|kept|deployed)|retain|delet|purg|disclos|sell|obtain)\w*\b/i
/** Who goes through what was done: a look from outside, asked for by the body. */
const looksOver =
  /\b(?:independent|outside|external|third[ -]party) (?:review|audit|examination|assessment|investigation) of\b[^.;]{0,120}\b(?:use|policy|program|data|searches|compliance)\b|\b(?:auditor|inspector general|comptroller|controller|ombudsman|monitor)\b[^.;]{0,60}\b(?:presents?|issued|released|conducted|completed|found)\b[^.;]{0,60}\b(?:audit|review|findings)\b|\b(?:board|commission|committee|council)\b[^.;]{0,40}\b(?:will )?(?:hear|take|receive)s? (?:public )?(?:comments?|testimony)\b/i

/** "The award is accepted", "vote to accept the money", "the County has made $7,500 available". */
const takes =
  /\b(?:awards?|grants?|funds|funding|money|monies|donations?|gifts?|sub-?awards?|allocation) (?:is|are|be|was|were) (?:hereby )?(?:accepted|received and|appropriated)\b|\b(?:accept|receive)(?:s|ed|ing|ance of)?(?: and (?:expend|appropriate|spend))? (?:the |this |these |said |an? |its )?(?:[\w$,.'\u2019-]+ ){0,4}(?:awards?|grants?|funds|funding|money|monies|donations?|gifts?|reimbursement|allocation|contribution|share of the award)\b|\b(?:has|have) (?:made|set aside|offered|awarded|allocated|pledged) (?:up to )?\$ ?[\d,.]+ (?:available )?(?:to|toward|for) (?:the )?(?:city|county|town|village|borough|township|parish|department|police|sheriff|district|school)\b|\b(?:funding|sub-?recipient|sub-?award|grant) agreement\b|\b(?:submi(?:t|ts|tting|ssion of)|fil(?:e|ing of)|apply(?:ing)?|application) (?:an? |the )?(?:applications? )?(?:for|to)\b[^.;]{0,60}(?:\$ ?\d|\b(?:grants?|funds|funding|reimbursement|assistance)\b)/i

/** A firm is dealt with, and the money that was given is what pays for it. */
const deals =
  /\b(?:agreements?|contracts?) (?:with|to|for)\b|\b(?:vendor|contractor|bidder|amend(?:ment|ing|ed)?|existing|extend\w*|upgrad\w*|replac\w*)\b/i

/** A paper on who may look, and no money goes with it. */
const agrees =
  /\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|forms?|terms|authoriz\w+|permission|sign(?:ed|ing)?)\b/i
const shares =
  /\b(?:shar(?:e|es|ing)|exchang(?:e|es|ing)|search(?:es|ing)?|query|queries|view(?:s|ing)?|see|monitor|read(?:-only)? access|access(?:es)?|connect(?:s|ing)?|look(?:ing)? (?:up|into))\b[^.;$]{0,100}\b(?:data(?:bases?)?|records|footage|video|feeds?|images|cameras?|reads|repositor(?:y|ies)|networks?|gallery|information|readers?|hits|scans|systems?)\b/i
const free =
  /\bno (?:cost|charge|fee|funds?|money|fiscal impact|financial impact|budget impact|payment|consideration|funding)\b|\bneither (?:party|agency|side) (?:shall|will|is to|pays?)\b|\bwithout (?:cost|charge|payment|compensation)\b|\bfree of charge\b|\bfiscal impact ?: ?(?:none|n\/?a|\$?0\b)|\b(?:receives?|pays?) no (?:payment|money|fee)\b|\bzero cost\b/i
const lends = /\b(?:software|platform|license|trial|pilot|subscription|vendor|firm|company)\b/i
/** "The agreement granting the Sheriff read access": who looks is the whole of it. */
const grantsAccess =
  /\b(?:agreement|memorandum|MOU|MOA)\b[^.;$]{0,60}\b(?:grant|giv|provid|allow|permit|let)\w*\b[^.;$]{0,80}\b(?:access to|query|search|view)\b/i

/** What the beginning of a text says is done; `undefined`: nothing so plain. */
export function toldByText(opening: string): ActionReading | undefined {
  if (binds.test(opening)) return { role: 'policy', action: 'adopt-policy' }
  const isPaid = pays.test(opening)
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
