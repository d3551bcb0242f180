import { describe, expect, it } from 'vitest'
import type { ExamGoal, ExamScore } from '@/lib/schedule/exam-goal'
import { changePlan, defaultPlan } from '@/lib/schedule/plan'
import { decodePlanChange, type PlanChange } from '@/lib/schedule/plan-change'

const goal = (change: Partial<ExamGoal> = {}): ExamGoal => ({
  title: 'Finals',
  scope: { kind: 'sections', deck: 'cs231n', sections: ['losses', 'backprop'] },
  day: 20_830,
  from: 20_800,
  minutes: 20,
  ...change,
})
const score = (share: number): ExamScore => ({
  kind: 'exam',
  day: 20_830,
  share,
  questions: 40,
  forecast: { score: 0.8, low: 0.7, high: 0.9, raw: 0.82 },
})
const planAfter = (...changes: readonly PlanChange[]) => changes.reduce(changePlan, defaultPlan)

describe('an exam in the plan', () => {
  it('stands by day, is changed in place, and goes when it is given up', () => {
    const plan = planAfter(
      { about: 'exam', id: 'b', goal: goal() },
      { about: 'exam', id: 'a', goal: goal({ title: 'Quiz', day: 20_810 }) },
      { about: 'exam', id: 'b', goal: goal({ minutes: 35 }) },
    )
    expect(plan.exams.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['a', 20],
      ['b', 35],
    ])
    expect(changePlan(plan, { about: 'exam', id: 'a', goal: null }).exams.map(({ id }) => id)).toEqual(['b'])
  })

  it('keeps scores while its terms change, corrects and removes them by id', () => {
    const plan = planAfter(
      { about: 'exam', id: 'b', goal: goal() },
      { about: 'exam-score', exam: 'b', id: 's1', score: score(0.6) },
      { about: 'exam-score', exam: 'b', id: 's2', score: score(0.9) },
      { about: 'exam', id: 'b', goal: goal({ minutes: 35 }) },
      { about: 'exam-score', exam: 'b', id: 's1', score: score(0.7) },
      { about: 'exam-score', exam: 'b', id: 's2', score: null },
    )
    expect(plan.exams[0]?.scores).toEqual([{ ...score(0.7), id: 's1' }])
  })

  it('takes no score for an exam that is not there', () => {
    expect(planAfter({ about: 'exam-score', exam: 'x', id: 's', score: score(0.5) })).toEqual(defaultPlan)
  })

  it('is read at the edge, and refused where it cannot be', () => {
    const change: PlanChange = { about: 'exam', id: 'b', goal: goal() }
    expect(decodePlanChange(JSON.parse(JSON.stringify(change)))).toEqual({ ok: true, value: change })
    const scored: PlanChange = { about: 'exam-score', exam: 'b', id: 's', score: score(0.5) }
    expect(decodePlanChange(JSON.parse(JSON.stringify(scored)))).toEqual({ ok: true, value: scored })
    for (const bad of [
      { ...change, goal: goal({ minutes: 0 }) },
      { ...change, goal: { ...goal(), scope: { kind: 'everything' } } },
      { ...change, goal: goal({ day: -1 }) },
      { ...scored, score: { ...score(0.5), share: 1.5 } },
      { ...scored, score: { ...score(0.5), questions: 0 } },
    ])
      expect(decodePlanChange(bad).ok, JSON.stringify(bad)).toBe(false)
  })
})
