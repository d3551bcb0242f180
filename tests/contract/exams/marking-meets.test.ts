import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserId } from '@/lib/core/id'
import { ok } from '@/lib/core/result'
import type { Database } from '@/lib/server/db/client'
import { inTransaction } from '@/lib/server/db/client'
import { acceptLate, reopenAttempt } from '@/lib/server/services/exams/grade-attempt'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { lockMarking, markFinished } from '@/lib/server/services/exams/mark-attempts'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { changeExam } from '@/lib/server/services/exams/write-exam'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { examSetup } from '../../support/exam-setups'
import { begin, rightAnswers, takeExam, toSave } from '../../support/exam-taker'
import { type ExamWorld, makeClass, oneOfEach, publishedExam, publishSample } from '../../support/exam-world'

const minute = 60_000
const at = (minutes: number) => new Date(noon + minutes * minute)

describe.each(testedDatabases)('marking on $name, while something else happens to the exam,', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-1))
  })
  afterAll(() => scratch.discard())

  const pointsAt = async ({ teacher }: ExamWorld, exam: string, now: Date) => {
    const list = await monitorExam(scratch.db, teacher, exam, now)
    if (!list.ok) throw new Error(list.error)
    return list.value.map(({ points }) => points)
  }
  const attemptOf = async (exam: string) =>
    (await scratch.db.examAttempt.findFirstOrThrow({ where: { examId: exam } })).id
  const one = async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    return { world, student, exam: await publishedExam(scratch.db, world) }
  }
  const answersOf = async (exam: string, student: UserId) =>
    (await rightAnswers(scratch.db, exam, student)).map((answer, slot) => toSave(slot, answer))

  it('counts what is answered after the exam’s end was put off, also of whoever the bell had ended before', async () => {
    const { world, student, exam } = await one()
    await begin(scratch.db, student, exam, at(90))
    const answers = await answersOf(exam, student)
    await saveAnswers(scratch.db, student, exam, answers.slice(0, 3), at(91))
    expect(await pointsAt(world, exam, at(125))).toEqual([6])
    const longer = examSetup({ zones: oneOfEach, dueAt: at(150).getTime() })
    expect(await changeExam(scratch.db, world.teacher, exam, 2, longer, at(126))).toEqual(ok(3))
    expect(await pointsAt(world, exam, at(127)), 'being written again').toEqual([null])
    expect(await saveAnswers(scratch.db, student, exam, answers, at(128))).toMatchObject({ value: { finished: false } })
    await handIn(scratch.db, student, exam, [], at(129))
    expect(await pointsAt(world, exam, at(130))).toEqual([18])
  })

  it('keeps the marks of those who have finished by the new end as well', async () => {
    const { world, student, exam } = await one()
    await takeExam(scratch.db, student, exam, 3, at(0))
    expect(await pointsAt(world, exam, at(125))).toEqual([6])
    const marked = await scratch.db.examResult.findFirstOrThrow({ where: { examId: exam } })
    const longer = examSetup({ zones: oneOfEach, dueAt: at(150).getTime() })
    expect(await changeExam(scratch.db, world.teacher, exam, 2, longer, at(126))).toEqual(ok(3))
    expect(await scratch.db.examResult.findFirstOrThrow({ where: { examId: exam } })).toEqual(marked)
  })

  it('counts an answer that came in time and was written only after the marking', async () => {
    const { world, student, exam } = await one()
    await begin(scratch.db, student, exam, at(90))
    const answers = await answersOf(exam, student)
    await saveAnswers(scratch.db, student, exam, answers.slice(0, 3), at(91))
    expect(await pointsAt(world, exam, at(121))).toEqual([6])
    await saveAnswers(scratch.db, student, exam, answers, at(120.4))
    expect(await pointsAt(world, exam, at(123))).toEqual([18])
    const settled = await scratch.db.examResult.findFirstOrThrow({ where: { examId: exam } })
    await pointsAt(world, exam, at(124))
    expect(await scratch.db.examResult.findFirstOrThrow({ where: { examId: exam } }), 'and no more').toEqual(settled)
  })

  /** The database, where something else is done between looking for attempts to mark and marking them. */
  const interrupted = (deed: () => Promise<unknown>): Database =>
    new Proxy(scratch.db, {
      get: (target, key) =>
        key === 'examAttempt'
          ? {
              findMany: async (given: Parameters<Database['examAttempt']['findMany']>[0]) => {
                const rows = await target.examAttempt.findMany(given)
                await deed()
                return rows
              },
            }
          : Reflect.get(target, key),
    })

  it('leaves an attempt alone that was opened again in between', async () => {
    const { world, student, exam } = await one()
    await takeExam(scratch.db, student, exam, 3, at(0))
    const attempt = await attemptOf(exam)
    const meanwhile = () => reopenAttempt(scratch.db, world.teacher, exam, attempt, 15, at(70))
    await markFinished(interrupted(meanwhile), exam, at(70))
    expect(await scratch.db.examResult.count({ where: { examId: exam } })).toBe(0)
    await saveAnswers(scratch.db, student, exam, (await answersOf(exam, student)).slice(3), at(71))
    await handIn(scratch.db, student, exam, [], at(72))
    expect(await pointsAt(world, exam, at(73))).toEqual([18])
  })

  it.each([
    [
      'opens an attempt again',
      (...own: readonly [UserId, string, string]) => reopenAttempt(scratch.db, ...own, 15, at(70)),
    ],
    ['accepts late answers', (...own: readonly [UserId, string, string]) => acceptLate(scratch.db, ...own, true)],
  ])('is waited for by whoever %s, and its marks are then forgotten', async (_, deed) => {
    const { world, student, exam } = await one()
    await takeExam(scratch.db, student, exam, 3, at(0))
    const attemptId = await attemptOf(exam)
    let done: Promise<unknown> = Promise.resolve()
    await inTransaction(scratch.db, async (tx) => {
      await lockMarking(tx, exam)
      done = deed(world.teacher, exam, attemptId)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await tx.examResult.create({ data: { attemptId, examId: exam, points: 6, outOf: 18, markedAt: at(70) } })
    })
    expect(await done).toEqual(ok(null))
    expect(await scratch.db.examResult.count({ where: { attemptId } })).toBe(0)
  })
})
