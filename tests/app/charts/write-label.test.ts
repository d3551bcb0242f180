import { expect, test } from 'vitest'
import { writeLabel, writePercent } from '@/app/_ui/charts/write-label'

const say = (key: string) => key

test('a calendar date has no time zone: the same day everywhere', () => {
  const date = { kind: 'date', date: '2026-11-23' } as const
  expect(writeLabel(date, 'en', say, 'short')).toBe('Nov 23')
  expect(writeLabel(date, 'zh', say, 'short')).toBe('11月23日')
})

test('months and messages are written in the reader’s language', () => {
  expect(writeLabel({ kind: 'month', month: '2026-09' }, 'en', say, 'short')).toBe('Sep 2026')
  const label = { kind: 'message', message: { key: 'retention.all', values: {} } } as const
  expect(writeLabel(label, 'en', say, 'short')).toBe('retention.all')
})

test('shares are whole percents', () => {
  expect(writePercent(0.904, 'en')).toBe('90%')
})
