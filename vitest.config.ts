import { defineConfig } from 'vitest/config'

const report = process.env.WATCHDOCKET_TEST_REPORT

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/no-network.ts'],
    restoreMocks: true,
    // Two at once also on two cores, where one is the default: many tests wait for processes and pages.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
})
