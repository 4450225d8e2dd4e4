import type { Role } from '../../model/facts.ts'
import type { ActionReading } from '../facts/cue.ts'
import { wordsOf } from './words.ts'

/** What is known of an item before its role is weighed. */
export interface RoleInput {
  readonly title: string
  readonly text: string
  /** What the cues say of the item. */
  readonly byCues: Role
  /** What each cue that fits the title says, in their order. */
  readonly cuesOfTitle: readonly ActionReading[]
  readonly technologies: readonly string[]
}

/** Beyond so many words a title or a text says little more of what is done. */
const mostOfTitle = 80
const mostOfText = 60
const textShare = 0.5
const shortTitle = 8
/** What the cues say counts for several words. */
const cueShare = 2

/** Signs of an item's role: its words and pairs of words, by field, and what the cues make of it. */
export function roleSigns(input: RoleInput): Map<string, number> {
  const signs = new Map<string, number>([['one', 1]])
  const title = wordsOf(input.title.slice(0, 1_500)).slice(0, mostOfTitle)
  const text = wordsOf(input.text.slice(0, 1_500)).slice(0, mostOfText)
  signs.set(`cues ${input.byCues}`, cueShare)
  for (const { role, action } of input.cuesOfTitle) signs.set(`cue ${role} ${action}`, 1)
  for (const id of input.technologies) signs.set(`about ${id}`, 1)
  if (text.length === 0) signs.set('no text', 1)
  if (title.length < shortTitle) signs.set('short title', 1)
  const add = (field: string, words: readonly string[], longest: number, share: number) => {
    for (let length = 1; length <= longest; length += 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        signs.set(`${field} ${words.slice(at, at + length).join(' ')}`, share)
      }
    }
  }
  add('title', title, 3, 1)
  add('text', text, 2, textShare)
  for (const length of [1, 2]) {
    if (title.length >= length) signs.set(`begins ${title.slice(0, length).join(' ')}`, 1)
  }
  return signs
}
