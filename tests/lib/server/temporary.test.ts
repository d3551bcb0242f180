import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sweepTemporary, temporaryPath, withTemporaryFile } from '@/lib/server/temporary'

describe('temporary files', () => {
  const outer = mkdtempSync(join(tmpdir(), 'gradeck-sweep-'))
  beforeAll(() => vi.stubEnv('TMPDIR', outer))
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(outer, { recursive: true, force: true })
  })

  it('of servers that were killed go when one starts, those of living ones and of other programs stay', () => {
    const own = dirname(temporaryPath())
    const folder = (name: string) => {
      const path = join(outer, name)
      mkdirSync(path)
      writeFileSync(join(path, 'file'), 'x')
      return path
    }
    // No process has this number: it is beyond what a kernel gives.
    const dead = folder('gradeck-99999999-abcDEF')
    const formerSelf = folder(`gradeck-${process.pid}-zzzzzz`)
    const living = folder(`gradeck-${process.ppid}-abcDEF`)
    const other = folder('gradeck-notes')
    expect(sweepTemporary()).toBe(2)
    expect([dead, formerSelf, living, other, own].map((path) => existsSync(path))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('are gone once they were used, also where that failed', async () => {
    let path = ''
    const use = async (file: string) => {
      path = file
      writeFileSync(file, 'x')
      throw new Error('no')
    }
    await expect(withTemporaryFile(use)).rejects.toThrow('no')
    expect(existsSync(path)).toBe(false)
  })
})
