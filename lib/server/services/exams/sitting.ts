import 'server-only'
import type { PaperSlot } from '@/lib/exam/paper/zone'
import type { Receipt } from '@/lib/exam/protocol/attempt'
import { timesOf } from '@/lib/exam/setup-times'
import { type Allowance, type Break, breakNow, closedByBreak, deadlineOf, type Sitting } from '@/lib/exam/times'
import type { Transaction } from '../../db/client'
import type { ExamTerms } from './terms'

export type AttemptRow = NonNullable<Awaited<ReturnType<Transaction['examAttempt']['findFirst']>>>

export type TimeColumns = Pick<AttemptRow, 'startedAt' | 'allowance' | 'breaks' | 'extraMs' | 'handedInAt'>

// These columns hold what this server wrote, and nobody else.
export const readPaper = (row: Pick<AttemptRow, 'paper'>): readonly PaperSlot[] =>
  JSON.parse(row.paper) as readonly PaperSlot[]
export const readBreaks = (row: Pick<AttemptRow, 'breaks'>): readonly Break[] =>
  JSON.parse(row.breaks) as readonly Break[]
export const readFlagged = (row: Pick<AttemptRow, 'flagged'>): readonly number[] =>
  JSON.parse(row.flagged) as readonly number[]
export const readReceipt = (row: Pick<AttemptRow, 'receipt'>): Receipt | null =>
  row.receipt === null ? null : (JSON.parse(row.receipt) as Receipt)

export const readSitting = (row: TimeColumns): Sitting => ({
  startedAt: row.startedAt.getTime(),
  allowance: JSON.parse(row.allowance) as Allowance,
  breaks: readBreaks(row),
  extraMs: row.extraMs,
})

export interface Stand {
  readonly deadline: number
  /** Last instant at which an answer counts by itself. */
  readonly countsUntil: number
  /** Handed in, or the deadline and the grace are over. */
  readonly finished: boolean
  /** A break lasts; its questions are hidden. */
  readonly onBreak: boolean
  /** The break takes no answers any more. */
  readonly closed: boolean
}

/** Where an attempt stands now. */
export const standOf = (row: TimeColumns, terms: ExamTerms, now: Date): Stand => {
  const [times, sitting, at] = [timesOf(terms), readSitting(row), now.getTime()]
  const deadline = deadlineOf(times, sitting, at)
  const countsUntil = deadline + times.graceMs
  const finished = row.handedInAt !== null || at > countsUntil
  return {
    deadline,
    countsUntil,
    finished,
    onBreak: !finished && breakNow(sitting.breaks, sitting.allowance, at) !== null,
    closed: !finished && closedByBreak(times, sitting, at),
  }
}
