import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

const folder = join(import.meta.dirname, '../../../fixtures/notes')
const fixtures = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

/** The slice that lines and columns name, cut without the importer's own arithmetic. */
const sliceAt = (
  text: string,
  start: { line: number; column: number },
  end: { line: number; column: number },
): string => {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)]
  const offset = ({ line, column }: { line: number; column: number }) => (starts[line - 1] ?? 0) + column - 1
  return text.slice(offset(start), offset(end))
}

describe.each(fixtures)('$file', ({ file, text }) => {
  const endings = { lf: text, crlf: text.replace(/\n/g, '\r\n'), cr: text.replace(/\n/g, '\r'), bom: `\uFEFF${text}` }

  it('gives cards whose span reproduces its text, whatever the line endings', () => {
    for (const each of Object.values(endings)) {
      const { cards } = proposeCards(each, { fileName: file })
      expect(cards.length).toBeGreaterThan(0)
      for (const { source } of cards) {
        expect(source.text).not.toBe('')
        expect(sliceAt(each, source.start, source.end)).toBe(source.text)
        expect(each.slice(source.from, source.to)).toBe(source.text)
      }
    }
  })

  it('gives the same cards with unique ids the second time, and with other line endings', () => {
    const { cards } = proposeCards(text, { fileName: file })
    expect(proposeCards(text, { fileName: file }).cards).toEqual(cards)
    const ids = cards.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    if (!file.endsWith('.ipynb'))
      for (const each of Object.values(endings))
        expect(proposeCards(each, { fileName: file }).cards.map(({ id }) => id)).toEqual(ids)
  })
})
