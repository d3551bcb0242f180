import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Transaction } from '../../db/client'
import { newUserId } from '../new-id'

/**
 * Gives attempts with their answers to somebody else. There is one attempt a person: at an exam that the heir has begun as
 * well, the heir's own stands.
 */
export const moveAttempts = async (tx: Transaction, from: UserId, to: UserId): Promise<void> => {
  const own = await tx.examAttempt.findMany({ where: { userId: to }, select: { examId: true } })
  const moved = await tx.examAttempt.findMany({
    where: { userId: from, examId: { notIn: own.map(({ examId }) => examId) } },
    select: { id: true },
  })
  const ids = moved.map(({ id }) => id)
  await tx.examAttempt.updateMany({ where: { id: { in: ids } }, data: { userId: to } })
  await tx.examAnswer.updateMany({ where: { attemptId: { in: ids } }, data: { userId: to } })
}

/** Gives requests to be let in, and what was said to them, to somebody else, who is asked about instead. */
export const moveAdmissions = async (tx: Transaction, from: UserId, to: UserId): Promise<void> => {
  const own = await tx.examAdmission.findMany({ where: { userId: to, admittedAt: null }, select: { examId: true } })
  const admitted = await tx.examAdmission.findMany({ where: { userId: from, admittedAt: { not: null } } })
  const better = admitted.map(({ examId }) => examId).filter((id) => own.some(({ examId }) => examId === id))
  await tx.examAdmission.deleteMany({ where: { userId: to, examId: { in: better } } })
  const kept = await tx.examAdmission.findMany({ where: { userId: to }, select: { examId: true } })
  await tx.examAdmission.updateMany({
    where: { userId: from, examId: { notIn: kept.map(({ examId }) => examId) } },
    data: { userId: to },
  })
}

/**
 * Somebody's account is about to go, or a guest whose attempt is a second one, but an exam is the class's record too: who has
 * seen the paper stays in its list under a name that says nothing, held by a stand-in whom nobody can sign in as; an attempt
 * that still runs ends by its bell. The stand-in goes as an idle guest does, after `guestIdleDays`, and takes them with it.
 */
export const leaveAttemptsNameless = async (tx: Transaction, userId: UserId, now: Date): Promise<void> => {
  const attempts = await tx.examAttempt.findMany({ where: { userId }, select: { exam: { select: { classId: true } } } })
  if (attempts.length === 0) return
  const standIn = newUserId(now)
  await tx.user.create({ data: { id: standIn, kind: 'guest', createdAt: now, lastSeenAt: now } })
  const classIds = [...new Set(attempts.map(({ exam }) => exam.classId))]
  await tx.classMember.createMany({
    data: classIds.map((classId) => ({
      classId,
      userId: standIn,
      student: 'left' as const,
      joinedAt: now,
      listedName: `#${standIn.slice(-6)}`,
    })),
  })
  await moveAttempts(tx, userId, standIn)
}
