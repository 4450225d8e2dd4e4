import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import './civicplus/captures.ts'
import './escribe/captures.ts'
import './granicus/captures.ts'
import './iqm2/captures.ts'
import './legistar/captures.ts'
import './primegov/captures.ts'
import './lists.ts'
import './items.ts'
import './facts.ts'
import { listUnread } from './ledger.ts'
import { capturesRoot, hasCaptures, rawEntriesOf } from './manifest.ts'
import { notRead } from './page-facts.ts'

const hasAny = hasCaptures('generic')
const folders = (hasAny ? readdirSync(capturesRoot) : []).filter((folder) => folder !== 'documents')

// Stands last: it looks at what the tests above have looked at.
describe.skipIf(!hasAny)('stated facts', () => {
  it.each(folders)('of %s are each looked at, or named as nothing an adapter reads', (folder) => {
    const unread = rawEntriesOf(folder).flatMap((entry) =>
      entry.expect
        ? listUnread(`${folder}/${entry.file}`, entry.expect)
            .filter((name) => !notRead.test(name))
            .map((name) => `${entry.file} [${entry.kind}] ${name}`)
        : [],
    )
    expect(unread).toEqual([])
  })
})
