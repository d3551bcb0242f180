import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradeck-secret-'))
  vi.stubEnv('DATA_DIR', folder)
  // A process reads it once.
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const load = () => import('@/lib/server/secret')
const file = () => join(folder, 'secret')
/** What others than its owner may do with it; Windows has no such bits. */
const others = () => (process.platform === 'win32' ? 0 : statSync(file()).mode & 0o077)

describe('what sessions are signed with', () => {
  it('is made once, kept for its owner alone, and the same after every start', async () => {
    const secret = (await load()).sessionSecret()
    expect(secret.length).toBeGreaterThanOrEqual(48)
    expect(others()).toBe(0)
    vi.resetModules()
    expect((await load()).sessionSecret()).toBe(secret)
  })

  it('is never nothing: an empty file, as a full disk leaves one, is filled', async () => {
    writeFileSync(file(), '\n')
    expect((await load()).keptSecret()).toBeNull()
    const secret = (await load()).sessionSecret()
    expect(secret.length).toBeGreaterThanOrEqual(48)
    expect(readFileSync(file(), 'utf8')).toBe(secret)
    expect(others()).toBe(0)
  })
})
