import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const notes = (...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'notes', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return { code: ran.status, out: ran.stdout, errors: ran.stderr }
}

const fixture = 'tests/fixtures/notes/formulas.zh.md'

describe('gradeck notes', () => {
  it('prints proposals with places, claims and nothing else, the same twice', () => {
    const { code, out, errors } = notes(fixture, '--json')
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const { cards, diagnostics } = JSON.parse(out)
    expect(diagnostics).toEqual([])
    expect(cards[0]).toMatchObject({
      id: expect.stringMatching(/^notes\.[0-9a-f]{12}$/),
      type: 'cloze',
      rule: 'formula',
      confidence: expect.any(Number),
      heading: ['公式', 'Sigmoid'],
      source: { start: { line: 4, column: 4 }, end: { line: 6, column: 6 }, text: expect.stringContaining('\\sigma') },
      claim: { kind: 'checked', entry: 'sigmoid' },
    })
    expect(notes(fixture, '--json').out).toBe(out)
  })

  it('writes what needs no second look as a deck file, and never over one that is there', () => {
    const into = join(mkdtempSync(join(tmpdir(), 'notes-')), 'new.cards.yaml')
    expect(notes(fixture, '--out', into).code).toBe(0)
    expect(readFileSync(into, 'utf8')).toMatch(/^- id: notes\.[0-9a-f]{12}\n {2}type: cloze\n {2}concepts:/)
    const again = notes(fixture, '--out', into)
    expect(again.code).toBe(1)
    expect(again.errors).toContain('exists already')
  })

  it('tells what changed since an earlier run, for people too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'notes-'))
    const old = join(folder, 'old.json')
    writeFileSync(old, notes(fixture, '--json').out)
    const edited = join(folder, 'edited.md')
    writeFileSync(edited, readFileSync(fixture, 'utf8').replace(/3\. \*\*多类[\s\S]*?(?=4\. )/, ''))
    const { out } = notes(edited, '--against', old)
    expect(out).toMatch(/0 added, 0 changed, 0 moved, 1 gone: notes\./)
    expect(out).toContain('ERRATUM: the notes say')
  })

  it('says what is missing instead of failing', () => {
    expect(notes().errors).toContain('Name one file of notes.')
    expect(notes('nowhere.md').errors).toContain('There is no file nowhere.md.')
    expect(notes(fixture, '--least', 'much').errors).toContain('between 0 and 1')
    expect(notes(fixture, '--nothing').code).toBe(2)
  })

  it('says it as JSON where JSON was asked for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'notes-'))
    const data = join(folder, 'data.md')
    writeFileSync(data, new Uint8Array([0x23, 0x20, 0, 1, 2]))
    const latin = join(folder, 'latin.md')
    writeFileSync(latin, Buffer.from('Stra\xdfe', 'latin1'))
    for (const [args, code, words] of [
      [['nowhere.md'], 1, 'There is no file nowhere.md.'],
      [['tests'], 1, 'tests is a folder.'],
      [[data], 1, 'is not text'],
      [[latin], 1, 'is not text'],
      [[], 2, 'Name one file of notes.'],
      [[fixture, '--least', 'much'], 2, 'between 0 and 1'],
      [[fixture, '--against', fixture], 2, 'is not the JSON of an earlier run'],
    ] as const) {
      const ran = notes(...args, '--json')
      expect([ran.code, ran.errors], words).toEqual([code, ''])
      expect(JSON.parse(ran.out), words).toMatchObject({
        cards: [],
        diagnostics: [{ severity: 'error', message: expect.stringContaining(words), hint: expect.stringMatching(/./) }],
      })
    }
  })
})
