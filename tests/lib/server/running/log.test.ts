import { expect, it } from 'vitest'
import { logLine } from '@/lib/server/running/log'

const now = new Date('2026-03-01T12:00:00Z')

it('is a sentence for people', () => {
  expect(logLine('plain', 'error', 'The backup failed.', { route: 'page' }, now)).toBe('The backup failed.')
})

it('is one JSON object a line for a collector, whatever the sentence holds', () => {
  const line = logLine('json', 'error', 'first\nsecond "quoted"', { route: 'api/sync', ms: 12 }, now)
  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toEqual({
    time: '2026-03-01T12:00:00.000Z',
    level: 'error',
    message: 'first\nsecond "quoted"',
    route: 'api/sync',
    ms: 12,
  })
})
