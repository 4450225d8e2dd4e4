import { type Cue, cue } from './cue.ts'

/** Words of a title that buys, takes or tells: what a rule is made of is then only named beside it. */
const no = String.raw`(?![\s\S]*\b(?:purchas|contract|agreement|memorandum|MOU\b|grant|award|bids?\b|quotes?\b|vendor|report|presentation|invoice|lease|subscription)\w*)(?![\s\S]*\$ ?\d)`
const cameras = `(?:cameras?|photo|automated|red[ -]light|speed|traffic safety|enforcement|readers?|A?LPRs?|drones?|UAS|surveillance|recognition|detection|body[ -]worn|video)`
const by = (pattern: string) => new RegExp(pattern.replaceAll('~', no), 'i')

/** Rules under other names than ordinance or policy, and what staff is sent to plan. */
export const ruleCues: readonly Cue[] = [
  // "SMC 10.40 update", "Amendments to Chapter 9, speed cameras".
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~\W*(?:(?:notice of )?(?:public )?hearing\W{1,3}(?:on |for )?)?(?:(?:proposed|discuss(?:ion)?(?: of| on)?|consider(?:ation of)?|draft|an?|the) ){0,3}(?:(?:[a-z]{1,4}MC|chapter|title|section|article)s? \d[\w.,& -]{0,24}?(?:(?:text|code|ordinance) )?(?:update|amendment|revision|change|modification|addition)s?\b|(?:municipal|city|county|town|village|traffic|vehicle) code (?:text )?(?:update|amendment|revision|change)s?\b|(?:municipal )?code (?:text )?(?:revision|amendment|change)s?\b|(?:update|amendment|revision|change|modification|addition)s? (?:to|of|in) (?:the )?(?:[a-z]{1,4}MC|chapter|title|section|article|(?:[\w-]+ )?(?:municipal|city|county|town|village|traffic) code)\b|traffic (?:sign\(s\)\/signal\(s\)(?= )|(?:schedule|regulation|code|order)s? (?:change|amendment|addition|update|revision)s?\b))`,
    ),
  ),
  // "Resolution relating to revenues generated from the use of speed cameras".
  cue(
    'policy',
    'adopt-policy',
    by(
      String.raw`^~(?![^;]*\b(?:budget|transfer|deposit|appropriat|share of|sharing|forfeit|seizure|bond|buy|acqui)\w*)(?=[\s\S]*\b(?:cameras?|photo|red[ -]light|speed|automated|enforcement|fines|citations?)\b)\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{1,3}(?:(?:no\.? )?[\w.-]*\d[\w.-]*\W{1,3})?)?(?:relating to|regarding|concerning|governing|dedicating|directing|restricting|earmarking|committing|limiting|setting aside|(?:on|for) (?:the )?use|establishing (?:the |an? )?use|polic(?:y|ies) (?:for|on)|allocation|use) (?:of )?(?:the )?(?:use of )?(?:the )?(?:[\w-]+ ){0,6}(?:revenues?|proceeds|fines)\b`,
    ),
  ),
  // "An ordinance creating a fund for what cameras bring in".
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~\W*(?:(?:an? )?(?:resolution|ordinance)\b\W{1,3})?(?:creat|establish)\w* (?:an? |the )?(?:[\w-]+ ){0,8}(?:special revenue |restricted )?fund\b[\s\S]{0,80}\b(?:revenues?|proceeds|fines|penalties)\b`,
    ),
  ),
  // "Setting the fee for copies of recordings".
  cue(
    'policy',
    'adopt-policy',
    by(
      String.raw`^~[\s\S]{0,60}\b(?:set|sett|establish|adopt|amend|adjust)\w* (?:the |an? )?(?:[\w-]+ ){0,3}(?:fees?|charges?|fee schedules?) for (?:[\w-]+ ){0,3}(?:cop(?:y|ies|ying)|redact\w*|releas\w*|requests?|duplicat\w*|production|record(?:s|ings?)|video|footage)\b`,
    ),
  ),
  // "Requiring that a plan be prepared to equip every car": staff works it out first.
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~[\s\S]{0,60}\b(?:requir|direct|request|order|instruct|ask)\w*\b[^.;]{0,60}\b(?:plans?|schedules?|strateg(?:y|ies)|timetables?|timelines?|roadmaps?|draft ordinances?)\b[^.;]{0,40}\bbe (?:prepared|developed|drafted|drawn up|created|made|brought)\b`,
    ),
  ),
  // "A motion to direct the manager to evaluate", "Direct staff to explore".
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~\W*(?:(?:an? )?(?:motion|resolution|order|request)\b(?: by [\w.'\u2019 -]{2,40}?)?\W{0,3}(?:that council |to )?)?(?:direct|instruct|ask|urge)(?:ing|s)? (?:the |our )?(?:[\w.'\u2019-]+ ){0,3}?(?:staff|manager|administrator|administration|mayor|chief|sheriff|department|superintendent|executive|supervisor)\b[^.;]{0,20}\bto (?:immediately |further )?(?:evaluate|explore|study|investigate|research|pursue|consider|develop|create|prepare|draft|plan|examine|identify|implement|begin|start|establish|work with|look into|assess)\b(?![^.;]{0,80}\b(?:positions?\b|RFP|request for proposals|specifications|findings)\b)`,
    ),
  ),
  // "Resolution authorizing a pilot study of speed cameras".
  cue(
    'policy',
    'other',
    by(
      String.raw`^~\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{0,3}(?:to )?)?(?:authoriz|approv|order|initiat|direct|commenc|undertak)\w* (?:an? |the )?(?:[\w-]+ ){0,3}study (?:of|on|for|into|to)\b[\s\S]{0,80}\b${cameras}`,
    ),
  ),
  // Leave for what may now be used, after the trial: "approving full implementation of plate readers".
  cue(
    'policy',
    'adopt-policy',
    by(
      String.raw`^~(?![\s\S]*\b(?:funds?|funding|cost|budget|accept|apply|services|software|install)\w*)\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b[^.;]{0,80}?)?(?:(?:approv|authoriz)\w* (?:of )?)?(?:the )?(?:full |city-?wide |permanent |continued )?(?:implementation|deployment) of (?:an? |the )?(?:[\w()-]+ ){0,6}(?:systems?|technology|readers?|cameras?|program(?:me)?s?|recognition|drones?|A?LPRs?)\b`,
    ),
  ),
  // "Resolution No. 24 governing video cameras in public places".
  cue(
    'policy',
    'adopt-policy',
    by(
      String.raw`^~[^;]{0,80}\b(?:resolution|ordinance|order|rules|regulations)\b[^;]{0,40}\b(?:governing|regulating) (?:the )?(?:(?:installation|use|operation|placement|retention)(?:,? and |, )?){0,3}(?:of )?(?:the )?(?:[\w-]+ ){0,4}${cameras}`,
    ),
  ),
  // Stopped for a while: "Council action on temporary suspension".
  cue(
    'policy',
    'other',
    by(
      String.raw`^~[\s\S]{0,80}\b(?:(?:temporary|possible|proposed|formal|indefinite) (?:suspension|pause|deactivation|shutdown)|(?:pause|deactivation) (?:of|on) (?:the )?(?:[\w'\u2019-]+ ){0,5}${cameras})`,
    ),
  ),
  // Where enforcement by cameras may be: "finding school zones eligible for speed enforcement".
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~\W*(?:(?:an? )?(?:resolution|ordinance|motion|order)\b\W{0,3}(?:to )?)?(?:(?:find|set|fix|approv|determin|establish|add|remov|identify)(?:ing|s|e)? (?:the )?(?:[\w-]+ ){0,4}(?:zones?|locations?|intersections?|corridors?)\b[\s\S]{0,80}\b(?:speed|red[ -]light|photo|automated|camera)|opt(?:ing)?[ -](?:out|in)(?:to)?\b)`,
    ),
  ),
  // A body takes a stand, or is asked to set limits: "data will not be used for", "request to limit retention".
  cue(
    'policy',
    'ordinance',
    by(
      String.raw`^~[\s\S]{0,160}\b(?:will|shall|must|may) not be (?:used|shared|sold|accessed|kept|retained|released)\b|^~\W*(?:an? )?resolution\W{1,3}(?:denouncing|condemning|opposing|rejecting|affirming|reaffirming)\b|^~\W*(?:consider\w*|discuss\w*|review|request|motion|proposal|proposed)\b[^;]{0,80}\bto (?:limit|restrict|prohibit|ban|shorten|reduce|cap|forbid|end|disallow) (?:the )?(?:[\w-]+ ){0,4}(?:retention|use|sharing|access|storage|operation|deployment)\b`,
    ),
  ),
  // What is wanted of a legislature this year.
  cue(
    'policy',
    'other',
    by(String.raw`^~\W*(?:[\w-]+ ){0,3}legislative (?:priorities|agenda|platform|program)\b`),
  ),
]
