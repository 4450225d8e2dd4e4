/** How the parts of an agenda are called. Everything here is tried on the start of one line. */

/** Steps that open a meeting: where an agenda's own list begins. */
export const opening =
  /^(?:(?:\d{1,2}:\d{2} ?[ap]\.?m\.? ?[-–—]? ?)?(?:(?:regular|special|open|public|council|board|the|and|a) )*(?:meeting |session )?(?:call(?:ed)?\b.{0,30}\bto order\b|roll ?call\b|(?:recite |salute (?:and )?)?pledge of allegiance|flag salute|salute to (?:the )?flag|invocation\b|opening (?:ceremon|procedure|prayer|remarks|of)|moment of silen|convene\b|call to order|quorum call)|opening$|open (?:meeting|session)$|llamado (?:al|a) orden|pase de lista)/i

/** Steps without anything to vote on, often printed without a number. */
export const procedure =
  /^(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\.? ?[-–—]? ?(?:(?:regular|special|closed|open|evening|morning|afternoon|study|work|council|board) )+(?:session|meeting)|call(?:ed)? to order|roll ?call|(?:recite |salute (?:and )?)?(?:the )?pledge of allegiance|pledge to the flag|flag salute|salute to the flag|invocation|moment of silence|opening (?:remarks|prayer|ceremonies)|open(?:ing)? (?:meeting|session)|orders of the day|closed session|executive session|open forum|declarations? of (?:interest|conflict|pecuniary)|confirmation of (?:the )?minutes|(?:public|general|audience|citizens?['’]?) comments?|oral communications?|communications from the (?:audience|public)|announcements?|approval of (?:the )?(?:agenda|minutes)|adoption of (?:the )?agenda|approve (?:the )?(?:agenda|minutes)|good of the order|recess|adjourn(?:ment)?|motion to adjourn|reconvene|llamado (?:al|a) orden|comentarios? (?:del )?p[uú]blicos?|clausura)\b/i

/** The end of an agenda's list. */
export const adjournment =
  /^(?:(?:motion|call|time|meeting) (?:to|for|of) )?(?:adjourn(?:ment|ed|s)?|clausura|levantamiento de la sesi[oó]n)\b(?! (?:to|into|in|of|by|until) (?:a |an |the )?(?:closed|executive|special|regular|memory|study|work))/i

/** A list that is voted on at once. */
export const consent =
  /(?<!\bnon[- ]?)\bconsent\b|^(?:\W*)routine (?:items|matters|business|agenda)\b|\bcalendario de consentimiento\b/i

/** A line that ends such a list. */
export const consentEnd = /^[\W_]*end (?:of )?(?:the )?consent\b/i

/** Words that make a line in capitals the heading of a part of the agenda. */
export const section =
  /\b(?:agenda|announcements?|appearances?|applications?|appointments?|appropriations?|approvals?|approving|approved?|assessments?|awards?|bids?|bills?|boards?|briefings?|business|calendars?|ceremonial|certification|chair(?:man|woman|person)?|citizens?|claims?|closing|comments?|commissions?|committees?|communications?|concerns?|conference with|confirmations?|considerations?|consent|contracts?|correspondence|council|declarations?|discussions?|elections?|evaluation|executive|filed|forum|hearings?|information(?:al)?|introductions?|invocation|items?|legislation|liquor|litigation|matters?|meetings?|minutes|motions?|nominations?|notices?|opening|ordinances?|permits?|petitions?|presentations?|proclamations?|proposals?|questions?|reading|recess|recognitions?|referr(?:als?|ed)|regular|remarks|reports?|requests?|resolutions?|response|roll|second|session|speakers?|staff|study|tabled|transactions?|unfinished|updates?|votes?|warrants?|workshop|zoning|sesi[oó]n|informes?|asuntos?|audiencias?|comentarios?)\b/i

/** Names of parts that are whole lines; never the end of somebody's sentence. */
export const sectionName =
  /^(?:(?:old|new|unfinished|other|regular|general|council|city|action|discussion|continued|routine|tabled|closed session|study|information(?:al)?|scheduled) )?(?:business|items|agenda|matters|session|hearings?|reports?)(?: items)?:?$|^(?:consent (?:calendar|agenda|items)|public hearings?|public comments?|oral communications?|(?:communications|comments|reports|matters) (?:from|of|by) .{3,40}|(?:city|town|county|village) (?:manager|attorney|clerk|administrator|council|commission)(?:['’]s)? (?:reports?|comments?)|(?:council|commission|board|staff|mayor)(?: ?members?)?(?:['’]s)? (?:reports?|comments?)):?$/i

/** A sentence in capitals. */
export const sentence = /\b(?:is|are|was|were|will|shall|must|has|have|been|requires?|please)\b/i

/** Capitals inside an item or around the list that head nothing. */
export const shout =
  /^(?:subject:|(?:consider|approve|adopt|authorize|receive|direct)[^:]{0,40}:$|\(|\[|["“*]|to be heard|not to be|please note|note\b|notice\b|continue(?:d)? (?:general|to)|end of|drop(?:ped)?\b|deferred to|withdrawn|requires |pursuant to|whenever|none\b|no items\b|time(?:[ :]|$)|(?:the )?(?:public )?hearings? (?:today|continued)|motion needed|time limit|agenda items? nos?\b|this |if |any |all |for |see |and |or |the (?:board|council|commission) (?:will|may)|[a-z]+ \d{1,2},? \d{4}$|order of business|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|resolution no|ordinance no|https?:|www\.|page )/i

/** Parts that tell how to take part, what the law asks, who posted it: never items. */
export const boilerplate =
  /^(?:availability|americans? with disabilit|american disability|disability|ada\b|accommodations?|special accommodation|accessibility|assistive|certification$|affidavit|posting|declaration of posting|notice (?:to|of|regarding|is)\b|notices?$|notice:|important notice|general information|guide for|guidelines|how to|instructions?|procedure for|public participation|public input|participation|rules of|code of conduct|decorum|brown act|materials|supporting materials|supplemental|exhaustion|telecommunications|committee information|legislative advocate|lobby|zoom|teleconference|virtual|interpret|translation|language|in compliance|agenda disclaimer|disclaimer|covid|novel corona|watch|to watch|in person|written testimony|vision statement|mission statement|frequently used|upcoming meetings|public comments? (?:to the|options)|meeting calendar|city meeting calendar)/i

/** Labels of parts of an item: what follows is no longer its title. */
export const label =
  /^(?:(?:consider|approve|adopt|authorize|receive|direct|conduct)[^:]{0,40}:$|(?:(?:staff|suggested|requested|proposed|committee|department|city manager(?:['’]s)?|superintendent(?:['’]s)?) )?(?:recommend(?:ations?|ed(?: action| motion)?)|action(?:s)? requested|motion)\b|(?:attachments?|attached|supporting documents?|documents?|exhibits? [a-z0-9]|exhibits?:|sponsors?|sponsored by|staff reports?|memorand(?:um|a)|presented by|presenters?|presentation by|submitted by|led by|offered by|requested by|introduced by|prepared by|contact|ceqa|environmental|fiscal impact|financial (?:policies|impact|disclosure)|community impact|background|purpose|summary|explanation|discussion:|legislative history|history|file (?:no|number|id|#)|resolution no|ordinance no|\(council communication|supervisorial district|impact area|district|budget|funding|deadline|status|time limit file|estimated time|type:|category:|subject:|department|speakers?|applicant|location:|tab \d|letters? from|minutes received|\(minutes|view agenda item|recommended by|\d{1,2} report)(?=\W|$))/i

/** Labels after which lists are what is proposed, or files, and not items of the agenda. */
export const listLabel =
  /^(?:(?:(?:staff|suggested|requested|proposed|committee|department) )?(?:recommend|action(?:s)? requested|motion:)|attachments?\b|attached:|supporting documents?|exhibits?:|legislative history|history\b|please note|background|report recommend|(?:consider|approve|adopt|authorize|receive|direct|conduct)[^:]{0,40}:$)/i

/** The name of a file, as lists of attachments print it. */
export const fileName = /\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|html?)$/i

/** A bulleted line; what follows the bullet is read. */
export const bullet = /^[•▪◦●○■□➢➤✓\uf0b7\uf0a7\uf0d8\u2022*»-]\s*(?=\S)/u

/** "(continued)" behind a heading that is printed again on the next page. */
export const continued = /[\s–—-]*\(?\b(?:cont(?:inued|['’]?d|\.)?)\b\.?\)?\s*$/i
