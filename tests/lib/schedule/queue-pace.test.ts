import { describe, expect, it } from 'vitest'
import { asId, type CardId, type DeckId } from '@/lib/core/id'
import type { Pace } from '@/lib/schedule/class-pace'
import { defaultPlan, type Plan } from '@/lib/schedule/plan'
import { defaultPreset } from '@/lib/schedule/preset'
import { buildQueue, type QueueCard } from '@/lib/schedule/queue'

const day = 20_000
const now = { at: (day + 0.5) * 86_400_000, zoneOffset: 0, dayStartsAt: 4 }
const deckOf = (name: string, count: number, section: string | null = null): readonly QueueCard[] =>
  Array.from({ length: count }, (_, at) => ({
    id: asId<CardId>(`${name}/card-${at}`),
    deck: asId<DeckId>(name),
    concept: null,
    practice: false,
    section,
  }))
const planOf = (pace: Pace, changes: Partial<Plan> = {}): Plan => ({
  ...defaultPlan,
  preset: { ...defaultPreset, newCards: 5 },
  paces: new Map([[asId<DeckId>('class'), pace]]),
  ...changes,
})
const freshOf = (plan: Plan, more = 0) => {
  const cards = [...deckOf('class', 60, 'losses'), ...deckOf('own', 60)]
  const { fresh } = buildQueue(cards, new Map(), now, plan, 10, { newCards: more, open: false })
  const count = (deck: string) => fresh.filter(({ card }) => card.deck === deck).length
  return { class: count('class'), own: count('own') }
}

describe('a deck that a class learns', () => {
  it('brings the cards of its pace beside those of the learner’s own decks', () => {
    expect(freshOf(planOf({ kind: 'weekly', cards: 56, from: day }))).toEqual({ class: 8, own: 5 })
    expect(freshOf(planOf({ kind: 'weekly', cards: 56, from: day + 1 }))).toEqual({ class: 0, own: 5 })
  })

  it('brings what its next date needs', () => {
    const sections = [{ section: 'losses', by: day + 9 }]
    expect(freshOf(planOf({ kind: 'dates', from: day, sections }))).toEqual({ class: 6, own: 5 })
  })

  it('shares the learner’s own limit where it has no pace of its own', () => {
    expect(freshOf(planOf({ kind: 'own' }))).toEqual({ class: 5, own: 0 })
  })

  it('follows the number the learner has chosen for the deck', () => {
    const decks = new Map([[asId<DeckId>('class'), { ...defaultPreset, newCards: 2 }]])
    expect(freshOf(planOf({ kind: 'weekly', cards: 56, from: day }, { decks }))).toEqual({ class: 2, own: 5 })
  })
})
