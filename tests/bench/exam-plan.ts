import { asId, type CardId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type ExamCard, planExam } from '@/lib/exam/prepare/plan-exam'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import type { Bench } from './bench'

const today = 20_800
const rounds = 3

/** Half of a course begun, its memories of every strength. */
const cardsOf = (count: number): readonly ExamCard[] => {
  const rng = makeRng('exam plan', count)
  return Array.from({ length: count }, (_, i) => ({
    id: asId<CardId>(`deck/${i}`),
    weight: 1,
    memory:
      i > count / 2
        ? { kind: 'new' }
        : {
            kind: 'review',
            stability: rng.integer(1, 40),
            difficulty: 5,
            lastAt: 0,
            lastDay: today - rng.integer(1, 40),
            intervalDays: 3,
            dueDay: today + 3,
          },
  }))
}

/** What the page of an exam waits for: its plan, made anew whenever it is looked at. */
export const examPlan: Bench = {
  name: 'exam-plan',
  measure: async () =>
    [
      { cards: 400, days: 30, minutes: 20 },
      { cards: 1200, days: 60, minutes: 30 },
    ].map(({ cards, days, minutes }) => {
      const situation = {
        cards: cardsOf(cards),
        today,
        examDay: today + days,
        seconds: () => 60 * minutes,
        pace: 25,
      }
      const times = Array.from({ length: rounds }, () => {
        const start = performance.now()
        planExam(situation, defaultScheduler)
        return performance.now() - start
      })
      return {
        what: `${cards} cards, ${days} days of ${minutes} minutes`,
        value: { number: Math.min(...times), unit: 'ms' },
        bar: null,
      }
    }),
}
