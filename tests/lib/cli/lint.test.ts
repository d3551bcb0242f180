import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const lint = (...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'lint', ...args],
    { encoding: 'utf8' },
  )
  return { code: ran.status, out: ran.stdout, errors: ran.stderr }
}

it('says as JSON what it cannot read where JSON was asked for', () => {
  const missing = lint('no-such-folder', '--json')
  expect([missing.code, missing.errors]).toEqual([2, ''])
  expect(JSON.parse(missing.out)).toMatchObject({
    ok: false,
    questions: [],
    diagnostics: [{ message: 'no-such-folder cannot be read.' }],
  })
  const misused = lint('--json', '--fast')
  expect(JSON.parse(misused.out)).toMatchObject({
    ok: false,
    diagnostics: [{ hint: expect.stringContaining('Call:') }],
  })
  expect(lint('no-such-folder').errors).toContain('no-such-folder cannot be read.')
})

it('finds fault with a file of cards that is no text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-lint-'))
  writeFileSync(join(folder, 'a.cards.yaml'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
  const { code, out } = lint(folder, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    diagnostics: [{ file: join(folder, 'a.cards.yaml'), message: expect.stringContaining('is not text') }],
  })
})
