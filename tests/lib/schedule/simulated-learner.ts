import type { Grade } from '@/lib/core/grade'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { Memory } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { defaultParameters, makeScheduler } from '@/lib/schedule/fsrs'
import { day, gradeEvent, start } from './history'

/** Forgets faster after every success than the defaults believe, and learns more from a lapse. */
export const oddWeights: readonly number[] = [
  0.9, 1.6, 3.1, 6.2, 7.1, 0.7, 2.4, 0.05, 1.1, 0.3, 1.2, 1.9, 0.11, 0.35, 1.2, 0.45, 2.4, 0.6, 0.15, 0.12, 0.35,
]

/** Grades of a learner whose memory really works by `truth`, scheduled by the defaults: `reviews` of each card on its due days. */
export const simulatedEvents = (
  truth: readonly number[],
  cards: number,
  reviews: number,
  seed: number,
): readonly ReviewEvent[] => {
  const rng = makeRng('simulated', seed)
  const u = () => rng.uint32() / 2 ** 32
  const believed = makeScheduler(defaultParameters)
  const real = makeScheduler({ name: 'truth', weights: truth })
  const events: ReviewEvent[] = []
  for (let c = 0; c < cards; c++) {
    const cardId = asId<CardId>(`deck/${String(c).padStart(6, '0')}`)
    let planned: Memory = { kind: 'new' }
    let memory: Memory = { kind: 'new' }
    let today = 20_800 + rng.integer(0, 300)
    for (let i = 0; i < reviews; i++) {
      const recall = memory.kind === 'new' ? 0.75 : real.retrievability(memory, today)
      const draw = u()
      const again = memory.kind === 'new' ? draw < 0.25 : draw > recall
      const luck = u()
      const grade: Grade = again ? 'again' : luck < 0.1 ? 'hard' : luck < 0.93 ? 'good' : 'easy'
      const at = start + (today - 20_780) * day + i * 1000
      events.push(gradeEvent({ id: asId<EventId>(`s${c}-${i}`), cardId, at, grade }))
      const asked = { cardId, reps: i, today, at }
      planned = believed.grade(planned, asked, grade)
      memory = real.grade(memory, asked, grade)
      today =
        planned.kind === 'review' ? planned.dueDay + (u() < 0.2 ? rng.integer(1, 9) : 0) : today + rng.integer(0, 1)
    }
  }
  return events
}
