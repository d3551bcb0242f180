import { hashWords } from '@/lib/core/hash'
import { asId, type CardId, type DeckId, type EventId, makeId } from '@/lib/core/id'
import type { FeedbackQuestion } from '@/lib/exam/protocol/feedback'
import type { ReviewEvent } from '@/lib/schedule/event'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'
import type { Moment } from '@/lib/schedule/study-day'

export interface MissedCard {
  readonly slot: number
  readonly id: CardId
  readonly revision: string
}

/** Questions that did not bring all their points and whose card the student has. */
export const missedOf = (questions: readonly FeedbackQuestion[]): readonly MissedCard[] =>
  questions.flatMap(({ slot, verdict, card }) =>
    verdict.right || card === null ? [] : [{ slot, id: asId<CardId>(card.id), revision: card.revision }],
  )

/** The same sixteen bytes for one question of one attempt, on every device and at every press. */
const bytesOf = (attempt: string, slot: number): Uint8Array =>
  Uint8Array.from(
    hashWords(`${attempt} ${slot}`).flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24]),
  )

/**
 * Missed questions as reviews that were not recalled, at the time of the exam: their cards come back soon, with fresh
 * numbers. Making them again, here or on another device, makes the same events, which are one.
 */
export const missedEvents = (
  missed: readonly MissedCard[],
  attempt: string,
  given: { readonly plan: Plan; readonly moment: Moment; readonly deviceId: ReviewEvent['deviceId'] },
): readonly ReviewEvent[] =>
  missed.map(({ slot, id, revision }) => {
    const scheduler = schedulerIn(given.plan, asId<DeckId>(id.slice(0, id.indexOf('/'))))
    return {
      id: makeId<EventId>(given.moment.at, bytesOf(attempt, slot)),
      deviceId: given.deviceId,
      cardId: id,
      revision,
      ...given.moment,
      kind: 'grade',
      grade: 'again',
      durationMs: 0,
      suggested: 'again',
      given: null,
      answer: null,
      verdict: 'wrong',
      mistake: null,
      algorithm: scheduler.algorithm,
      parameters: scheduler.parameters,
      terms: scheduler.termsName,
    }
  })
