import { describe, expect, it } from 'vitest'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import { fixtures } from './notes-fixtures'

interface Place {
  readonly line: number
  readonly column: number
}

/** The slice that lines and columns name, cut without the importer's own arithmetic. */
const sliceAt = (text: string, start: Place, end: Place): string => {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)]
  const offset = ({ line, column }: Place) => (starts[line - 1] ?? 0) + column - 1
  return text.slice(offset(start), offset(end))
}

describe.each(fixtures)('notes $file', ({ file, text }) => {
  const endings = {
    lf: text,
    crlf: text.replace(/\n/g, '\r\n'),
    cr: text.replace(/\n/g, '\r'),
    bom: `\uFEFF${text}`,
  }

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
    for (const each of Object.values(endings))
      expect(proposeCards(each, { fileName: file }).cards.map(({ id }) => id)).toEqual(ids)
  })
})

it('refuses notes beyond any course, with the cure', () => {
  const { cards, diagnostics } = proposeCards('字'.repeat(20_000_001))
  expect(cards).toEqual([])
  expect(diagnostics[0]?.hint).toContain('Split it')
})

it('leaves out a line that is data, and says so', () => {
  const { cards, diagnostics } = proposeCards(`${'x'.repeat(30_000)}\n\n**早停**：验证集损失不再下降时停止训练`)
  expect(cards).toHaveLength(1)
  expect(diagnostics[0]?.message).toContain('30000 characters')
})
