import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { drawPaper } from '@/lib/exam/paper/draw-paper'
import { accommodationsOf, timesOf } from '@/lib/exam/setup-times'
import { allowanceOf, startState } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { insertAttempt } from '../../db/insert-attempt'
import { withRetry } from '../../db/retry'
import type { ExamOfStudent } from '../../db/taken-exam'
import { admissionOf, askIn } from './admit'
import { examOfStudent } from './find-exam'
import { printOf } from './print'
import { codeRefusal } from './room-code'
import type { AttemptRow } from './sitting'
import { type ExamTerms, newAttemptId, readTerms } from './terms'

type StartRefusal = 'not-found' | 'exam-early' | 'exam-over' | 'exam-room-code' | 'exam-admission' | 'too-many'

export interface OwnAttempt {
  readonly exam: ExamOfStudent
  readonly terms: ExamTerms
  readonly attempt: AttemptRow
  /** Begun by this very request: nothing can have been answered yet. */
  readonly fresh: boolean
}

/** Where somebody begins from. */
export interface StartPlace {
  /** The network the request comes from. */
  readonly address: string
  /** The name of the browser; empty where it says none. */
  readonly device: string
}

const nowhere: StartPlace = { address: 'unknown', device: '' }

/**
 * Begins the one attempt a student has: the paper is drawn from the exam's secret and the attempt's own name, and the clock
 * runs. Beginning again, from here or from another device, comes back to the same attempt. Whoever may not begin by
 * themselves (`mayBegin`) has asked the staff by this, once the code of the room is right.
 */
export const startAttempt = async (
  db: Database,
  userId: UserId,
  examId: string,
  roomCode: string,
  now: Date,
  from: StartPlace = nowhere,
  id = newAttemptId(),
): Promise<Result<OwnAttempt, StartRefusal>> => {
  const found = await examOfStudent(db, userId, examId)
  if (!found.ok) return found
  const { exam, attempt: existing, sitter } = found.value
  const terms = readTerms(exam.terms)
  if (existing !== null) return ok({ exam, terms, attempt: existing, fresh: false })
  const state = startState(timesOf(terms), now.getTime())
  if (state !== 'open') return refuse(state === 'early' ? 'exam-early' : 'exam-over')
  const refused = await codeRefusal(db, { userId, examId, address: from.address }, terms.roomCode, roomCode, now)
  if (refused !== null) return refuse(refused)
  if ((await admissionOf(db, examId, userId, terms, sitter)) !== 'none') {
    await askIn(db, examId, userId, from.device, now)
    return refuse('exam-admission')
  }
  const { zones } = await printOf(db, exam)
  const row = {
    id,
    userId,
    startedAt: now,
    paper: JSON.stringify(drawPaper(zones, `${exam.secret}/${id}`)),
    allowance: JSON.stringify(allowanceOf(sitter.labels, accommodationsOf(terms))),
  }
  const attempt = await withRetry(() => insertAttempt(db, exam, row))
  // Two taps at once are one attempt; taken back meanwhile, perhaps published anew, this paper's questions are gone.
  return attempt === null ? ownAttempt(db, userId, examId) : ok({ exam, terms, attempt, fresh: true })
}

/** A student's own attempt, begun before. */
export const ownAttempt = async (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<OwnAttempt, 'not-found'>> => {
  const found = await examOfStudent(db, userId, examId)
  if (!found.ok) return found
  const { exam, attempt } = found.value
  return attempt === null ? refuse('not-found') : ok({ exam, terms: readTerms(exam.terms), attempt, fresh: false })
}
