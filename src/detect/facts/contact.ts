import { fromPieces } from '../pieces.ts'
import type { FactPattern } from './pattern.ts'

const moment = fromPieces(
  'i',
  String.raw`\b(?:(?:by|before|until|no later than|prior to)(?: \w+){0,3} )?`,
  String.raw`(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|noon`,
  String.raw`|\d{1,2} hours? (?:before|prior to) the (?:start of the )?meeting)`,
  '(?:,? (?:on |of )?(?:the )?(?:day (?:of|before) the meeting',
  '|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day',
  '(?:,? (?:January|February|March|April|May|June|July|August|September|October',
  String.raw`|November|December) \d{1,2}(?:,? \d{4})?)?`,
  '|(?:January|February|March|April|May|June|July|August|September|October|November',
  String.raw`|December) \d{1,2}(?:,? \d{4})?|\d{1,2}\/\d{1,2}\/\d{2,4}))?`,
)

const way = /@|\b(?:e-?mail|submit|send|mail|speaker card|zoom|online|phone|call|form)\b/i

const asPrinted = (words: string) => words.trim().replace(/\s+/g, ' ')

/** Whom to ask, and how to be heard, as printed. */
export const contactPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:staff contacts?|contact(?: (?:person|name))?|project manager|prepared by|presented by|presenters?|staff presenter|submitted by):[ \t]{0,6}([A-Z][^\n;]{3,90})/gi,
    isOfLine: true,
    read([, words = '']) {
      // A label's own words, or a blank form.
      if (/^(?:Name|Title|Phone|Email|Information|Department)\b/i.test(words)) return undefined
      return { kind: 'contact', value: { words: asPrinted(words) } }
    },
  },
  {
    // "Written comments must be received by noon on Monday", "To comment, e-mail clerk@… by 3 p.m."
    pattern:
      /\b(?:(?:public|written|e-?|electronic|oral|verbal) ?comments?|comments? (?:may|must|can|should|will|on)|to (?:comment|speak|address the))\b/gi,
    read([whole], { after }) {
      const tail = /^[^\n]{0,320}/.exec(after(320))?.[0] ?? ''
      const sentence = /^(?:[^.!?]|\.(?=\w|m\b|m\.)|\.(?! [A-Z]))*/.exec(tail)?.[0] ?? ''
      const until = moment.exec(sentence)
      if (!way.test(sentence) || !(until || /@/.test(sentence))) return undefined
      const words = asPrinted(`${whole}${sentence}`)
      return {
        kind: 'comment',
        value: { words, until: until ? asPrinted(until[0]) : null },
        after: sentence.length,
      }
    },
  },
]
