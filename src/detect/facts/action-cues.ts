import { betweenCues } from './between-cues.ts'
import { type Cue, cue } from './cue.ts'
import { firstCues } from './first-cues.ts'
import { givingCues } from './giving-cues.ts'
import { grantCues } from './grant-cues.ts'
import { headingCues } from './heading-cues.ts'
import { labelCues } from './label-cues.ts'
import { openingCues } from './opening-cues.ts'
import { oversightCues } from './oversight-cues.ts'
import { plainCues } from './plain-cues.ts'
import { ruleCues } from './rule-cues.ts'
import { sharingCues } from './sharing-cues.ts'
import { shorthandCues } from './shorthand-cues.ts'
import { watchingCues } from './watching-cues.ts'

/** Laws and their makers: words of a title that makes a rule and buys nothing. */
const asksForReport =
  /^\W*(?:(?:an? )?(?:[\w-]+ ){0,2}(?:motion|order)\W{1,3}(?:to )?)?(?:requiring|require|reporting|call(?:ing)? (?:for|on|upon)|request\w*|directing|direct)\b[^.;]{0,140}\b(?:reporting\b(?! and oversight)|reports?\b(?! (?:parking|to (?:the )?police))|updates?\b|study\b|audits?\b|findings\b)/i

/** "Resolution asking the Chief to inform the Council each quarter": what others are to tell. */
const asksToBeTold =
  /^\W*(?:an? )?resolution (?:asking|requesting|directing) [^.;]{0,80}\bto (?:report (?:back|on|to|each|every|quarterly|monthly|annually|regularly)\b|(?:inform|brief|tell) (?:the |this )?(?:[\w-]+ )?(?:council|board|commission|committee|aldermen)\b)/i

/** Tried in order on the item's own words; the first that fits says what is done. */
export const cues: readonly Cue[] = [
  ...headingCues,
  ...shorthandCues,
  ...labelCues,
  ...firstCues,
  ...watchingCues,
  ...givingCues,
  ...betweenCues,
  ...ruleCues,
  ...oversightCues,
  ...plainCues,
  ...sharingCues,
  ...openingCues,
  // What was shared is shared no more.
  cue(
    'data-sharing',
    'terminate',
    /^[^.;]{0,60}\b(?:end|ending|terminat\w+|cancel\w*|withdraw\w*|suspend\w*)\b[^.;]{0,60}\b(?:data|information|intelligence)[ -]sharing\b/i,
  ),
  cue(
    'oversight',
    'hearing',
    /^[^.;]{0,60}\b(?:conduct|hold|set(?:ting)?|schedul(?:e|ing)) an? (?:(?:first|second|third|further) )?(?:public )?hearing\b(?![^.;]{0,120}\b(?:approv|authoriz|award)\w* (?:[\w-]+ ){0,5}(?:purchases?|contracts?|agreements?|grants?|applications?)\b)|^[^.;:]{0,60}\b(?:informational|investigative|legislative|joint|special|oversight) hearing\b|\bcalling for an? (?:public )?hearing\b|\b(?:committee|board|commission)\b[^.;]{0,40}\bmeeting to discuss\b|\bcall(?:ing)? (?:up)?on\b[^.;]{0,220}\bhearing\b|\brequest\w*\b[^.;]{0,160}\b(?:hold|conduct|convene|schedule)\w* (?:an? |the |further )?(?:public |committee |joint )?hearings?\b|\b(?:committee|council|board|commission)\b[^.;]{0,60}\bhold (?:an? )?(?:public )?hearings?\b|\brequest(?:s|ing|ed)? (?:an? |the |that an? )?(?:[\w-]+ ){0,2}hearings?\b|^\W*hearing (?:to (?:discuss|consider|review|examine|receive)|regarding|about|[\u2013\u2014-])|^\W*(?:(?:briefing ?[/&] ?)?oversight\b|(?:order|motion|resolution) for (?:an? )?hearing\b|call for (?:[\w-]+ ){0,9}hearing|(?:[\w-]+ ){1,4}(?:committee|commission) hearing (?:on|regarding|concerning|about)\b|(?:notice\b[^.]{0,120})?special meeting for\b|(?:committee )?hearing on\b|(?:notice of )?public hearing(?: (?:on|regarding|to consider)\b| ?[:\u2013\u2014-])(?:[^.;]{0,60}\b(?:surveillance|use of(?! (?:[\w.'\u2019-]+ ){0,8}(?:funds?|grants?|monies)\b))\b|(?![\s\S]*\b(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?|ordinances?|fees?|fund\w*|rezoning)\b)))/i,
  ),
  cue(
    'procurement',
    'terminate',
    /\b(?:repeal\w* ordinance (?:no\.? ?)?[\d-]+ in its entirety|terminat\w+ (?:of )?(?:the |its |an? )?(?:\w+ ){0,4}(?:contract|agreement)|cancel\w* (?:the |its )?(?:\w+ ){0,3}(?:contract|agreement)|non-?renewal|discontinu\w+|(?:end|ending) (?:the |its |our )?(?:\w+ ){0,4}(?:contract|agreement|program|subscription)|sunset(?:ting)? (?:the |its )?(?:\w+ ){0,4}(?:contract|program))\b/i,
  ),
  // Of courts and of money back: nothing is bought and no rule made.
  cue(
    'other',
    'other',
    /\bbid protest\b|^\W*public records? (?:appeals?|requests?)\b|^\W*(?:(?:approv\w*|authoriz\w*|ratif\w*|resolution) (?:the |of )?)?(?:claims? (?:of|by|against|for)|settlements?(?=\W*$|,| agreement)|settlement (?:of|in) (?:an? |the )?(?:[\w-]+ )?(?:claims?|lawsuits?|litigation|suit|case)|appeals? (?:of|from|by)|(?:order |motion )?(?:deny|denying|denial of)\b|workers['\u2019]? compensation|lawsuit|litigation)\b/i,
  ),
  // Posts of people: "create the position of crime centre supervisor".
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|equipment|subscription|award|licen[cs]e (?:for|from))\w*)[\s\S]{0,160}\b(?:(?:creat|add|establish|authoriz|approv|fund|request|reclassif)\w*\b[^.;]{0,100}\b(?:positions?|FTEs?|job class(?:ification)?)\b|creat\w+ class\b|personnel request\b)/i,
  ),
  // Someone is to look into it.
  cue(
    'oversight',
    'other',
    /^\W*(?:[\w-]+ ){0,6}(?:call\w* for|request\w*|order\w*|direct\w*|urg\w*) (?:an? |the )?(?:[\w-]+ ){0,2}(?:investigation|inquiry)\b|^[^.;]{0,60}\bsubpoena\b/i,
  ),
  // Nobody is chosen: "Rejecting all bids for the camera project".
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:award|appl(?:y|ication)|approv\w* (?:an? |the )?(?:[\w-]+ ){0,4}(?:contract|agreement|purchase)|negotiat\w* with)\w*)[\s\S]{0,160}\breject\w*(?: of)? (?:any and all|all|any|the) (?:[\w-]+ ){0,2}(?:bids?|pro(?:- ?)?posals?|responses?|offers?|submittals?)\b/i,
  ),
  // Somebody is thanked: "Resolution commending the crime centre's staff".
  cue(
    'other',
    'other',
    /^\W*(?:(?:an? )?(?:[\w-]+ ){0,2}(?:resolution|proclamation|motion)\W{1,4}(?:of the [\w ]{1,40} )?)?(?:honou?ring|commending|congratulating|thanking|commendation|recogni[sz]ing (?!(?:[\w$,.-]+ ){0,8}(?:grants?|award|revenues?|funds?|funding|donations?|gifts?)\b))/i,
  ),
  // Sent to a body to be read: "Transmitting an informational report relative to drone flights".
  cue(
    'report',
    'annual-report',
    /\binformational (?:communication|report|memo(?:randum)?|letter|update)\b|^(?![\s\S]*\b(?:appropriat|accept|approv|authoriz|purchas|adopt|order|ordinance|resolution|grant|transfer|award|agreement|contract|draft|polic(?:y|ies)|petition|act\b|veto|request(?:ing|s)?\b)\w*)[\s\S]{0,80}(?:\b(?:transmit|forward|submit|convey)\w*\b[^.;]{0,60}\b(?:communication|reports?|response|memo(?:randum)?|update|findings|statistics|data)\b|\bcommunications? (?:from [^.;]{2,80}? )?(?:relat(?:ing|ive)|regarding|concerning|with regard)\b)/i,
  ),
  // "Order: that the Commissioner report on footage": asked of those who know.
  cue(
    'report',
    'annual-report',
    /^\W*(?:order(?:ed)?\W{1,3})?(?:that )?the [\w' \u2019]{3,60}? (?:be (?:and (?:hereby )?is )?(?:hereby )?(?:requested|directed|asked) to )?(?:report(?: back)?|provide (?:an? )?(?:[\w-]+ ){0,2}(?:report|update)) (?:on|to|with|regarding)\b/i,
  ),
  // Named by what it is: "Police 2024 drone usage report", "plate reader audit report (second half)".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew|agreement|contract|amend|requir|call|polic(?:y|ies)|request|hearing)\w*)[\s\S]{0,200}\b(?:audit|annual|quarterly|monthly|semi-?annual|bi-?annual|usage|activity|statistical|statistics|effectiveness|compliance|transparency|year[- ]end|mid-?year|evaluation|follow-?up|inspection|quarter) (?:[\w-]+ ){0,2}reports?\b\W*(?:\([^)]{0,80}\)\W*|(?:(?:for|of|[\u2013\u2014-]) ?(?:[\w.,-]+ ?){0,7}|(?:FY ?)?(?:19|20)\d\d\W*))?$/i,
  ),
  // Asked for at last, whatever was told before it: "Program update and purchase request".
  cue(
    'procurement',
    'approve-contract',
    /\b(?:update|report|presentation)\b[^.;]{0,40}\b(?:purchase|funding) request\b|^\W*(?:[\w-]+ ){0,3}(?:update|report|presentation|review)\b[^.;]{0,80}\band (?:possible )?(?:approval of|award of|authoriz\w+) (?:the |an? )?(?:[\w-]+ ){0,4}(?:change orders?|contracts?|agreements?|purchases?|amendments?)\b/i,
  ),
  // What a department may do is talked over, and not what it did.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract with|agreement with|report|audit)\w*)[\s\S]{0,200}\b(?:talk|discuss\w*|direct\w*|review\w*|consider\w*)\b[^.;]{0,120}\bpolic(?:y|ies) and procedures?\b/i,
  ),
  // A body takes a stand: "Resolution against red light cameras", "a charter amendment to ban them".
  cue(
    'policy',
    'ordinance',
    /\bresolution\W{1,4}(?:against|opposing|in opposition to|condemning|in support of)\b|^\W*(?:proposed )?charter amendments?\b|\bcharter amendment\b[^.;]{0,60}\bto (?:ban|prohibit|forbid)\b/i,
  ),
  cue(
    'oversight',
    'ordinance',
    /\b(?:transparency|oversight|accountability) (?:in|of|over|for) (?:the )?(?:[\w-]+ ){0,3}surveillance\b/i,
  ),
  // Who may look is agreed, and nothing is bought.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed)\w*)[\s\S]{0,200}\b(?:agreement|memorandum|letter of understanding)\b[^;]{0,120}\baccess to (?:the |its |live )?(?:[\w-]+ ){0,4}(?:cameras?|footage|feeds?|traffic management system)\b|\bcamera (?:system )?access agreement\b|^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed)\w*)[\s\S]{0,200}\b(?:memorandum|MOU|MOA|inter-?local|inter-?governmental|mutual aid)\b[^;]{0,160}\baccess (?:by [\w' \u2019]{2,40} )?to (?:[\w'\u2019-]+ ){0,5}(?:cameras?|footage|feeds?|video|data|databases?|repository|reads|records)\b/i,
  ),
  // What is ordered, whoever pays for it.
  cue('procurement', 'approve-contract', /^\W*(?:\w+ ){0,2}order form\b/i),
  // Police put theirs up on the poles and roads of others: part of setting them up.
  cue(
    'procurement',
    'mou',
    /\bmulti(?:ple)?[ -]?use agreement\b|\b(?:pole (?:attachment|license|use)|joint[ -]use) agreements?\b[^;]{0,240}\b(?:police|sheriff|public safety)\b|\b(?:inter-?governmental|inter-?local|inter-?agency)\b[^;]{0,160}\b(?:install|plac(?:e|ing)|mount)\w*\b[^;]{0,120}\b(?:rights?[ -]of[ -]way|poles|roads|streets)\b/i,
  ),
  // The firm's devices that serve the city itself are a part of what it sells.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:association|school|church|store|apartments?|mall)\b)[\s\S]{0,200}\bagreements?\b[^;]{0,80}\b(?:with|and|between)\b[^;]{0,80}\b(?:inc\b|LLC|corp\b|corporation)[^;]{0,60}\b(?:allow|permit|authoriz)\w*\b[^;]{0,60}\bto (?:install|place|mount|attach|maintain)\b/i,
  ),
  // Others may put theirs up on public ground or poles: leave is given, and nothing is bought.
  cue(
    'other',
    'mou',
    /^(?![\s\S]*\b(?:purchas|bid\b|expend|subscription|not[ -]to[ -]exceed))(?=[\s\S]{0,300}\b(?:agreements?|permits?|permission|leave|consent|easements?|memorandum|MOU|allow\w*|support)\b)[\s\S]{0,300}\b(?:encroachment|pole (?:attachment|license|use)s?|attachment agreement|(?:install|attach|mount|plac|put|locat|maintain)\w*\b[^.;]{0,80}\b(?:(?:in|on|along|within|to) (?:the |its |their )?(?:[\w-]+ ){0,3}(?:rights?[ -]of[ -]way|utility poles?|light poles?|poles|streets|property|traffic (?:lights?|signals?))|(?:city|county|town|parish|village|state)[ -]owned))\b/i,
  ),
  // Told to a body by somebody: "Police Chief presents body camera proposal".
  cue(
    'report',
    'annual-report',
    /^(?:(?!\b(?:approv|adopt|authoriz|award|renew)\w*)[\s\S]){0,80}\bpresents\b|\breport for (?:[\w-]+ ){0,3}to receive\b/i,
  ),
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|fund(?:s|ing)?|equipment|overtime|participat\w*|memorandum|MOU)\b)[\s\S]{0,120}\b(?:surveillance|privacy|camera|facial recognition|drone|ALPR) (?:[\w-]+ ){0,2}(?:task force|(?:advisory|oversight) (?:board|committee|commission)|working group|commission|sub-?committee)\b/i,
  ),
  // Given away: "Sale of pole cameras to the Sheriff", "Declare 20 body cameras surplus".
  cue(
    'other',
    'other',
    /^\W*(?:[a-z\d]{1,3}[.)] )?(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?(?:(?:approv\w*|authoriz\w*|declar\w*) (?:the )?)?(?:sale|auction|disposal|disposition|surplus|donation of (?:[\w-]+ ){0,3}surplus|(?:[\w-]+ ){0,2}easement)\b(?! (?:and|of surplus property and) purchase)|\bdeclar\w+ [^.;]{0,80}\bsurplus\b|^(?![\s\S]*\b(?:purchas|funds?\b|appropriat)\w*)[\s\S]{0,80}\btransfer(?:ring)? (?:of )?(?:[\w-]+ ){1,6}(?:cameras?|readers?|drones?|equipment|vehicles?|systems?|units) to (?:the )?(?:[\w-]+ ){0,4}(?:city|county|town|village|borough|parish|police|sheriff|department)\b/i,
  ),
  // A memorandum of the bodies that buy together, and the firm's contract with it.
  cue(
    'procurement',
    'approve-contract',
    /\b(?:memorand(?:um|a)|MOUs?|inter-?local|joint powers)\b[^;]{0,200}\band (?:the |an? )?(?:[\w-]+ ){0,3}(?:agreement|contract|purchase order|quote)s? with (?!(?:the )?(?:[\w'\u2019-]+ ){0,2}(?:city|county|town|village|state|sheriff|school|department|district)\b)[^;]{0,100}\b(?:for|to provide)\b/i,
  ),
  // "Memorandum with Acme Systems, Inc.": a firm shares no data of its own, it sells.
  cue(
    'procurement',
    'approve-contract',
    /\b(?:memorandum of (?:understanding|agreement)|MOU|participation agreement)\b[^.;]{0,40}\b(?:with|between (?:the )?[\w' \u2019]{2,40}? and) (?!(?:the )?(?:regional|state|county|city|national|federal)\b)(?:the )?(?:[\w'\u2019&-]+ ){0,4}?(?:[\w'\u2019&-]+,? (?:inc\b|LLC|L\.L\.C|corp\b|corporation)|solutions|systems|technologies|enterprise|flock|fusus|axon|motorola|soundthinking)/i,
  ),
  // What one body pays back to another for its devices.
  cue(
    'procurement',
    'mou',
    /\b(?:memorandum of (?:understanding|agreement)|MOU|MOA|agreement)\b[^;]{0,160}\b(?:to (?:pay back|reimburse|repay|share (?:in )?(?:the )?(?:[\w-]+ ){0,2}(?=costs?\b|purchase\b|expenses?\b))|for (?:the )?(?:reimbursement|repayment|payment|cost[ -]sharing) of|reimbursing)\b[^;]{0,30}\b(?:costs?|purchase|expenses?)\b|\b(?:interlocal|interagency|intergovernmental|memorandum)\b[^;]{0,200}\bjoint (?:purchase|procurement|acquisition)\b|\b(?:memorandum|MOU|MOA|inter-?local|inter-?governmental)\b[^;]{0,120}\b(?:cost[ -]shar(?:e|ing) (?:of|for)\b|(?:shared|joint|split|proportionate) (?:use and |purchase and )?costs?\b)|\b(?:memorandum|MOU|MOA|inter-?local agreement)\b[^;]{0,80}\b(?:and|for) payments? (?:to|of)\b|\b(?:cooperative endeavor agreement|CEA|inter-?local|inter-?governmental|memorandum|MOU)\b[^;]{0,160}\b(?:to pay|paying|will pay|to contribute|contributing) (?:up to |an? )?\$ ?\d/i,
  ),
  // "Memorandum by which the agency reimburses the police for purchasing cameras".
  cue(
    'procurement',
    'mou',
    /^(?![\s\S]*\b(?:overtime|grants?|federal|salar|personnel|officers? (?:at|to)|task force)\w*)[\s\S]{0,120}\b(?:memorandum|MOU|MOA|inter-?local|inter-?governmental)\b[^;]{0,160}\b(?:repayment|reimburse[sd]?|reimbursement|repays?|pays? (?:the )?(?:[\w'\u2019-]+ ){1,3}back)\b[^;]{0,120}\b(?:costs?|purchas\w*|buying|licens\w+)\b/i,
  ),
  // A seat in a shared system is paid for: "interlocal agreement, fingerprint system, at a cost of $4,000".
  cue(
    'procurement',
    'mou',
    /^(?![\s\S]*\b(?:grants?|accept|receiv|reimburs|award|no cost)\w*)[\s\S]{0,160}\b(?:memorandum|MOU|MOA|inter-?local|inter-?governmental|joint powers)\b[\s\S]{0,400}\b(?:at (?:an? )?(?:[\w-]+ ){0,2}cost (?:of|not)|not[ -]to[ -]exceed|in (?:an|the) amount (?:of|not)|(?:annual|yearly|monthly|one-time|user|membership) (?:[\w-]+ ){0,2}(?:fees?|costs?|payments?|dues|charges?))\b[^;$]{0,30}\$/i,
  ),
  // To be talked over, and nothing asked: "Review and discuss the use of plate readers".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|execut|renew|consider|proposal|upgrad|replac|quote|(?:take|appropriate|necessary|any) action|(?:possible action|act) (?:on|to|regarding))\w*)\W*(?:review and )?discuss(?:ion)?\b(?! ?(?:[:\u2013\u2014-]|(?:\/|and|&) ?(?:possible |potential )?action))/i,
  ),
  // Told to a body and nothing asked of it: "Receive report on compliance with the use policy".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|enter into|execut|renew|accept(?:ance)? (?:of )?(?:a |an |the )?(?:\w+ ){0,4}grant)\w*)[\s\S]{0,120}?(?:\b(?:receive|accept),? (?:(?:and|&) )?file\b(?![^.;]{0,60}\bpolic(?:y|ies) (?:revisions?|changes|updates?|amendments?)\b)|^\W*announcement\b|\breceive information\b|\b(?:auditor|inspector general|ombudsman|monitor)(?:['\u2019]s)? (?:review|assessment|evaluation|findings)\b|\b(?:receiv\w+|hear|accept\w*|consider|provide|discuss)\b[^.;]{0,30}\b(?:reports?|presentations?|updates?|briefings?)\b|\b(?:report|presentation|update|briefing) (?:to|by|from|back)\b|\b(?:updates?|briefing) (?:on|regarding|about)\b|\b(?:quarterly|monthly|yearly|semi-?annual|biannual|independent|internal|compliance|performance) (?:[\w-]+ ){0,2}(?:audits?|evaluation)\b)|^(?![\s\S]*\b(?:approv|authoriz|award|purchas)\w*)[\s\S]{0,120}\b(?:presentation|(?<!\b(?:budget|policy|policies|protocols?|procedures?|guidelines|ordinance|code) )update|overview|demonstration|briefing)s?\W{0,3}(?:$|\n|[\u2013\u2014([-])|^\W*overview of\b|^\W*(?:[\w-]+ ){0,2}(?:presentations?|briefing|overview|status|informational(?: (?:item|report|memo))?|information (?:item|report)|study session|work session|workshop|staff update)(?: ?[:\u2013\u2014-]| (?:on|regarding)\b)/i,
  ),
  // A contract with its sum, and after it the policy that it needs.
  cue(
    'procurement',
    'approve-contract',
    /^(?:(?!\b(?:polic(?:y|ies)|ordinance|report|amend\w*|renew\w*)\b)[\s\S]){0,160}\b(?:contract|agreement|purchase order) (?:no\.? ?[\w-]+ )?(?:with|to)\b[^;]{0,160}\$ ?[\d,.]+[\s\S]*\buse polic(?:y|ies)\b/i,
  ),
  // "Agreement with a firm for plate readers and adoption of a policy on them".
  cue(
    'procurement',
    'approve-contract',
    /^(?:(?!\b(?:polic(?:y|ies)|ordinance|report|amend\w*|renew\w*|memorandum|MOU|inter-?local)\b)[\s\S]){0,160}\b(?:contracts?|agreement|purchase order|purchase|lease)\b[^;]{0,240}(?:\band|[;,])[^;]{0,60}\b(?:adopt\w*|approv\w+|establish\w*|review\w*)\b[^;]{0,80}\bpolic(?:y|ies)\b/i,
  ),
  // "Amendment to the agreement with a firm; approve the changed policy".
  cue(
    'procurement',
    'amend',
    /^(?:(?!\b(?:polic(?:y|ies)|ordinance|code|memorandum|MOU|inter-?local)\b)[\s\S]){0,80}\bamend\w*\b[^;]{0,80}\b(?:agreement|contract)s?\b[\s\S]{0,160}\b(?:adopt|approv)\w*\b[^;]{0,60}\bpolic(?:y|ies)\b/i,
  ),
  // How long it is kept: "establishing a retention period for plate data".
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|storage|report|audit)\w*)[\s\S]{0,120}\b(?:establish|set|chang|amend|extend|reduc|shorten|adopt)\w* (?:the |an? )?(?:[\w-]+ ){0,4}retention (?:periods?|schedules?|limits?)\b/i,
  ),
  // A policy is laid before the body with what it needs: "impact report and draft use policy".
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|annual)\w*)[\s\S]{0,200}\b(?:impact (?:report|assessment|statement)s? and (?:[\w-]+ ){0,3}polic(?:y|ies)|(?:draft|proposed|revised|updated|amended) (?:[\w-]+ ){0,4}(?:use )?polic(?:y|ies))\b/i,
  ),
  // Leave to use a technology, or the end of that leave.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|expenditure)\w*)[\s\S]{0,200}\bapprov(?:al|ing|es?)? (?:of|for) (?:the )?(?:continued |continuing |expanded )?use of (?!(?:[\w$,.'\u2019-]+ ){0,6}(?:funds?|funding|proceeds|monies|moneys|grants?|cooperative|vendor)\b)/i,
  ),
  cue(
    'policy',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|expenditure|expend|fund(?:s|ing)|rules|report)\w*)[\s\S]{0,80}\b(?:suspension of(?: the)?|suspend|paus|deactivat|disabl|halt|ceas|turn(?:ing)? off|shut(?:ting)? (?:down|off))(?:ing|ed|es?|s)? (?:use of |operations? of )?(?:[\w()\u2019'-]+ ){0,6}(?:cameras?|readers?|ALPRs?|LPRs?|drones?|surveillance|system|program)\b|^(?![\s\S]*\b(?:purchas|contract|agreement|fund(?:s|ing)|report)\w*)[\s\S]{0,80}\b(?:end|ending|stop|stopping) (?:(?:the|its|all|city|county|police) ){0,3}use of (?:[\w()\u2019'-]+ ){0,6}(?:cameras?|readers?|ALPRs?|LPRs?|drones?|surveillance|recognition)\b/i,
  ),
  // A law about all such technology, and not one policy for one of them.
  cue(
    'oversight',
    'ordinance',
    /^\W*surveillance (?:technology )?ordinance\b|\bordinance\b[^.;]{0,80}\brequir\w+\b[^.;]{0,100}\bsurveillance (?:technolog(?:y|ies)|devices?|equipment|systems?)\b/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /\b(?:(?:approv\w+ (?:the )?)?surveillance technology polic(?:y|ies)(?! (?:ordinance|requirement))|approv(?:al|ing) (?:of )?(?:the )?uses? (?:of|and)(?! (?:[\w$,.'\u2019-]+ ){0,6}(?:funds?|funding|proceeds|monies|moneys|grants?|cooperative)\b)|(?:approv|adopt)\w* (?:of )?(?:the |an? )?(?:[\w-]+ ){0,4}surveillance (?:technology )?impact (?:reports?|statements?|assessments?))\b|\b(?:surveillance|ALPR|LPR|drone|UAS|camera|technology|recognition) use polic(?:y|ies)\b(?! (?:ordinance|requirement))/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /\b(?:(?:polic(?:y|ies)|protocols?|guidelines) (?:adoption|revisions?|changes|updates?|approval|amendments?)|adopti(?:on|ng) (?:of )?(?:an? |the )?(?:[\w-]+ ){0,6}polic(?:y|ies)|general order|special order|standard operating procedures?|program guidelines|(?:administrative|department|board|council) polic(?:y|ies)|policy (?:no\.? ?|number |#)?\d[\d.]*)\b(?![^.;]{0,60}\b(?:purchase|agreement|contract)\b)/i,
  ),
  // Rules for a programme, under whatever name: "adopting the review criteria for the pilot".
  cue(
    'policy',
    'adopt-policy',
    /\b(?:adopt|approv|establish)\w* (?:the |an? |of (?:the )?)?(?:(?!purchas|contract|agreement|award)[\w-]+ ){0,6}(?:criteria|guidelines|protocols?|standards|rules)\b(?![\s\S]*\b(?:purchas|contract with|agreement with))|^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,80}\b(?:guidelines|protocols|rules) (?:for|governing)\b|\bmilitary equipment (?:[\w,]+ ){0,5}polic(?:y|ies)\b/i,
  ),
  cue(
    'report',
    'annual-report',
    /^\W*(?:(?:annual|quarterly|monthly|weekly) (?:[\w-]+ ){0,2}reports?\W{1,3}(?:police|sheriff|public safety|department)|discussion ?[/&] ?update\b)|^\W*(?:city|county|town|village|borough)? ?(?:manager|administrator|(?:police |fire )?chief|chief of police|police department|sheriff|superintendent|director|department head)s?['’]?s? (?:monthly |weekly )?reports?\b/i,
  ),
  // "Downtown camera policy": named by what it is.
  cue(
    'policy',
    'adopt-policy',
    /^(?:\W*(?:staff )?report ?: ?)?(?![\s\S]*\b(?:purchas|contract|agreement|insurance|report|audit|program)\w*)(?:\W*(?:draft |proposed )?policy (?:for|on|regarding|governing)\b|[\s\S]{0,200}\bpolic(?:y|ies)\W*$)/i,
  ),
  cue('procurement', 'amend', /\bamendment (?:no|number|#)\.? ?\d/i),
  // A contract awarded before anything is said of the money of others that pays for it.
  cue(
    'procurement',
    'approve-contract',
    /^(?:(?!\b(?:accept|appl(?:y|ication)|renew|amend)\w*)[\s\S]){0,160}\baward(?:ing)?(?: of)? (?:an? |the )?(?:[\w-]+ ){0,3}contract (?:in|to|with)\b/i,
  ),
  ...grantCues,
  cue(
    'report',
    'annual-report',
    /\b(?:annual (?:\w+ ){0,4}reports?|annual (?:[\w-]+ ){0,4}impact assessments?|surveillance technology reports?|(?:quarterly|semi-?annual|yearly|status|progress|informational|staff) (?:\w+ )?(?:report|update)|report (?:out |back )?on (?:the )?(?:use|status|effectiveness)|receive and file|(?:annual|yearly|quarterly|mid-?year|progress|program) (?:[\w-]+ ){0,3}(?:reports? on|update|review|results)\b|^\W*(?:\d+\W+)?update\b|presentation (?:on|of|regarding|by))\b/i,
  ),
  cue('report', 'annual-report', asksForReport),
  cue('report', 'annual-report', asksToBeTold),
  // Named by what it is: "Impact report for plate readers", "pilot results".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew)\w*)[\s\S]{0,300}\b(?:(?:impact|compliance|transparency|evaluation|findings|pilot|feasibility|program) reports?|(?:program|pilot|system|technology|outcome) evaluation\b|memo(?:randum)? (?:on|regarding|about)\b|(?:pilot|trial|survey|audit) results)\b|^(?![\s\S]*\b(?:approv|adopt|authoriz|award|purchas|renew|contract|agreement|propos|consult|fund)\w*)[\s\S]{0,160}\b(?:equity|impact|trend|feasibility|needs|program|performance|effectiveness|cost[- ]benefit) (?:analysis|study|assessment)(?: of [\w -]{3,60})?\W*$/i,
  ),
  cue(
    'report',
    'annual-report',
    /^\W*(?:reporting|(?:performance |city |county |independent |internal )?(?:audit|evaluation|assessment) of)\b|\bprovide an? (?:\w+ )?report\b|\b(?:(?<!\bmaking )findings|results) (?:of|created by)\b(?! (?:the )?(?:[\w-]+ )?(?:RFP|RFQ|bids?|solicitation|request for|quotes?)\b)/i,
  ),
  cue(
    'data-sharing',
    'mou',
    /\b(?:memorand(?:um|a) of (?:understanding|agreement)|MOU|MOA|(?:data|information|intelligence)[ -](?:sharing|exchange)(?! (?:platform|software|system|module|subscription|add-?on)\b)|(?:agreement|memorandum)\b(?:[^.;]|(?<=\b\w)\.){0,120}\b(?:(?:exchange|sharing) of|to (?:share|exchange|search|pool)) (?:[\w'\u2019-]+ ){0,6}(?:data|databases?|information|intelligence|footage|feeds?|images|reads|records)|shared services? agreements?\b[^.;]{0,160}\b(?:network|data|databases?|reads|search\w*|sharing)\b|(?:inter-?agency|participation|cooperative endeavor|inter-?local|inter-?governmental|inter-?municipal) agreements?|agreements? (?:for|on) participation|agreements? to participate in (?:the |an? )?(?:[\w-]+ ){0,4}(?:fusion|intelligence|information|network|task force|center)|task force agreements?|joint powers)\b(?![^.;]{0,120}\b(?:purchase|acquisition|order form|installation|cameras? (?:at|for)|(?:traffic|photo|speed|parking|red[ -]light|automated|camera)(?: [\w-]+){0,2} enforcement|(?:speed|red[ -]light|school[ -]zone|traffic|photo)(?: safety| enforcement| speed)? (?:cameras?|detection)|subscription|lease|storage|hosting|repairs?|maintenance)\b)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /\b(?:accept\w*|appl(?:y|ication|ying)(?! (?:[\w-]+ ){0,6}(?:funds?|proceeds|money) (?:to|towards?)\b)|acceptance)\b[^.;]{0,120}\b(?:award(?! (?:of|a) (?:contract|bid))|funds\b|funding\b)/i,
  ),
  cue(
    'policy',
    'adopt-policy',
    /\b(?:approv\w*|adopt\w*|review\w*|surveillance technology report, surveillance acquisition report)\b[^.;]{0,80}\b(?:use polic(?:y|ies)|policy|general order)\b/i,
  ),
  cue(
    'procurement',
    'amend',
    /^(?![\s\S]*\brenew)(?![\s\S]*\b(?:modify|amend) and extend)[\s\S]*\b(?:modif(?:y|ication|ies|ying)|(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) amendment|amendment (?:no|number|#|to (?:the |an? )?(?:\w+ ){0,5}(?:agreement|contract|ordinance [\w-]*\d))|amend (?:the |an? |its )?(?:\w+ ){0,5}(?:agreement|contract)|change order|increase (?:the )?(?:\w+ ){0,4}(?:contract|agreement|purchase order)|add funds|supplemental agreement)\b/i,
  ),
  cue(
    'procurement',
    'renew',
    /\b(?:renew(?:al|s|ing|ed)?|to continue|continuation|(?:second|third|fourth|fifth|final) year of|annual (?:maintenance|subscription|support)|extend(?:ing)? the (?:term|contract|agreement)|extension of (?:the )?(?:contract|agreement))\b/i,
  ),
  cue(
    'procurement',
    'approve-contract',
    /\b(?:purchas\w+|procure\w*|acqui(?:re|sition|ring)|contracts?\b(?! with the public)|agreements?|lease|leasing|subscriptions?|licenses? (?:for|from)|licensing|expenditures?|expend|transfer\b[^.;]{0,60}\$|award(?: of| a)? (?:bid|contract)|bids?|sole[ -]source|purchase order|quotes?|proposals?|invoice|install(?:ation|ing)?|vendor|upgrade|replacement|universal term|funding for|appropriat\w+|budget)\b/i,
  ),
]
