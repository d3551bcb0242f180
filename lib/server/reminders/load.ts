import 'server-only'
import type { UserId } from '@/lib/core/id'
import { dateOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import { meanShowing, minutesLeft } from '@/lib/schedule/workload'
import type { Database } from '../db/client'
import { dueByDay } from '../services/due-counts'
import { wallClock } from './zone'

/** What one study day will ask. */
export interface DayLoad {
  /** `2026-11-29`. */
  readonly date: string
  readonly cards: number
  readonly minutes: number
}

const lastShowings = 200

const paceOf = async (db: Database, userId: UserId): Promise<number> => {
  const rows = await db.reviewEvent.findMany({
    where: { userId, kind: 'grade' },
    orderBy: { sequence: 'desc' },
    take: lastShowings,
    select: { detail: true },
  })
  const durations = rows.map(({ detail }) => {
    const { durationMs }: { readonly durationMs?: unknown } = JSON.parse(detail)
    return typeof durationMs === 'number' ? durationMs : 0
  })
  return meanShowing(durations)
}

/** The reviews of today, with all that is overdue, and of the days after it, as far as they are planned by now. */
export const comingLoad = async (
  db: Database,
  userId: UserId,
  where: { readonly zone: string; readonly dayStartsAt: number },
  now: Date,
  days: number,
): Promise<readonly DayLoad[]> => {
  const { zoneOffset } = wallClock(where.zone, now)
  const today = studyDay({ at: now.getTime(), zoneOffset, dayStartsAt: where.dayStartsAt })
  const [counts, pace] = await Promise.all([dueByDay(db, userId, today, days), paceOf(db, userId)])
  return counts.map((cards, ahead) => ({
    date: dateOfStudyDay(today + ahead),
    cards,
    minutes: minutesLeft({ new: 0, learning: 0, due: cards }, pace),
  }))
}
