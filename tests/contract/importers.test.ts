import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { penRow } from '@/lib/importers/draft/pen'
import { importFile } from '@/lib/importers/import-file'
import type { Import } from '@/lib/importers/importer'
import { importLimits } from '@/lib/importers/limits'
import { importers } from '@/lib/importers/list'
import { reasonWords, refusalWords } from '@/lib/importers/reason-sentences'

const fixtures = join(import.meta.dirname, '../fixtures/importers')

const orThrow = (read: ReturnType<typeof importFile>): Import => {
  if (!read.ok) throw new Error(`${read.error.kind} ${read.error.detail}`)
  return read.value
}

describe.each(importers)('importer $name', (importer) => {
  const examples = readdirSync(join(fixtures, importer.name)).map((file) => ({
    file,
    bytes: new Uint8Array(readFileSync(join(fixtures, importer.name, file))),
  }))

  it('reads its examples, leaves no row out and is found by their content', () => {
    for (const { file, bytes } of examples) {
      const read = orThrow(importFile(bytes, file))
      expect(read.from).toBe(importer.name)
      expect(read.cards.length).toBeGreaterThan(0)
      expect(read.rows.filter(({ cards }) => cards.length === 0)).toEqual([])
    }
  })

  it('gives unique ids that stand in its rows, and the same ids the second time', () => {
    for (const { file, bytes } of examples) {
      const read = orThrow(importFile(bytes, file, importer))
      const ids = read.cards.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(read.rows.flatMap(({ cards }) => cards)).toEqual(ids)
      expect(orThrow(importFile(bytes, file, importer)).cards).toEqual(read.cards)
    }
  })

  it('says of every row where it begins, what it is called and how it stands in the file', () => {
    for (const { file, bytes } of examples)
      for (const row of orThrow(importFile(bytes, file, importer)).rows) {
        expect(row.line).toBeGreaterThan(0)
        expect(row.title).not.toBe('')
        expect(row.source).not.toBe('')
      }
  })

  it('answers damaged files with rows or a refusal, never an exception', () => {
    const rng = makeRng('damage', importer.name)
    for (const { file, bytes } of examples)
      for (let i = 0; i < 200; i++) {
        const at = rng.integer(0, bytes.length - 1)
        const put = Uint8Array.from({ length: rng.integer(0, 3) }, () => rng.integer(32, 126))
        const damaged = new Uint8Array([
          ...bytes.subarray(0, at),
          ...put,
          ...bytes.subarray(Math.min(bytes.length, at + rng.integer(0, 6))),
        ])
        const read = importer.read(damaged, file)
        if (!read.ok) {
          expect(refusalWords[read.error.kind]).toMatch(/\.$/)
          continue
        }
        for (const row of read.value.rows)
          for (const care of ['full', 'plain', 'words'] as const)
            for (const { kind } of penRow(row, care, () => null).reasons) expect(reasonWords[kind]).not.toBe('')
      }
  })

  it('refuses a file beyond the limit before it looks into it', () => {
    const read = importFile(new Uint8Array(importLimits.file + 1), `huge${importer.endings[0]}`, importer)
    expect(read).toMatchObject({ ok: false, error: { kind: 'too-large' } })
  })

  it('refuses a file with nothing in it, and one of noise', () => {
    expect(importFile(new Uint8Array(), 'empty', importer).ok).toBe(false)
    const rng = makeRng('noise', importer.name)
    const noise = Uint8Array.from({ length: 5_000 }, () => rng.integer(0, 255))
    expect(importFile(noise, 'noise', importer).ok).toBe(false)
  })
})
