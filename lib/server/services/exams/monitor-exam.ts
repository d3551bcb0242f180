import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result } from '@/lib/core/result'
import type { MonitoredAttempt } from '@/lib/exam/protocol/staff'
import { isNewer } from '@/lib/exam/saved-answers'
import { lateSeconds } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { answersOf } from './answer-rows'
import { examOfStaff } from './find-exam'
import { markFinished } from './mark-attempts'
import { readPaper, standOf } from './sitting'
import { readTerms } from './terms'

const readAttempts = (db: Database, examId: string) =>
  db.examAttempt.findMany({
    where: { examId },
    include: {
      result: true,
      answers: {
        select: { slot: true, rev: true, device: true, receivedAt: true, late: true, spentMs: true, answer: true },
      },
    },
  })

type Row = Awaited<ReturnType<typeof readAttempts>>[number]
type Progress = Omit<MonitoredAttempt, 'name' | 'number' | 'label'>

const notBegun: Progress = {
  attempt: null,
  startedAt: null,
  deadline: null,
  answered: 0,
  of: 0,
  lastSeenAt: null,
  handedInAt: null,
  finished: false,
  onBreak: false,
  devices: 0,
  late: null,
  lateAccepted: false,
  points: null,
  outOf: null,
}

const progressOf = (row: Row, terms: ReturnType<typeof readTerms>, now: Date): Progress => {
  const { deadline, finished, onBreak } = standOf(row, terms, now)
  const { counted, late } = answersOf(row.answers)
  const newer = [...late].filter(([slot, answer]) => isNewer(answer, counted.get(slot))).map(([, answer]) => answer)
  const seen = row.answers.map(({ receivedAt }) => receivedAt.getTime())
  return {
    attempt: row.id,
    startedAt: row.startedAt.getTime(),
    deadline,
    answered: counted.size,
    of: readPaper(row).length,
    lastSeenAt: seen.length === 0 ? null : Math.max(...seen),
    handedInAt: row.handedInAt?.getTime() ?? null,
    finished,
    onBreak,
    devices: new Set(row.answers.map(({ device }) => device)).size,
    late:
      newer.length === 0
        ? null
        : {
            answers: newer.length,
            seconds: lateSeconds(deadline, Math.max(...newer.map(({ receivedAt }) => receivedAt))),
          },
    lateAccepted: row.lateAccepted,
    points: row.result?.points ?? null,
    outOf: row.result?.outOf ?? null,
  }
}

/**
 * Everybody who may take the exam or has, with how far they are; whoever is finished has been marked by then. Somebody who
 * has left the class since stays in the list as long as their attempt is there.
 */
export const monitorExam = async (
  db: Database,
  userId: UserId,
  examId: string,
  now: Date,
): Promise<Result<readonly MonitoredAttempt[], 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'viewer' })
  if (!found.ok) return found
  const { exam } = found.value
  const terms = readTerms(exam.terms)
  await markFinished(db, examId, now)
  const [members, attempts] = await Promise.all([
    db.classMember.findMany({
      where: { classId: exam.classId },
      select: {
        userId: true,
        student: true,
        listedName: true,
        number: true,
        label: true,
        user: { select: { name: true, email: true } },
      },
    }),
    readAttempts(db, examId),
  ])
  const byUser = new Map(attempts.map((attempt) => [attempt.userId, attempt]))
  const listed = members.flatMap((member): readonly MonitoredAttempt[] => {
    const row = byUser.get(member.userId)
    if (row === undefined && member.student !== 'learning') return []
    const { listedName, number, label, user } = member
    return [
      {
        name: listedName || user.name || (user.email ?? ''),
        number,
        label,
        ...(row === undefined ? notBegun : progressOf(row, terms, now)),
      },
    ]
  })
  return ok(listed.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)))
}
