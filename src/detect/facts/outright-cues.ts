import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** Titles whose words leave no doubt, though others in them are cues of something else. */
export const outrightCues: readonly Cue[] = [
  // "Accept the procurement officer's recommendation of contract award to Acme": awarded, and nothing is given.
  cue(
    'procurement',
    'approve-contract',
    /^\W*accept(?:ing|ance of)?\b[^;$]{0,80}\brecommend\w*\b[^;$]{0,30}\b(?:contract |bid )?award\w*\b[^;]{0,60}\bto\b/i,
  ),
  // "Plate readers – renewal, Retail Crime Grant": renewed out of a grant that was taken before.
  cue('procurement', 'renew', /\brenewal, [^;$]{0,60}\bgrant\W*$/i),
  // "Consideration for Grant Applications to the Department of Justice, for the purchase of cameras".
  cue(
    'grant',
    'accept-grant',
    fromPieces(
      'i',
      String.raw`^\W*(?:consider\w*|approv\w*|authoriz\w*|discussion|request|submi\w+)(?: (?:of|for|to|the|an?|file|submit))*`,
      String.raw` grant applications? (?:to|for|with|from|under)\b`,
    ),
  ),
  // "Resolution authorizing agreements with the Federal Emergency Management Agency – grant for the cameras".
  cue(
    'grant',
    'accept-grant',
    /\bagreement(?:s|\(s\))? with (?:the )?(?:federal|u\.?s\.?|state of|department of)\b[^;$]{0,80}[\u2013\u2014-] ?grant for\b/i,
  ),
  // "Flock Safety program, year 3 – WASPC grant funding".
  cue('grant', 'accept-grant', /[\u2013\u2014-] ?(?:[A-Z]{3,6} )grant (?:funding|award)\W*$/),
  // "An interlocal agreement with the redevelopment agency to fund cameras for the police".
  cue(
    'grant',
    'accept-grant',
    /\b(?:interlocal|intergovernmental) agreement\b[^;$]{0,120}\bto fund\b[^;$]{0,60}\bfor (?:the )?(?:[\w-]+ ){0,4}(?:police|sheriff|department)\b/i,
  ),
  // "Public hearing – donation of a fingerprint machine".
  cue(
    'grant',
    'accept-grant',
    /^\W*public hearing\W{1,4}(?:accept\w* (?:of )?)?(?:the |an? )?donation of\b/i,
  ),
  // "Int 331: reporting on and evaluation of police surveillance technologies".
  cue(
    'oversight',
    'ordinance',
    fromPieces(
      'i',
      String.raw`\b(?:reporting|evaluation|oversight|inventory|disclosure|audits?)\b[^;$]{0,40}\b(?:of|on|by|for)\b[^;$]{0,30}`,
      String.raw`\b(?:police |public )?surveillance technolog(?:y|ies)\b(?![^;$]{0,40}\b(?:annual|calendar|20\d\d)\b)`,
    ),
  ),
  // "Final report of the work group on city-wide surveillance equipment": what is to be asked of those who watch.
  cue(
    'oversight',
    'other',
    /\b(?:report|recommendations) of the (?:[\w'\u2019-]+ ){0,4}(?:work ?group|task force|working group|committee)\b[^;$]{0,50}\bsurveillance\b/i,
  ),
  // "Approve acquisition and use of cameras under the Surveillance Technology Ordinance": leave that a law asks for.
  cue(
    'oversight',
    'other',
    /^\W*(?:approv\w*|authoriz\w*|consider\w*)(?: of)?(?: the)? (?:acquisition|use)\b[^;$]{0,90}\b(?:under|pursuant to|as required by|in accordance with) (?:the )?(?:[\w-]+ ){0,4}surveillance (?:technology |equipment |use )?(?:ordinance|oversight|policy|law|act)\b/i,
  ),
  // "Surveillance use plan authorization", "transmits surveillance technology documents".
  cue(
    'oversight',
    'other',
    /\b(?:surveillance )?use plan authorization\b|\btransmit\w* surveillance technology\b|\bsurveillance technology documents\b/i,
  ),
  // "Accepting the surveillance impact report" (a use policy beside it is adopted), "Council approval of surveillance technology".
  cue(
    'oversight',
    'other',
    /(?<!\buse polic(?:y|ies)\b[^;]{0,60})\bsurveillance (?:technology )?impact reports?\b(?![^;]*\buse polic)|^\W*(?:[\w-]+ ){0,2}approval of (?:the )?(?:use of |acquisition of )?surveillance technolog(?:y|ies)\b/i,
  ),
  // "Order requesting information on the use of", "calling on the Sheriff to end sharing".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^\W*(?:order|resolution|motion) requesting (?:that [^;]{3,60} )?(?:information|a report|an audit|disclosure)\b`,
      String.raw`|\bcalling (?:up)?on (?:the )?(?:[\w'-]+ ){0,3}(?:sheriff|police|chief|manager|mayor|department)\b`,
      String.raw`[^;]{0,60}\bto (?:end|stop|cease|halt|disclose|suspend|pause|account)\b`,
      String.raw`|^\W*(?:review|discussion) of\b[^;$]{0,60}\b(?:data|access|sharing)\b[^;$]{0,30}\b(?:outside|other|federal) agencies\b`,
    ),
  ),
  // "Public comment on the proposed use of drones".
  cue(
    'oversight',
    'hearing',
    /^\W*public (?:comments?|input)\b[^;$]{0,60}\b(?:use|purchase|acquisition|program|implementation) of\b/i,
  ),
  // "Options for plate readers": told, and not taken.
  cue('report', 'annual-report', /^\W*options for\b(?![^;]*\b(?:approv|award|purchas|author)\w*)/i),
  // "Public notice: officer-worn cameras" is a call for comment.
  cue('oversight', 'hearing', /^\W*(?:legal |public )notice ?[:\u2013\u2014-](?![^;]*\bbids?\b)/i),
  // "Discuss the drone policy of the departments".
  cue(
    'policy',
    'other',
    /^\W*(?:[A-Z]{2} ?- ?)?(?:\(1\) ?)?(?:discuss|consider|review)(?: and discuss)? (?:the |an? )(?:[\w()-]+ ){0,5}(?:policy|general order)\b(?! (?:board|committee|audit))(?![^;]*\b(?:award|contract|purchase|agreement)\b)/i,
  ),
  // "A licence to keep cameras in the right-of-way", "joint revocable permit for the use of poles": leave, and no purchase.
  cue(
    'other',
    'other',
    fromPieces(
      'i',
      String.raw`^(?!.*(?:\$|\bso that\b|\b(?:purchas|procur|renew|subscri)\w*))`,
      String.raw`(?=[\s\S]*\b(?:right-?of-?way|utility poles?|light poles?|street ?lights?`,
      '|traffic signals?|on (?:city|county|town|state|parish) (?:property|land|poles)',
      String.raw`|speed detection systems?|surveillance devices)\b)[\s\S]*\b`,
      '(?:license agreement|licence|revocable (?:license|permit)',
      '|encroachment (?:permit|agreement)|maintenance agreement with (?:the )?',
      String.raw`(?:state|caltrans|department of transportation))\b`,
    ),
  ),
]
