import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardTypeNamed } from '@/lib/cards/list'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { UserId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { ok, refuse } from '@/lib/core/result'
import type { Correction, NewKey } from '@/lib/exam/corrections/correction'
import type { PaperSlot } from '@/lib/exam/paper/zone'
import { applyCorrection, previewCorrection, undoCorrection } from '@/lib/server/services/exams/correct-marking'
import { examStatistics, listCorrectionsOf } from '@/lib/server/services/exams/exam-statistics'
import { acceptLate, reopenAttempt } from '@/lib/server/services/exams/grade-attempt'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'
import { readFeedback } from '@/lib/server/services/exams/read-feedback'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { begin, rightAnswers, takeExam, toSave } from '../../support/exam-taker'
import { type ExamWorld, makeClass, publishedExam, publishSample } from '../../support/exam-world'

const minute = 60_000
const at = (ms: number) => new Date(noon + ms)
const after = at(4 * 60 * minute)

describe.each(testedDatabases)('marking an exam on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-minute))
  })
  afterAll(() => scratch.discard())

  const results = async (world: ExamWorld, exam: string) => {
    const list = await monitorExam(scratch.db, world.teacher, exam, after)
    if (!list.ok) throw new Error(list.error)
    return list.value
  }
  const pointsOf = async (world: ExamWorld, exam: string) => (await results(world, exam)).map(({ points }) => points)
  const attemptOf = async (exam: string, userId: UserId | undefined) =>
    (await scratch.db.examAttempt.findFirstOrThrow({ where: { examId: exam, userId: userId ?? '' } })).id
  const slotOf = async (exam: string, userId: UserId, item: string): Promise<number> => {
    const { paper } = await scratch.db.examAttempt.findFirstOrThrow({ where: { examId: exam, userId } })
    return (JSON.parse(paper) as readonly PaperSlot[]).find((slot) => slot.item === item)?.slot ?? -1
  }
  /** Every number the student's computed question shows, as its frozen showing has them. */
  const shownNumbers = async (exam: string, userId: UserId): Promise<number[]> => {
    const row = await scratch.db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'compute' } })
    const { paper } = await scratch.db.examAttempt.findFirstOrThrow({ where: { examId: exam, userId } })
    const slot = (JSON.parse(paper) as readonly PaperSlot[]).find(({ item }) => item === row.item)
    const { seed } = await scratch.db.examForm.findFirstOrThrow({
      where: { examId: exam, item: row.item, form: slot?.form ?? -1 },
    })
    const content = (JSON.parse(row.contents) as { readonly en: Json }).en
    const { given } = cardTypeNamed('compute')?.present(content, { seed, language: 'en' }) ?? {}
    return Object.values(given ?? {}).flatMap(({ data }) => [...data])
  }
  const taken = async (rights: readonly number[]) => {
    const world = await makeClass(scratch.db, rights.length)
    const exam = await publishedExam(scratch.db, world)
    for (const [i, student] of world.students.entries())
      await takeExam(scratch.db, student, exam, rights[i] ?? 0, at(0))
    return { world, exam }
  }

  it('gives every finished attempt its points, also one ended by the bell alone', async () => {
    const { world, exam } = await taken([6, 3, 0])
    expect(await pointsOf(world, exam)).toEqual([18, 6, 0])
    const other = await makeClass(scratch.db, 1)
    const [student = other.stranger] = other.students
    const unfinished = await publishedExam(scratch.db, other)
    await begin(scratch.db, student, unfinished, at(0))
    const answers = await rightAnswers(scratch.db, unfinished, student)
    const saves = answers.map((answer, slot) => toSave(slot, answer))
    await saveAnswers(scratch.db, student, unfinished, saves, at(minute))
    const during = await monitorExam(scratch.db, other.teacher, unfinished, at(2 * minute))
    expect(during).toMatchObject({ value: [{ points: null, answered: 6, finished: false, devices: 1 }] })
    expect(await pointsOf(other, unfinished)).toEqual([18])
  })

  it('calls a student by the class list, else by the account’s name, else by its address', async () => {
    const world = await makeClass(scratch.db, 3)
    const exam = await publishedExam(scratch.db, world)
    const [listed = '', named = '', nameless = ''] = world.students
    const member = { classId_userId: { classId: world.classId, userId: listed } }
    await scratch.db.classMember.update({ where: member, data: { listedName: 'A. Listed' } })
    await scratch.db.user.updateMany({ where: { id: { in: [listed, nameless] } }, data: { name: '' } })
    const names = (await results(world, exam)).map(({ name }) => name)
    expect(names).toEqual(['A. Listed', named, `${nameless}@example.org`])
  })

  it('counts late answers only once staff accepts them, and not any more when it takes that back', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    const answers = (await rightAnswers(scratch.db, exam, student)).map((answer, slot) => toSave(slot, answer))
    await saveAnswers(scratch.db, student, exam, answers.slice(0, 3), at(minute))
    await handIn(scratch.db, student, exam, answers, at(61 * minute))
    expect(await results(world, exam)).toMatchObject([
      { points: 6, outOf: 18, late: { answers: 3, seconds: 60 }, lateAccepted: false },
    ])
    const attempt = await attemptOf(exam, student)
    expect(await acceptLate(scratch.db, world.teacher, exam, attempt, true)).toEqual(ok(null))
    expect(await pointsOf(world, exam)).toEqual([18])
    expect(await acceptLate(scratch.db, world.teacher, exam, attempt, false)).toEqual(ok(null))
    expect(await pointsOf(world, exam)).toEqual([6])
    expect(await acceptLate(scratch.db, world.teacher, exam, 'attempt-guessed', true)).toEqual(refuse('not-found'))
  })

  it('opens an attempt again after a crash, with everything that was answered', async () => {
    const { world, exam } = await taken([2])
    const [student = world.stranger] = world.students
    const attempt = await attemptOf(exam, student)
    const later = at(70 * minute)
    expect(await reopenAttempt(scratch.db, world.teacher, exam, attempt, 15, later)).toEqual(ok(null))
    const answers = (await rightAnswers(scratch.db, exam, student)).map((answer, slot) => toSave(slot, answer))
    expect(await saveAnswers(scratch.db, student, exam, answers.slice(2), at(80 * minute))).toMatchObject({
      value: { finished: false, deadline: noon + 85 * minute, lateSeconds: 0 },
    })
    expect(await pointsOf(world, exam)).toEqual([18])
  })

  it('tells the staff what students may read by now, before anybody is given more time', async () => {
    const { world, exam } = await taken([2])
    const toldAt = async (now: Date) => {
      const list = await monitorExam(scratch.db, world.teacher, exam, now)
      return list.ok ? list.value.map(({ told }) => told) : list.error
    }
    expect(await toldAt(at(70 * minute))).toEqual(['none'])
    expect(await toldAt(after)).toEqual(['full'])
    await reopenAttempt(scratch.db, world.teacher, exam, await attemptOf(exam, world.students[0]), 15, after)
    expect(await toldAt(after)).toEqual(['none'])
  })

  it('shows who gains and loses by a change, makes it, and takes it back to the very numbers there were', async () => {
    const { world, exam } = await taken([6, 3, 1, 0])
    const before = await pointsOf(world, exam)
    const item = (await scratch.db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'numeric' } })).item
    const doubled: Correction = { item, change: { kind: 'points', points: 8 }, neverLower: false }
    const preview = await previewCorrection(scratch.db, world.teacher, exam, doubled, after)
    expect(preview).toMatchObject({
      ok: true,
      value: { attempts: 4, gain: 1, lose: 0, moved: [{ before: 18, after: 22 }] },
    })
    expect(await pointsOf(world, exam)).toEqual(before)

    const applied = await applyCorrection(scratch.db, world.teacher, exam, doubled, after)
    expect(applied).toMatchObject({ ok: true, value: { gain: 1, lose: 0 } })
    expect((await results(world, exam)).map(({ points, outOf }) => [points, outOf])).toEqual([
      [22, 22],
      [6, 22],
      [before[2], 22],
      [0, 22],
    ])
    expect(await listCorrectionsOf(scratch.db, world.teacher, exam)).toMatchObject({
      value: [{ item, change: doubled.change, by: world.teacher }],
    })
    if (!applied.ok) throw new Error(applied.error)
    const undone = await undoCorrection(scratch.db, world.teacher, exam, applied.value.id, after)
    expect(undone).toMatchObject({ ok: true, value: { gain: 0, lose: 1 } })
    expect(await pointsOf(world, exam)).toEqual(before)
    expect(await undoCorrection(scratch.db, world.teacher, exam, applied.value.id, after)).toEqual(refuse('not-found'))
  })

  it('drops a question, gives it to everybody, changes a key, and takes the middle of several changes back', async () => {
    const { world, exam } = await taken([6, 0])
    const item = (await scratch.db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'choice' } })).item
    const apply = async (change: Correction['change'], neverLower = false) => {
      const made = await applyCorrection(scratch.db, world.teacher, exam, { item, change, neverLower }, after)
      if (!made.ok) throw new Error(made.error)
      return made.value.id
    }
    const form = await scratch.db.examForm.findFirstOrThrow({ where: { examId: exam, item } })
    const { options, right } = JSON.parse(form.key) as { options: string[]; right: string[] }
    const wrong = options.filter((id) => !right.includes(id)).slice(0, 1)
    await apply({ kind: 'key', form: null, also: false, key: { kind: 'choice', right: wrong } })
    expect(await pointsOf(world, exam)).toEqual([16, 0])
    const full = await apply({ kind: 'full' })
    expect(await pointsOf(world, exam)).toEqual([18, 2])
    await apply({ kind: 'drop' })
    expect((await results(world, exam)).map(({ points, outOf }) => [points, outOf])).toEqual([
      [16, 16],
      [0, 16],
    ])
    await undoCorrection(scratch.db, world.teacher, exam, full, after)
    expect((await listCorrectionsOf(scratch.db, world.teacher, exam)).ok).toBe(true)
    expect(await pointsOf(world, exam)).toEqual([16, 0])
  })

  it('changes the key of every kind of question, tells first who gains, and takes it back', async () => {
    const { world, exam } = await taken([6, 0])
    const before = await pointsOf(world, exam)
    const told = await examStatistics(scratch.db, world.teacher, exam, 'en', after)
    if (!told.ok) throw new Error(told.error)
    const wrongKeys: { readonly [type: string]: (key: MarkingKey) => NewKey | null } = {
      choice: (key) =>
        key.kind === 'choice' ? { kind: 'choice', right: key.options.filter((id) => !key.right.includes(id)) } : null,
      order: (key) => (key.kind === 'order' ? { kind: 'order', order: [...key.order].reverse() } : null),
      match: (key) => {
        if (key.kind !== 'match') return null
        const rights = key.pairs.map(([, right]) => right)
        return { kind: 'match', pairs: key.pairs.map(([left], i) => [left, rights[(i + 1) % rights.length] ?? '']) }
      },
      code: () => ({ kind: 'text', answers: ['something else'] }),
      numeric: (key) =>
        key.kind === 'numbers'
          ? { kind: 'numbers', keys: Object.fromEntries(key.asks.map((ask) => [ask.name, ask.key.map((x) => x + 99)])) }
          : null,
    }
    for (const [type, wrong] of Object.entries(wrongKeys)) {
      const question = told.value.items.find((one) => one.type === type)
      const own = question?.keys[0]
      const key = own === undefined ? null : wrong(own.key)
      if (question === undefined || key === null) throw new Error(`no ${type} question`)
      expect(question.input?.kind, 'staff answers it anew with the control its students had').toBeDefined()
      const change: Correction['change'] = { kind: 'key', form: null, also: false, key }
      const correction = { item: question.item, change, neverLower: false }
      expect(await previewCorrection(scratch.db, world.teacher, exam, correction, after), type).toMatchObject({
        value: { lose: 1 },
      })
      const made = await applyCorrection(scratch.db, world.teacher, exam, correction, after)
      if (!made.ok) throw new Error(made.error)
      expect((await pointsOf(world, exam))[0], type).toBeLessThan(before[0] ?? 0)
      await undoCorrection(scratch.db, world.teacher, exam, made.value.id, after)
      expect(await pointsOf(world, exam), type).toEqual(before)
    }
  })

  it('shows an answer by the key that counted for it, where another is accepted beside the old one', async () => {
    const { world, exam } = await taken([0])
    const [student = world.stranger] = world.students
    const form = await scratch.db.examForm.findFirstOrThrow({ where: { examId: exam, of: { is: { type: 'code' } } } })
    const slot = await slotOf(exam, student, form.item)
    const attempt = await attemptOf(exam, student)
    await reopenAttempt(scratch.db, world.teacher, exam, attempt, 5, at(70 * minute))
    const answer = { kind: 'text', text: 'another spelling' } as const
    await handIn(scratch.db, student, exam, [toSave(slot, answer)], at(71 * minute))
    const change: Correction['change'] = {
      kind: 'key',
      form: null,
      also: true,
      key: { kind: 'text', answers: [answer.text] },
    }
    await applyCorrection(scratch.db, world.teacher, exam, { item: form.item, change, neverLower: true }, after)
    const read = await readFeedback(scratch.db, student, exam, 'en', after)
    if (!read.ok) throw new Error(read.error)
    const shown = read.value.questions.find((one) => one.slot === slot)
    expect([shown?.points, shown?.verdict.right, shown?.verdict.cells[0]?.state]).toEqual([4, true, 'right'])
  })

  it('refuses a change that is about no question, or about another kind of key', async () => {
    const { world, exam } = await taken([1])
    const item = (await scratch.db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'choice' } })).item
    const change: Correction['change'] = { kind: 'tolerance', abs: 1, rel: 0 }
    for (const odd of [item, 'q99'])
      expect(
        await applyCorrection(scratch.db, world.teacher, exam, { item: odd, change, neverLower: false }, after),
      ).toEqual(refuse('exam-correction'))
  })

  it('marks whoever finishes after a change by that change', async () => {
    const world = await makeClass(scratch.db, 2)
    const [first = world.stranger, second = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await takeExam(scratch.db, first, exam, 0, at(0))
    const item = (await scratch.db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'code' } })).item
    await applyCorrection(scratch.db, world.teacher, exam, { item, change: { kind: 'full' }, neverLower: false }, at(1))
    await takeExam(scratch.db, second, exam, 0, at(2))
    expect(await pointsOf(world, exam)).toEqual([4, 4])
  })

  it('tells how each question was answered', async () => {
    const { world, exam } = await taken([6, 6, 3, 0])
    const told = await examStatistics(scratch.db, world.teacher, exam, 'en', after)
    if (!told.ok) throw new Error(told.error)
    expect(told.value.marked).toBe(4)
    expect(told.value.items.map(({ item }) => item)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6'])
    expect(told.value.items.map(({ statistics }) => statistics?.mean)).toEqual([0.75, 0.75, 0.75, 0.5, 0.5, 0.5])
    expect(told.value.items.every(({ open, text }) => open && text !== '')).toBe(true)
  })

  it('tells a student what the policy says, when it says it', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    const feedback = async (when: Date) => {
      const read = await readFeedback(scratch.db, student, exam, 'en', when)
      if (!read.ok) throw new Error(read.error)
      return read.value
    }
    expect(await feedback(at(minute))).toMatchObject({ finished: false, seen: 'none', points: null, questions: [] })
    const answers = (await rightAnswers(scratch.db, exam, student)).map((answer, slot) => toSave(slot, answer))
    await handIn(scratch.db, student, exam, answers.slice(0, 5), at(minute))
    const early = await feedback(at(2 * minute))
    expect(early).toMatchObject({ finished: true, seen: 'none', at: noon + 180 * minute, points: null, questions: [] })
    const full = await feedback(after)
    expect(full).toMatchObject({ seen: 'full', points: 14, of: 18 })
    expect(full.questions.map(({ verdict }) => verdict.right)).toEqual([true, true, true, true, true, false])
    expect(full.questions.every(({ solution, card }) => solution.length > 0 && card !== null)).toBe(true)
    const computed = full.questions.filter(({ trace }) => trace !== null)
    expect(computed, 'the computed question is worked through on its own numbers').toHaveLength(1)
    const given = computed[0]?.trace?.nodes.filter(({ role }) => role === 'given') ?? []
    const numbers = given.flatMap(({ value }) => value.map((cell) => Number(cell.replace('−', '-'))))
    expect(numbers.sort()).toEqual((await shownNumbers(exam, student)).sort())
    expect(full.questions.at(-1)?.verdict.cells.every(({ state, key }) => state === 'empty' && key !== '')).toBe(true)

    const quiet = await publishedExam(scratch.db, world, {
      feedback: { show: 'marks', when: 'handed-in', at: null, keysEarly: false },
    })
    await takeExam(scratch.db, student, quiet, 2, at(0))
    const marks = await readFeedback(scratch.db, student, quiet, 'zh', at(minute))
    if (!marks.ok) throw new Error(marks.error)
    expect(marks.value.seen).toBe('marks')
    for (const { verdict, solution, told, trace, step } of marks.value.questions) {
      expect(verdict.cells.every(({ key }) => key === '')).toBe(true)
      expect([solution, told, trace, step]).toEqual([[], [], null, null])
    }
  })
})
