// `npm test`: everything that must hold, one after another, and a closing line with the counts.
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, generate, install, requireNode, run } from './prepare.mjs'

requireNode()
install()
generate()

const counts = { passed: 0, failed: 0 }
const node = (...args) => run(process.execPath, args)

const check = (title, work) => {
  console.log(`\n— ${title}`)
  if (work() === 0) counts.passed++
  else counts.failed++
}

/** Runs a test runner that writes its counts as JSON; a crash without counts is one failure. */
const suite = (title, work, countsOf) => {
  console.log(`\n— ${title}`)
  const report = join(tmpdir(), `gradeck-${process.pid}-${Date.now()}.json`)
  const code = work(report)
  try {
    const { passed, failed } = countsOf(JSON.parse(readFileSync(report, 'utf8')))
    counts.passed += passed
    counts.failed += failed
    if (code !== 0 && failed === 0) counts.failed++
  } catch {
    console.error(`${title}: no counts were written; the run ended with exit code ${code}.`)
    counts.failed++
  }
  rmSync(report, { force: true })
}

check('Format and lint', () => node('node_modules/@biomejs/biome/bin/biome', 'check', '.'))
check('Types: the application', () => {
  const code = node('node_modules/next/dist/bin/next', 'typegen')
  return code === 0 ? node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') : code
})
check('Types: the pure zones, without DOM and Node', () =>
  node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'lib/tsconfig.json'),
)
suite(
  'Unit, contract and content tests',
  (report) =>
    node(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
  ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
    passed: numPassedTests,
    // A file that cannot be loaded has no failed test, only a failed suite.
    failed: numFailedTests || (numFailedTestSuites > 0 ? 1 : 0),
  }),
)
console.log('\n— The build')
build()
suite(
  'Browser tests',
  (report) =>
    run(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
      {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    ),
  ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }),
)

console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed === 0 ? 0 : 1)
