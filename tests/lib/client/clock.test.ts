import { afterEach, describe, expect, it, vi } from 'vitest'
import { deviceClock, momentAt } from '@/lib/client/clock'
import { studyDay } from '@/lib/schedule/study-day'

afterEach(() => vi.unstubAllEnvs())

describe("the device's clock", () => {
  it.each([
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 480],
    ['America/Los_Angeles', '2026-03-08T09:59:00Z', -480],
    ['America/Los_Angeles', '2026-03-08T10:01:00Z', -420],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 345],
    ['UTC', '2026-07-01T00:00:00Z', 0],
  ])('is so far east of Greenwich in %s at %s', (zone, at, minutes) => {
    vi.stubEnv('TZ', zone)
    expect(deviceClock.zoneOffset(Date.parse(at))).toBe(minutes)
  })

  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia', 'UTC'])(
    'turns the study day at 4 in %s, every day of a year',
    (zone) => {
      vi.stubEnv('TZ', zone)
      for (let date = 0; date < 365; date++) {
        const night = new Date(2026, 0, 1 + date, 3, 59).getTime()
        const morning = new Date(2026, 0, 1 + date, 4, 0).getTime()
        const dayOf = (at: number) => studyDay(momentAt(deviceClock, at, 4))
        expect(dayOf(morning) - dayOf(night), new Date(morning).toISOString()).toBe(1)
      }
    },
  )
})
