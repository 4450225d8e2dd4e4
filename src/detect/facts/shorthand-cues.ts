import { fromPieces } from '../pieces.ts'
import { buying, type Cue, cue } from './cue.ts'

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
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:resolution|motion|order)\W{1,3}(?:to )?)?(?:extend|renew|continue)`,
      String.raw`(?:ing)? (?:the |our )?(?:[\w-]+ ){1,6}with `,
      String.raw`(?!(?:the )?(?:[\w-]+ ){0,3}(?:city|county|town|village|state|sheriff|police`,
      String.raw`|agencies)\b)[^;]{2,60}\b(?:through|until|thru`,
      String.raw`|for (?:an? |one|two|three|four|five|six|twelve|another|\d))`,
    ),
  ),
  // Money of others is sought, given or changed.
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract with|quote|bid|vendor)\w*)`,
      String.raw`(?:[^.;$]{0,60}\b(?:pursue|seek|request|obtain|secure)(?:ing)? (?:available )?`,
      '(?:state|federal|county|grant|outside|external|earmark|legislative) (?:grant )?',
      String.raw`(?:funding|funds|money|monies|dollars|aid|appropriations?)\b`,
      String.raw`|\W*\$ ?[\d,.]+ (?:gift |donation |given |donated )?(?:from|by) (?:the )?`,
      String.raw`(?:[\w&.'\u2019-]+ ){0,5}(?:foundation|club|association|family|estate|trust`,
      String.raw`|department|office|division|bureau|state|authority)\b`,
      String.raw`|[^.;$]{0,100}\bgrant (?:paperwork|documents?|papers?|forms?|certifications?`,
      String.raw`|assurances?|award letters?|terms|modifications?|adjustments?|close-?out)\b)`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor|RFP)\w*)[^;$]{0,80}\b`,
      '(?:DCJS|DOJ|BJA|OJP|OCJS|OCJP|PCCD|CJCC|ICJIA|CJD|DHS',
      String.raw`|law enforcement technology program)\b[^;$]{0,60}\baward\b(?! (?:to|recommend))`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|quote|bid|vendor)\w*)[^;$]{0,20}\bamend\w* `,
      String.raw`(?:of )?(?:the )?(?:[\w'\u2019-]+ ){0,4}budgets?\b[^;$]{0,40}\b`,
      '(?:for|to (?:include|reflect|add|accept|recogni[sz]e)|by) (?:the |an? )?',
      String.raw`(?:[\w$,.'\u2019-]+ ){0,6}grants?\b`,
    ),
  ),
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:quotes?|bids?|proposals?|contract|agreement|surplus)\b)\W*`,
      String.raw`(?:accept(?:ing|ance of)?) (?:an? |the |one |two |\d+ )?(?:[\w-]+ ){0,5}`,
      '(?:cameras?|drones?|readers?|robots?|scanners?|trailers?|equipment) ',
      String.raw`(?:from|by|of) (?:the |an? )?(?:[\w.&'\u2019-]+ ){0,4}`,
      '(?:estate|family|residents?|friends|donor|bank|church|business(?:es)?|chamber',
      '|hospital|hotel|owners?|owners association|HOA|neighborhood|university|college',
      String.raw`|citizens?|credit union|company|store)\b`,
    ),
  ),
  // "Agreement for shared use of a drone", "Reciprocal data agreement".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:${buying}`,
      String.raw`|award|software|platform|polic(?:y|ies)|costs?\b)\w*|\$ ?\d))[\s\S]{0,100}\b`,
      String.raw`(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?)\b`,
      String.raw`(?:[^;]{0,60}\b(?:for|on|regarding) (?:the )?`,
      String.raw`(?:shared|joint|mutual|reciprocal) use of\b`,
      String.raw`|[^;]{0,100}\b(?:transfer|transmit|exchang|send|deliver|shar|disclos)\w* (?:of )?`,
      String.raw`(?:[\w'\u2019-]+ ){0,5}(?:evidence|footage|recordings|video|images|reads|data`,
      String.raw`|hits)\b)`,
    ),
  ),
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award`,
      String.raw`|software|storage)\w*|\$ ?\d))[\s\S]{0,100}`,
      String.raw`(?:\b(?:reciprocal|mutual|data|information) (?:[\w-]+ ){0,4}agreements? `,
      String.raw`(?:with|between|among) (?:the )?(?:[\w'\u2019.-]+ ){0,5}`,
      '(?:city|county|town|village|police|sheriff|state|patrol|department|agencies',
      String.raw`|district)\b|\b(?:non-?disclosure|confidentiality) agreements?\b[^;]{0,40}\b`,
      String.raw`(?:FBI|bureau|state|police|sheriff)\b)`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|award|grant|bid|budget|appropriat)\w*)`,
      String.raw`(?:\W*(?:position (?:statement|paper)`,
      String.raw`|statement of (?:principles|support|opposition))\b`,
      String.raw`|\W*(?:(?:resolution|ordinance|motion)\W{1,3}(?:to )?)?`,
      String.raw`(?:rescind|repeal|lift|revok|overturn|reinstat)\w* (?:of )?(?:the )?`,
      String.raw`(?:[\w-]+ ){0,3}(?:resolution|ordinance|polic(?:y|ies)|moratorium|ban|prohibition`,
      String.raw`|by-?law)\b|[^.;$]{0,120}[,\u2013\u2014-] ?`,
      String.raw`(?:council|board|commission|policy) (?:direction|guidance)\W*$)`,
    ),
  ),
  // Who watches, and what they looked at.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|ordinance)\w*)`,
      String.raw`(?:[^.;$]{0,60}\b(?:police|civilian|community|privacy|independent|citizens?)`,
      String.raw`(?:['\u2019]s?)? (?:[\w-]+ ){0,2}(?:commission|board|committee|panel|monitor)`,
      String.raw`(?:['\u2019]s)?(?: ?[:\u2013\u2014-])? `,
      '(?:reviews?|findings|investigations?|inquir(?:y|ies)) ',
      String.raw`(?:of|on|into|regarding|concerning)\b`,
      String.raw`|[^.;$]{0,40}\b(?:surveillance|privacy|police technology|technology)`,
      String.raw`(?: [\w-]+){0,3} (?:study|advisory|review|oversight) `,
      String.raw`(?:committee|commission|board|panel|group)\b)`,
    ),
  ),
  cue('oversight', 'ordinance', /\bCCOPS\b[^.;$]{0,40}\b(?:ordinance|by-?law|law|legislation)\b/i),
  // Said by an officer, and nothing asked.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|authoriz|award|purchas|moved|motion|resident|citizen`,
      String.raw`|request)\w*)[^.;$]{0,60}\b(?:chief|captain|capt|lieutenant|lt|sergeant|sgt`,
      '|sheriff|officer|manager|director|commander|deputy|administrator',
      String.raw`|superintendent)\b\.?[^.;$]{0,40}\b`,
      '(?:spoke|talked|reported|presented|explained|commented|gave|updated|informed',
      String.raw`|advised|discussed|reviewed)\b`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:permit|variance|rezoning|conditional use|plat|warrant`,
      String.raw`|software)\b)[^;$]{0,60}\b(?:submission|submittal|filing) of (?:an? |the |its )?`,
      String.raw`(?:[\w'\u2019-]+ ){0,6}applications?\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|vendor|quote)\w*)[^;$]{0,60}\b`,
      '(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?) ',
      String.raw`(?:of understanding |of agreement )?with (?:the )?[^;$]{2,60}\bto `,
      String.raw`(?:receive|accept) (?:[\w-]+ ){0,3}(?:funds?|funding|money|monies|reimbursement)\b`,
    ),
  ),
  // "Agreement with a mall: police to view its cameras".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:purchas|subscription|not[ -]to[ -]exceed|grants?\b|lease|award`,
      String.raw`|software|platform|polic(?:y|ies)|ordinance|report|install|bid|contract)\w*`,
      String.raw`|\$ ?\d))(?=[\s\S]{0,160}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?|permission`,
      String.raw`|allow\w*|authoriz\w*|consent|requests?)\b)[\s\S]{0,160}`,
      String.raw`(?:\b(?:police|sheriff|officers|law enforcement|PD|dispatch\w*|troopers`,
      String.raw`|detectives)(?:['\u2019]s? office| department)? (?:to |may |can |will )?`,
      '(?:view|watch|see|access|monitor|tie|connect|link|hook|tap|plug|log',
      String.raw`|patch)\w*\b[^;$]{0,40}\b(?:cameras?|footage|video|feeds?|readers?)\b`,
      String.raw`|\b(?:cameras?|video|footage|recognition|photos?|reads|feeds?|databases?) `,
      String.raw`(?:[\w-]+ ){0,2}(?:access|viewing|connection) agreements?\b)`,
    ),
  ),
  // A policy is called by its number, a rule by its name.
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|audit|bid|quote|award`,
      String.raw`|lease)\w*)\W*(?:(?:adopt|approv|amend|revis|updat|review)\w* (?:of |to )?`,
      '(?:the )?)?(?:(?:board|council|police|department|school|lexipol|administrative) ',
      String.raw`)?polic(?:y|ies) (?:no\.? ?|number |#)?[a-z]{0,6}[-.]?\d[\w.-]*\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|grant|bid|award)\w*)\W*`,
      '(?:proposed |draft |final |new |emergency )?',
      String.raw`(?:rule|rulemaking|regulation)s?\s?[:\u2013\u2014-] `,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|bond)\w*)\W*resolution of intent`,
      '(?:ion)? to (?:use|adopt|establish|regulate|ban|prohibit|implement|allow|enforce',
      String.raw`|amend)\b`,
    ),
  ),
  cue(
    'policy',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|bid|award|vendor|software)\w*)`,
      String.raw`(?:\W*(?:(?:resolution|ordinance|motion|order)\W{1,3}(?:to )?)?`,
      String.raw`(?:set|establish|rais|increas|lower|reduc|adjust|fix)\w* (?:the |an? )?`,
      String.raw`(?:[\w-]+ ){0,6}(?:penalt(?:y|ies)|fines?)\b`,
      String.raw`|\W*(?:set|establish|defin|adopt|develop|draft)\w* (?:the )?(?:[\w-]+ ){0,2}`,
      '(?:parameters|conditions|limits|expectations|rules|guardrails|standards|criteria',
      String.raw`|guidelines) (?:for|on|of)\b)`,
    ),
  ),
  // Taken down again: no contract is named that would end.
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|bid|award|replac\w*|relocat\w*`,
      String.raw`|reinstall\w*|repair|upgrade|letter|petition|residents?`,
      String.raw`|citizens?)\b)[^.;$]{0,60}\b(?:remov(?:e|al of|ing)|tak(?:e|ing) down`,
      '|turn(?:ing)? off|deactivat(?:e|ion of|ing)|uninstall(?:ing)?|power(?:ing)? down) ',
      String.raw`(?:all |the |any |our |city[ -]owned ){0,3}(?:[\w-]+ ){0,2}`,
      '(?:Flock|plate|A?LPRs?|readers?|ShotSpotter|gunshot|facial|red[ -]light|speed',
      String.raw`|photo)\b`,
    ),
  ),
  // Told by letter or by figures.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|request(?:ing|s)?`,
      String.raw`|adopt|requir(?:ing|e)|direct(?:ing)? access|storage|renewal)\b)`,
      String.raw`(?:\W*(?:letter|memo(?:randum)?|e-?mail|communication) from (?:the )?`,
      String.raw`(?:[\w'\u2019-]+ ){0,3}(?:chief|sheriff|manager|director|captain|administrator`,
      String.raw`|superintendent|department)\b[^.;$]{0,30}\b`,
      String.raw`(?:summari[sz]|report|updat|describ|explain|outlin|inform|advis|respond)\w*`,
      String.raw`|[^.;$]{0,40}[,:\u2013\u2014-] ?status (?:of|on|update)\b`,
      String.raw`|[^;$]{0,100}\b(?:compliance|usage|activity|performance) `,
      String.raw`(?:data|figures|numbers|summary|summaries|metrics|results)\b`,
      String.raw`|[^.;$]{0,40}\b(?:chief|sheriff|staff|manager|director|captain|lieutenant`,
      String.raw`|superintendent|department)\b (?:[\w'\u2019-]+ ){0,2}`,
      '(?:will|to) (?:provide|give|share|present|discuss|explain|report|brief|answer',
      String.raw`|speak|update)\b|\W*(?:list|inventory|catalog(?:ue)?|map) of (?:the |all |city )?`,
      String.raw`(?:[\w-]+ ){0,3}(?:surveillance|cameras?|readers?|technolog(?:y|ies)|drones?)\b)`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|polic(?:y|ies)|ordinance|software`,
      String.raw`|claim|lawsuit|suit|letter)\w*)[^$]{0,120}\b`,
      String.raw`(?:audit findings|misus(?:e|es|ed|ing)\b|unauthorized (?:use|access|searches?)`,
      '|improper (?:use|access|searches?))',
      String.raw`|^(?![\s\S]*\b(?:receiv|accept|purchas|contract|agreement`,
      String.raw`|grant)\w*)[^.;:$]{0,60}\b(?:cam(?:era)?s?|drones?|A?LPR|readers?)\b `,
      String.raw`(?:[\w-]+ ){0,2}audit, `,
    ),
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
