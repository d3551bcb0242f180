import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAttempt } from '@/lib/server/db/insert-attempt'
import { takenExam } from '@/lib/server/db/taken-exam'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { begin } from '../../support/exam-taker'
import { type ExamWorld, makeClass, publishedExam, publishSample } from '../../support/exam-world'

const now = new Date(noon)

describe.each(testedDatabases)('an exam and its student’s attempt, asked for at once on $name', ({ make }) => {
  let scratch: OpenScratch
  let world: ExamWorld
  let exam: string
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, now)
    world = await makeClass(scratch.db, 3, now)
    exam = await publishedExam(scratch.db, world)
  })
  afterAll(() => scratch.discard())
  const student = (nth: number) => world.students[nth] ?? world.stranger

  it('are what the tables hold, value by value', async () => {
    await begin(scratch.db, student(0), exam, now)
    const attempt = { handedInAt: now, receipt: '{}', lateAccepted: true, extraMs: 60_000, place: 1 }
    await scratch.db.examAttempt.updateMany({ where: { userId: student(0) }, data: attempt })
    const { id, classId, terms, zones, secret, publishedAt } = await scratch.db.exam.findUniqueOrThrow({
      where: { id: exam },
    })
    expect(await takenExam(scratch.db, student(0), exam)).toMatchObject({
      exam: { id, classId, terms, zones, secret, publishedAt },
      attempt: await scratch.db.examAttempt.findUnique({
        where: { examId_userId: { examId: exam, userId: student(0) } },
      }),
    })
  })

  it('leave the attempt out before it is begun', async () => {
    expect(await takenExam(scratch.db, student(1), exam)).toMatchObject({ exam: { id: exam }, attempt: null })
  })

  it('are not there for staff, strangers, whoever was blocked or has left, and while the exam is a draft', async () => {
    for (const one of [world.teacher, world.stranger]) expect(await takenExam(scratch.db, one, exam)).toBeNull()
    for (const stand of ['blocked', 'left', 'none'] as const) {
      await scratch.db.classMember.updateMany({ where: { userId: student(2) }, data: { student: stand } })
      expect(await takenExam(scratch.db, student(2), exam)).toBeNull()
    }
    await scratch.db.exam.update({ where: { id: exam }, data: { state: 'draft' } })
    expect(await takenExam(scratch.db, student(0), exam)).toBeNull()
    await scratch.db.exam.update({ where: { id: exam }, data: { state: 'published' } })
  })

  it('know their student as the class list does', async () => {
    const { joinedAt } = await scratch.db.classMember.findFirstOrThrow({ where: { userId: student(1) } })
    const sitter = { labels: [], listed: false, guest: false, joinedAt: joinedAt.getTime() }
    expect((await takenExam(scratch.db, student(1), exam))?.sitter).toStrictEqual(sitter)
    const listing = { label: 'more time', number: '7', seatLinkAt: now }
    await scratch.db.classMember.updateMany({ where: { userId: student(1) }, data: listing })
    const listed = { ...sitter, labels: ['more time'], listed: true }
    expect((await takenExam(scratch.db, student(1), exam))?.sitter).toStrictEqual(listed)
  })

  it('are written where the exam stands as it was read, once', async () => {
    const found = await takenExam(scratch.db, student(1), exam)
    if (found === null) throw new Error('no such exam')
    const row = { id: 'attempt-1', userId: student(1), startedAt: now, paper: '[]', allowance: '{}' }
    const earlier = { ...found.exam, publishedAt: new Date(noon - 7_200_000) }
    expect(await insertAttempt(scratch.db, earlier, row)).toBeNull()
    const written = await insertAttempt(scratch.db, found.exam, row)
    expect(written).toStrictEqual(await scratch.db.examAttempt.findUnique({ where: { id: 'attempt-1' } }))
    expect(written).toMatchObject(row)
    expect(await insertAttempt(scratch.db, found.exam, { ...row, id: 'attempt-2' })).toBeNull()
  })
})
