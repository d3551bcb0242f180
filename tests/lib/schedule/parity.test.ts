import { createEmptyCard, type Grade as FsrsGrade, fsrs, State } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { grades } from '@/lib/core/grade'
import { asId, type CardId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { Memory } from '@/lib/schedule/card-state'
import { defaultParameters, makeScheduler } from '@/lib/schedule/fsrs'
import { noShift } from '@/lib/schedule/shift'
import { parity } from './parity-trials'

describe('the memory model', () => {
  it("equals the optimiser's own fold of the same day counts, in 6 zones through changes of daylight saving", () => {
    const { reviews, worst, otherDays } = parity(20)
    expect(reviews).toBeGreaterThan(1000)
    expect(worst, 'stability and difficulty, relative').toBeLessThan(1e-4)
    expect(otherDays, 'due days').toBe(0)
  })

  it("takes steps and orders intervals as the library's own scheduler does, for 200 cards", () => {
    for (let c = 0; c < 200; c++) {
      const rng = makeRng('steps', c)
      const steps = [['1m', '10m'], [], ['5m'], ['1m', '10m', '1h']] as const
      const learning = steps[c % 4] ?? []
      const relearning = steps[(c >> 2) % 4] ?? []
      const minutes = (list: readonly string[]) =>
        list.map((one) => Number.parseInt(one, 10) * (one.endsWith('h') ? 60 : 1))
      const terms = { retention: 0.88, learning: minutes(learning), relearning: minutes(relearning), longest: 400 }
      const own = makeScheduler(defaultParameters, terms)
      const theirs = fsrs({
        request_retention: 0.88,
        learning_steps: learning,
        relearning_steps: relearning,
        maximum_interval: 400,
      })
      const cardId = asId<CardId>(`deck/${c}`)
      let memory: Memory = { kind: 'new' }
      let today = 20_000
      let card = createEmptyCard(new Date(today * 86_400_000))
      for (let i = 0; i < 12; i++) {
        const grade = grades[rng.integer(0, 3)] ?? 'good'
        memory = own.grade(memory, { cardId, reps: i, today, at: 0 }, grade, noShift)
        card = theirs.next(card, new Date(today * 86_400_000), (grades.indexOf(grade) + 1) as FsrsGrade).card
        const told =
          memory.kind === 'review'
            ? { state: State.Review, days: memory.intervalDays }
            : { step: memory.kind === 'new' ? 0 : memory.step, days: 0 }
        expect(told, `card ${c}, grade ${i}`).toEqual(
          card.state === State.Review
            ? { state: State.Review, days: Math.min(400, card.scheduled_days) }
            : { step: card.learning_steps, days: 0 },
        )
        expect(memory, `card ${c}, grade ${i}`).toMatchObject({
          stability: card.stability,
          difficulty: card.difficulty,
        })
        if (memory.kind === 'learning' || memory.kind === 'relearning')
          expect(memory.dueAt / 60_000, 'minutes').toBe((card.due.getTime() - today * 86_400_000) / 60_000)
        today += rng.integer(0, 2) === 0 ? 0 : rng.integer(1, 60)
      }
    }
  })
})
