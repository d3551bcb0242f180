import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { Label } from '@/lib/view/chart'

/** The last `days` study days, today the last. */
export const lastDays = (today: number, days: number): readonly Label[] =>
  Array.from({ length: days }, (_, i) => ({ kind: 'date', date: dateOfStudyDay(today - days + 1 + i) }))
