import { fromPieces } from '../pieces.ts'

/** What a body does that neither buys nor takes nor rules: it parts with things, names people, settles, is written to. */

/** A title that also buys, agrees or reports is read by what it does then. */
const doesMore = fromPieces(
  'i',
  String.raw`\b(?:purchas\w*|contract|agreement with|lease[sd]?|RFPs?|replac\w*|upgrad\w*|new cameras|accept\w*|appl(?:y|ication)`,
  String.raw`|grants? (?:from|award|application)|ordinance (?:on|regulat|restrict|amend|adopt)\w*|task force|use polic(?:y|ies)|amendments?|advertise|appropriat\w*|public hearing|home[- ]rule|hearings?(?! (?:officers?|examiners?|masters?))|spend\w*|oversight ordinance|ILA|inter-?local|NTE|not[- ]to[- ]exceed)\b`,
)

const thing =
  '(?:cameras?|cams?|readers?|drones?|robots?|units?|DVRs?|servers?|recorders?|scanners?|live ?scans?|equipment|vehicles?|devices?|trailers?|LRADs?|Axon Body|WatchGuards?|Arbitrators?|Coban|Mavics?|Matrice|Phantoms?|tower|cell[- ]site simulator|body[- ]worn|BWCs?)'
const ofOthers =
  '(?:city|county|town|village|borough|township|parish|state|police|sheriff|PD|department|school|college|university|museum|agency)'

const partsWith = fromPieces(
  'i',
  String.raw`\b(?:dispos(?:e|al|ing|ition)|surplus(?:ing)?|auction(?:ing)?|scrap(?:ping)?|destr(?:oy|uction)|surrender|de-?commission\w*|decommission\w*)\b[^;$]{0,120}\b${thing}\b`,
  String.raw`|\b${thing}\b[^;$]{0,60}\b(?:as |declar\w+ )?(?:surplus|scrap|to (?:be )?(?:auction|scrap|dispos)\w*)\b`,
  String.raw`|\b(?:sell|sale of|selling)\b (?:[\w-]+ ){0,6}(?:used|old|retired|surplus|obsolete|negotiated|\d{1,3}|two|three|four|five|ten)\b[^;]{0,60}\b${thing}\b`,
  String.raw`|\b(?:GovDeals|Municibid|Public ?Surplus|excess property|fixed asset disposal|(?:convey|transfer|pass)\w* (?:of )?title)\b`,
  String.raw`|\b(?:donat(?:e|ing|ion of)|transfer(?:ring)? of|gift of|give)\b[^;$]{0,60}\b${thing} (?:[\w-]+ ){0,2}to (?:the )?(?:[\w.'\u2019-]+ ){0,4}${ofOthers}\b`,
)
const namesPeople = fromPieces(
  'i',
  String.raw`\bhearing (?:officers?|examiners?|master)\b|\bappoint(?:s|ed|ing|ment)?\b[^;$]{0,80}\b(?:officer|director|manager|analyst|coordinator|clerk|judge|magistrate|commander|chief|liaison|trustee|member)\b`,
  String.raw`|\b(?:hire|hiring|promotion|reclassif\w+|employment) (?:of )?(?:an? |one |two |\d )?(?:[\w-]+ ){0,4}(?:analysts?|operators?|technicians?|coordinators?|pilots?|officers?)\b`,
  String.raw`|\b(?:stipend|salary|pay grade|job description|position control)\b[^;$]{0,60}\b(?:pilot|operator|analyst|administrator|coordinator|officer|technician|clerk|specialist)\b`,
  String.raw`|\bcertificates? of (?:appreciation|recognition|commendation)\b|\bjob description\b|\breclass(?:if\w+)?\b|\b(?:creat|establish|add)\w* (?:the |an? )?(?:[\w-]+ ){0,3}(?:post|job) of\b|^\W*recognition ?[:\u2013\u2014-]|\bgrievance\b`,
  String.raw`|^\W*(?:(?:resolution|motion|proclamation)\W{1,3}(?:to )?)?(?:commend|congratulat|honou?r|salut|thank|proclaiming|proclamation)\w*\b`,
)
const settles = fromPieces(
  'i',
  String.raw`\bsettl(?:e|ing|ement)\b[^;]{0,100}\b(?:suit|lawsuit|claims?|litigation|class action|case|records|OPRA|FOIA|plaintiffs?|v\.?|vs\.?)(?![\w])`,
  String.raw`|\b(?:suit|lawsuit|litigation|class action|v\.|vs\.?)\b[^;]{0,80}\bsettlement\b`,
  String.raw`|\b(?:insurance|tort|damage|liability) claims?\b[^;]{0,80}\b(?:den(?:y|ied|ial)|reject\w*|settle\w*|stuck|hit)\b`,
  String.raw`|\bclaims?\b[^;]{0,80}[-,:(\u2013\u2014] ?(?:to )?(?:reject|deny|denied|rejected|settle)\b|\b(?:(?:reject|deny)(?:ing)?|(?:rejection|denial) of) (?:the |a )?claims?\b`,
  String.raw`|\b(?:public records?|open records|FOIA|OPRA) (?:request )?(?:appeals?|suits?|lawsuits?|complaints?)\b|\bbid protest\b|\bwrongful (?:arrest|stop) (?:suit|claim|lawsuit)\b|\bamicus\b|\bexisting litigation\b|\bmotion to sue\b|\b(?:answer|defend|join|appeal)\b[^;$]{0,60}\b(?:suit|lawsuit)\b`,
  String.raw`|\b(?:dismiss|refund|void|forgiv|exonerat)\w*\b[^;]{0,40}\b(?:notices|citations|tickets|fines)\b[^;]{0,60}\b(?:error|mistimed|wrongly|sent while|issued (?:in error|while)|malfunction)\b`,
)
const isAsked = fromPieces(
  'i',
  String.raw`\b(?:millage|impartial analysis|certificate of sufficiency|(?:special|bond) election|ballot (?:question|language|measure|title|argument)|(?:initiative|referendum|recall) petition|ordering an election|insufficiency of)\b`,
  String.raw`|\b(?:citizens?['\u2019]?|residents?['\u2019]?|neighborhood|online|public)? ?petition (?:oppos|against|to |from|of |signed|with|w/|asking|request|urging|in support|that|bearing|regarding|re\b|on\b|\()`,
  String.raw`|\b(?:communications?|letters?|testimony|postcards?|e-?mails?|correspondence|comments?|remarks)\b[^.;$]{0,40}\b(?:ACLU|NAACP|residents?|citizens?|neighbors?|coalition|league|constituents?|taxpayers?)\b`,
  String.raw`|^\W*(?:[\w-]+ ){0,2}(?:correspondence|public comments?)\b(?: period| received)? ?(?:[:(\u2013\u2014-]|re\b|on\b|regarding\b|from\b|about\b)`,
  String.raw`|\bpersons to be heard\b|^\W*(?:open forum|public portion|letters? rec(?:['\u2019]d|eived))\b|^\W*(?:an? )?(?:residents?|citizens?|neighbors?) (?:asked|complain\w*|spoke|inquired)\b|\bquestion\b[^;]{0,60}\b(?:before|to) the (?:voters|electors)\b|\b(?:right[- ]of[- ]way|ROW|r\/w|encroachment) permits?\b|\bcitizen comments?\b|\baudience (?:participation|comments?)\b`,
)

const mostOfTitle = 1_200

export function doesNeither(whole: string): boolean {
  const title = whole.slice(0, mostOfTitle)
  return (
    !doesMore.test(title) &&
    (partsWith.test(title) || namesPeople.test(title) || settles.test(title) || isAsked.test(title))
  )
}
