import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Minutes each: begun last, they would keep one core while the other waits. */
const longest = ['test/accuracy/accuracy.test.ts', 'test/detect/whatever-the-text.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((path) => moduleId.endsWith(path))
      return at < 0 ? longest.length : at
    }
    return sorted.sort((one, other) => rank(one) - rank(other))
  }
}

const report = process.env.WATCHDOCKET_TEST_REPORT

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/no-network.ts'],
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    // Two at once also on two cores, where one is the default: many tests wait for processes and pages.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
})
