import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/core/result'
import { insertAttempt } from '@/lib/server/db/insert-attempt'
import { takenExam } from '@/lib/server/db/taken-exam'
import { askableCards } from '@/lib/server/services/exams/askable-cards'
import { listExams, readExam } from '@/lib/server/services/exams/list-exams'
import { previewExam } from '@/lib/server/services/exams/preview-exam'
import { publishExam, withdrawExam } from '@/lib/server/services/exams/publish-exam'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import { changeExam, createExam, deleteExam } from '@/lib/server/services/exams/write-exam'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { examSetup, setupZone } from '../../support/exam-setups'
import { takeExam } from '../../support/exam-taker'
import { askable, makeClass, oneOfEach, publishedExam, publishSample } from '../../support/exam-world'

const now = new Date(noon - 3_600_000)

describe.each(testedDatabases)('writing an exam on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, now)
  })
  afterAll(() => scratch.discard())

  const draft = async (changes: Parameters<typeof examSetup>[0] = {}) => {
    const world = await makeClass(scratch.db, 1)
    const setup = examSetup({ zones: oneOfEach, ...changes })
    const made = await createExam(scratch.db, world.teacher, world.classId, setup, now)
    if (!made.ok) throw new Error(made.error)
    return { world, setup, exam: made.value }
  }

  it('is for editors of the class’s content', async () => {
    const { world, setup, exam } = await draft()
    const [student = world.stranger] = world.students
    expect(await createExam(scratch.db, student, world.classId, setup, now)).toEqual(refuse('class-role'))
    expect(await createExam(scratch.db, world.stranger, world.classId, setup, now)).toEqual(refuse('not-found'))
    expect(await readExam(scratch.db, world.stranger, exam)).toEqual(refuse('not-found'))
    expect(await readExam(scratch.db, student, exam)).toEqual(refuse('class-role'))
    expect(await changeExam(scratch.db, student, exam, 1, setup, now)).toEqual(refuse('class-role'))
    expect(await publishExam(scratch.db, world.stranger, exam, 1, now)).toEqual(refuse('not-found'))
    expect(await listExams(scratch.db, student, now)).toEqual([])
    expect(await listExams(scratch.db, world.teacher, now)).toMatchObject([{ id: exam, state: 'draft', role: 'staff' }])
  })

  it('never overwrites what was changed elsewhere', async () => {
    const { world, setup, exam } = await draft()
    expect(await changeExam(scratch.db, world.teacher, exam, 1, { ...setup, title: 'Final' }, now)).toEqual(ok(2))
    expect(await changeExam(scratch.db, world.teacher, exam, 1, setup, now)).toEqual(refuse('stale'))
    expect(await readExam(scratch.db, world.teacher, exam)).toMatchObject({
      value: { revision: 2, setup: { title: 'Final' }, mayEdit: true, mayGrade: true, simulated: false },
    })
  })

  it('says what stands against publishing, and then freezes nothing', async () => {
    const broken = [
      setupZone({
        items: [
          { card: 'sample/nothing', difficulty: 0.5 },
          { card: askable('basic'), difficulty: 0.5 },
        ],
      }),
    ]
    const { world, exam } = await draft({ title: '', zones: broken })
    expect(await publishExam(scratch.db, world.teacher, exam, 1, now)).toMatchObject({
      ok: true,
      value: {
        kind: 'refused',
        faults: [{ key: 'title', severity: 'error' }],
        cards: [
          { card: 'sample/nothing', why: 'gone' },
          { card: askable('basic'), why: 'unmarkable' },
        ],
      },
    })
    expect(await scratch.db.examItem.count({ where: { examId: exam } })).toBe(0)
  })

  it('freezes the questions; then terms may change and questions may not', async () => {
    const { world, setup, exam } = await draft()
    expect(await publishExam(scratch.db, world.teacher, exam, 1, now)).toMatchObject({
      value: { kind: 'published', revision: 2 },
    })
    expect(await publishExam(scratch.db, world.teacher, exam, 2, now)).toEqual(refuse('exam-published'))
    const longer = { ...setup, durationMinutes: 90 }
    expect(await changeExam(scratch.db, world.teacher, exam, 2, longer, now)).toEqual(ok(3))
    const fewer = { ...longer, zones: oneOfEach.slice(1) }
    expect(await changeExam(scratch.db, world.teacher, exam, 3, fewer, now)).toEqual(refuse('exam-published'))
    const open = await scratch.db.examItem.findMany({ where: { examId: exam } })
    expect(open.map(({ open: byAnyone }) => byAnyone)).toEqual(Array(6).fill(true))
  })

  it('comes back into a draft until somebody has begun, and goes with its class’s owner alone after that', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    expect(await withdrawExam(scratch.db, world.teacher, exam)).toEqual(ok(3))
    expect(await publishExam(scratch.db, world.teacher, exam, 3, now)).toMatchObject({ value: { kind: 'published' } })
    await takeExam(scratch.db, student, exam, 1, new Date(noon))
    expect(await withdrawExam(scratch.db, world.teacher, exam)).toEqual(refuse('exam-begun'))
    expect(await scratch.db.examItem.count({ where: { examId: exam } })).toBe(6)
    await scratch.db.classMember.update({
      where: { classId_userId: { classId: world.classId, userId: world.teacher } },
      data: { content: 'editor' },
    })
    expect(await deleteExam(scratch.db, world.teacher, exam)).toEqual(refuse('class-role'))
    await scratch.db.classMember.update({
      where: { classId_userId: { classId: world.classId, userId: world.teacher } },
      data: { content: 'owner' },
    })
    expect(await deleteExam(scratch.db, world.teacher, exam)).toEqual(ok(null))
    expect(await scratch.db.examAnswer.count({ where: { examId: exam } })).toBe(0)
  })

  it('is begun by nobody while it is taken back: no paper is of questions that are gone', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    const read = await takenExam(scratch.db, student, exam)
    if (read === null) throw new Error('no such exam')
    expect(await withdrawExam(scratch.db, world.teacher, exam)).toMatchObject({ ok: true })
    const row = { id: 'attempt-late', userId: student, startedAt: now, paper: '[]', allowance: '{}' }
    expect(await insertAttempt(scratch.db, read.exam, row)).toBeNull()
    expect(await startAttempt(scratch.db, student, exam, '', new Date(noon))).toEqual(refuse('not-found'))
    expect(await scratch.db.examAttempt.count({ where: { examId: exam } })).toBe(0)
  })

  it('is taken back or begun, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const world = await makeClass(scratch.db, 1)
      const [student = world.stranger] = world.students
      const exam = await publishedExam(scratch.db, world)
      const [begun, back] = await Promise.all([
        startAttempt(scratch.db, student, exam, '', new Date(noon)),
        withdrawExam(scratch.db, world.teacher, exam),
      ])
      expect([begun.ok, back.ok].sort()).toEqual([false, true])
    }
  })

  it('lists the cards that can be asked, and shows a paper as a student gets it', async () => {
    const { world, exam } = await draft()
    const cards = await askableCards(scratch.db, world.teacher, world.classId, 'sample', 'zh')
    if (!cards.ok) throw new Error(cards.error)
    const types = new Set(cards.value.map(({ type }) => type))
    expect([types.has('compute'), types.has('basic'), types.has('cloze')]).toEqual([true, false, false])
    expect(cards.value.every(({ text, open }) => text !== '' && open)).toBe(true)
    const preview = await previewExam(scratch.db, world.teacher, exam, 'en', 3, now)
    expect(preview).toMatchObject({ ok: true, value: { faults: [], cards: [] } })
    expect(preview.ok && preview.value.slots.map(({ points, question }) => [points, question !== undefined])).toEqual([
      ...Array(3).fill([2, true]),
      ...Array(3).fill([4, true]),
    ])
    const [student = world.stranger] = world.students
    expect(await previewExam(scratch.db, student, exam, 'en', 3, now)).toEqual(refuse('class-role'))
    expect(await askableCards(scratch.db, student, world.classId, 'sample', 'en')).toEqual(refuse('class-role'))
  })

  it('lets everybody else have their turn while many questions are frozen, and one exam wait for another', async () => {
    const items = Array.from({ length: 60 }, () => ({ card: askable('compute'), difficulty: 0.5 }))
    const { world, exam } = await draft({ zones: [setupZone({ items })], forms: 12 })
    let turns = 0
    let asking = true
    const ask = () => {
      turns++
      if (asking) setImmediate(ask)
    }
    setImmediate(ask)
    const ends: string[] = []
    const preview = (draw: number) =>
      previewExam(scratch.db, world.teacher, exam, 'en', draw, now).then(() => ends.push(`${draw} after ${turns}`))
    await Promise.all([preview(1), preview(2)])
    asking = false
    const [first = 0, second = 0] = ends.map((end) => Number(end.split(' ').at(-1)))
    expect(first).toBeGreaterThanOrEqual(items.length)
    expect(second - first).toBeGreaterThanOrEqual(items.length)
  })
})
