import { describe, expect, it } from 'vitest'
import { asId, type CardId, type ConceptId, type EventId } from '@/lib/core/id'
import { conceptWeights } from '@/lib/exam/prepare/concept-weights'
import { drawPractice } from '@/lib/exam/prepare/draw-practice'
import { formulaSheet, formulasIn } from '@/lib/exam/prepare/formula-sheet'
import { notedMistakes } from '@/lib/exam/prepare/mistakes'
import type { ReviewEvent } from '@/lib/schedule/event'
import { day, gradeEvent, start } from '../../schedule/history'

const card = (name: string) => asId<CardId>(`deck/${name}`)
const concept = (name: string) => asId<ConceptId>(name)

describe('weights', () => {
  it('count every concept alike, however many cards ask for it, with a mean of 1', () => {
    const cards = [
      { id: card('a'), concept: concept('loss') },
      { id: card('b'), concept: concept('loss') },
      { id: card('c'), concept: concept('relu') },
      { id: card('d'), concept: null },
    ]
    const weights = conceptWeights(cards)
    expect(weights.get(card('a'))).toBeCloseTo(2 / 3, 10)
    expect(weights.get(card('c'))).toBe(weights.get(card('d')))
    expect([...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(4, 10)
  })
})

describe('a practice paper', () => {
  const items = Array.from({ length: 60 }, (_, i) => ({
    id: card(`c${i}`),
    // One concept has half of all cards.
    concept: concept(i < 30 ? 'big' : `small-${i}`),
    difficulty: ((i * 37) % 60) / 60,
  }))
  const papers = Array.from({ length: 200 }, (_, seed) => drawPractice(items, 10, `paper ${seed}`))

  it('is the same for the same seed, and asks nothing twice', () => {
    expect(drawPractice(items, 10, 'paper 7')).toEqual(papers[7])
    for (const paper of papers) expect(new Set(paper).size).toBe(10)
    expect(new Set(papers.map((paper) => [...paper].sort().join())).size).toBeGreaterThan(190)
  })

  it('asks a concept as often as any other, however many cards it has', () => {
    const big = papers.flat().filter((id) => items.find((item) => item.id === id)?.concept === 'big').length
    // One of 31 concepts, of 2,000 questions.
    expect(big / 2000).toBeGreaterThan(0.01)
    expect(big / 2000).toBeLessThan(0.08)
  })

  it('is about as hard as any other', () => {
    const difficulty = (paper: readonly CardId[]) =>
      paper.reduce((sum, id) => sum + (items.find((item) => item.id === id)?.difficulty ?? 0), 0) / paper.length
    const all = papers.map(difficulty)
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.1)
  })

  it('takes all there is where fewer are there than wanted', () => {
    expect([...drawPractice(items.slice(0, 3), 10, 's')].sort()).toEqual([card('c0'), card('c1'), card('c2')])
    expect(drawPractice([], 10, 's')).toEqual([])
  })
})

const math = (tex: string) => ({ kind: 'math', math: { tex, html: `<i>${tex}</i>`, spoken: tex } })

describe('the formula sheet', () => {
  it('finds statements anywhere in a card, and leaves out names and numbers', () => {
    const content = {
      body: { front: [math('x'), { kind: 'paragraph', children: [math('f(x) = \\max(0, x)')] }], n: 3 },
    }
    expect(formulasIn(content).map(({ tex }) => tex)).toEqual(['f(x) = \\max(0, x)'])
    expect(formulasIn({ a: math('3 = 3'), b: math('w \\leftarrow w - \\eta g') })).toHaveLength(1)
  })

  it('states each once, weakest first, what was not begun last', () => {
    const sheet = formulaSheet([
      { id: card('new'), content: math('a = b + c'), recall: null },
      { id: card('firm'), content: math('d = e + f'), recall: 0.95 },
      { id: card('weak'), content: [math('g = h + i'), math('g=h+i.')], recall: 0.4 },
    ])
    expect(sheet.map((one) => one.card)).toEqual([card('weak'), card('firm'), card('new')])
  })
})

describe('the mistakes notebook', () => {
  const wrong = (name: string, at: number, change: Partial<Extract<ReviewEvent, { kind: 'grade' }>> = {}) =>
    gradeEvent({
      id: asId<EventId>(`e-${name}-${at}`),
      cardId: card(name),
      at: start + at * day,
      verdict: 'wrong',
      ...change,
    })

  it('puts answers wrong in the same way together, newest or most frequent first', () => {
    const events = [
      wrong('a', 1, { mistake: 'sum' }),
      wrong('a', 2, { mistake: 'sum' }),
      wrong('a', 3, { mistake: 'no-gate' }),
      wrong('b', 4),
      gradeEvent({ id: asId<EventId>('right'), cardId: card('b'), at: start + 5 * day, verdict: 'right' }),
    ]
    const told = (order: 'newest' | 'frequent') =>
      notedMistakes(events, order).map(({ cardId, mistake, times }) => `${cardId} ${mistake} ${times}`)
    expect(told('newest')).toEqual(['deck/b null 1', 'deck/a no-gate 1', 'deck/a sum 2'])
    expect(told('frequent')).toEqual(['deck/a sum 2', 'deck/b null 1', 'deck/a no-gate 1'])
  })

  it('knows what was taken back, and takes a forgotten card that nobody marks as wrong', () => {
    const slip = wrong('a', 1)
    const { kind: _kind, ...base } = gradeEvent({ id: asId<EventId>('undo'), cardId: card('a'), at: start + 2 * day })
    const undo: ReviewEvent = {
      id: base.id,
      deviceId: base.deviceId,
      cardId: base.cardId,
      revision: base.revision,
      at: base.at,
      zoneOffset: base.zoneOffset,
      dayStartsAt: base.dayStartsAt,
      kind: 'undo',
      target: slip.id,
    }
    const forgotten = wrong('b', 3, { verdict: 'ungraded', grade: 'again' })
    const recalled = wrong('c', 3, { verdict: 'ungraded', grade: 'good' })
    expect(notedMistakes([slip, undo, forgotten, recalled], 'newest').map(({ cardId }) => cardId)).toEqual([card('b')])
  })
})
