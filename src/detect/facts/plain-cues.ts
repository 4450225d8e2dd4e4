import { fromPieces } from '../pieces.ts'
import { buying, type Cue, cue } from './cue.ts'

/** Kinds of paper that say outright what they are, tried before the wordings of buying and of reports. */
export const plainCues: readonly Cue[] = [
  // The hearing is held on the policy that is adopted by it: "Public hearing: drone policy".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|budget|fund)\w*)\W*`,
      String.raw`(?:(?:hold|conduct|open) (?:an? |the )?)?public hearings?\b`,
      String.raw`(?:[^.;($]|\.(?=\d)){0,160}(?:\b(?:use |camera |drone )?polic(?:y|ies)\W*$`,
      '|(?:and|[&/]|;) (?:possible |consider(?:ation of)? )?',
      String.raw`(?:adopt|approv)\w*\b[^;$]{0,80}\b(?:polic(?:y|ies)|general order)\b)`,
    ),
  ),
  // A law on what a council must be asked and told: the report that it requires is not yet made.
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchase of|contract with|agreement with)\b)[\s\S]{0,60}\b`,
      String.raw`(?:ordinance|local law|by-?law|AN ACT)\b`,
      String.raw`(?:[^.;]|\.(?=\d)){0,120}\brequir\w+\b[^.;]{0,80}\b`,
      '(?:approval|authorization|review|reports?|reporting|inventor(?:y|ies)|audits?',
      String.raw`|disclosure)\b[^.;]{0,80}\b(?:surveillance`,
      String.raw`|(?:certain|police|such|new|monitoring) technolog(?:y|ies))\b`,
    ),
  ),
  // A check from outside that a law asks for: "biennial audit of recording systems (Minn. Stat. 13.825)".
  cue(
    'oversight',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?!\W*(?:receiv|accept)\w*)(?![\s\S]*\b`,
      '(?:contract|agreement|proposal|purchas|engag|quote|bid|RFP',
      String.raw`|reports?\b)\w*)[^;$]{0,60}\b(?:independent|biennial|bi-annual|external|outside`,
      String.raw`|statutory) (?:[\w-]+ ){0,3}audits?\b[^;$]{0,80}\b`,
      String.raw`(?:cam(?:era)?s?|BWC|drones?|UAS|A?LPR|readers?|surveillance|recording)\b`,
    ),
  ),
  cue(
    'oversight',
    'other',
    /\b(?:creation|formation|appointments?(?: of (?:[\w-]+ ){0,2}members?)?) (?:of|to) (?:an? |the )?(?:[\w-]+ ){0,3}(?:task force|working group|ad hoc committee|advisory (?:board|committee)|(?:privacy|surveillance|technology|oversight) (?:[\w-]+ ){0,2}(?:board|committee|commission))\b/i,
  ),
  // Somebody is to be asked, or an officer of control is sent to look.
  cue(
    'oversight',
    'hearing',
    /^(?![\s\S]*\b(?:purchas|contract with|agreement with)\b)[^.;$]{0,60}\brequest\w*\b[^.;$]{0,100}\bto (?:appear|testify|attend|be present)\b/i,
  ),
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^\W*requests? for (?:an? )?(?:[\w-]+ ){0,2}(?:audit|investigation)\b(?! services)`,
      String.raw`|^[^.;$]{0,60}\b(?:direct|request|ask|call)\w* (?:up)?(?:on |for )?(?:the )?`,
      String.raw`(?:[\w'\u2019-]+ ){0,3}(?:inspector general|auditor|ombudsman`,
      String.raw`|comptroller)\b[^.;$]{0,30}\bto (?:examine|investigate|audit|review|look into)\b`,
    ),
  ),
  // "Review of the body camera program's performance": looked at, and nothing asked.
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|grant|adopt|quote`,
      String.raw`|proposal|bids?|polic(?:y|ies)|ordinance|amend|renew)\w*)\W*`,
      String.raw`(?:annual |quarterly )?review of (?:the )?[^.;$]{0,120}\b`,
      '(?:performance|effectiveness|statistics|usage|outcomes|results|data|program',
      String.raw`|deployment)\W*$|^\W*(?:receiv|accept)\w* (?:and file )?(?:the |an? )?`,
      String.raw`(?:[\w-]+ ){0,3}audits?\b(?![^.;$]{0,80}\b(?:contract|agreement|proposal|bid)\b)`,
      String.raw`|\bmanagement(?:['\u2019]s)? responses? to\b[^.;$]{0,80}\baudit\b`,
    ),
  ),
  // How records are given out or looked at: "Procedure on release of body camera recordings".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|report|grant)\w*)[^.;$]{0,80}\b`,
      '(?:procedures?|protocols?|rules) (?:on|for|regarding|governing|concerning) ',
      '(?:the )?(?:use|release|retention|storage|access|viewing|review|deployment',
      String.raw`|operation|disclosure)\b|^(?![\s\S]*\b`,
      String.raw`(?:purchas|contract|agreement|report)\w*)[^.;$]{0,80}\bpolicy manual `,
      String.raw`(?:updates?|revisions?|changes|amendments?)\b`,
    ),
  ),
  // A body takes a stand on a technology: "Resolution rejecting the use of facial recognition".
  cue(
    'policy',
    'ordinance',
    fromPieces(
      'i',
      String.raw`^\W*(?:an? )?(?:(?:first|second|third) reading\W{1,3})?`,
      String.raw`(?:resolution|ordinance|motion|order)\b\W{0,3}(?:[\w.-]*\d[\w.-]*\W{1,3})?(?:to )?`,
      String.raw`(?:reject|disavow|disallow|declin|renounc|opt\w* out)\w* (?:of )?(?:the )?`,
      String.raw`(?:city['\u2019]s |county['\u2019]s |police )?`,
      String.raw`(?:use|deployment|adoption|acquisition)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)\W*`,
      String.raw`(?:(?:resolution|ordinance|motion|order)\W{1,3})?(?:to )?`,
      String.raw`(?:set|establish|amend|adjust|increas|chang)\w* (?:the |an? )?(?:[\w-]+ ){0,2}`,
      String.raw`(?:penalt(?:y|ies)|fines?|(?:fine|fee|penalty) (?:schedules?|amounts?))\b`,
    ),
  ),
  // Where a camera's law applies: "Resolution designating school zones for speed cameras".
  cue(
    'policy',
    'ordinance',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|install|grant)\w*)\W*(?:(?:an? )?(?:resolution|ordinance|order|motion)\W{1,3}(?:to )?)?(?:designat|declar)\w* (?:of )?(?:the )?(?:[\w-]+ ){0,4}(?:zones?|locations?|intersections?|streets|corridors?)\b/i,
  ),
  // "Update to the board's camera policy": no report, a policy that changes.
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|report)\w*)[^.;$]{0,80}\b`,
      String.raw`(?:program|pilot)\b[^.;$]{0,10}\b`,
      '(?:amendments?|changes|revisions?|updates?) (?:of|to|in) (?:the )?(?:program )?',
      String.raw`(?:guidelines|rules|criteria)\b|^`,
      String.raw`(?![\s\S]*\b(?:purchas|contract|agreement|report|grant)\w*)\W*`,
      String.raw`(?:(?:approv|adopt)\w* (?:of )?(?:the )?)?(?:(?:proposed|annual) )?`,
      '(?:updates?|revisions?|amendments?|changes|modifications?) (?:to|of|in) (?:the )?',
      String.raw`(?:[\w.'\u2019&-]+ ){0,8}(?:polic(?:y|ies)|general orders?)\b`,
      String.raw`|\bSOPs?(?: (?:no\.?|number))? ?#?\d[\w.-]*\b`,
      String.raw`(?![^.;]{0,60}\b(?:purchas|agreement|contract)\w*)`,
    ),
  ),
  cue(
    'policy',
    'ordinance',
    /^[^.;$]{0,80}\bresolution\b[^.;$]{0,80}\b(?:will|shall|may|does) not (?:use|share|purchase|deploy|acquire|sell|participate)\b/i,
  ),
  // An agency of others wants to look: nothing is bought by letting it.
  cue(
    'data-sharing',
    'other',
    /^(?![\s\S]*\b(?:purchas|subscription|fund|grant)\w*)\W*requests? (?:from|by|of) (?:the )?(?:[\w.&'\u2019-]+ ){1,6}(?:for|to have|to obtain) access to (?:the )?[^.;$]{0,60}\b(?:cameras?|footage|feeds?|readers?|data|video)\b/i,
  ),
  // A State's police and its roads: lists of plates from the one, leave to stand from the other.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|\$ ?\d)\w*)[\s\S]{0,200}\bagreements? with (?:the )?(?:[\w-]+ ){0,3}`,
      '(?:department of public safety|DPS|state police|state patrol|highway patrol|FDLE',
      String.raw`|department of law enforcement) and (?:the )?(?:[\w-]+ ){0,2}`,
      String.raw`(?:department of transportation|TxDOT|\w{0,4}DOT)\b`,
      String.raw`|^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award)\w*)[\s\S]{0,200}\bagreements? with (?:the )?(?:[\w-]+ ){0,3}`,
      String.raw`(?:department of transportation|\w{0,4}DOT) and (?:the )?(?:[\w-]+ ){0,3}`,
      String.raw`(?:department of public safety|DPS|state police|state patrol|highway patrol)\b`,
    ),
  ),
  // The users of another body's system sign for it.
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|reimburs|\$ ?\d)\w*)[\s\S]{0,80}`,
      String.raw`(?:\b(?:user|access|interface|query|terminal) agreements? (?:with|between) `,
      String.raw`(?:the )?(?:[\w'\u2019.-]+ ){0,5}`,
      String.raw`(?:county|sheriff|police|state|department|bureau|patrol|city)\b`,
      String.raw`|\bmutual aid agreements?\b|\b(?:JPA|agreements?|memorand(?:um|a)`,
      String.raw`|MOU)\b[^;]{0,80}\bsharing (?:of )?(?:[\w-]+ ){0,4}`,
      String.raw`(?:evidence|footage|recordings|intelligence|images|video)\b)`,
    ),
  ),
  // "Report: presentation of Flock Safety on its audit of searches".
  cue(
    'report',
    'annual-report',
    /^(?![\s\S]*\b(?:approv|authoriz|award|purchas|contract|agreement|adopt)\w*)\W*report ?[:\u2013\u2014-] ?[^.;$]{0,80}\bpresentation\b/i,
  ),
  // Posts and classes of people.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|equipment|subscription)\w*)\W*(?:(?:resolution|ordinance|order|motion)\W{1,3})?(?:(?:approv|authoriz)\w* (?:the |an? )?)?(?:(?:reclassif\w+|job descriptions?|position descriptions?|appointment) (?:of|for|to)\b|reclassify(?:ing)? )/i,
  ),
  // People are named, thanked or sent somewhere.
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|grant|donat|revenue|fund`,
      String.raw`|award(?:ing|ed)?\b)\w*)\W*(?:(?:an? )?`,
      String.raw`(?:resolution|ordinance|order|motion)\W{1,3}(?:of )?(?:the )?)?`,
      String.raw`(?:(?:expressing )?(?:appreciation|gratitude)\b`,
      String.raw`|(?:re)?nam(?:ing|e) (?:of )?the\b[^.;]{0,80}\b(?:honou?r|memory|after)\b`,
      String.raw`|(?:employee |officer )?recognition (?:of|for|[\u2013\u2014-]) `,
      String.raw`|(?:out[ -]of[ -]state )?travel (?:requests?|authorizations?|approval)\b)`,
    ),
  ),
  // The voters are asked, and decide later.
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,80}\b(?:call(?:ing)? (?:for )?(?:an? |the )?(?:special |general |municipal |bond )?election\b|(?:issuance of|issue) (?:[\w-]+ ){0,3}bonds\b[^.;]{0,60}\belection\b|(?:ballot|bond) (?:question|measure|proposition)s?\b)/i,
  ),
  // Where the income of cameras is put: "transfer of red light camera revenue to the general fund".
  cue(
    'other',
    'other',
    /^(?![\s\S]*\b(?:purchas|contract|agreement|grant|acqui|refund|fees? for|buy|appropriat)\w*)[^$;]{0,80}\b(?:transfer|deposit|allocat|distribut|dedicat)\w*(?: of)? (?:the |all )?(?:[\w-]+ ){0,4}(?:revenues?|proceeds|fines)\b[^$;]{0,200}\b(?:to|into|in) (?:the )?(?:[\w-]+ ){0,5}fund\b/i,
  ),
]
