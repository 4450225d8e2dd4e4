import { fromPieces } from '../pieces.ts'
import { buying, type Cue, cue } from './cue.ts'

/** Headings of agendas that say in a few words what an item is: tried before the wordings of whole sentences. */
export const headingCues: readonly Cue[] = [
  // A firm's devices are bought, whatever they share: "Agreement with Acme, Inc. for readers with data sharing".
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:amend|renew|exten[ds]|terminat|cancel|polic(?:y|ies)|grants?`,
      String.raw`|accept|report|hearing|audit)\w*)\W*(?:[\w-]+ ){0,4}`,
      String.raw`(?:agreement|contract) with (?:[\w.&'\u2019-]+,? ){0,3}`,
      String.raw`(?:Flock|Axon|Motorola|Genetec|Vigilant|Fusus|Verkada|inc\.?|LLC|systems|solutions`,
      String.raw`|technologies|enterprise)\b[^;]{0,30}\bfor (?:[\w-]+ ){0,6}`,
      '(?:readers?|A?LPRs?|cameras?|drones?|software|platform|services?|equipment',
      String.raw`|subscription)\b`,
    ),
  ),
  // "Expend homeland security funds on a reader trailer": the money is there, and is spent.
  cue(
    'procurement',
    'approve-contract',
    /^\W*(?:(?:resolution|motion|order|request|permission)\W{1,3}(?:to )?)?(?:expend|spend|utilize|use) (?:up to )?(?:[\w$,.'\u2019-]+ ){0,8}(?:funds?|funding|money|monies|proceeds|dollars) (?:on|toward|for|to) (?!(?:match|apply)\b)/i,
  ),
  // What one body pays back to another.
  cue(
    'procurement',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:grants?|JAG|federal|overtime)\b)[\s\S]{0,120}\b`,
      '(?:memorandum|MOU|MOA|inter-?local|inter-?governmental',
      String.raw`|agreement)\b[^;]{0,120}\bcost[ -]`,
      '(?:reimbursement|recovery|sharing|share) (?:of|for) (?:the )?',
      String.raw`(?:[\w'\u2019-]+ ){0,5}(?:cameras?|readers?|A?LPRs?|drones?|systems?|equipment)\b`,
    ),
  ),
  // Money of others that nobody had counted on.
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:insurance|sale|fines?|fees?|forfeit\w*|citations?|contract`,
      String.raw`|agreement|purchas\w*)\b)[\s\S]{0,100}\b`,
      String.raw`(?:recogni[sz]\w*|appropriat\w*|accept\w*|budget\w*) `,
      String.raw`(?:and (?:appropriat|expend|budget)\w* )?(?:of )?(?:the )?`,
      String.raw`(?:\$ ?[\d,.]+ (?:in|of) )?(?:unanticipated|unexpected|additional|new|state`,
      '|federal|pass-through) (?:state |federal )?',
      String.raw`(?:revenues?|funds|funding|aid) from (?:the )?(?:[\w-]+ ){0,5}`,
      '(?:office|department|division|bureau|commission|state|commonwealth|governor',
      String.raw`|foundation|authority|agency|justice|police)\b`,
    ),
  ),
  // "Suspension of data sharing with agencies of other states".
  cue(
    'data-sharing',
    'terminate',
    /^(?![\s\S]*\b(?:purchas|polic(?:y|ies)|ordinance|report|audit)\w*)[^.;$]{0,40}\b(?:suspension|cessation|termination|revocation|end|discontinuation|pausing|withdrawal) of (?:the )?(?:[\w'\u2019-]+ ){0,5}(?:data|camera|video|information|footage)[ -](?:sharing|access)\b/i,
  ),
  // Called by what is shared or looked into: "Camera sharing with the police", "Video access agreement".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:${buying}`,
      String.raw`|award|software|platform|module|licen[cs]es?\b|polic(?:y|ies)|ordinance|by-?law`,
      '|report|update|hearing|audit|presentation|overview|limit|restrict|prohibit|discuss',
      String.raw`|concern|letter from|moratorium|resolution opposing|renew)\w*`,
      String.raw`|\$ ?\d))[\s\S]{0,120}\b(?:(?:cameras?|video|footage|feeds?|plate|A?LPR|reader`,
      String.raw`|reads|evidence|fingerprint|mug ?shot|biometric)\)? (?:data |system |feed )?`,
      String.raw`(?:sharing|exchange)\b|(?:access|sharing|viewing) agreements?\b`,
      String.raw`(?=[^;$]{0,100}\b(?:cameras?|video|footage|feeds?|reads|mug ?shots?`,
      String.raw`|recognition)\b)|(?:cameras?|video|footage|feeds?) `,
      '(?:access|viewing|integration|federation) agreements? with (?:the )?',
      String.raw`(?:[\w'\u2019.-]+ ){0,5}(?:school|district|county|university|college|state|sheriff`,
      String.raw`|police|hospital|authority)\b|user agreements?\b`,
      String.raw`(?=[^;$]{0,100}\b(?:access|sheriff|state police|county|bureau)\b))`,
    ),
  ),
  // A seat in what a county or State keeps for all.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*(?:\b(?:${buying}`,
      String.raw`|award|contract|dues|fees?\b|costs?\b|polic(?:y|ies)|ordinance|report|audit)\w*`,
      String.raw`|\$ ?\d))[\s\S]{0,80}\b(?:participation in|participate in|join(?:ing)?`,
      String.raw`|membership in|access to) (?:the |an? )?(?:[\w'\u2019-]+ ){0,2}`,
      String.raw`(?:county(?:['\u2019]s)?|county-?wide|regional|state(?:['\u2019]s)?|state-?wide`,
      String.raw`|metro|sheriff['\u2019]s|federal|national|multi-?agency) (?:[\w-]+ ){0,4}`,
      '(?:mug ?shots?|facial recognition|fingerprint|AFIS|plate reader|A?LPR|photo',
      String.raw`|biometric)(?: [\w-]+){0,2} (?:system|database|network|repository|program|exchange`,
      String.raw`|consortium)\b`,
    ),
  ),
  // What a body has to say first: whether it may be used at all.
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|award|renew|report`,
      String.raw`|hearing)\w*)[^.;$]{0,100}\bwhether (?:or not )?`,
      '(?:to |(?:the )?(?:city|county|town|village|police|council|department) ',
      '(?:should|will|may|shall) )(?:continue (?:to )?)?',
      '(?:allow|permit|use|using|ban|keep|end|restrict|limit|prohibit|regulate|deactivate',
      String.raw`|retain|the use)\b`,
    ),
  ),
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|report)\w*)\W*(?:(?:adopt|approv|amend|revis|updat)\w* (?:of |to )?(?:the )?)?(?:(?:revised|amended|new|proposed) )?(?:(?:schedule of|schedule for) (?:[\w-]+ ){0,2}(?:fines|penalties|fees)|(?:fine|penalty) (?:schedule|amounts?|structure))\b/i,
  ),
  // "Discontinue use of gunshot detection": no contract is named that would end.
  cue(
    'policy',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|subscription|grant|report|fund(?:s|ing)`,
      String.raw`|vendor|RFP)\w*)\W*(?:(?:an? )?(?:resolution|motion|order|request)\b\W{0,3}`,
      String.raw`(?:by [\w.'\u2019 -]{2,40} )?(?:to )?)?(?:immediately )?`,
      String.raw`(?:end|stop|discontinu|ceas|halt|suspend|paus)\w* (?:the )?`,
      String.raw`(?:(?:city|county|police|department|all|further)(?:['\u2019]s)? ){0,3}use of\b`,
    ),
  ),
  // Asked of those who have the figures: "Order requesting the Commissioner to provide data on".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:RFP|purchas|contract|grants?\b|hearing)\w*)\W*`,
      String.raw`(?:(?:an? )?(?:motion|order|resolution|request)\b\W{0,3}`,
      String.raw`(?:by [\w.'\u2019 -]{2,40}? )?(?:that |to )?)?(?:the )?`,
      String.raw`(?:request|ask|direct|order|requir|instruct)\w* (?:that )?(?:the |our )?`,
      String.raw`(?:[\w.'\u2019-]+ ){1,5}(?:to )?(?:provide|furnish|supply|submit|share|disclose`,
      String.raw`|produce|release|give|send|answer)\b[^.;]{0,40}\b`,
      '(?:data|information|figures|numbers|statistics|list|count|breakdown|inventory',
      String.raw`|accounting|summary|answers?|questions|details|costs?)\b`,
    ),
  ),
  // Told for the body's knowledge alone.
  cue(
    'report',
    'annual-report',
    /^\W*(?:(?:for )?information(?:al)?(?: only| item| purposes)? ?[:\u2013\u2014-]|(?:receive|received|accept|note) (?:for|as) information\b|(?:guest )?speakers?(?: ?[:\u2013\u2014-]|\W*$)|guest presentation\b)(?![\s\S]*\b(?:approv|authoriz|award|purchas|adopt|surveillance impact)\w*)/i,
  ),
  // Who checks others has looked at it: "Audit of the body camera programme", "Auditor's review of".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?!\W*(?:receiv|accept|file|presentation|report)\w*)`,
      String.raw`(?![\s\S]*\b(?:purchas|contract|agreement|financial|proposal|engag|services|quote`,
      '|fee|RFP|annual report|response|update|quarterly|monthly',
      String.raw`|semi-?annual)\w*)[^.;$]{0,60}\b(?:`,
      '(?:performance |compliance |independent |internal |external |follow-?up ',
      String.raw`|privacy )?audits? of (?:the )?(?:use of (?:the )?)?(?:[\w'\u2019&-]+ ){0,7}`,
      '(?:cam(?:era)?s?|readers?|recognition|A?LPRs?|drones?|surveillance|ShotSpotter',
      String.raw`|gunshot detection|recording systems?|BWCs?)\b`,
      '|(?:controller|comptroller|(?<!police )auditor|inspector general|ombudsman)',
      String.raw`(?:['\u2019]?s)?(?: office)?(?:['\u2019]s?)? (?:[\w-]+ ){0,2}`,
      '(?:reviews?|examinations?|evaluations?|investigations?|findings|follow-?up) ',
      String.raw`(?:of|on|into|concerning|regarding)\b)`,
    ),
  ),
  // What people are taken on for.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|equipment)\w*)\W*(?:(?:new|revised|updated|proposed) )?(?:job|position|class) (?:descriptions?|specifications?)\b/i,
  ),
]
