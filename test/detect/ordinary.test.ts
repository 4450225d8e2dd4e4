import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'

/**
 * Invented titles of ordinary business, one a line, that hold a word of the taxonomy and mean another thing: readers
 * went through the words and asked of each where else it stands.
 */
const titles = readFileSync('test/detect/challenge/ordinary.txt', 'utf8').trimEnd().split('\n')

it('finds nothing in ordinary business', () => {
  const detector = createDetector()
  const found = titles.filter((title) => detector.detect({ title, text: '' }).band === 'found')
  expect(titles.length).toBeGreaterThan(600)
  expect(found).toEqual([])
})
