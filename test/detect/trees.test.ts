import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growTrees, type HowToGrow, type TreeLesson } from '../../src/detect/learn-trees.ts'
import { likelihood, type Tree, toTreeModel } from '../../src/detect/learned/trees.ts'
import { askedBy } from '../support/sums.ts'

const logOdds = (likely: number) => Math.log(likely / (1 - likely))
const shown = (...names: string[]) => new Map(names.map((name) => [name, 1]))
const namesOfPrototypes = ['__proto__', 'toString', 'constructor', 'hasOwnProperty']

describe('trees', () => {
  const model = toTreeModel({
    start: 0.1,
    trees: [
      ['one', 0.5, -1, ['two', 3, 0.25, 2]],
      ['two', 0.5, 0, 0.5],
    ],
  })

  it.each<[Record<string, number>, number]>([
    [{}, -0.9],
    [{ one: 1 }, 0.35],
    [{ two: 9 }, -0.4],
    [{ one: 1, two: 3 }, 0.85],
    [{ one: 1, two: 4 }, 2.6],
    [{ one: 0.5, three: 7 }, -0.9],
  ])('answer by their questions and add up: %j', (signs, sum) => {
    expect(logOdds(likelihood(new Map(Object.entries(signs)), model))).toBeCloseTo(sum, 9)
  })

  it.each(namesOfPrototypes)('take %s for a plain sign', (name) => {
    const asks = toTreeModel(JSON.parse(`{ "start": 0, "trees": [["${name}", 0.5, -1, 1]] }`))
    expect(likelihood(new Map(), asks)).toBeLessThan(0.3)
    expect(likelihood(shown(name), asks)).toBeGreaterThan(0.7)
  })

  it('may be none, or answer without a question', () => {
    expect(likelihood(shown('one'), toTreeModel({ start: 0, trees: [] }))).toBe(0.5)
    expect(logOdds(likelihood(shown('one'), toTreeModel({ start: 1, trees: [2] })))).toBeCloseTo(3)
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['weights by sign', { one: [1] }],
    ['a word', 'one'],
    ['a word for a tree', ['one']],
    ['null for a tree', [null]],
    ['a question with one answer', [['one', 0.5, 1]]],
    ['a question with three answers', [['one', 0.5, 1, 2, 3]]],
    ['a question without a sign', [[1, 0.5, 0, 1]]],
    ['a question without an amount', [['one', '0.5', 0, 1]]],
    ['no answer further down', [['one', 0.5, 0, ['two', 1, 0, null]]]],
  ])('are not %s', (_, trees) => {
    expect(() => toTreeModel({ start: 0, trees })).toThrow(TypeError)
  })
})

const how: HowToGrow = {
  trees: 30,
  leaves: 4,
  rate: 0.3,
  pull: 1,
  leastInLeaf: 5,
  leastSeen: 5,
}
const lessons = (count: number, isRight: boolean, ...names: string[]): TreeLesson[] =>
  Array.from({ length: count }, () => ({ signs: shown(...names), isRight, weight: 1 }))

/** How many lessons come to each leaf. */
function inLeaves(tree: Tree, all: readonly TreeLesson[]): number[] {
  if (typeof tree === 'number') return [all.length]
  const [sign, most, no, yes] = tree
  const who = (says: boolean) => all.filter(({ signs }) => (signs.get(sign) ?? 0) > most === says)
  return [...inLeaves(no, who(false)), ...inLeaves(yes, who(true))]
}

describe('trees that are grown', () => {
  it.each(['contract', ...namesOfPrototypes])('learn that %s tells all', (name) => {
    const model = growTrees([...lessons(20, true, name, 'any'), ...lessons(20, false, 'any')], how)
    expect(likelihood(shown(name, 'any'), model)).toBeGreaterThan(0.95)
    expect(likelihood(shown('any'), model)).toBeLessThan(0.05)
  })

  it.each([20, 2_000])('tell %i amounts of one sign apart', (amounts) => {
    const all = Array.from({ length: amounts }, (_, at) => ({
      signs: new Map([['size', at / amounts]]),
      isRight: at / amounts > 0.3 && at / amounts < 0.7,
      weight: 1,
    }))
    const model = growTrees(all, how)
    const likely = (size: number) => likelihood(new Map([['size', size]]), model)
    expect(likely(0.5)).toBeGreaterThan(0.9)
    expect(likely(0.1)).toBeLessThan(0.1)
    expect(likely(0.9)).toBeLessThan(0.1)
  })

  it('learn that one of two signs is right, and both or none wrong', () => {
    const model = growTrees(
      [
        ...lessons(30, true, 'one'),
        ...lessons(20, true, 'other'),
        ...lessons(25, false, 'one', 'other'),
        ...lessons(35, false),
      ],
      how,
    )
    expect(likelihood(shown('one'), model)).toBeGreaterThan(0.9)
    expect(likelihood(shown('other'), model)).toBeGreaterThan(0.9)
    expect(likelihood(shown('one', 'other'), model)).toBeLessThan(0.1)
    expect(likelihood(shown(), model)).toBeLessThan(0.1)
  })

  it('start from how often it is right, half a lesson counting half', () => {
    const half = lessons(8, false).map((lesson) => ({ ...lesson, weight: 0.5 }))
    const once = { ...how, trees: 1, leaves: 1, rate: 1 }
    // Odds of 9 to 5; then what is left of 12 lessons, with the pull of one more.
    expect(growTrees([...lessons(8, true), ...half], once)).toEqual({
      start: 0.588,
      trees: [0.076],
    })
    expect(likelihood(shown('one'), growTrees([], how))).toBe(0.5)
  })

  it('believe a lesson as much as it weighs', () => {
    const doubted = lessons(20, false, 'one').map((lesson) => ({ ...lesson, weight: 0.25 }))
    const model = growTrees([...lessons(20, true, 'one'), ...doubted, ...lessons(40, false)], how)
    expect(likelihood(shown('one'), model)).toBeCloseTo(0.8, 1)
  })

  it('ask for no sign that too few lessons show', () => {
    const nought = new Map([['seldom', 0]])
    const all = [
      ...lessons(9, true, 'seldom'),
      ...lessons(20, true, 'often'),
      ...lessons(30, false).map((lesson) => ({ ...lesson, signs: nought })),
    ]
    const asked = (leastSeen: number) =>
      new Set(growTrees(all, { ...how, leastSeen }).trees.flatMap(askedBy))
    expect([...asked(10)]).toEqual(['often'])
    expect([...asked(9)].sort()).toEqual(['often', 'seldom'])
  })

  it.each([
    ['show', lessons(4, true, 'one'), lessons(40, false)],
    ['lack', lessons(4, false), lessons(40, true, 'one')],
  ])('ask nothing that too few lessons %s', (_, few, many) => {
    const asked = (leastInLeaf: number) =>
      growTrees([...few, ...many], { ...how, leastSeen: 1, leastInLeaf }).trees.flatMap(askedBy)
    expect(asked(5)).toEqual([])
    expect(asked(4)).toContain('one')
  })

  const someLessons = fc.array(
    fc.record({
      signs: fc
        .dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.integer({ min: -3, max: 40 }))
        .map((signs) => new Map(Object.entries(signs))),
      isRight: fc.boolean(),
      weight: fc.constantFrom(1, 0.5),
    }),
    { maxLength: 80 },
  )
  const anyHow = fc.record({
    trees: fc.integer({ min: 0, max: 6 }),
    leaves: fc.integer({ min: 1, max: 6 }),
    rate: fc.constant(0.3),
    pull: fc.constant(1),
    leastInLeaf: fc.integer({ min: 1, max: 12 }),
    leastSeen: fc.integer({ min: 1, max: 12 }),
  })

  it('have no more leaves than they may, and none with too few lessons', () => {
    fc.assert(
      fc.property(someLessons, anyHow, (all, own) => {
        const { trees } = growTrees(all, own)
        expect(trees).toHaveLength(own.trees)
        for (const tree of trees) {
          const counts = inLeaves(tree, all)
          expect(counts.length).toBeLessThanOrEqual(own.leaves)
          if (counts.length > 1) expect(Math.min(...counts)).toBeGreaterThanOrEqual(own.leastInLeaf)
        }
      }),
    )
  })

  it('are the same at every run, and are what a file gives back', () => {
    fc.assert(
      fc.property(someLessons, anyHow, (all, own) => {
        const text = JSON.stringify(growTrees(all, own))
        expect(JSON.stringify(growTrees(all, own))).toBe(text)
        expect(JSON.stringify(toTreeModel(JSON.parse(text)))).toBe(text)
      }),
    )
  })

  it('say the same in whatever order lessons come', () => {
    const all = [
      ...lessons(30, true, 'one', 'two'),
      ...lessons(12, false, 'two', 'three'),
      ...lessons(21, false, 'three', 'one'),
      ...lessons(7, true, 'two'),
    ]
    const [model, turned] = [growTrees(all, how), growTrees([...all].reverse(), how)]
    for (const { signs } of all) {
      expect(likelihood(signs, turned)).toBeCloseTo(likelihood(signs, model), 2)
    }
  })
})
