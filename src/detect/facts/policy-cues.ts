import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Policies, leave to use a technology and laws, beside the contracts that they come with. */
export const policyCues: readonly Cue[] = [
  // Agreed with those who wear them: "letter of agreement with the Police Association on body cameras".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|leas(?:e|ing)|grants?\b|vendor)\w*)(?![\s\S]*\$ ?\d)`,
      String.raw`[\s\S]{0,80}\b(?:letters? of (?:agreement|understanding)|side letters?`,
      String.raw`|memorand(?:um|a)|MOUs?|MOAs?|agreements?)\b[^;]{0,40}\bwith (?:the )?`,
      String.raw`(?:[\w'\u2019.&-]+ ){0,6}(?:(?:officers?|police|deputy|deputies|sheriffs?['\u2019]?)`,
      String.raw`['\u2019]? (?:[\w-]+ ){0,2}(?:association|union|guild|league|lodge)`,
      String.raw`|fraternal order|FOP|PBA|POA|benevolent|teamsters|AFSCME|bargaining unit)\b`,
    ),
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
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:purchas|contract|agreement|expenditure|expend|fund(?:s|ing)|rules`,
      String.raw`|report)\w*)[\s\S]{0,80}\b(?:suspension of(?: the)?|suspend|paus|deactivat|disabl`,
      '|halt|ceas|turn(?:ing)? off|shut(?:ting)? (?:down|off))',
      String.raw`(?:ing|ed|es?|s)? (?:use of |operations? of )?(?:[\w()\u2019'-]+ ){0,6}`,
      String.raw`(?:cameras?|readers?|ALPRs?|LPRs?|drones?|surveillance|system|program)\b`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement|fund(?:s|ing)`,
      String.raw`|report)\w*)[\s\S]{0,80}\b(?:end|ending|stop|stopping) `,
      String.raw`(?:(?:the|its|all|city|county|police) ){0,3}use of (?:[\w()\u2019'-]+ ){0,6}`,
      String.raw`(?:cameras?|readers?|ALPRs?|LPRs?|drones?|surveillance|recognition)\b`,
    ),
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
    fromPieces(
      'i',
      String.raw`\b(?:(?:approv\w+ (?:the )?)?surveillance technology polic(?:y|ies)`,
      '(?! (?:ordinance|requirement))|approv(?:al|ing) (?:of )?(?:the )?uses? (?:of|and)',
      String.raw`(?! (?:[\w$,.'\u2019-]+ ){0,6}(?:funds?|funding|proceeds|monies|moneys|grants?`,
      String.raw`|cooperative)\b)|(?:approv|adopt)\w* (?:of )?(?:the |an? )?`,
      String.raw`(?:[\w-]+ ){0,4}surveillance (?:technology )?impact `,
      String.raw`(?:reports?|statements?|assessments?))\b`,
      String.raw`|\b(?:surveillance|ALPR|LPR|drone|UAS|camera|technology|recognition) use polic`,
      String.raw`(?:y|ies)\b(?! (?:ordinance|requirement))`,
    ),
  ),
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`\b(?:(?:polic(?:y|ies)|protocols?|guidelines) `,
      '(?:adoption|revisions?|changes|updates?|approval|amendments?)',
      String.raw`|adopti(?:on|ng) (?:of )?(?:an? |the )?(?:[\w-]+ ){0,6}polic(?:y|ies)`,
      '|general order|special order|standard operating procedures?|program guidelines',
      '|(?:administrative|department|board|council) polic(?:y|ies)',
      String.raw`|policy (?:no\.? ?|number |#)?\d[\d.]*)\b`,
      String.raw`(?![^.;]{0,60}\b(?:purchase|agreement|contract)\b)`,
    ),
  ),
  // Rules for a programme, under whatever name: "adopting the review criteria for the pilot".
  cue(
    'policy',
    'adopt-policy',
    fromPieces(
      'i',
      String.raw`\b(?:adopt|approv|establish)\w* (?:the |an? |of (?:the )?)?`,
      String.raw`(?:(?!purchas|contract|agreement|award)[\w-]+ ){0,6}`,
      String.raw`(?:criteria|guidelines|protocols?|standards|rules)\b`,
      String.raw`(?![\s\S]*\b(?:purchas|contract with|agreement with))`,
      String.raw`|^(?![\s\S]*\b(?:purchas|contract|agreement)\w*)[\s\S]{0,80}\b`,
      String.raw`(?:guidelines|protocols|rules) (?:for|governing)\b`,
      String.raw`|\bmilitary equipment (?:[\w,]+ ){0,5}polic(?:y|ies)\b`,
    ),
  ),
  cue(
    'report',
    'annual-report',
    fromPieces(
      'i',
      String.raw`^\W*(?:(?:annual|quarterly|monthly|weekly) (?:[\w-]+ ){0,2}reports?\W{1,3}`,
      String.raw`(?:police|sheriff|public safety|department)|discussion ?[/&] ?update\b)`,
      String.raw`|^\W*(?:city|county|town|village|borough)? ?`,
      '(?:manager|administrator|(?:police |fire )?chief|chief of police|police department',
      "|sheriff|superintendent|director|department head)s?['’]?s? ",
      String.raw`(?:monthly |weekly )?reports?\b`,
    ),
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
]
