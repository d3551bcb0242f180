import { expect, test } from 'vitest'
import { conceptMemory } from '@/lib/client/concept-memory'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'

const card = (id: string, ...concepts: readonly string[]): BundledCard => ({
  id: asId<CardId>(id),
  revision: 'r',
  type: 'basic',
  concepts: concepts.map((name) => asId<ConceptId>(name)),
  tags: [],
  heading: [],
  section: null,
  practice: false,
  content: null,
})

test('memory of a concept is the mean recall of its started cards; a concept that is only mentioned has none', () => {
  const seen = asId<CardId>('d/seen')
  const memory = {
    stability: 10,
    difficulty: 5,
    lastAt: 0,
    lastDay: 100,
    kind: 'review',
    intervalDays: 10,
    dueDay: 110,
  }
  const states = new Map([[seen, { ...newCardState(seen), memory: { ...memory, kind: 'review' as const } }]])
  const bundle: Bundle = {
    format: 1,
    deck: asId<DeckId>('d'),
    version: 'v',
    language: 'en',
    title: 'd',
    author: '',
    licence: '',
    source: '',
    cards: [card('d/seen', 'a', 'mentioned'), card('d/new', 'a'), card('d/other', 'b'), card('d/loose')],
  }
  const found = conceptMemory(bundle, states, 110)
  expect(found.get(asId<ConceptId>('a'))).toMatchObject({ cards: 2, started: 1 })
  // After as many days as its stability a card is recalled with 90 %.
  expect(found.get(asId<ConceptId>('a'))?.recall).toBeCloseTo(0.9, 6)
  expect(found.get(asId<ConceptId>('b'))).toEqual({ cards: 1, started: 0, recall: null })
  expect(found.size).toBe(2)
})
