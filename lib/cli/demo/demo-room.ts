import { chanceOfRecall, hardness, type SimulatedCard, type SimulatedLearner } from '@/lib/classes/simulate/learner'
import type { CardId, UserId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { foldCard } from '@/lib/schedule/replay'

const dayMs = 86_400_000

/** The class as the exams find it. */
export interface DemoClass {
  readonly classId: string
  readonly teacherId: UserId
  readonly deckId: string
  /** The deck's cards, in the order they are learned. */
  readonly cards: readonly SimulatedCard[]
  /** Cards that the class had been assigned by the midterm. */
  readonly seenCards: number
}

/** A student with everything they have reviewed. */
export interface DemoStudent {
  readonly userId: UserId
  readonly learner: SimulatedLearner
  readonly number: string
  readonly events: readonly ReviewEvent[]
}

/** How likely a student answers a card right at an instant: what they recall by then, and how well they compute under time. */
export const chanceAt = (room: DemoClass, { learner, events }: DemoStudent, now: number) => {
  const cards = new Map<string, SimulatedCard>(room.cards.map((card) => [card.id, card]))
  const byCard = new Map<CardId, ReviewEvent[]>()
  for (const event of events) if (event.at < now) byCard.set(event.cardId, [...(byCard.get(event.cardId) ?? []), event])
  return (cardId: string): number => {
    const card = cards.get(cardId)
    if (card === undefined) throw new Error(`The demo's deck has no card ${cardId}.`)
    const own = byCard.get(card.id)
    const { memory } = own === undefined ? newCardState(card.id) : foldCard(card.id, own)
    return chanceOfRecall(learner, memory, hardness(card, 0), Math.floor(now / dayMs)) * (0.3 + 0.8 * learner.ability)
  }
}
