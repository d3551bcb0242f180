import { describe, expect, it } from 'vitest'
import { type AnswerEvent, answersOf } from '@/lib/classes/answer'
import { others, steady } from '@/lib/classes/simulate/habit'
import { type SimulatedCard, simulate } from '@/lib/classes/simulate/learner'
import { simulatedLearners } from '@/lib/classes/simulate/people'
import { asId, type CardId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { foldCard } from '@/lib/schedule/replay'
import { byCard } from '@/lib/sync/by-card'
import { decodeSyncRequest } from '@/lib/sync/decode-exchange'

const span = { from: 20_000, to: 20_060, zoneOffset: 0 }
const cards: readonly SimulatedCard[] = Array.from({ length: 80 }, (_, at) => ({
  id: asId<CardId>(`losses/card-${at}`),
  revision: 'r1',
  variants: at % 2 === 0 ? [{ x: 1 }, { x: 2 }] : [],
  mistakes: at % 2 === 0 ? ['sign', 'no-gate'] : [],
}))
const learner = { name: 'Ada', habit: steady, ability: 0.5, leanings: ['sign'] }
const fading = others.find(({ name }) => name === 'fading') ?? steady

const asAnswerEvent = (event: ReviewEvent): readonly AnswerEvent[] =>
  event.kind === 'grade' ? [{ ...event, given: JSON.stringify(event.given), target: null }] : []

describe('a simulated learner', () => {
  const { events, states } = simulate(learner, cards, span, 'seed')

  it('is the same for the same seed, and another for another', () => {
    expect(simulate(learner, cards, span, 'seed').events).toEqual(events)
    expect(simulate(learner, cards, span, 'other').events).not.toEqual(events)
  })

  it('does what a device could have sent, each event with an id of its own', () => {
    const request = { deviceId: 'phone', epoch: null, cursor: 0, sentAt: null, events: events.slice(0, 200) }
    const read = decodeSyncRequest(JSON.parse(JSON.stringify(request)))
    expect(read).toMatchObject({ ok: true, value: { unreadable: [] } })
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    for (const [id, history] of byCard(events)) expect(foldCard(id, history)).toEqual(states.get(id))
  })

  it('studies for weeks, recalls most of what comes back, and leans to its own mistake', () => {
    const answers = answersOf(events.flatMap(asAnswerEvent))
    const came = answers.filter(({ recall }) => recall)
    expect(came.length).toBeGreaterThan(100)
    const share = came.filter(({ right }) => right).length / came.length
    expect(share).toBeGreaterThan(0.8)
    expect(share).toBeLessThan(0.97)
    const named = answers.flatMap(({ mistake }) => mistake ?? [])
    expect(named.filter((name) => name === 'sign').length).toBeGreaterThan(named.length / 2)
  })

  it('keeps to its habit: whoever fades does nothing after the day of the last review', () => {
    const last = simulate({ ...learner, habit: fading }, cards, span, 'seed').events.at(-1)
    expect(last?.at).toBeLessThan((span.from + 42) * 86_400_000)
  })
})

describe('simulated people', () => {
  it('are thirty with names of their own, every habit among them, and the same for the same seed', () => {
    const people = simulatedLearners('seed', ['sign', 'no-gate'])
    expect(new Set(people.map(({ name }) => name)).size).toBe(30)
    expect(new Set(people.map(({ habit }) => habit.name))).toEqual(
      new Set(['steady', 'weekends', 'before-class', 'fading', 'late']),
    )
    expect(simulatedLearners('seed', ['sign', 'no-gate'])).toEqual(people)
  })
})
