import { describe, expect, it } from 'vitest'
import { feedbackAt, keysAt, seenNow } from '@/lib/exam/feedback'
import { decodeExamSetup, type FeedbackPolicy } from '@/lib/exam/setup'
import { setupFaults } from '@/lib/exam/setup-faults'
import { examSetup, setupZone } from '../../support/exam-setups'

const known = (name: string) => name === 'Europe/Berlin'
const keysOf = (...of: Parameters<typeof setupFaults>) =>
  setupFaults(...of).map(({ key, severity }) => `${severity} ${key}`)

describe('the setup of an exam', () => {
  it('reads back what was written', () => {
    const setup = examSetup()
    expect(decodeExamSetup(JSON.parse(JSON.stringify(setup)))).toEqual({ ok: true, value: setup })
    expect(decodeExamSetup({ ...setup, durationMinutes: 0 })).toMatchObject({
      ok: false,
      error: { path: '/durationMinutes' },
    })
  })

  it('has no fault when it is whole', () => {
    expect(keysOf(examSetup(), known)).toEqual([])
  })

  it('tells everything that stands against publishing', () => {
    const setup = examSetup({
      title: ' ',
      dueAt: 0,
      zone: 'Nowhere',
      zones: [setupZone({ items: [] })],
      feedback: { show: 'marks', when: 'date', at: null, keysEarly: false },
    })
    expect(keysOf(setup, known)).toEqual([
      'error title',
      'error order',
      'error zoneName',
      'error noQuestions',
      'error emptyZone',
      'error feedbackDate',
      'warning window',
    ])
    const twice = examSetup({ zones: [setupZone(), setupZone({ points: 0 })].map((zone) => ({ ...zone, points: 0 })) })
    expect(keysOf(twice, known)).toEqual(['error twice', 'error twice', 'error noPoints'])
  })

  it('warns of feedback that others could hear of while they work', () => {
    const feedback = { show: 'full', when: 'handed-in', at: null, keysEarly: false } as const
    expect(keysOf(examSetup({ feedback }), known)).toEqual(['warning marksBeforeEnd'])
    expect(keysOf(examSetup({ feedback: { ...feedback, keysEarly: true } }), known)).toEqual([
      'warning feedbackBeforeEnd',
    ])
  })

  it('warns of live points that nobody will ever see', () => {
    const zones = [
      setupZone({ take: 1, lock: true }),
      setupZone({ items: [{ card: 'losses/three', difficulty: 0.5 }] }),
    ]
    expect(keysOf(examSetup({ liveScore: true }), known)).toEqual(['warning liveNever'])
    expect(keysOf(examSetup({ liveScore: true, zones }), known)).toEqual([])
  })

  it('reads exams that are older than the choice of who begins as they were given', () => {
    const { admission: _, feedback, ...older } = examSetup()
    const { keysEarly: __, ...policy } = feedback
    expect(decodeExamSetup({ ...older, feedback: policy })).toEqual({ ok: true, value: examSetup() })
  })
})

describe('feedback', () => {
  const closesAt = 1000
  const policy = (rest: Partial<FeedbackPolicy>): FeedbackPolicy => ({
    show: 'full',
    when: 'closed',
    at: null,
    keysEarly: false,
    ...rest,
  })
  const seen = (rest: Partial<FeedbackPolicy>, now: number, moment: { finished?: boolean; over?: boolean } = {}) =>
    seenNow(policy({ at: 2000, ...rest }), { finished: true, over: now >= closesAt, now, ...moment })

  it('is never there before an attempt is finished', () => {
    expect(seen({ when: 'handed-in', keysEarly: true }, 5000, { finished: false })).toBe('none')
  })

  it('comes when the policy says, as much as it says', () => {
    expect(seen({ show: 'marks' }, 999)).toBe('none')
    expect(seen({ show: 'marks' }, 1000)).toBe('marks')
    expect(seen({ when: 'date' }, 1999)).toBe('none')
    expect(seen({ when: 'date' }, 2000)).toBe('full')
    expect(seen({ show: 'none', when: 'handed-in' }, 5000)).toBe('none')
  })

  it('keeps the answers back while others work, unless its author gives them early', () => {
    expect(seen({ when: 'handed-in' }, 1)).toBe('marks')
    expect(seen({ when: 'handed-in' }, 1000)).toBe('full')
    expect(seen({ when: 'handed-in', keysEarly: true }, 1)).toBe('full')
    expect(seen({ when: 'date', at: 500 }, 600)).toBe('marks')
    expect(seen({ when: 'date', at: 500, keysEarly: true }, 600)).toBe('full')
  })

  it('waits for those with extra time, though it is closed', () => {
    const working = { over: false }
    expect(seen({}, 1500, working)).toBe('none')
    expect(seen({ when: 'handed-in' }, 1500, working)).toBe('marks')
    expect(seen({ when: 'date' }, 2500, working)).toBe('marks')
  })

  it('is promised for a time where there is one', () => {
    expect(feedbackAt(policy({}), closesAt)).toBe(1000)
    expect(feedbackAt(policy({ when: 'date', at: 7 }), closesAt)).toBe(7)
    expect(feedbackAt(policy({ when: 'handed-in' }), closesAt)).toBeNull()
    expect(feedbackAt(policy({ show: 'none' }), closesAt)).toBeNull()
    expect(keysAt(policy({ when: 'handed-in' }), closesAt)).toBe(1000)
    expect(keysAt(policy({ when: 'date', at: 7 }), closesAt)).toBe(1000)
    expect(keysAt(policy({ when: 'date', at: 1001 }), closesAt)).toBeNull()
    expect(keysAt(policy({ when: 'handed-in', keysEarly: true }), closesAt)).toBeNull()
    expect(keysAt(policy({ when: 'handed-in', show: 'marks' }), closesAt)).toBeNull()
  })
})
