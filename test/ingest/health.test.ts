import { expect, it } from 'vitest'
import { problemToFault } from '../../src/ingest/health.ts'

it('sends nobody to the portal when it is the archive that cannot be used', () => {
  const problem = { message: 'The bucket of the archive cannot be used: ECONNREFUSED', url: '' }
  expect(problemToFault({ ...problem, code: 'archive_unavailable' })).toMatchObject({
    code: 'archive_unavailable',
    message: problem.message,
    cure: expect.stringContaining('The store may be down'),
    retry: 'later',
  })
  expect(problemToFault({ ...problem, code: 'page_shape' }).cure).toContain('Open the address')
})
