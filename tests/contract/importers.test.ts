import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { importers } from '@/lib/importers/list'

const fixtures = join(import.meta.dirname, '../fixtures/importers')

describe.each(importers)('importer $name', (importer) => {
  const examples = readdirSync(join(fixtures, importer.name)).map((file) => ({
    file,
    text: readFileSync(join(fixtures, importer.name, file), 'utf8'),
  }))

  it('reads its examples without a fault', () => {
    for (const { file, text } of examples) {
      const { cards, diagnostics } = importer.read(text, file)
      expect(diagnostics).toEqual([])
      expect(cards.length).toBeGreaterThan(0)
    }
  })

  it('gives unique ids, and the same ids the second time', () => {
    for (const { file, text } of examples) {
      const ids = importer.read(text, file).cards.map(({ fields }) => fields.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(importer.read(text, file).cards.map(({ fields }) => fields.id)).toEqual(ids)
    }
  })

  it('answers damaged files with cards or diagnostics, never an exception', () => {
    const rng = makeRng('damage', importer.name)
    for (const { file, text } of examples)
      for (let i = 0; i < 200; i++) {
        const at = rng.integer(0, text.length)
        const damaged =
          text.slice(0, at) + String.fromCharCode(rng.integer(0, 300)) + text.slice(at + rng.integer(0, 5))
        for (const { message, hint, line } of importer.read(damaged, file).diagnostics) {
          expect(message).toMatch(/\.$/)
          expect(hint).not.toBe('')
          expect(line).toBeGreaterThan(0)
        }
      }
  })

  it('refuses a file that is far too large, with the cure', () => {
    const { cards, diagnostics } = importer.read('x,'.repeat(5_000_000), 'huge')
    expect(cards).toEqual([])
    expect(diagnostics[0]?.hint).toContain('Split it')
  })
})
