import { makeRng, type Rng } from '@/lib/core/rng'
import type { Change, Correction } from '@/lib/exam/corrections/correction'
import type { Database } from '@/lib/server/db/client'
import { changeListing } from '@/lib/server/services/classes/change-member'
import { applyCorrection, previewCorrection } from '@/lib/server/services/exams/correct-marking'
import { acceptLate } from '@/lib/server/services/exams/grade-attempt'
import { agreed } from './agreed'
import { moreTime } from './demo-exam-setup'
import { chanceAt, type DemoClass, type DemoStudent } from './demo-room'
import { sitExam } from './demo-sitting'

const minuteMs = 60_000

/** Who does what, by their place in the class list. */
const slower = 4
const counted = 7
const uncounted = 11
const absent = 13
const belled = 15

/** Writes down who has more time, before the exam begins. */
const giveMoreTime = async (db: Database, room: DemoClass, students: readonly DemoStudent[]): Promise<void> => {
  const student = students[slower]
  if (student === undefined) return
  const listing = { listedName: student.learner.name, number: student.number, label: moreTime }
  agreed('The label', await changeListing(db, room.teacherId, room.classId, student.userId, listing))
}

/** One student with more time and a break, one who is late and counted, one who is late and not, one stopped by the bell. */
const conductOf = (turn: number, rng: Rng) => {
  const usual = { writesMs: rng.integer(32, 58) * minuteMs, breakMs: 0, ends: 'handed-in' } as const
  if (turn === slower) return { ...usual, writesMs: 88 * minuteMs, breakMs: 6 * minuteMs }
  if (turn === counted || turn === uncounted)
    return { ...usual, writesMs: 60 * minuteMs + (turn === counted ? 95_000 : 170_000) }
  return turn === belled ? { ...usual, writesMs: 60 * minuteMs, ends: 'bell' as const } : usual
}

/** What a teacher finds who looks at near misses: the wider tolerance, or else the full points, that most students gain by. */
const correct = async (db: Database, room: DemoClass, examId: string, now: Date): Promise<void> => {
  const forms = await db.examForm.findMany({ where: { examId, form: 0 }, orderBy: { item: 'asc' } })
  const changes: readonly Change[] = [{ kind: 'tolerance', abs: 0, rel: 0.05 }, { kind: 'full' }]
  for (const change of changes) {
    let best: { readonly correction: Correction; readonly gain: number } | null = null
    for (const { item, key } of forms) {
      const { kind } = JSON.parse(key) as { readonly kind: string }
      if (change.kind === 'tolerance' && kind !== 'numbers') continue
      const correction = { item, change, neverLower: true }
      const { gain } = agreed('Trying', await previewCorrection(db, room.teacherId, examId, correction, now))
      if (gain > (best?.gain ?? 0)) best = { correction, gain }
    }
    if (best === null) continue
    agreed('Re-marking', await applyCorrection(db, room.teacherId, examId, best.correction, now))
    return
  }
}

/** An exam that all but one have sat: one with more time, two late and one of them counted, one stopped by the bell; marked. */
export const holdMidterm = async (
  db: Database,
  room: DemoClass,
  students: readonly DemoStudent[],
  exam: { readonly id: string; readonly opensAt: number; readonly closesAt: number },
  seed: string,
): Promise<void> => {
  await giveMoreTime(db, room, students)
  const rng = makeRng('midterm', seed)
  for (const [turn, student] of students.entries()) {
    const beginsAt = exam.opensAt + rng.integer(0, 9 * minuteMs)
    const conduct = conductOf(turn, rng)
    if (turn === absent) continue
    await sitExam(
      db,
      exam.id,
      { ...conduct, ...student, beginsAt, chance: chanceAt(room, student, exam.opensAt) },
      `${seed}/midterm`,
    )
  }
  const late = students[counted]
  const afterwards = new Date(exam.closesAt + 2 * 3_600_000)
  if (late !== undefined) {
    const where = { examId_userId: { examId: exam.id, userId: late.userId } }
    const { id } = await db.examAttempt.findUniqueOrThrow({ where })
    agreed('Counting what was late', await acceptLate(db, room.teacherId, exam.id, id, true))
  }
  await correct(db, room, exam.id, afterwards)
}
