import { describe, expect, it } from 'vitest'
import { feedbackAt, seenNow } from '@/lib/exam/feedback'
import { decodeExamSetup } from '@/lib/exam/setup'
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
      feedback: { show: 'marks', when: 'date', at: null },
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
    expect(keysOf(examSetup({ feedback: { show: 'full', when: 'handed-in', at: null } }), known)).toEqual([
      'warning feedbackBeforeEnd',
    ])
  })
})

describe('feedback', () => {
  const closesAt = 1000
  const seen = (show: 'none' | 'marks' | 'full', when: 'handed-in' | 'closed' | 'date', now: number, finished = true) =>
    seenNow({ show, when, at: 2000 }, { finished, closesAt, now })

  it('is never there before an attempt is finished', () => {
    expect(seen('full', 'handed-in', 5000, false)).toBe('none')
  })

  it('comes when the policy says, as much as it says', () => {
    expect(seen('full', 'handed-in', 1)).toBe('full')
    expect(seen('marks', 'closed', 999)).toBe('none')
    expect(seen('marks', 'closed', 1000)).toBe('marks')
    expect(seen('full', 'date', 1999)).toBe('none')
    expect(seen('full', 'date', 2000)).toBe('full')
    expect(seen('none', 'handed-in', 5000)).toBe('none')
  })

  it('is promised for a time where there is one', () => {
    expect(feedbackAt({ show: 'full', when: 'closed', at: null }, closesAt)).toBe(1000)
    expect(feedbackAt({ show: 'full', when: 'date', at: 7 }, closesAt)).toBe(7)
    expect(feedbackAt({ show: 'full', when: 'handed-in', at: null }, closesAt)).toBeNull()
    expect(feedbackAt({ show: 'none', when: 'closed', at: null }, closesAt)).toBeNull()
  })
})
