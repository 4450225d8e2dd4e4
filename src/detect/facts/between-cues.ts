import { fromPieces } from '../pieces.ts'
import { buying, type Cue, cue } from './cue.ts'

/** What one public body does for another: some of it is a service that is paid, some only a look into its data. */
export const betweenCues: readonly Cue[] = [
  // Persons are monitored for a town that has nobody to do it.
  cue(
    'procurement',
    'approve-contract',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:grants?|accept\w*|appl(?:y|ication)|amend\w*|renew\w*|exten[ds]\w*`,
      String.raw`|terminat\w*|data|polic(?:y|ies)|report)\b)[\s\S]{0,160}\b`,
      '(?:inter-?local|inter-?governmental|inter-?agency|inter-?municipal|memorandum',
      String.raw`|MOU)\b[\s\S]{0,160}\b(?:electronic (?:home )?(?:monitoring|detention)`,
      '|home (?:detention|monitoring|confinement)',
      '|(?:GPS|alcohol|ankle|offender|pre-?trial|location) monitoring',
      String.raw`|monitoring of (?:[\w-]+ ){0,2}(?:defendants|offenders|probationers)`,
      String.raw`|pre-?trial services|electronic monitoring)\b`,
    ),
  ),
  // Buses are watched by the county's firm.
  cue(
    'procurement',
    'mou',
    /^(?![\s\S]*\b(?:grants?|amend\w*|renew\w*|data)\b)[\s\S]{0,160}\b(?:inter-?local|inter-?governmental|inter-?agency|inter-?municipal)\b[\s\S]{0,200}\b(?:stop[ -]?arm|school bus (?:safety|camera|enforcement|monitoring)|bus (?:cameras?|patrol))\b/i,
  ),
  // Devices of one are kept up by the other.
  cue(
    'procurement',
    'approve-contract',
    /^(?![\s\S]*\b(?:grants?|amend\w*|renew\w*)\b)(?=[\s\S]{0,200}\b(?:inter-?local|inter-?governmental|inter-?municipal)\b)[\s\S]{0,200}\b(?:live-?scan|fingerprint|cameras?|readers?|AFIS)\b[^;]{0,40}\b(?:maintenance|repairs?|support)\b/i,
  ),
  // "Cooperation agreement for the purpose of sharing data".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      '|award|platform|software|dues|cost',
      String.raw`|\$ ?\d)\w*)[\s\S]{0,200}\bagreements?\b[^;]{0,120}\b`,
      '(?:for (?:the )?purposes? of (?:sharing|exchanging)|to share|sharing) (?:of )?',
      String.raw`(?:[\w-]+ ){0,4}(?:data|information|footage|video|reads|images|feeds?`,
      String.raw`|intelligence)\b`,
    ),
  ),
  // "Connection of village cameras to the sheriff's crime center".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      String.raw`|award|contract|software|install|licen[cs]e|\$ ?\d)\w*)\W*`,
      String.raw`(?:(?:resolution|motion|order|request|approv\w*|authoriz\w*`,
      String.raw`|consider\w*)\b[^.;]{0,40}?)?(?:connect|link|integrat|stream|tie|tying|feed)\w*`,
      String.raw`(?:ion)?(?: of)? (?:the |its |our )?(?:[\w'\u2019-]+ ){0,5}`,
      '(?:cameras?|camera (?:systems?|network|feeds?)|video|readers?) (?:in)?to (?:the )?',
      String.raw`(?:[\w'\u2019-]+ ){0,4}(?:sheriff|police|county|state|city|regional|crime center`,
      String.raw`|real[ -]time)\b`,
    ),
  ),
  // "Agreement for police access to plate readers of an association".
  cue(
    'data-sharing',
    'mou',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:${buying}`,
      '|award|contract|polic(?:y|ies)|ordinance|report|hearing|install|audit|software',
      String.raw`|\$ ?\d)\w*)(?=[\s\S]{0,160}\b(?:agreements?|memorand(?:um|a)|MOUs?|MOAs?`,
      String.raw`|approv\w*|authoriz\w*|allow\w*|requests?|grant\w*)\b)[\s\S]{0,160}`,
      String.raw`(?:\b(?:police|sheriff|law enforcement|officers?)`,
      String.raw`(?:['\u2019]s)? (?:department |office )?`,
      String.raw`(?:access to|use of|viewing of) (?:the |its |their )?(?:[\w'\u2019-]+ ){0,5}`,
      String.raw`(?:cameras?|readers?|footage|feeds?|video|reads)\b`,
      String.raw`|\baccess to (?:the |its )?(?:[\w'\u2019-]+ ){0,5}`,
      '(?:cameras?|readers?|footage|feeds?|video|reads|data) (?:by|for|to) (?:the )?',
      String.raw`(?:[\w'\u2019-]+ ){0,3}(?:police|sheriff|FBI|agency|agencies|district|prosecutor`,
      String.raw`|attorney|patrol)\b)`,
    ),
  ),
  // The own devices stand on a State's road: part of setting them up.
  cue(
    'procurement',
    'mou',
    /^(?![\s\S]*\b(?:grants?|data|amend\w*|renew\w*)\b)[\s\S]{0,120}\bagreements? with (?:the )?(?:[\w-]+ ){0,3}(?:department of transportation|\w{0,4}DOT|Caltrans|highway department)\b[^;]{0,80}\b(?:install|plac|mount|operat|maint)\w*\b[^;]{0,80}\b(?:cameras?|readers?|A?LPRs?|detection)\b/i,
  ),
  // Users of another body's system sign for it.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*\b(?:purchas|subscription|vendor|not[ -]to[ -]exceed|grants?\b|lease|award|end[ -]user|\$ ?\d)\w*)(?=[\s\S]{0,200}\b(?:live-?scan|AFIS|fingerprint|identification|information network|databases?|CJIS|CAL-?ID)\b)[\s\S]{0,160}\buser(?:['\u2019]?s['\u2019]?)? agreements?\b/i,
  ),
  // The memorandum comes first, and the policy by which its tool is used.
  cue(
    'data-sharing',
    'mou',
    /^(?![\s\S]*\b(?:purchas|subscription|grants?\b|amend|ratif|union|guild|association)\w*)(?:(?!\bpolic(?:y|ies)\b)[^;$]){0,120}\b(?:MOU|memorandum of (?:understanding|agreement)) with (?:(?!\bpolic(?:y|ies)\b)[^;$]){2,80}\band (?:[\w-]+ ){0,4}polic(?:y|ies)\W*$/i,
  ),
]
