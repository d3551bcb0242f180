import 'server-only'
import type { Database } from '../../db/client'
import { withinLimit } from '../limit'

const minuteMs = 60_000
/** A device saves every three seconds at the most, and a student has one or two. */
const freeAMinute = 60
/** What each attempt has beyond that, on all processes together. */
const mostAMinute = 240

let minute = 0
let counts = new Map<string, number>()

/**
 * Whether an attempt asks no more than a student can. What any student needs is counted in this process alone and costs no
 * write; what goes beyond is counted in the database, where every process sees it. The minute's counts are all that is
 * remembered here, and losing them forgives less than a minute.
 */
export const withinTraffic = async (db: Database, attemptId: string, now: Date): Promise<boolean> => {
  const current = Math.floor(now.getTime() / minuteMs)
  if (current !== minute) {
    minute = current
    counts = new Map()
  }
  const count = (counts.get(attemptId) ?? 0) + 1
  counts.set(attemptId, count)
  if (count <= freeAMinute) return true
  return withinLimit(db, { key: `exam-traffic:${attemptId}`, most: mostAMinute, windowMs: minuteMs }, now)
}

const movesWindowMs = 10 * minuteMs
const mostMoves = 60

/** Whether breaks and lock-points are asked for no more often than somebody could want them, lost answers included. */
export const withinMoves = (db: Database, attemptId: string, now: Date): Promise<boolean> =>
  withinLimit(db, { key: `exam-moves:${attemptId}`, most: mostMoves, windowMs: movesWindowMs }, now)
