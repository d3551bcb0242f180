import { describe, expect, it } from 'vitest'
import {
  allowanceOf,
  breakNow,
  closedByBreak,
  deadlineOf,
  type ExamTimes,
  lateSeconds,
  noAllowance,
  ownDue,
  type Sitting,
  startState,
} from '@/lib/exam/times'

const minute = 60_000
const times: ExamTimes = {
  opensAt: 1_000 * minute,
  dueAt: 1_120 * minute,
  closesAt: 1_200 * minute,
  durationMs: 60 * minute,
  graceMs: 30_000,
}
const sitting = (rest: Partial<Sitting> = {}): Sitting => ({
  startedAt: times.opensAt,
  allowance: noAllowance,
  breaks: [],
  extraMs: 0,
  ...rest,
})

describe('times of an exam', () => {
  it('let an attempt begin from opening until due', () => {
    expect(startState(times, times.opensAt - 1)).toBe('early')
    expect(startState(times, times.opensAt)).toBe('open')
    expect(startState(times, times.dueAt - 1)).toBe('open')
    expect(startState(times, times.dueAt)).toBe('over')
  })

  it('end an attempt after its duration, and at the due time at the latest', () => {
    expect(deadlineOf(times, sitting(), times.opensAt)).toBe(times.opensAt + 60 * minute)
    const startedAt = times.dueAt - 10 * minute
    expect(deadlineOf(times, sitting({ startedAt }), startedAt)).toBe(times.dueAt)
  })

  it('give extra time by label, also to those who begin late', () => {
    const accommodations = [
      { label: 'time and a half', factor: 1.5, breakMs: 0 },
      { label: 'breaks', factor: 1, breakMs: 10 * minute },
      { label: 'double', factor: 2, breakMs: 0 },
    ]
    expect(allowanceOf(['other'], accommodations)).toEqual(noAllowance)
    const allowance = allowanceOf(['time and a half', 'breaks'], accommodations)
    expect(allowance).toEqual({ factor: 1.5, breakMs: 10 * minute })
    expect(deadlineOf(times, sitting({ allowance }), times.opensAt)).toBe(times.opensAt + 90 * minute)
    expect(ownDue(times, allowance)).toBe(times.dueAt + 40 * minute)
    const startedAt = times.dueAt - 10 * minute
    expect(deadlineOf(times, sitting({ startedAt, allowance }), startedAt)).toBe(times.dueAt + 40 * minute)
  })

  it('stop the clock during a break, no longer than allowed', () => {
    const allowance = { factor: 1, breakMs: 10 * minute }
    const plain = times.opensAt + 60 * minute
    const begun = times.opensAt + 20 * minute
    const during = sitting({ allowance, breaks: [{ startedAt: begun, endedAt: null }] })
    expect(deadlineOf(times, during, begun + 4 * minute)).toBe(plain + 4 * minute)
    expect(deadlineOf(times, during, begun + 30 * minute)).toBe(plain + 10 * minute)
    const after = sitting({ allowance, breaks: [{ startedAt: begun, endedAt: begun + 3 * minute }] })
    expect(deadlineOf(times, after, begun + 30 * minute)).toBe(plain + 3 * minute)
  })

  it('close the paper once what was on its way when the break began has had its time', () => {
    const allowance = { factor: 1, breakMs: 10 * minute }
    const begun = times.opensAt + 20 * minute
    const during = sitting({ allowance, breaks: [{ startedAt: begun, endedAt: null }] })
    const closed = (after: number) => closedByBreak(times, during, begun + after)
    expect([0, 30_000, 30_001, 9 * minute].map(closed)).toEqual([false, false, true, true])
    const ended = sitting({ allowance, breaks: [{ startedAt: begun, endedAt: begun + minute }] })
    expect(closedByBreak(times, ended, begun + 2 * minute)).toBe(false)
  })

  it('end a break that has used up what is allowed, whether or not anybody ends it', () => {
    const allowance = { factor: 1, breakMs: 10 * minute }
    const breaks = [{ startedAt: times.opensAt, endedAt: null }]
    expect(breakNow(breaks, allowance, times.opensAt + 10 * minute - 1)).toEqual(breaks[0])
    expect(breakNow(breaks, allowance, times.opensAt + 10 * minute)).toBeNull()
    expect(closedByBreak(times, sitting({ allowance, breaks }), times.opensAt + 11 * minute)).toBe(false)
  })

  it('add what staff gave to one person, beyond the due time too', () => {
    const startedAt = times.dueAt - 10 * minute
    expect(deadlineOf(times, sitting({ startedAt, extraMs: 15 * minute }), startedAt)).toBe(times.dueAt + 15 * minute)
  })

  it('tell how late is what comes after the deadline', () => {
    const deadline = times.dueAt
    expect(lateSeconds(deadline, deadline - 5)).toBe(0)
    expect(lateSeconds(deadline, deadline + 1)).toBe(1)
    expect(lateSeconds(deadline, deadline + 42_000)).toBe(42)
  })
})
