import { fromPieces } from '../pieces.ts'
import { type Cue, cue } from './cue.ts'

/** What is bought or granted by a paper that names such a body in passing. */
const buysBeside = [
  String.raw`(?![\s\S]*\b(?:purchas\w*|contract|agreement|grants?|overtime|HIDTA|JAG|DEA|FBI|MOU`,
  String.raw`|memorandum|renew\w*|bids?|quotes?|lease|award\w*|budget|appropriat\w*|seized)\b)`,
].join('')

/** A body that sits to look at such things. */
const body = [
  String.raw`(?:committee|cmte\.?|commission|cmsn\.?|board|panel|task force|work(?:ing)? ?group`,
  '|sub-?committee)',
].join('')

/** What makes of a body one that watches: its own name, or what it is sent to do. */
const watches = [
  '(?:(?:review|oversight|advisory|accountability|privacy|ad hoc|study',
  String.raw`|citizens?['\u2019]?|civilian|transparency`,
  '|equity|surveillance|technology|camera|body[- ]?(?:worn )?cam(?:era)?|drone|A?LPR',
  String.raw`|plate reader) (?:[\w-]+ ){0,3}`,
]

/** Bodies that watch, who sits on them and what they hear. */
export const watchBodyCues: readonly Cue[] = [
  // "Naming of nine members", "Charge to the study committee", "Appointing seven to the review panel".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^(?!\W*(?:calling|urging|asking|requesting|directing)\b)${buysBeside}`,
      String.raw`(?:[^;]{0,80}\b(?:appoint(?:s|ed|ing|ments?)?|re-?appoint(?:s|ing|ments?)?`,
      '|nam(?:es|ed|ing)|seat(?:s|ing)?',
      String.raw`|nominat\w+|charge|members|membership|vacanc(?:y|ies)|terms?|seats)(?: of| to`,
      String.raw`| for| on)? [^;]{0,60}?\b`,
      ...watches,
      `${body}|${body} (?:on|to) (?:review|study|look (?:into|at)|examine|advise|oversee`,
      String.raw`|(?:[\w-]+ ){0,3}(?:surveillance|cameras?|recognition|readers?|drones?|privacy`,
      String.raw`|police tech\w*)))\b`,
      String.raw`|[^;]{0,20}\b${body} on (?:[\w-]+ ){0,4}(?:surveillance|cameras?|recognition`,
      '|readers?|drones?|privacy',
      String.raw`|police tech\w*)\b[^;]{0,60}\b(?:members|seats?|naming|appoint\w*|volunteers`,
      '|charge|sunset|report due))',
    ),
  ),
  // "Establishing a work group on facial recognition", "Form a committee to review the tools".
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      `^${buysBeside}`,
      String.raw`[^;]{0,80}\b(?:creat|establish|form|conven|institut|constitut|set(?:ting)? up`,
      '|authoriz|charter)(?:e|es|ing|s)? ',
      String.raw`(?:of )?(?:an? |the )?(?:[\w/-]+ ){0,5}?${body} `,
      '(?:to (?:review|study|look (?:into|at)|examine|advise|oversee|evaluate',
      '|investigate|monitor)',
      String.raw`|on (?:[\w-]+ ){0,4}(?:surveillance|cameras?|recognition|readers?|drones?|privacy`,
      String.raw`|police tech\w*|biometric\w*))\b`,
      String.raw`|^${buysBeside}[^;]{0,80}\b(?:creat|establish|form|conven|institut|constitut`,
      '|set(?:ting)? up)(?:e|es|ing|s)? (?:an? |the )',
      ...watches,
      String.raw`(?:work(?:ing)? ?group|panel))\b`,
    ),
  ),
  // "Community Police Review Board, item 6": where such a body is heard, it looks.
  cue(
    'oversight',
    'other',
    fromPieces(
      'i',
      String.raw`^${buysBeside}(?![\s\S]*\b(?:no vote|no action|annual report|dashboard`,
      String.raw`|discussion of|revision\w*|minutes)\b)`,
      String.raw`[^;]{0,60}\b(?:civilian|citizens?['\u2019]?|community|independent|police|privacy`,
      '|surveillance|technology) ',
      String.raw`(?:(?:&|and) )?(?:[\w-]+ ){0,2}(?:oversight|review|advisory|accountability`,
      `|privacy|complaints?) ${body}`,
      String.raw`(?:\b|(?=\W))(?![^;]{0,80}\b(?:approv|adopt|polic(?:y|ies) (?:\d|revision)`,
      String.raw`|report from)\w*)`,
    ),
  ),
  // A body is called together to hear: "Set hearing date", "Committee hearing: what the cameras keep".
  cue(
    'oversight',
    'hearing',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:ordinance|plans|specifications|bids?|bond|grants?|block|budget`,
      '|appropriation|JAG|contract',
      String.raw`|agreement|purchase of|rezoning|permit for|hearing officer|cost estimate)\b)`,
      String.raw`(?:[^;]{0,80}\b(?:set|sets|setting|fix(?:ing|es)?|call(?:s|ing)? for|schedul(?:e`,
      '|es|ing)) (?:an? |the )?(?:special )?',
      String.raw`(?:date for (?:an? |the )?)?(?:public |joint )?(?:hearing|hrg)\b`,
      String.raw`|[^;]{0,160}\bdate for (?:an? |the )?(?:public )?hearing\b`,
      String.raw`|\W*(?:[\w.'\u2019-]+ ){0,5}(?:committee|cmte\.?|commission|council|board`,
      String.raw`|subcommittee)(?: of the whole)?,? hearing\W{1,3}`,
      String.raw`|[^;]{0,80}\b(?:public )?hearing (?:is |to be )?set\b`,
      String.raw`|[^;]{0,60}\bto hear (?:from )?(?:parents|tenants|residents|experts|(?:the )?public|citizens`,
      String.raw`|testimony|witnesses)\b`,
      String.raw`|[^;]{0,100}\bhearing (?:continued|held over|reconvened)\b`,
      String.raw`|[^;]{0,60}\b(?:special called|specially called)\b[^;]{0,80}\b(?:questions?`,
      String.raw`|Q['\u2019]s|testimony)\b)`,
    ),
  ),
  // The public is heard: "comment period on the use statement", "testimony on jail calls".
  cue(
    'oversight',
    'hearing',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:ordinance|plans|bids?|bond|grants?|block|budget|appropriation|JAG`,
      String.raw`|contract|agreement|purchase of|rezoning|bill|H\.?B\.?|S\.?B\.?|legislature`,
      String.raw`|congress|no action|annual (?:[\w-]+ ){0,4}report|recap)\b)(?!\W*public comment)`,
      String.raw`[^;]{0,100}\b(?:comment period|tak(?:e|es|ing) (?:public )?(?:testimony|comment)`,
      '|hears? testimony',
      '|testimony (?:on|about|regarding) (?:the )?(?:use|police|cameras?|drones?',
      '|surveillance)|listening sessions?|public input (?:session|meeting)',
      String.raw`|community (?:input|listening|engagement) (?:session|meeting)|open community meeting|public forum on|town hall on)\b`,
    ),
  ),
  // Heard before a use is allowed, by the law that asks for it.
  cue(
    'oversight',
    'hearing',
    fromPieces(
      'i',
      String.raw`^(?![\s\S]*\b(?:agreement|contract|purchas\w*`,
      String.raw`|grants?)\b)[^;]{0,100}\b(?:surveillance impact reports?\b[^;]{0,200}\bpublic `,
      'hearing',
      String.raw`|military equipment\b[^;]{0,80}\bcommunity (?:meeting`,
      String.raw`|engagement)\b[^;]{0,80}\bhearing)\b`,
    ),
  ),
]
