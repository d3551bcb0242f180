import { isDeepStrictEqual } from 'node:util'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { intervalOf } from '@/lib/schedule/label'
import { outcomes } from '@/lib/schedule/outcomes'
import { apply, foldCard } from '@/lib/schedule/replay'
import { day, gradeEvent, start } from './history'

/** Answers, ten a card and seconds after the label was shown, whose stored interval is not the shown one. Soaks pass a larger count. */
export const brokenLabels = (count: number): readonly string[] => {
  const rng = makeRng('labels')
  const broken: string[] = []
  let answers = 0
  for (let c = 0; answers < count; c++) {
    const cardId = asId<CardId>(`deck/card-${c}`)
    let state: CardState = newCardState(cardId)
    let at = start
    const events: ReviewEvent[] = []
    for (let i = 0; i < 10; i++, answers++) {
      const shown = outcomes(state, { at, zoneOffset: 480, dayStartsAt: 4 })
      const grade = grades[rng.integer(0, 3)] ?? 'good'
      const event = gradeEvent({ id: asId<EventId>(`e${c}-${i}`), cardId, at: at + 3500, zoneOffset: 480, grade })
      const stored = apply(state, event)
      events.push(event)
      if (!stored) throw new Error('apply asked for a replay')
      const promised = shown.find((one) => one.grade === grade)
      if (!promised || !isDeepStrictEqual(intervalOf(stored.memory), promised.interval))
        broken.push(`card ${c}, answer ${i}, ${grade}`)
      state = stored
      at += rng.integer(0, 3) === 0 ? 12 * 60_000 : rng.integer(1, 40) * day
    }
    if (!isDeepStrictEqual(foldCard(cardId, events), state)) broken.push(`card ${c}: a replay stores another state`)
  }
  return broken
}
