import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { readDeck } from '@/lib/content/deck/read-deck'

const run = (...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'import', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return { code: ran.status, out: ran.stdout, errors: ran.stderr }
}

const folder = () => mkdtempSync(join(tmpdir(), 'gradeck-import-'))
const moodle = 'tests/fixtures/importers/moodle-xml/backprop.xml'

describe('gradeck import', () => {
  it('lists every row with what is lossy and why, and the counts', () => {
    const { code, out } = run(moodle)
    expect(code).toBe(0)
    expect(out).toContain('lossy  20  Sum\n         typed or chosen there, judged by the learner here\n')
    expect(out).toContain(
      'Read as moodle-xml: 7 rows, 7 cards, 1 pictures.\n4 as they were, 3 with losses, 0 left out.',
    )
  })

  it('writes a folder that is a deck, with its pictures, and never over one that is there', () => {
    const into = join(folder(), 'new')
    expect(run(moodle, '--into', into).code).toBe(0)
    const { deck, diagnostics } = readDeck(readDeckFolder(into), cardTypes)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(deck?.cards.map(({ id }) => id)).toContain('backprop/gates.add')
    expect(run(moodle, '--into', into)).toMatchObject({ code: 1, errors: expect.stringContaining('left alone') })
  })

  it('answers in JSON, and with 1 where a row was left out', () => {
    const file = join(folder(), 'a.csv')
    writeFileSync(file, 'a,b\nc,\n')
    const { code, out } = run(file, '--json', '--from', 'csv')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      from: 'csv',
      rows: [{ outcome: 'imported' }, { outcome: 'skipped', line: 2, reasons: [{ kind: 'no-answer' }] }],
    })
  })

  it('refuses a file of 100 MB by its size, a format it does not know, and one it cannot tell', () => {
    const huge = join(folder(), 'huge.xml')
    writeFileSync(huge, '')
    truncateSync(huge, 100 * 1024 * 1024)
    expect(run(huge)).toMatchObject({ code: 1, errors: expect.stringContaining('larger than what is read at once') })
    expect(run(moodle, '--from', 'word')).toMatchObject({ code: 2, errors: expect.stringContaining('gift') })
    const cards = join(folder(), 'new.cards.yaml')
    expect(run('README.md', cards)).toMatchObject({ code: 1 })
    expect(existsSync(cards)).toBe(false)
  })

  it('writes cards alone into a new file', () => {
    const cards = join(folder(), 'new.cards.yaml')
    expect(run('tests/fixtures/importers/gift/losses.gift', cards).code).toBe(0)
    expect(readFileSync(cards, 'utf8')).toMatch(
      /^- id: hinge-loss\.zero\n {2}type: choice\n {2}concepts:\n {4}- hinge-loss/,
    )
  })
})
