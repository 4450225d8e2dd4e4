import fc from 'fast-check'
import { expect, it } from 'vitest'
import { userAgent } from '../../src/http/user-agent.ts'

it('names us, a page and who answers', () => {
  expect(
    userAgent({ version: '1.2.3', page: 'https://watch.example/about', contact: 'María (x)' }),
  ).toBe('Watchdocket/1.2.3 (+https://watch.example/about; Maria x)')
})

it('can be sent as a header whatever the operator wrote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (contact) =>
      /^Watchdocket\/1 \(\+p; [\x20-\x7e]*\)$/.test(
        userAgent({ version: '1', page: 'p', contact }),
      ),
    ),
  )
})
