import type { ExamSetup } from './setup'
import type { Accommodation, ExamTimes } from './times'

const minuteMs = 60_000

export const timesOf = (
  setup: Pick<ExamSetup, 'opensAt' | 'dueAt' | 'closesAt' | 'durationMinutes' | 'graceSeconds'>,
): ExamTimes => ({
  opensAt: setup.opensAt,
  dueAt: setup.dueAt,
  closesAt: setup.closesAt,
  durationMs: setup.durationMinutes * minuteMs,
  graceMs: setup.graceSeconds * 1000,
})

export const accommodationsOf = (setup: Pick<ExamSetup, 'accommodations'>): readonly Accommodation[] =>
  setup.accommodations.map(({ label, factor, breakMinutes }) => ({ label, factor, breakMs: breakMinutes * minuteMs }))
