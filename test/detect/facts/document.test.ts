import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import resellers from '../../../src/detect/taxonomy/resellers.json' with { type: 'json' }
import { loadTaxonomy } from '../../../src/detect/taxonomy.ts'
import { expectedFacts, factKinds } from '../../../src/model/facts.ts'
import questions from '../../../src/model/questions.json' with { type: 'json' }
import { questionsFor } from '../../../src/model/questions.ts'

describe('docs/facts.md', () => {
  it('has a row for every kind of fact, in the order in which they are shown, and no other', () => {
    const page = readFileSync('docs/facts.md', 'utf8')
    const kinds = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind)
    expect(kinds).toEqual([...factKinds])
  })
})

describe('questions', () => {
  const technologies = new Set(loadTaxonomy().technologies.map(({ id }) => id))

  it('are there for every fact that is looked for, whatever the technology', () => {
    expect(questionsFor(expectedFacts, []).map(({ fact }) => fact)).toEqual([...expectedFacts])
  })

  it('name technologies that there are, ask one thing, and accuse nobody', () => {
    for (const { fact, technologies: ids, ask } of questions) {
      expect(expectedFacts).toContain(fact)
      expect((ids ?? []).filter((id) => !technologies.has(id))).toEqual([])
      expect(ask).toMatch(/^[A-Z].*\?$/)
      expect(ask).not.toMatch(/\b(?:spy|hide|secret|fail|refuse|illegal|abuse)/i)
    }
  })

  it('are of the technology where there is one for it', () => {
    const [general] = questionsFor(['retention'], ['fusion-center'])
    const [ofReaders] = questionsFor(['retention'], ['fusion-center', 'alpr'])
    expect(ofReaders?.ask).not.toBe(general?.ask)
  })
})

describe('resellers', () => {
  it('are vendors of the taxonomy', () => {
    const vendors = new Set(loadTaxonomy().vendors.map(({ id }) => id))
    expect(resellers.vendors.filter((id) => !vendors.has(id))).toEqual([])
  })
})
