import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'gradeck-cli-'))
})
afterAll(() => {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs the command line as a person does, on a data folder of its own. */
const gradeck = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', ...args],
    { encoding: 'utf8', env: { ...process.env, DATA_DIR: join(place, 'data'), ...env } },
  )
  return { code: ran.status, said: ran.stdout, complained: ran.stderr }
}

describe('the command line', () => {
  it('tells how a command is called, and does nothing else', () => {
    expect(gradeck({}, 'owner', '--help')).toEqual({
      code: 0,
      said: 'npm run --silent gradeck -- owner EMAIL: prints a link that makes this account the owner\n',
      complained: '',
    })
  })

  it('names its commands to whoever calls one it does not have', () => {
    const { code, complained } = gradeck({}, 'frobnicate')
    expect(code).toBe(2)
    expect(complained).toContain('There is no command "frobnicate".')
    expect(complained).toContain('lint, check')
  })

  it('publishes the decks a start publishes', () => {
    cpSync('content/sample', join(place, 'decks', 'sample'), { recursive: true })
    const { code, said } = gradeck({ CONTENT_DIR: join(place, 'decks') }, 'publish')
    expect(said).toBe('sample: not published, as its deck.yaml wants.\n')
    expect(code).toBe(0)
  })
})
