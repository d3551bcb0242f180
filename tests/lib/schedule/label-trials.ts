import { isDeepStrictEqual } from 'node:util'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type ConceptId, type DeckId, type EventId } from '@/lib/core/id'
import { makeRng, type Rng } from '@/lib/core/rng'
import { calendarFor, countDue } from '@/lib/schedule/calendar'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { intervalOf } from '@/lib/schedule/label'
import { outcomes } from '@/lib/schedule/outcomes'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'
import type { Load } from '@/lib/schedule/plan-change'
import { apply, foldCard } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import { nameOfWeights } from '@/lib/schedule/weights'
import { decodeEvent } from '@/lib/sync/decode-event'
import { day, gradeEvent, start } from './history'
import { planOf } from './plans'

const loads: readonly Load[] = ['full', 'light', 'none']

/** A plan that moves cards wherever it can: easy weekdays and days, a break, steps, a fitted set, two decks' worth of terms. */
const randomPlan = (rng: Rng, today: number): Plan => {
  const load = () => loads[rng.integer(0, 2)] ?? 'full'
  const from = today + rng.integer(1, 20)
  const steps = [[1, 10], [], [5], [1, 10, 60]]
  return planOf(
    {
      retention: rng.integer(70, 97) / 100,
      learning: steps[rng.integer(0, 3)] ?? [],
      relearning: steps[rng.integer(0, 3)] ?? [],
      longest: [36_500, 90, 7][rng.integer(0, 2)] ?? 36_500,
    },
    {
      weekdays: Array.from({ length: 7 }, load),
      days: new Map(Array.from({ length: 5 }, () => [today + rng.integer(1, 60), load()])),
      breaks: rng.integer(0, 1) === 0 ? [] : [{ id: 'trip', from, to: from + rng.integer(0, 14) }],
      parameters: rng.integer(0, 1) === 0 ? 'default' : nameOfWeights(defaultParameters.weights.map((w) => w * 1.07)),
      balance: rng.integer(0, 4) > 0,
    },
  )
}

/**
 * Answers whose stored interval is not the one their button showed: ten a card, graded seconds after the label was shown, under
 * plans with fuzz, balance, easy days and breaks, among days that fill up. Soaks pass a larger count.
 */
export const brokenLabels = (count: number): readonly string[] => {
  const rng = makeRng('labels')
  const broken: string[] = []
  const states = new Map<CardId, CardState>()
  let answers = 0
  for (let c = 0; answers < count; c++) {
    const cardId = asId<CardId>(`deck/card-${c}`)
    const concept = asId<ConceptId>(`concept-${Math.floor(c / 3)}`)
    const siblings = [0, 1, 2].map((i) => asId<CardId>(`deck/card-${c - (c % 3) + i}`))
    let state: CardState = newCardState(cardId)
    let at = start
    const events: ReviewEvent[] = []
    for (let i = 0; i < 10; i++, answers++) {
      const moment = { at, zoneOffset: 480, dayStartsAt: 4 }
      const plan = randomPlan(rng, studyDay(moment))
      const scheduler = schedulerIn(plan, asId<DeckId>('deck'))
      const shown = outcomes(
        state,
        moment,
        scheduler,
        calendarFor(plan, countDue(states), { id: cardId, concept }, siblings),
      )
      const grade = grades[rng.integer(0, 3)] ?? 'good'
      const promised = shown.find((one) => one.grade === grade)
      const event = gradeEvent({
        id: asId<EventId>(`e${c}-${i}`),
        cardId,
        at: at + 3500,
        zoneOffset: 480,
        grade,
        parameters: scheduler.parameters,
        terms: scheduler.termsName,
        ...(promised?.shift ? { shift: promised.shift } : {}),
      })
      // What another device gets is what JSON carries.
      const sent = decodeEvent(JSON.parse(JSON.stringify(event)))
      const stored = sent.ok ? apply(state, sent.value) : null
      if (!stored) throw new Error('the event was not read, or apply asked for a replay')
      events.push(event)
      if (!promised || !isDeepStrictEqual(intervalOf(stored.memory), promised.interval))
        broken.push(`card ${c}, answer ${i}, ${grade}`)
      const days = shown.flatMap(({ grade: one, interval }) =>
        one !== 'again' && interval.kind === 'days' ? [interval.days] : [],
      )
      if (days.some((one, k) => one < (days[k - 1] ?? 0)))
        broken.push(`card ${c}, answer ${i}: ${days.join(', ')} cross`)
      if (days.some((one) => one > scheduler.terms.longest)) broken.push(`card ${c}, answer ${i}: longer than allowed`)
      state = stored
      states.set(cardId, state)
      at += rng.integer(0, 3) === 0 ? 12 * 60_000 : rng.integer(1, 40) * day
    }
    if (!isDeepStrictEqual(foldCard(cardId, events), state)) broken.push(`card ${c}: a replay stores another state`)
  }
  return broken
}
