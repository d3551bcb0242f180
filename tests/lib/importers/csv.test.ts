import { describe, expect, it } from 'vitest'
import { csv } from '@/lib/importers/csv/importer'

describe('cards from separated text', () => {
  it('keeps line breaks and quotes inside a quoted cell', () => {
    const { cards } = csv.read('"a ""b""","line 1\nline 2"\nc,d', 'x.csv')
    expect(cards.map(({ line, fields }) => [line, fields.front, fields.back])).toEqual([
      [1, 'a "b"', 'line 1\nline 2'],
      [3, 'c', 'd'],
    ])
  })

  it('takes columns by name when the first row names them', () => {
    const { cards } = csv.read('tags;back;front\nx y;B;F', 'x.csv')
    expect(cards[0]?.fields).toMatchObject({ front: 'F', back: 'B', tags: ['x', 'y'] })
  })

  it('names the row that has no back, and reads the others', () => {
    const { cards, diagnostics } = csv.read('a,b\nc\nd,e', 'x.csv')
    expect(cards).toHaveLength(2)
    expect(diagnostics[0]).toMatchObject({ line: 2, message: 'Row 2 has no back.' })
  })

  it('refuses a second row with the same front', () => {
    expect(csv.read('a,b\na,c', 'x.csv').diagnostics[0]?.message).toBe('Row 2 asks the same as an earlier row.')
  })
})
