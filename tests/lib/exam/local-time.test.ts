import { describe, expect, it } from 'vitest'
import { instantOf, localOf } from '@/lib/exam/local-time'

describe('a clock on the wall of a zone', () => {
  it('shows an instant and is read back', () => {
    const at = Date.UTC(2026, 2, 10, 12)
    expect(localOf('Asia/Shanghai', at)).toBe('2026-03-10T20:00')
    expect(localOf('America/New_York', at)).toBe('2026-03-10T08:00')
    for (const zone of ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'])
      for (let month = 0; month < 12; month++) {
        const instant = Date.UTC(2026, month, 17, 9, 30)
        expect(instantOf(zone, localOf(zone, instant)), zone).toBe(instant)
      }
  })

  it('reads an hour that comes twice as the first, and one that is skipped as the one after', () => {
    expect(instantOf('Europe/Berlin', '2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(localOf('Europe/Berlin', instantOf('Europe/Berlin', '2026-03-29T02:30') ?? 0)).toBe('2026-03-29T03:30')
  })

  it('reads nothing that is no time', () => {
    for (const text of ['', 'tomorrow', '2026-03-10', '2026-13-10T10:00']) expect(instantOf('UTC', text)).toBeNull()
  })
})
