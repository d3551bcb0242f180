import { describe, expect, it } from 'vitest'
import { notesParts } from '@/app/_ui/teach/notes/notes-pieces'
import { deskOf, notes } from './proposals'

const { cards, text } = deskOf(notes)

describe('the notes beside the proposals', () => {
  const parts = notesParts(text, cards)

  it('show the source of each proposal word for word, in the order of the notes', () => {
    for (const { id, source } of cards) {
      const own = parts.flatMap((part) => (part.kind === 'piece' && part.piece.cards.includes(id) ? [part.piece] : []))
      expect(own.map((piece) => piece.text).join(''), id).toBe(source.text)
    }
    const starts = parts.map((part) => (part.kind === 'piece' ? part.piece.from : part.gap.from))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('fold what no proposal comes from, and lose no line', () => {
    const gaps = parts.flatMap((part) => (part.kind === 'gap' ? [part.gap] : []))
    expect(gaps.length).toBeGreaterThan(0)
    const shown = parts.flatMap((part) => (part.kind === 'piece' ? [part.piece.text] : [])).join('')
    const lines = shown.split('\n').length - 1 + gaps.reduce((sum, gap) => sum + gap.lines, 0)
    expect(lines).toBe(text.split('\n').length - 1)
  })

  it('give a stretch of several proposals to each, the closest first', () => {
    const [card] = cards
    if (!card) throw new Error('no proposal')
    const inner = { ...card, id: 'inner', source: { ...card.source, to: card.source.from + 5 } }
    const both = notesParts(text, [card, inner]).flatMap((part) =>
      part.kind === 'piece' && part.piece.cards.length > 1 ? [part.piece] : [],
    )
    expect(both).toMatchObject([{ cards: ['inner', card.id] }])
  })

  it('are one fold where nothing is proposed', () => {
    expect(notesParts('one\ntwo\n', [])).toEqual([{ kind: 'gap', gap: { from: 0, lines: 2 } }])
  })
})
