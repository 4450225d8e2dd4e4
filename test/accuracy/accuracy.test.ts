import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureAccuracy } from '../../src/detect/accuracy.ts'
import { createDetector } from '../../src/detect/detect.ts'
import type { LabelledItem } from '../../src/detect/evaluate.ts'
import { toMarkdown } from './table.ts'

const corpus = '../shared/corpus/items.jsonl'
const lessons = 'src/detect/lessons'
const keptAside = 'src/detect/kept-aside/items.jsonl'

const readItems = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): LabelledItem => ({ text: '', ...JSON.parse(line) }))

describe('published accuracy', () => {
  it.skipIf(!existsSync(corpus))(
    'is what this detector reaches (npm run accuracy writes it)',
    async () => {
      const accuracy = measureAccuracy(
        readItems(corpus),
        {
          invented: readItems(`${lessons}/items.jsonl`),
          retold: readItems(`${lessons}/retold.jsonl`),
          lookedUp: readItems(`${lessons}/looked-up.jsonl`),
          fresh: readItems(`${lessons}/fresh.jsonl`),
        },
        readItems(keptAside),
        createDetector(),
      )
      await expect(`${JSON.stringify(accuracy, null, 2)}\n`).toMatchFileSnapshot(
        '../../src/detect/accuracy.json',
      )
      await expect(toMarkdown(accuracy)).toMatchFileSnapshot('../../docs/accuracy.md')
    },
    900_000,
  )
})
