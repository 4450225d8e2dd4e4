import { type Cue, cue } from './cue.ts'

/** A clerk's shorthand for what is done: tried with the headings, before the wordings of whole sentences. */
export const shorthandCues: readonly Cue[] = [
  // Talked of behind closed doors, whatever it is about.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|approv|award|action)\w*)\W*(?:executive|closed) session\b/i,
  ),
  // What one body gives to another's devices.
  cue(
    'procurement',
    'mou',
    /^(?![\s\S]*\b(?:grants?|JAG|Byrne|federal|accept\w*|overtime)\b)[\s\S]{0,80}\b(?:cooperative endeavor|inter-?local|inter-?governmental|inter-?agency|memorandum|MOU)\b[^;]{0,120}\bto (?:help )?(?:fund|finance|pay (?:for|toward)|contribute|share (?:in )?(?:the )?costs?)\b/i,
  ),
  // From which pot it is paid.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:accept|appl(?:y|ication)|hearing|match)\w*)\W*(?:(?:resolution|motion|order)\W{1,3}(?:to )?)?(?:authoriz|approv|request)\w* (?:the )?use of (?:[\w$,.-]+ ){0,4}(?:forfeitures?|seizures?|reserves?|contingency|savings|fund balance|free cash|surplus funds)\b/i,
  ),
  // "Extend monitoring with Acme through June": no law is extended with anybody.
  cue(
    'procurement',
    'renew',
    /^\W*(?:(?:resolution|motion|order)\W{1,3}(?:to )?)?(?:extend|renew|continue)(?:ing)? (?:the |our )?(?:[\w-]+ ){1,6}with (?!(?:the )?(?:[\w-]+ ){0,3}(?:city|county|town|village|state|sheriff|police|agencies)\b)[^;]{2,60}\b(?:through|until|thru|for (?:an? |one|two|three|four|five|six|twelve|another|\d))/i,
  ),
  // Money of others is sought, given or changed.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|contract with|quote|bid|vendor)\w*)(?:[^.;$]{0,60}\b(?:pursue|seek|request|obtain|secure)(?:ing)? (?:available )?(?:state|federal|county|grant|outside|external|earmark|legislative) (?:grant )?(?:funding|funds|money|monies|dollars|aid|appropriations?)\b|\W*\$ ?[\d,.]+ (?:gift |donation |given |donated )?(?:from|by) (?:the )?(?:[\w&.'\u2019-]+ ){0,5}(?:foundation|club|association|family|estate|trust|department|office|division|bureau|state|authority)\b|[^.;$]{0,100}\bgrant (?:paperwork|documents?|papers?|forms?|certifications?|assurances?|award letters?|terms|modifications?|adjustments?|close-?out)\b)/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor|RFP)\w*)[^;$]{0,80}\b(?:DCJS|DOJ|BJA|OJP|OCJS|OCJP|PCCD|CJCC|ICJIA|CJD|DHS|law enforcement technology program)\b[^;$]{0,60}\baward\b(?! (?:to|recommend))|^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor)\w*)[^;$]{0,20}\bamend\w* (?:of )?(?:the )?(?:[\w'\u2019-]+ ){0,4}budgets?\b[^;$]{0,40}\b(?:for|to (?:include|reflect|add|accept|recogni[sz]e)|by) (?:the |an? )?(?:[\w$,.'\u2019-]+ ){0,6}grants?\b/i,
  ),
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:quotes?|bids?|proposals?|contract|agreement|surplus)\b)\W*(?:accept(?:ing|ance of)?) (?:an? |the |one |two |\d+ )?(?:[\w-]+ ){0,5}(?:cameras?|drones?|readers?|robots?|scanners?|trailers?|equipment) (?:from|by|of) (?:the |an? )?(?:[\w.&'\u2019-]+ ){0,4}(?:estate|family|residents?|friends|donor|bank|church|business(?:es)?|chamber|hospital|hotel|owners?|owners association|HOA|neighborhood|university|college|citizens?|credit union|company|store)\b/i,
  ),
  // "Agreement for shared use of a drone", "Reciprocal data agreement".
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|lease|award|software|platform|polic(?:y|ies)|costs?\b)\w*|\$ ?\d))[\s\S]{0,100}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?)\b(?:[^;]{0,60}\b(?:for|on|regarding) (?:the )?(?:shared|joint|mutual|reciprocal) use of\b|[^;]{0,100}\b(?:transfer|transmit|exchang|send|deliver|shar|disclos)\w* (?:of )?(?:[\w'\u2019-]+ ){0,5}(?:evidence|footage|recordings|video|images|reads|data|hits)\b)/i,
  ),
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award|software|storage)\w*|\$ ?\d))[\s\S]{0,100}(?:\b(?:reciprocal|mutual|data|information) (?:[\w-]+ ){0,4}agreements? (?:with|between|among) (?:the )?(?:[\w'\u2019.-]+ ){0,5}(?:city|county|town|village|police|sheriff|state|patrol|department|agencies|district)\b|\b(?:non-?disclosure|confidentiality) agreements?\b[^;]{0,40}\b(?:FBI|bureau|state|police|sheriff)\b)/i,
  ),
  // A paper of rules, called by its number or place in a code.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|report|audit|bid|quote|award|lease)\w*)(?:[^.;$]{0,60}\b(?:directives?|procedures?|regulations?|DGO|administrative rule|board policy) (?:no\.? ?|number |#)?[a-z]{0,5}-?\d[\w.-]*\b|\W*(?:chapter|section|§) ?\d[\w.-]*\s?[,:\u2013\u2014-] )/i,
  ),
  // Where a body stands, and what it takes back.
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|award|grant|bid|budget|appropriat)\w*)(?:\W*(?:position (?:statement|paper)|statement of (?:principles|support|opposition))\b|\W*(?:(?:resolution|ordinance|motion)\W{1,3}(?:to )?)?(?:rescind|repeal|lift|revok|overturn|reinstat)\w* (?:of )?(?:the )?(?:[\w-]+ ){0,3}(?:resolution|ordinance|polic(?:y|ies)|moratorium|ban|prohibition|by-?law)\b|[^.;$]{0,120}[,\u2013\u2014-] ?(?:council|board|commission|policy) (?:direction|guidance)\W*$)/i,
  ),
  // Who watches, and what they looked at.
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|ordinance)\w*)(?:[^.;$]{0,60}\b(?:police|civilian|community|privacy|independent|citizens?)(?:['\u2019]s?)? (?:[\w-]+ ){0,2}(?:commission|board|committee|panel|monitor)(?:['\u2019]s)?(?: ?[:\u2013\u2014-])? (?:reviews?|findings|investigations?|inquir(?:y|ies)) (?:of|on|into|regarding|concerning)\b|[^.;$]{0,40}\b(?:surveillance|privacy|police technology|technology)(?: [\w-]+){0,3} (?:study|advisory|review|oversight) (?:committee|commission|board|panel|group)\b)/i,
  ),
  cue('oversight', 'ordinance', /\bCCOPS\b[^.;$]{0,40}\b(?:ordinance|by-?law|law|legislation)\b/i),
  // Said by an officer, and nothing asked.
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|moved|motion|resident|citizen|request)\w*)[^.;$]{0,60}\b(?:chief|captain|capt|lieutenant|lt|sergeant|sgt|sheriff|officer|manager|director|commander|deputy|administrator|superintendent)\b\.?[^.;$]{0,40}\b(?:spoke|talked|reported|presented|explained|commented|gave|updated|informed|advised|discussed|reviewed)\b/i,
  ),
  // A member wants to know.
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:purchas|contract|searched|misuse)\w*)[^.;$]{0,40}\b(?:inquir(?:y|ies)|questions?|queries|query) (?:as to|about|regarding|on|concerning|re:?) (?:the )?(?:number|costs?|status|use|usage|locations?|effectiveness|extent|how|why|what|who|where|existing|current|results|progress)\b/i,
  ),
  // An application is handed in, whatever its programme is called.
  cue(
    'grant',
    'accept-grant',
    /^(?![\s\S]*\b(?:permit|variance|rezoning|conditional use|plat|warrant|software)\b)[^;$]{0,60}\b(?:submission|submittal|filing) of (?:an? |the |its )?(?:[\w'\u2019-]+ ){0,6}applications?\b|^(?![\s\S]*\b(?:purchas|vendor|quote)\w*)[^;$]{0,60}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?) (?:of understanding |of agreement )?with (?:the )?[^;$]{2,60}\bto (?:receive|accept) (?:[\w-]+ ){0,3}(?:funds?|funding|money|monies|reimbursement)\b/i,
  ),
  // "Agreement with a mall: police to view its cameras".
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award|software|platform|polic(?:y|ies)|ordinance|report|install|bid|contract)\w*|\$ ?\d))(?=[\s\S]{0,160}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|permission|allow\w*|authoriz\w*|consent|requests?)\b)[\s\S]{0,160}(?:\b(?:police|sheriff|officers|law enforcement|PD|dispatch\w*|troopers|detectives)(?:['\u2019]s? office| department)? (?:to |may |can |will )?(?:view|watch|see|access|monitor|tie|connect|link|hook|tap|plug|log|patch)\w*\b[^;$]{0,40}\b(?:cameras?|footage|video|feeds?|readers?)\b|\b(?:cameras?|video|footage|recognition|photos?|reads|feeds?|databases?) (?:[\w-]+ ){0,2}(?:access|viewing|connection) agreements?\b)/i,
  ),
  // A policy is called by its number, a rule by its name.
  cue(
    'policy',
    'adopt-policy',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|audit|bid|quote|award|lease)\w*)\W*(?:(?:adopt|approv|amend|revis|updat|review)\w* (?:of |to )?(?:the )?)?(?:(?:board|council|police|department|school|lexipol|administrative) )?polic(?:y|ies) (?:no\.? ?|number |#)?[a-z]{0,6}[-.]?\d[\w.-]*\b|^(?![\s\S]*\b(?:purchas|contract|agreement|grant|bid|award)\w*)\W*(?:proposed |draft |final |new |emergency )?(?:rule|rulemaking|regulation)s?\s?[:\u2013\u2014-] |^(?![\s\S]*\b(?:purchas|contract|agreement|bond)\w*)\W*resolution of intent(?:ion)? to (?:use|adopt|establish|regulate|ban|prohibit|implement|allow|enforce|amend)\b/i,
  ),
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|bid|award|vendor|software)\w*)(?:\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?(?:set|establish|rais|increas|lower|reduc|adjust|fix)\w* (?:the |an? )?(?:[\w-]+ ){0,6}(?:penalt(?:y|ies)|fines?)\b|\W*(?:set|establish|defin|adopt|develop|draft)\w* (?:the )?(?:[\w-]+ ){0,2}(?:parameters|conditions|limits|expectations|rules|guardrails|standards|criteria|guidelines) (?:for|on|of)\b)/i,
  ),
  // Taken down again: no contract is named that would end.
  cue(
    'policy',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|bid|award|replac\w*|relocat\w*|reinstall\w*|repair|upgrade|letter|petition|residents?|citizens?)\b)[^.;$]{0,60}\b(?:remov(?:e|al of|ing)|tak(?:e|ing) down|turn(?:ing)? off|deactivat(?:e|ion of|ing)|uninstall(?:ing)?|power(?:ing)? down) (?:all |the |any |our |city[ -]owned ){0,3}(?:[\w-]+ ){0,2}(?:Flock|plate|A?LPRs?|readers?|ShotSpotter|gunshot|facial|red[ -]light|speed|photo)\b/i,
  ),
  // Told by letter or by figures.
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|request(?:ing|s)?|adopt|requir(?:ing|e)|direct(?:ing)? access|storage|renewal)\b)(?:\W*(?:letter|memo(?:randum)?|e-?mail|communication) from (?:the )?(?:[\w'\u2019-]+ ){0,3}(?:chief|sheriff|manager|director|captain|administrator|superintendent|department)\b[^.;$]{0,30}\b(?:summari[sz]|report|updat|describ|explain|outlin|inform|advis|respond)\w*|[^.;$]{0,40}[,:\u2013\u2014-] ?status (?:of|on|update)\b|[^;$]{0,100}\b(?:compliance|usage|activity|performance) (?:data|figures|numbers|summary|summaries|metrics|results)\b|[^.;$]{0,40}\b(?:chief|sheriff|staff|manager|director|captain|lieutenant|superintendent|department)\b (?:[\w'\u2019-]+ ){0,2}(?:will|to) (?:provide|give|share|present|discuss|explain|report|brief|answer|speak|update)\b|\W*(?:list|inventory|catalog(?:ue)?|map) of (?:the |all |city )?(?:[\w-]+ ){0,3}(?:surveillance|cameras?|readers?|technolog(?:y|ies)|drones?)\b)/i,
  ),
  // Heard, or found to have been used wrongly.
  cue(
    'oversight',
    'hearing',
    /^(?![\s\S]*\b(?:grants?|budget|purchas\w+|agreements?|contracts?|permits?|ordinances?|fees?|fund\w*|rezoning|appeals?)\b)\W*(?:[\w-]+ ){0,2}hearings? (?:concerning|re\b:?|relative to|with respect to)/i,
  ),
  cue(
    'oversight',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|polic(?:y|ies)|ordinance|software|claim|lawsuit|suit|letter)\w*)[^$]{0,120}\b(?:audit findings|misus(?:e|es|ed|ing)\b|unauthorized (?:use|access|searches?)|improper (?:use|access|searches?))|^(?![\s\S]*\b(?:receiv|accept|purchas|contract|agreement|grant)\w*)[^.;:$]{0,60}\b(?:cam(?:era)?s?|drones?|A?LPR|readers?)\b (?:[\w-]+ ){0,2}audit, /i,
  ),
  cue(
    'oversight',
    'ordinance',
    /\bcommunity (?:control|oversight) (?:over|of) (?:police )?surveillance\b/i,
  ),
  // People want theirs on public poles.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|fund)\w*)\W*requests? (?:by|from|of) (?:the |an? )?(?:[\w'\u2019-]+ ){0,4}(?:homeowners?|residents?|neighbors|owners?|HOA|association|business(?:es)?|apartments?|citizens?|church)\b[^;$]{0,40}\bto (?:install|place|mount|put|hang|attach)\b/i,
  ),
]
