import { describe, expect, it } from 'vitest'
import { type ItemResult, itemStatistics } from '@/lib/exam/statistics'

const result = (attempt: number, rest: Partial<ItemResult> = {}): ItemResult => ({
  attempt: `a${attempt}`,
  form: 0,
  score: 1,
  spentMs: 1000,
  mistake: null,
  ...rest,
})

describe('statistics of an item', () => {
  it('tell its mean, its median time and how often each mistake was made', () => {
    const results = [
      result(0, { score: 1, spentMs: 0 }),
      result(1, { score: 0, spentMs: 3000, mistake: 'sign' }),
      result(2, { score: 0.5, spentMs: 1000 }),
      result(3, { score: 0, spentMs: 2000, mistake: 'sign' }),
      result(4, { score: 0, spentMs: 9000, mistake: 'half' }),
    ]
    expect(itemStatistics('i', results, () => 0.5)).toMatchObject({
      item: 'i',
      count: 5,
      mean: 0.3,
      medianMs: 2000,
      discrimination: null,
      mistakes: [
        { name: 'sign', count: 2 },
        { name: 'half', count: 1 },
      ],
    })
  })

  it('tell how well it parts the strong from the weak', () => {
    const rest = (attempt: string) => Number(attempt.slice(1)) / 10
    const parts = Array.from({ length: 10 }, (_, i) => result(i, { score: i < 5 ? 0 : 1 }))
    expect(itemStatistics('i', parts, rest).discrimination).toBeCloseTo(0.8704, 3)
    const backwards = parts.map((one) => ({ ...one, score: 1 - one.score }))
    expect(itemStatistics('i', backwards, rest).discrimination).toBeCloseTo(-0.8704, 3)
  })

  it('point at a form that is answered otherwise than the others', () => {
    const results = Array.from({ length: 120 }, (_, i) => {
      const form = i % 4
      return result(i, { form, score: form === 3 ? 0 : i % 8 < 7 ? 1 : 0 })
    })
    const { forms } = itemStatistics('i', results, () => 0)
    expect(forms.map(({ form, drifts }) => [form, drifts])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(itemStatistics('i', results.slice(0, 20), () => 0).forms.some(({ drifts }) => drifts)).toBe(false)
  })
})
