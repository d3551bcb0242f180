import { expect, it } from 'vitest'
import type { MonitoredAttempt } from '@/lib/exam/protocol/staff'
import { resultsCsv } from '@/lib/exam/results-csv'
import { noon } from '../../support/events'

const attempt = (rest: Partial<MonitoredAttempt> = {}): MonitoredAttempt => ({
  attempt: 'a',
  name: 'Ada',
  number: '17',
  label: '',
  startedAt: noon,
  deadline: noon,
  answered: 2,
  of: 3,
  lastSeenAt: null,
  handedInAt: null,
  finished: true,
  onBreak: false,
  sameDevice: [],
  asks: null,
  devices: 1,
  late: null,
  lateAccepted: false,
  told: 'none',
  points: 2 / 3,
  outOf: 3,
  ...rest,
})

it('writes one student a line, and runs no formula that somebody has for a name', () => {
  const late = attempt({
    name: '=1+1, "x"',
    number: '-5',
    late: { answers: 1, seconds: 42 },
    points: null,
    startedAt: null,
  })
  expect(resultsCsv([attempt(), late]).split('\r\n')).toEqual([
    'name,number,label,started,deadline,handed in,answered,questions,late answers,late seconds,late accepted,points,out of',
    'Ada,17,,2026-03-10T12:00:00.000Z,2026-03-10T12:00:00.000Z,,2,3,0,0,no,0.667,3',
    '"\'=1+1, ""x""",-5,,,2026-03-10T12:00:00.000Z,,2,3,1,42,no,,3',
    '',
  ])
  expect(resultsCsv([attempt({ name: '＝1+1' })]), 'in full-width signs').toContain("\r\n'＝1+1,17")
})
