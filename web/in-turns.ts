import { nextTurn } from '../src/db/turns.ts'

/** What one stretch of writing may hold the thread for: other visitors wait meanwhile. */
const longestTurnMs = 5

/** All parts in one text; long ones are written in turns with everything else that goes on here. */
export async function joinInTurns(parts: Iterable<string>): Promise<string> {
  let text = ''
  let begun = performance.now()
  for (const part of parts) {
    text += part
    if (performance.now() - begun < longestTurnMs) continue
    await nextTurn()
    begun = performance.now()
  }
  return text
}
