import { expect, test } from 'vitest'
import { sectionKey, sectionMemory } from '@/lib/client/section-memory'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import { asId, type CardId, type DeckId } from '@/lib/core/id'
import { planOf } from '../schedule/plans'
import { learnedState, placedCard } from './learned-card'

const deck = asId<DeckId>('d')
const card = (id: string, section: string | null) => placedCard(id, { section })
const bundle = (cards: readonly BundledCard[]): Bundle => ({
  format: 1,
  deck,
  version: 'v',
  language: 'en',
  title: 'd',
  author: '',
  licence: '',
  source: '',
  cards,
})

test('memory of a section is the mean recall of its cards, unseen ones counting nothing', () => {
  const states = new Map([[asId<CardId>('d/seen'), learnedState('d/seen')]])
  const sections = sectionMemory(
    [bundle([card('d/seen', 's'), card('d/new', 's'), card('d/loose', null)])],
    states,
    110,
    planOf(),
  )
  const found = sections.get(sectionKey(deck, 's'))
  expect(found?.cards).toBe(2)
  expect(found?.started).toBe(1)
  // After as many days as its stability a card is recalled with 90 %.
  expect(found?.recall).toBeCloseTo(0.45, 6)
  expect(sections.size, 'cards of no section have no bar').toBe(1)
})
