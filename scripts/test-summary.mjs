/**
 * Adds up the reports of several test runs: names what failed, with its first lines, and ends with
 * `N passed, N failed`. The first argument counts failed steps outside the tests; the exit code is
 * 1 when anything failed or was not run.
 */
import { readFileSync } from 'node:fs'

const [stepsFailed, ...reports] = process.argv.slice(2)
let passed = 0
let failed = 0
let skipped = 0

/** Here again, because a long log is often kept by its end. */
function tellFailure(name, ...messages) {
  const head = messages.join('\n').split('\n').slice(0, 12)
  console.log([`FAILED ${name}`, ...head.map((line) => `  ${line}`)].join('\n'))
}

for (const report of reports) {
  const told = JSON.parse(readFileSync(report, 'utf8'))
  passed += told.numPassedTests
  failed += told.numFailedTests
  skipped += told.numPendingTests + told.numTodoTests
  for (const suite of told.testResults) {
    // A file that could not be loaded has no tests to fail: it counts as one.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      failed += 1
      tellFailure(suite.name, suite.message)
    }
    for (const test of suite.assertionResults) {
      if (test.status === 'failed')
        tellFailure(`${suite.name}: ${test.fullName}`, ...test.failureMessages)
    }
  }
}
if (failed === 0) failed = Number(stepsFailed)
if (skipped > 0) console.log(`${skipped} skipped (see the runs above for why)`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
