import { findDeadline, sentenceOf } from './deadline.ts'
import type { FactPattern } from './pattern.ts'

const way =
  /@|\b(?:e-?mail(?:s|ed|ing)?|submit|send|mail|speaker card|zoom|online|phone|call|form)\b/i

const asPrinted = (words: string) => words.trim().replace(/\s+/g, ' ')

/** "was heard by phone until 6:15 p.m.": minutes tell what is over. */
const isOver = /^ ?(?:[\w-]+ ){0,3}(?:was|were|had been)\b/i

/** The next sentence goes on about the same: "Emails received by noon will be read." */
const goesOn =
  /^\.? {1,2}(?:(?:all|any|please|such|these|the|written|public) )?(?:e-?mails?|comments?|submissions?|deadline|they)\b[^.]{0,60}\b(?:received|submitted|sent|in|is|deadline)\b/i

/** Whom to ask, and how to be heard, as printed. */
export const contactPatterns: readonly FactPattern[] = [
  {
    pattern:
      /\b(?:staff contacts?|contact(?: (?:person|name))?|project manager|prepared by|presented by|presenters?|staff presenter|submitted by):[ \t]{0,6}([A-Z][^\n;]{3,90})/gi,
    isOfLine: true,
    read([, words = ''], { before }) {
      // The vendor's own, and a department.
      if (/\b(?:vendor|company|contractor|supplier) $/i.test(before(12))) return undefined
      if (/^(?:[A-Z][\w'\u2019]{1,20} ){1,3}(?:Department|Division|Office)\W{0,3}$/i.test(words))
        return undefined
      // A label's own words, or a blank form.
      if (/^(?:Name|Title|Phone|Email|Information|Department)\b/i.test(words)) return undefined
      return { kind: 'contact', value: { words: asPrinted(words) } }
    },
  },
  {
    // "Written comments must be received by noon on Monday", "To comment, e-mail clerk@… by 3 p.m."
    pattern:
      /\b(?:(?:public|written|e-?|electronic|oral|verbal) ?comments?|comments? (?:may|must|can|should|will|on|by|to|via)|comments? (?:submitted|received)(?= (?:by|before|via|to|no later)\b)|(?:to|may) (?:comment|speak|address the))\b/gi,
    read([whole], { after }) {
      // The name of a mailbox.
      if (/^[\w.-]{0,20}@/.test(after(24))) return undefined
      const tail = /^[^\n]{0,400}/.exec(after(400))?.[0] ?? ''
      const first = sentenceOf(tail.slice(0, 320))
      if (isOver.test(first)) return undefined
      const rest = tail.slice(first.length)
      const next = goesOn.test(rest) ? `.${sentenceOf(rest.slice(1))}` : ''
      const ofFirst = findDeadline(first)
      const until = ofFirst ?? findDeadline(next)
      if (!way.test(first) || !(until || /@/.test(first))) return undefined
      const sentence = ofFirst === null && until !== null ? `${first}${next}` : first
      return {
        kind: 'comment',
        value: { words: asPrinted(`${whole}${sentence}`), until: until && asPrinted(until) },
        after: sentence.length,
      }
    },
  },
]
