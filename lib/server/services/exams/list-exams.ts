import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result } from '@/lib/core/result'
import { feedbackAt, keysAt } from '@/lib/exam/feedback'
import type { ExamNotice } from '@/lib/exam/protocol/attempt'
import type { AuthoredExam, ExamListing } from '@/lib/exam/protocol/staff'
import { accommodationsOf, timesOf } from '@/lib/exam/setup-times'
import { allowanceOf, ownDue, ownDuration, startState } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { mayIn } from '../classes/access'
import { admissionOf } from './admit'
import { examOfStaff, examOfStudent } from './find-exam'
import { printOf } from './print'
import { standOf } from './sitting'
import { readSetup, readTerms } from './terms'

const mostListed = 500

/** Exams of every class somebody is in, the latest first: drafts for staff alone. */
export const listExams = async (db: Database, userId: UserId, now: Date): Promise<readonly ExamListing[]> => {
  const memberships = await db.classMember.findMany({
    where: {
      userId,
      OR: [{ student: 'learning' }, { content: { not: 'none' } }, { studentData: { not: 'none' } }],
    },
    select: { classId: true, content: true, studentData: true, class: { select: { title: true } } },
  })
  const classes = new Map(memberships.map((one) => [one.classId, one]))
  const rows = await db.exam.findMany({
    where: { classId: { in: [...classes.keys()] } },
    select: {
      id: true,
      classId: true,
      state: true,
      terms: true,
      attempts: { where: { userId } },
    },
    orderBy: { createdAt: 'desc' },
    take: mostListed,
  })
  return rows.flatMap(({ id, classId, state, terms: column, attempts }) => {
    const member = classes.get(classId)
    if (member === undefined) return []
    const staff = member.content !== 'none' || member.studentData !== 'none'
    if (!staff && state === 'draft') return []
    const terms = readTerms(column)
    const [attempt] = attempts
    const { title, opensAt, dueAt, closesAt, zone } = terms
    return [
      {
        id,
        classId,
        className: member.class.title,
        title,
        state,
        opensAt,
        dueAt,
        closesAt,
        zone,
        role: staff ? ('staff' as const) : ('student' as const),
        attempt: attempt === undefined ? null : standOf(attempt, terms, now).finished ? 'finished' : 'open',
      } satisfies ExamListing,
    ]
  })
}

/** An exam as its staff reads it. */
export const readExam = async (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<AuthoredExam, 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, {})
  if (!found.ok) return found
  const { exam, access } = found.value
  const [{ title, simulated }, begun, members] = await Promise.all([
    db.class.findUniqueOrThrow({ where: { id: exam.classId }, select: { title: true, simulated: true } }),
    db.examAttempt.count({ where: { examId } }),
    db.classMember.findMany({ where: { classId: exam.classId, label: { not: '' } }, select: { label: true } }),
  ])
  return ok({
    id: exam.id,
    classId: exam.classId,
    className: title,
    simulated,
    revision: exam.revision,
    state: exam.state,
    setup: readSetup(exam),
    begun,
    mayEdit: mayIn(access, { content: 'editor' }),
    mayGrade: mayIn(access, { studentData: 'editor' }),
    maySee: mayIn(access, { studentData: 'viewer' }),
    labels: [...new Set(members.map(({ label }) => label))].sort(),
  })
}

/** What a student may know of an exam before beginning. */
export const readNotice = async (
  db: Database,
  userId: UserId,
  examId: string,
  now: Date,
): Promise<Result<ExamNotice, 'not-found'>> => {
  const found = await examOfStudent(db, userId, examId)
  if (!found.ok) return found
  const { exam, attempt, sitter } = found.value
  const terms = readTerms(exam.terms)
  const times = timesOf(terms)
  const [print, { title: className }] = await Promise.all([
    printOf(db, exam),
    db.class.findUniqueOrThrow({ where: { id: exam.classId }, select: { title: true } }),
  ])
  const allowance = allowanceOf(sitter.labels, accommodationsOf(terms))
  const counts = print.zones.map(({ take, points, pool }) => ({ count: Math.min(take, pool.length), points }))
  return ok({
    exam: exam.id,
    title: terms.title,
    className,
    instructions: terms.instructions,
    zone: terms.zone,
    opensAt: terms.opensAt,
    dueAt: ownDue(times, allowance),
    closesAt: terms.closesAt,
    durationMs: ownDuration(times, allowance),
    breakMs: allowance.breakMs,
    wantsCode: terms.roomCode !== null,
    questions: counts.reduce((sum, { count }) => sum + count, 0),
    points: counts.reduce((sum, { count, points }) => sum + count * points, 0),
    lockPoints: print.locks.slice(0, -1).filter(Boolean).length,
    feedback: terms.feedback.show,
    feedbackAt: feedbackAt(terms.feedback, terms.closesAt),
    keysAt: keysAt(terms.feedback, terms.closesAt),
    admission: attempt === null ? await admissionOf(db, exam.id, userId, terms, sitter) : 'none',
    state: startState(times, now.getTime()),
    attempt: attempt === null ? null : standOf(attempt, terms, now).finished ? 'finished' : 'open',
    now: now.getTime(),
  })
}
