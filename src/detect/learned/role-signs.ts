import { decisionOf } from '../facts/decision.ts'
import { wordsOf } from './words.ts'

const mostOfTitle = 400
const mostOfText = 1_500
const mostOfDecision = 300
/** Words of a title whose place in it is known: how it begins says what is done. */
const placed = 6
/** Words of a text that count as its beginning. */
const beginning = 40

/**
 * Words of a title, of the decision that a text asks for and of the text itself, alone and with the one
 * or two behind them and each wherever it stands, for telling what an item does.
 */
export function roleSigns(title: string, text: string): Set<string> {
  const signs = new Set<string>()
  const ofTitle = wordsOf(title.slice(0, mostOfTitle))
  addRuns(signs, 'title', ofTitle, 3)
  for (const [at, word] of ofTitle.slice(0, placed).entries()) signs.add(`title ${at}: ${word}`)
  addRuns(signs, 'decision', wordsOf(decisionOf(text).slice(0, mostOfDecision)), 2)
  const ofText = wordsOf(text.slice(0, mostOfText))
  addRuns(signs, 'beginning', ofText.slice(0, beginning), 3)
  addRuns(signs, 'text', ofText.slice(beginning), 2)
  for (const word of [...ofTitle, ...ofText]) signs.add(`anywhere: ${word}`)
  signs.add(title.includes('$') ? 'title prints a sum' : 'title prints no sum')
  signs.add(text.includes('$') ? 'text prints a sum' : 'text prints no sum')
  return signs
}

/** Each word, and each run of up to so many. */
function addRuns(signs: Set<string>, where: string, words: readonly string[], most: number): void {
  for (const at of words.keys()) {
    let run = `${where}:`
    for (const word of words.slice(at, at + most)) {
      run += ` ${word}`
      signs.add(run)
    }
  }
}
