import { describe, expect, it } from 'vitest'
import { zoneOffsetAt } from '@/lib/core/zone'

describe('the offset of a time zone', () => {
  it.each([
    ['UTC', '2026-07-01T00:00:00Z', 0],
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 480],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', 330],
    ['America/St_Johns', '2026-01-01T00:00:00Z', -210],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
  ])('of %s at %s is %i minutes', (zone, at, minutes) => {
    expect(zoneOffsetAt(zone, Date.parse(at))).toBe(minutes)
  })
})
