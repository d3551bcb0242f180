import { expect, test } from 'vitest'
import { conceptMemory } from '@/lib/client/concept-memory'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { nameOfWeights } from '@/lib/schedule/weights'
import { planOf } from '../schedule/plans'
import { learnedState, placedCard } from './learned-card'

const card = (id: string, ...concepts: readonly string[]) => placedCard(id, { concepts })

test('memory of a concept is the mean recall of its started cards; a concept that is only mentioned has none', () => {
  const states = new Map([[asId<CardId>('d/seen'), learnedState('d/seen')]])
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
  const found = conceptMemory(bundle, states, 110, planOf())
  expect(found.get(asId<ConceptId>('a'))).toMatchObject({ cards: 2, started: 1 })
  // After as many days as its stability a card is recalled with 90 %.
  expect(found.get(asId<ConceptId>('a'))?.recall).toBeCloseTo(0.9, 6)
  expect(found.get(asId<ConceptId>('b'))).toEqual({ cards: 1, started: 0, recall: null })
  expect(found.size).toBe(2)
})

test('memory of a concept is weighed with the parameters the learner has chosen', () => {
  const bundle: Bundle = {
    format: 1,
    deck: asId<DeckId>('d'),
    version: 'v',
    language: 'en',
    title: 'd',
    author: '',
    licence: '',
    source: '',
    cards: [card('d/seen', 'a')],
  }
  const states = new Map([[asId<CardId>('d/seen'), learnedState('d/seen')]])
  const recall = (parameters: string) =>
    conceptMemory(bundle, states, 150, planOf({}, { parameters })).get(asId<ConceptId>('a'))?.recall
  // The last weight is how slowly memory fades after its stability.
  const flat = nameOfWeights([...defaultParameters.weights.slice(0, -1), 0.8])
  expect(recall(flat)).not.toBeCloseTo(recall('default') ?? 0, 3)
})
