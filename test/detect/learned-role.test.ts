import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { readAction } from '../../src/detect/facts/action.ts'
import { loadModels } from '../../src/detect/learned/load.ts'
import { learnedRoles, weighRole } from '../../src/detect/learned/role.ts'
import { roleSigns } from '../../src/detect/learned/role-signs.ts'
import type { WordModel } from '../../src/detect/learned/words.ts'
import { loadTaxonomy } from '../../src/detect/taxonomy.ts'

const text = `The Police Department comes before the Board. ${'It speaks of the matter at length. '.repeat(8)}`
/** One role so many times likelier than each other, whatever the words: the number of signs scales the start. */
const saying = (title: string, role: string, times: number): WordModel => ({
  answers: learnedRoles,
  start: learnedRoles.map((one) =>
    one === role ? Math.log(times) * Math.sqrt(roleSigns(title, text).size + 1) : 0,
  ),
  weights: new Map(),
})

const bought = { role: 'procurement', action: 'approve-contract' } as const

describe('what an item does, by all its words', () => {
  it.each([
    ['plain', undefined, 3.9, 'procurement'],
    ['plain', undefined, 4.1, 'policy'],
    ['guessed', 'guess', 1.9, 'procurement'],
    ['guessed', 'guess', 2.1, 'policy'],
  ] as const)(
    'stands over rules that are %s where it is likelier by far',
    (_, basis, often, role) => {
      const model = saying('Cameras', 'policy', often)
      expect(weighRole('Cameras', text, bought, basis, model).role).toBe(role)
    },
  )

  it('leaves a title with next to no text to the rules', () => {
    const model = saying('Cameras', 'policy', 1e6)
    expect(weighRole('Cameras', 'Approve.', bought, 'guess', model)).toBe(bought)
  })

  it('keeps the action that the rules read where it says the same', () => {
    const renewed = { role: 'procurement', action: 'renew' } as const
    expect(weighRole('Cameras', text, renewed, 'guess', saying('Cameras', 'procurement', 9))).toBe(
      renewed,
    )
  })

  it('is not asked where words say it outright, or the item is only mentioned', () => {
    const model = saying('Cameras', 'report', 1e30)
    const outright = 'Suspending the expenditure of funds on cameras'
    const role = (title: string, isPassing = false) =>
      readAction(title, text, isPassing, false, model).role
    expect(role(`Resolution ${outright.toLowerCase()}`)).toBe('other')
    expect(role('Accept a grant for body cameras')).toBe('grant')
    expect(role('Body cameras', true)).toBe('mention')
    expect(role('Purchase of body cameras')).toBe('report')
  })

  it('mends what rules misread, with the model that comes with the product', () => {
    const models = loadModels()
    const rules = createDetector(loadTaxonomy(), { ...models, role: null })
    const all = createDetector(loadTaxonomy(), models)
    const item = {
      title: 'Flock camera data',
      text: 'The Oversight Commission will hear from the Chief of Police how long plate reader data are kept, which agencies searched them in the past quarter and how many stops followed. Commissioners may ask questions. The Commission takes no action on the contract, which the Council approved in May. Members of the public are invited to comment at the hearing.',
    }
    expect(all.detect(item).role).toBe('oversight')
    expect(rules.detect(item).role).not.toBe('oversight')
  })
})
