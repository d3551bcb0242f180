import { expect, it } from 'vitest'
import { readableNotes } from '@/lib/importers/notes-markdown/dialects/readable-notes'
import { fixture, proposed } from './notes-fixtures'

it('a notebook is read cell by cell, and what a proposal comes from is found in it', () => {
  const text = fixture('notebook.ipynb')
  const readable = readableNotes(text, 'notebook.ipynb')
  expect(readable.text).not.toMatch(/"cell_type"|\\n"/)
  const { cards } = proposed('notebook.ipynb')
  expect(cards.length).toBeGreaterThan(0)
  for (const { source, id } of cards) {
    const [from, to] = readable.range(source.from, source.to)
    // The file writes line breaks and quotes of a text with a backslash, and cuts it into pieces.
    const joined = source.text.replace(/\\n",\s*"/g, '\\n')
    const plain: unknown = JSON.parse(`"${joined.replace(/\n\s*/g, '')}"`)
    expect(readable.text.slice(from, to), id).toBe(plain)
  }
})

it('any other file is read as it is', () => {
  const { text, range } = readableNotes('# A\n\nText', 'a.md')
  expect([text, range(2, 5)]).toEqual(['# A\n\nText', [2, 5]])
  expect(readableNotes('no JSON', 'a.ipynb').text).toBe('no JSON')
})
