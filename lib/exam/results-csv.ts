import { mayRun } from '@/lib/core/spreadsheet'
import type { MonitoredAttempt } from './protocol/staff'

/** What a spreadsheet would run gets an apostrophe in front. */
const guarded = (text: string): string => (mayRun(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : guarded(String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const instant = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())
const rounded = (points: number | null): number | null => (points === null ? null : Math.round(points * 1000) / 1000)

/** Columns of the results of an exam. */
const resultColumns = [
  'name',
  'number',
  'label',
  'started',
  'deadline',
  'handed in',
  'answered',
  'questions',
  'late answers',
  'late seconds',
  'late accepted',
  'points',
  'out of',
] as const

/** Results as CSV with CRLF (RFC 4180), one student a line; times in UTC, points to three decimals. */
export const resultsCsv = (attempts: readonly MonitoredAttempt[]): string =>
  [
    resultColumns.join(','),
    ...attempts.map((one) =>
      [
        one.name,
        one.number,
        one.label,
        instant(one.startedAt),
        instant(one.deadline),
        instant(one.handedInAt),
        one.answered,
        one.of,
        one.late?.answers ?? 0,
        one.late?.seconds ?? 0,
        one.lateAccepted ? 'yes' : 'no',
        rounded(one.points),
        rounded(one.outOf),
      ]
        .map(cell)
        .join(','),
    ),
    '',
  ].join('\r\n')
