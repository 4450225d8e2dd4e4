import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/**
 * How oversight, policy and report are told apart where nothing is bought:
 *
 * - oversight: somebody outside looks, or those who use it are made to answer. A member's or a body's
 *   demand for lists, findings and testimony; hearings; auditors, inspectors and review boards, and who
 *   sits on them; a law by which all such technology must come before the body first, and the findings
 *   and impact reports which that law asks for.
 * - policy: a rule is made, wished for or taken back: who may use it, what is kept, what is forbidden,
 *   and the stand that a body takes on the bills of others.
 * - report: those who use it tell of it, of their own accord or in answer to a question, and that is all.
 *
 * So the demand is oversight and the answer a report; a new rule on one technology is policy and a new
 * duty to ask leave for any of them oversight.
 */

/** Those who use such things and can be made to answer for them. */
const answerable = [
  '(?:chief|sheriff|police|commissioner|superintendent|manager|administrator',
  '|administration|executive|CAO|department|agency|agencies|authority|authorities',
  '|director|warden|mayor|vendor|staff|schools?|district|prosecutor|(?:city |county ',
  '|district )?attorney)',
].join('')

/** What they are made to do. */
const answers = [
  '(?:disclose|explain|account for|answer|respond|testify|appear|state in writing',
  '|make known|make public',
  '|lay before|turn over|hand over|produce|justify|identify (?:all|any|every|each)',
  '|(?:furnish|provide|supply|submit|give(?: back)?|transmit|send|deliver|file',
  String.raw`|bring)\b[^.;]{0,60}\b`,
  '(?:lists?|inventor(?:y|ies)|findings|accounting|copies|records of|logs?|documents',
  '|answers?',
  String.raw`|explanations?))\b`,
]

/** Somebody is to answer, to look or to be looked at: tried before all that a title may else be. */
export const inquiryCues: readonly Cue[] = [
  // "Resolution requesting the Chief to state in writing", "directs the CAO to give back a list".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:RFP|bids?|quotes?|purchas\w*|agreement (?:with|for)|contract with`,
      String.raw`|for proposals?|grants?|figures|reports? (?:back|on))\b)[^;]{0,120}\b`,
      '(?:request|ask|direct|instruct|order|demand|urg|call(?:s|ing)? (?:up)?on|invit|summon',
      '|requir)(?:e|es|s|ing)? (?:that )?(?:the |our ',
      String.raw`|its )?(?:[\w.&'\u2019-]+,? ){0,10}?`,
      String.raw`${answerable}\b[^;]{0,60}?\b`,
      ...answers,
    ),
  ),
  // "RESOLVED, that the Chief lay before this Board a list", "Sheriff to furnish", "Warden to testify".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:RFP|bids?|quotes?|purchas\w*|agreement (?:with|for)|contract with`,
      String.raw`|grants?|proposals?|figures)\b)(?:\W*(?:(?:be it )?(?:resolved|ordered`,
      String.raw`|moved)\W{1,3})that (?:the )?`,
      String.raw`(?:[\w.&'\u2019-]+ ){0,4}?${answerable}\b[^;]{0,40}?\b`,
      ...answers,
      String.raw`|[^;]{0,160}\b(?:chief|sheriff|police|commissioner|superintendent|director|warden`,
      String.raw`|captain|vendor|department)(?: [A-Z][\w-]{1,20})? (?:is |are )?(?:to|must|will`,
      '|shall) ',
      String.raw`(?:furnish|testify|answer (?:for|to|in|questions)|explain|disclose|appear)\b)`,
    ),
  ),
  // A member's or a body's question put on paper: "Motion: ask the Commissioner what is in use".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|quotes?|proposals?|cost|costs|price`,
      String.raw`|grants?)\b)(?:[^;]{0,60}\b`,
      '(?:motion|resolution|order|letter to [^;]{2,40}?|interpellation|the (?:council',
      '|board|committee',
      String.raw`|commission))\b\W{1,3}(?:to )?ask(?:s|ing)?|[^;]{0,60}\b(?:council|board`,
      '|committee',
      '|commission|selectboard|presentments?|jurors?',
      String.raw`|jury|assembly|legislators?) asks?) (?:the )?(?:[\w.'\u2019-]+:? ){0,5}?`,
      '(?:what|which|who|whom|whose|why|whether|if|when|how (?:many|often|much|long|it',
      String.raw`|they))\b`,
      String.raw`|^\W*(?:(?:(?:city|county|town) )?council|aldermanic|legislative) inquiry\b(?![^;]{0,100}\b(?:reply|response|answer))|^[^;]{0,100}\brequest(?:s|ing)?(?: for)? (?:the )?[\w.]{1,20}['\u2019]s (?:reply|appearance|answer|testimony)\b|^\W*interrogator(?:y|ies)\b|^[^;]{0,60}\bfact[ -]finding\b`,
      String.raw`|^[^;]{0,60}\b(?:request|order|demand)(?:s|ing|ed)?(?: for)? (?:an? |the )?(?:full |complete `,
      '|written )?',
      String.raw`(?:accounting|inventory|lists?) of\b(?! (?:bidders|vendors|firms|quotes))`,
      String.raw`|^[^;]{0,60}\border for (?:an? )?(?:[\w-]+ )?(?:examination|investigation|inquiry`,
      String.raw`|review) of\b`,
      String.raw`|^(?![\s\S]*\b(?:cost|appropriat|capital)\w*)[^;]{0,80}\b(?:citizens?['\u2019]?`,
      '|members of the public|witness(?:es)?|guests) ',
      String.raw`(?:Q['\u2019]?s|to be heard|questions (?:heard|taken))\b`,
    ),
  ),
  // "Council wants proof that", "ordering an inquiry into searches": what is to be found out.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|quotes?|proposals?|contract|agreement|grants?|award\w*`,
      String.raw`|appropriat\w*|budget|fund|funds|RFP|services)\b)[^;]{0,100}\b`,
      '(?:(?:seek|want|demand|await)(?:s|ing)? (?:an? |the )?(?:written |full |public ',
      String.raw`|complete )?(?:answers?|explanation|accounting|inventory|proof)\b`,
      '|(?:order|direct|commission|request|call(?:s|ing)? for|seek|launch|open|vote for',
      String.raw`|votes? to)(?:e|es|s|ing|ed)? (?:an? |the )?(?:[\w-]+ ){0,3}`,
      String.raw`(?:audit|inquiry|investigation|probe) (?:of|into|by)\b`,
      String.raw`|(?:invit|summon|call)(?:es|s|ing|ed)? (?:in )?(?:the )?(?:[\w-]+ ){0,3}(?:chief`,
      '|sheriff|commissioner|superintendent|director|vendor) to (?:explain|answer',
      '|discuss|appear))',
    ),
  ),
  // "Demanding that the firm disclose", "called before the Committee".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas\w*|quotes?|proposals?|contract with|agreement with`,
      String.raw`|grants?|award\w*|appropriat\w*|RFP|costs?|install\w*|permit)\b)(?:`,
      String.raw`[^;]{0,80}\b(?:request|ask|direct|instruct|order|demand|urg|requir|call(?:s`,
      String.raw`|ing)? (?:up)?on)(?:e|es|s|ing)? [^;]{0,80}\b`,
      '(?:disclose|testify|make known|state in writing|report in writing',
      String.raw`|explain in writing|answer in writing|turn over)\b`,
      String.raw`|[^;]{0,160}\breport (?:back )?(?:to [\w ]{2,40} )?(?:on )?whether\b[^;]{0,120}\b(?:shared|searched|queried|used|accessed|sold|violat\w+|compl(?:y|ies|ied))\b`,
      String.raw`|[^;]{0,80}\bcall(?:s|ing)? (?:up)?on [^;]{0,80}\bto say (?:what|whether|which|who|if|how)\b`,
      String.raw`|[^;]{0,60}\bto report in writing\b|[^;]{0,40}\bcall(?:s|ed`,
      String.raw`|ing)? [^;]{0,60}\bbefore (?:the|this) (?:[\w-]+ )?(?:committee|council|board`,
      String.raw`|commission)\b`,
      String.raw`|[^;]{0,80}\brefer\w* [^;]{0,80}\bto (?:the )?(?:civil rights|human rights`,
      '|human relations|ethics|privacy|oversight|police review',
      String.raw`|civilian review) (?:[\w-]+ )?(?:commission|board|committee)\b`,
      String.raw`|[^;]{0,60}\bappoint\w* [^;]{0,60}\bto (?:investigate|look into|inquire into)\b`,
      String.raw`|[^;]{0,100}\b(?:advise|advice|opine|opinion|determine|rule) (?:on `,
      String.raw`|as to )?whether [^;]{0,120}\b(?:violat\w+|compl(?:y|ies)|lawful|legal|unlawful`,
      String.raw`|constitutional)\b`,
      String.raw`|[^;]{0,60}\bexigent (?:use|circumstances?)\b[^;]{0,60}\b(?:notice|notification`,
      String.raw`|report|ratif\w*|surveillance)\b|[^;]{0,60}\b(?:notice|notification`,
      String.raw`|ratif\w*)\b[^;]{0,40}\bexigent (?:use|circumstances?)\b)`,
    ),
  ),
  // Sent to those whose office it is to check.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*|procure\w*|lease|appropriat\w*`,
      '|certificate',
      String.raw`|fund|funds)\b)(?:[^;]{0,80}\b(?:request|ask|direct|instruct|order|refer|urg`,
      '|call(?:s|ing)? (?:up)?on)(?:e|es|s|ing|ral)? (?:for |to ',
      String.raw`|that )?(?:the )?[^;]{0,60}?\b`,
      '(?:auditors?|internal audit|public advocate|inspector general|ombuds(?:man|person)|controller|comptroller',
      '|(?:legislative|performance) audits?|independent monitor',
      String.raw`|civil rights division)\b[^;]{0,60}\b`,
      String.raw`(?:reviews?|audits?|examin\w+|investigat\w+|look (?:into|over|across)|inquir\w+|searches|misuse`,
      String.raw`|access)\b`,
      String.raw`|[^;]{0,60}\b(?:have (?:the |an? )?(?:[\w-]+ )?(?:auditors?|inspector general|comptroller|controller)|(?:auditors?|internal audit|public advocate|inspector general|comptroller|controller) to) (?:look|examine|review|audit|investigate)\b`,
      String.raw`|[^;]{0,60}\breferral to (?:the )?(?:[\w-]+ ){0,3}`,
      '(?:auditor|inspector general|ombuds(?:man|person)|monitor|review board',
      String.raw`|ethics (?:board|commission))\b`,
      String.raw`|[^;]{0,60}\b(?:review|examine|opinion on`,
      String.raw`|look into) (?:the )?(?:constitutionality|legality|lawfulness) of\b)`,
    ),
  ),
  // What they found: "Controller's performance audit, body cameras", "Auditor Report 587 to be taken up".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:(?<!management )responses?|correct\w*|status|compliance with|agreement`,
      String.raw`|contract with|purchas\w*`,
      String.raw`|proposals?|engag\w+|financial|certificate|police auditor|audit report|quarterly`,
      String.raw`|monthly)\b)`,
      String.raw`[^;$]{0,80}\b(?:auditor|controller|comptroller|inspector(?: general)?`,
      '|ombuds(?:man|person)',
      '|(?:consent decree|independent|police|NOPD|federal) monitor|OIG|IG)',
      String.raw`(?:(?:['\u2019]s?)? (?:[\w-]+ ){0,3}(?:reports?|audits?|letters?|follow-?up`,
      String.raw`|memo)\b`,
      String.raw`(?:[^;$]{0,60}\b(?:on|of|re|to|into|about)\b|[:,]| \d)`,
      String.raw`|['\u2019]s? (?:[\w-]+ ){0,2}(?:audit|follow-?up)\b)`,
      String.raw`|^(?![\s\S]*\b(?:receiv\w*|contract|agreement|purchas\w*|award|financial|quarterly|monthly)\b)(?:[^;$]{0,80}\breports? (?:of|by) (?:the )?(?:city |county |state )?`,
      String.raw`(?:auditor|controller|comptroller|inspector general)\b|\W*internal audit(?:or)?(?: [\d-]+,?|:))`,
    ),
  ),
  // "Statutory biennial audit", "random audits", "an audit by an outside firm".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?!\W*(?:receiv\w*|accept\w*|file)\b)(?![\s\S]*\b(?:agreement|contract`,
      String.raw`|purchas\w*|proposals?|engag\w+`,
      '|award|quote|RFP|financial|claims|services|fund|renewal|report',
      String.raw`|results)\b)[^;$]{0,100}\b`,
      '(?:(?:biennial|statutory|random|unannounced|independent|outside',
      String.raw`|third[- ]party) (?:[\w-]+ ){0,2}audits?`,
      String.raw`|audit by (?:an? |the )?(?:[\w-]+ ){0,2}(?:firm|auditor|third party|university`,
      '|ACLU|board|panel)',
      '|(?:gang|CalGang|GangNet|CLETS|watchlist|database|searches|search|plate|reader',
      '|A?LPR|BWC|body cam(?:era)?|drone|query) ',
      String.raw`audits?\W{1,3}[^;$]{0,30}\b(?:note (?:&|and) file|noted|findings|exceptions)`,
      String.raw`|audit committee: review of)\b`,
    ),
  ),
]
