import { type Cue, cue } from './cue.ts'

/**
 * What a title is called that has no word of doing: tried when neither it nor its text's decision
 * says more, since the bare name of a thing is otherwise there to be bought.
 */
export const lateCues: readonly Cue[] = [
  // Private owners are asked to tell or show: nothing is bought by it.
  cue('policy', 'adopt-policy', /^[^;$]{0,80}\bcamera (?:registry|registration)(?: program)?\W*$/i),
  // What is only to be begun: "implementing a body camera pilot programme".
  cue(
    'policy',
    'other',
    /^(?![^\n]*\$ ?\d)\W*(?:[a-z\d]{1,3}[.)] )?(?:(?:resolution|ordinance|motion|order)\W{1,3})?(?:consider(?:ation of)? )?(?:the )?(?:(?:proposed|potential|possible)(?= (?:[\w-]+ ){1,6}program)|(?:implement|start|launch|institut|initiat|establish|creat)(?:ing|ation|ion|ment|e)?)(?: of)? (?:an? |the |our )?(?:[\w-]+ ){0,8}(?:program(?:me)?|pilot)s?\b/i,
  ),
  cue(
    'data-sharing',
    'mou',
    /^[^;$]{0,160}\b(?:sharing|exchange) (?:of |with )(?:[\w'\u2019-]+ ){0,6}(?:data|footage|video|feeds?|records|images|information|intelligence|agencies|sheriff|police)\b/i,
  ),
  // "Council inquiry into", "town hall on".
  cue(
    'oversight',
    'other',
    /^[^.;$]{0,60}\b(?:inquir(?:y|ies)(?: into|:)|investigations? (?:of|into)|(?:(?<!\b(?:at|for|in|the|old|new) )town halls?(?! (?:security|cameras?|building|complex|campus|parking|lobby|renovation|surveillance))|community (?:meeting|forum|conversation)s?)\b|listening session|(?:oversight|privacy|review) (?:board|commission|committee)\b|(?:auditor|ombudsman|inspector general)\b[^.;$]{0,60}\b(?:audit|review|work plan)\b)/i,
  ),
  // What people send in, and what is dealt with by courts and clerks.
  cue(
    'other',
    'other',
    /^\W{0,12}(?:correspondence|communications? from (?!(?:the |an? |our )?(?:[\w-]+ )?(?:city|county|town|village|police|mayor|manager|administrator|chief|sheriff|council|commission|committee|board|department|staff|superintendent|director|attorney)\b)|e-?mails?|letters?(?! of (?:intent|agreement|engagement|understanding))|(?:resident|citizen|public|written) (?:[\w-]+ ){0,2}(?:comments?|concerns?|correspondence|communications?)|(?:tort |liability |notice of )claims?\b|(?:closed|executive) session\b|resignations?\b|re-?appointments?\b|retirements?\b|hir(?:e|ing)(?: of)? (?!an? (?:[\w-]+ )?(?:consultant|firm|contractor|company|engineer|vendor|designer)\b)|(?:re)?naming of |ribbon[ -]cutting|ground-?breaking|grand opening|dedication (?:of|ceremony)|swearing[ -]in|award presentations?\b|(?:citizen|officer|employee) of the (?:month|quarter|year)\b|[^.;$]{0,40}\bpay plan\b|street closures?|refunds? (?:of|for)|(?:advisory )?referendum)/i,
  ),
  // Who gives, by the programme's name alone.
  cue(
    'grant',
    'accept-grant',
    /^[^;]{0,160}\b(?:JAG|Byrne|justice assistance|Stonegarden|UASI|SHSP|COPS (?:technology|office|award|program)|community oriented policing services|(?:federal|congressional|community) (?:earmarks?|appropriation request|project funding))\b/i,
  ),
  // Rules under other names than policy: "limits on access", "directive on retention".
  cue(
    'policy',
    'adopt-policy',
    /^[^;$]{0,120}\b(?:(?:limits?|limitations|restrictions|regulations?|rules|standards|safeguards|guardrails|directives?|principles|conditions) (?:on|for|regarding|concerning|of|to) |(?:standards|guidelines|protocols?|parameters|safeguards|restrictions|procedures)\W*$|(?<!storage (?:and|&|or) )retention of (?:the )?(?:video|footage|recordings|data|images|reads|plate|body)|retention(?:\W*$|: |,? (?:change|periods?|schedules?|extension|limits?))|\bregulations?\W*$|(?:administrative|departmental|general|special|executive|standing) (?:regulations?|directives?|orders? (?:no\.? ?)?[\d-]+)\b|guidance (?:on|for|regarding|about)|polic(?:y|ies)\b(?! analyst)|(?:oppos|prohibit|bann?|forbid)(?:e|es|ed|ing|s)?\b (?!bids?\b)|moratorium\b)/i,
  ),
  // Told, counted or tried out: "Police Chief: statistics", "six-month evaluation", "flight log".
  cue(
    'report',
    'annual-report',
    /^[^;$]{0,160}\b(?:statistics|reports?(?! of (?:award|bids?)\b)|information(?:al)? (?:only|item)(?=\W*$|:)|(?:flight|usage|access|search|audit|deployment) logs?|evaluation|findings|(?<!\b(?:software|firmware|hardware|equipment|licen[cs]e) )updates?|feedback|questions? (?:about|on|regarding|and answers)|Q ?& ?A|FAQs?|dashboard|requests? for information|information request|fact sheet|(?:flight|usage|activity|deployment|arrest|hit|alert) summar(?:y|ies)|in review\b(?! of)|overview|staff memo|memo from staff|feasibility of|lessons|next steps(?![^;]{0,60}\baward)|stats|(?:program|system|camera) performance|(?<!\b(?:bid|RFP|quote) )results(?=\W*$)|(?:comparative|comparison|case|needs|peer) study|white paper|survey (?:on|of|about)|check[- ]in|after[- ]action|demos?|(?:(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth) quarter|Q[1-4]|year[- ]to[- ]date|YTD)|presentation|inventory(?! (?:software|system|management|tracking|control))|memo(?:randum)?(?= ?[:\u2013\u2014-] )|(?:accident|crash|crime|hit|usage|citation|violation) (?:data|figures|numbers|trends)|(?:explanation|introduction|description|history|demonstration) of|how (?:[\w-]+ ){1,5}works|(?:referral|inquiry|council) responses?(?=:)|memo(?:randum)? (?:from|by) (?:the )?(?:[\w-]+ )?(?:chief|sheriff|manager|administrator|director|staff|captain|lieutenant)|(?:administration|staff|department|manager)(?:['\u2019]s)? responses? to|engagement meeting|open house|tour|summary of|feasibility study|lessons learned|(?:test|pilot|trial|program|survey) (?:results|outcomes|data))\b(?! (?:of|to) (?:the )?(?:software|firmware|equipment|hardware|licen[cs]es?|subscription))/i,
  ),
]
