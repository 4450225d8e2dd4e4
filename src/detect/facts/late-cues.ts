import { fromPieces } from '../pieces.ts'
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
    fromPieces(
      'i',
      String.raw`^(?![^\n]*\$ ?\d)\W*(?:[a-z\d]{1,3}[.)] )?`,
      String.raw`(?:(?:resolution|ordinance|motion|order)\W{1,3})?(?:consider(?:ation of)? )?`,
      String.raw`(?:the )?(?:(?:proposed|potential|possible)(?= (?:[\w-]+ ){1,6}program)`,
      '|(?:implement|start|launch|institut|initiat|establish|creat)',
      String.raw`(?:ing|ation|ion|ment|e)?)(?: of)? (?:an? |the |our )?(?:[\w-]+ ){0,8}`,
      String.raw`(?:program(?:me)?|pilot)s?\b`,
    ),
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
    fromPieces(
      'i',
      String.raw`^[^.;$]{0,60}\b(?:inquir(?:y|ies)(?: into|:)|investigations? (?:of|into)`,
      String.raw`|(?:(?<!\b(?:at|for|in|the|old|new) )town halls?`,
      '(?! (?:security|cameras?|building|complex|campus|parking|lobby|renovation',
      String.raw`|surveillance))|community (?:meeting|forum|conversation)s?)\b|listening session`,
      String.raw`|(?:oversight|privacy|review) (?:board|commission|committee)\b`,
      String.raw`|(?:auditor|ombudsman|inspector general)\b[^.;$]{0,60}\b`,
      String.raw`(?:audit|review|work plan)\b)`,
    ),
  ),
  // What people send in, and what is dealt with by courts and clerks.
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`^\W{0,12}(?:correspondence|communications? from `,
      String.raw`(?!(?:the |an? |our )?(?:[\w-]+ )?`,
      '(?:city|county|town|village|police|mayor|manager|administrator|chief|sheriff',
      '|council|commission|committee|board|department|staff|superintendent|director',
      String.raw`|attorney)\b)|e-?mails?|letters?(?! of `,
      '(?:intent|agreement|engagement|understanding))',
      String.raw`|(?:resident|citizen|public|written) (?:[\w-]+ ){0,2}`,
      '(?:comments?|concerns?|correspondence|communications?)',
      String.raw`|(?:tort |liability |notice of )claims?\b|(?:closed|executive) session\b`,
      String.raw`|resignations?\b|re-?appointments?\b|retirements?\b`,
      String.raw`|hir(?:e|ing)(?: of)? (?!an? (?:[\w-]+ )?`,
      String.raw`(?:consultant|firm|contractor|company|engineer|vendor|designer)\b)`,
      '|(?:re)?naming of |ribbon[ -]cutting|ground-?breaking|grand opening',
      String.raw`|dedication (?:of|ceremony)|swearing[ -]in|award presentations?\b`,
      String.raw`|(?:citizen|officer|employee) of the (?:month|quarter|year)\b`,
      String.raw`|[^.;$]{0,40}\bpay plan\b|street closures?|refunds? (?:of|for)`,
      '|(?:advisory )?referendum)',
    ),
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
    fromPieces(
      'i',
      String.raw`^[^;$]{0,120}\b(?:(?:limits?|limitations|restrictions|regulations?|rules|standards`,
      '|safeguards|guardrails|directives?|principles|conditions) ',
      '(?:on|for|regarding|concerning|of|to) ',
      '|(?:standards|guidelines|protocols?|parameters|safeguards|restrictions',
      String.raw`|procedures)\W*$|(?<!storage (?:and|&|or) )retention of (?:the )?`,
      '(?:video|footage|recordings|data|images|reads|plate|body)',
      String.raw`|retention(?:\W*$|: |,? (?:change|periods?|schedules?|extension|limits?))`,
      String.raw`|\bregulations?\W*$|(?:administrative|departmental|general|special|executive`,
      String.raw`|standing) (?:regulations?|directives?|orders? (?:no\.? ?)?[\d-]+)\b`,
      String.raw`|guidance (?:on|for|regarding|about)|polic(?:y|ies)\b(?! analyst)`,
      String.raw`|(?:oppos|prohibit|bann?|forbid)(?:e|es|ed|ing|s)?\b (?!bids?\b)|moratorium\b)`,
    ),
  ),
  // Told, counted or tried out: "Police Chief: statistics", "six-month evaluation", "flight log".
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^(?![^\n$]{0,80}\b(?:update|report): ?(?:add|allocate|re-?allocate|approve|increase) [^\n$]{0,80}\$ ?\d)`,
      String.raw`[^;$]{0,160}\b(?:statistics|reports?(?! of (?:award|bids?)\b)`,
      String.raw`|information(?:al)? (?:only|item)(?=\W*$|:)`,
      '|(?:flight|usage|access|search|audit|deployment) logs?|evaluation|findings',
      String.raw`|(?<!\b(?:software|firmware|hardware|equipment|licen[cs]e) )updates?|feedback`,
      '|questions? (?:about|on|regarding|and answers)|Q ?& ?A|FAQs?|dashboard',
      '|requests? for information|information request|fact sheet',
      '|(?:flight|usage|activity|deployment|arrest|hit|alert) summar(?:y|ies)',
      String.raw`|in review\b(?! of)|overview|staff memo|memo from staff|feasibility of|lessons`,
      String.raw`|next steps(?![^;]{0,60}\baward)|stats|(?:program|system|camera) performance`,
      String.raw`|(?<!\b(?:bid|RFP|quote) )results(?=\W*$)`,
      '|(?:comparative|comparison|case|needs|peer) study|white paper',
      '|survey (?:on|of|about)|check[- ]in|after[- ]action|demos?',
      '|(?:(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth) quarter|Q[1-4]',
      '|year[- ]to[- ]date|YTD)|presentation',
      '|inventory(?! (?:software|system|management|tracking|control))',
      String.raw`|memo(?:randum)?(?= ?[:\u2013\u2014-] )`,
      '|(?:accident|crash|crime|hit|usage|citation|violation) ',
      '(?:data|figures|numbers|trends)|(?:explanation|introduction|description|history',
      String.raw`|demonstration) of|how (?:[\w-]+ ){1,5}works`,
      '|(?:referral|inquiry|council) responses?(?=:)',
      String.raw`|memo(?:randum)? (?:from|by) (?:the )?(?:[\w-]+ )?`,
      '(?:chief|sheriff|manager|administrator|director|staff|captain|lieutenant)',
      String.raw`|(?:administration|staff|department|manager)(?:['\u2019]s)? responses? to`,
      '|engagement meeting|open house|tour|summary of|feasibility study|lessons learned',
      String.raw`|(?:test|pilot|trial|program|survey) (?:results|outcomes|data))\b`,
      '(?! (?:of|to) (?:the )?(?:software|firmware|equipment|hardware|licen[cs]es?',
      '|subscription))',
    ),
  ),
]
