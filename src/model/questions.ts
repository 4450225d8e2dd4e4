import type { FactKind } from './facts.ts'
import questions from './questions.json' with { type: 'json' }

/** What one may ask where a fact is not to be found in what was published. */
export interface Question {
  readonly fact: FactKind
  readonly ask: string
}

interface Entry {
  readonly fact: string
  /** Taxonomy ids; `null`: whichever it is. */
  readonly technologies: readonly string[] | null
  readonly ask: string
}

const entries: readonly Entry[] = questions

/** One question for each missing fact, in their order: of the technology where there is one. */
export function questionsFor(
  missing: readonly FactKind[],
  technologies: readonly string[],
): Question[] {
  return missing.flatMap((fact): Question[] => {
    const some = entries.filter((entry) => entry.fact === fact)
    const found =
      technologies
        .map((id) => some.find((entry) => entry.technologies?.includes(id)))
        .find((entry) => entry !== undefined) ?? some.find((entry) => entry.technologies === null)
    return found ? [{ fact, ask: found.ask }] : []
  })
}
