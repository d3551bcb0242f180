import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const run = (...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'export', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return { code: ran.status, out: ran.stdout, errors: ran.stderr }
}

const folder = () => mkdtempSync(join(tmpdir(), 'gradeck-export-'))

describe('gradeck export', () => {
  it('writes a new file in a language and tells what it could not keep', () => {
    const file = join(folder(), 'sample.xml')
    const { code, out } = run('content/sample', file, '--to', 'moodle-xml', '--language', 'zh', '--variants', '2')
    expect(code).toBe(0)
    expect(out).toContain('lossy  gradient-step.slope\n         its numbers are those of some variants, drawn once\n')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('把梯度下降一步中的操作按顺序排列。')
    expect(text.match(/<text>gradient-step\.slope@[0-9a-f]{8}#\d<\/text>/g)).toHaveLength(2)
    expect(run('content/sample', file, '--to', 'gift')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('left alone'),
    })
  })

  it('refuses a format it does not know, a folder that is not there and numbers that mean nothing', () => {
    const file = join(folder(), 'x')
    expect(run('content/sample', file, '--to', 'word')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('qti3'),
    })
    expect(run('content/none', file, '--to', 'gift')).toMatchObject({
      code: 1,
      errors: 'There is no folder content/none.\n',
    })
    expect(run('content/sample', file, '--to', 'gift', '--variants', '0')).toMatchObject({ code: 2 })
    expect(existsSync(file)).toBe(false)
  })
})
