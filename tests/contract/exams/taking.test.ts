import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/core/result'
import { makeRng } from '@/lib/core/rng'
import { shuffled } from '@/lib/exam/paper/shuffled'
import { foldAnswers, type SavedAnswer } from '@/lib/exam/saved-answers'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { listExams, readNotice } from '@/lib/server/services/exams/list-exams'
import { passLockPoint, takeBreak } from '@/lib/server/services/exams/move-attempt'
import { readSheet } from '@/lib/server/services/exams/read-sheet'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import { withheldFrom } from '@/lib/server/services/exams/withheld'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { begin, rightAnswers, sheetOf, toSave } from '../../support/exam-taker'
import { askable, makeClass, oneOfEach, publishedExam, publishSample } from '../../support/exam-world'

const minute = 60_000
const at = (ms: number) => new Date(noon + ms)

describe.each(testedDatabases)('taking an exam on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-minute))
  })
  afterAll(() => scratch.discard())

  it('begins when it opens, once, and from then on comes back to the same paper', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    const start = (when: Date) => startAttempt(scratch.db, student, exam, '', when)
    expect(await start(at(-1))).toEqual(refuse('exam-early'))
    expect(await start(at(120 * minute))).toEqual(refuse('exam-over'))
    const both = await Promise.all([start(at(0)), start(at(1))])
    const ids = both.map((one) => (one.ok ? one.value.attempt.id : one.error))
    expect(new Set(ids).size).toBe(1)
    const again = await start(at(130 * minute))
    expect(again.ok && again.value.attempt.id).toBe(ids[0])
    expect(await scratch.db.examAttempt.count({ where: { examId: exam } })).toBe(1)
  })

  it('is not there for a stranger, somebody blocked, a draft, or a guessed id', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    for (const [who, id] of [
      [world.stranger, exam],
      [world.teacher, exam],
      [student, 'exam-guessed'],
    ] as const) {
      expect(await startAttempt(scratch.db, who, id, '', at(0))).toEqual(refuse('not-found'))
      expect(await readNotice(scratch.db, who, id, at(0))).toEqual(refuse('not-found'))
      expect(await readSheet(scratch.db, who, id, 'en', at(0))).toEqual(refuse('not-found'))
      expect(await saveAnswers(scratch.db, who, id, [], at(0))).toEqual(refuse('not-found'))
      expect(await handIn(scratch.db, who, id, [], at(0))).toEqual(refuse('not-found'))
    }
    await scratch.db.classMember.updateMany({ where: { userId: student }, data: { student: 'blocked' } })
    expect(await startAttempt(scratch.db, student, exam, '', at(0))).toEqual(refuse('not-found'))
    expect(await listExams(scratch.db, student, at(0))).toEqual([])
  })

  it('takes whatever a fast student sends, and slows a script down without losing what was there', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    const save = (rev: number, ms: number) =>
      saveAnswers(scratch.db, student, exam, [toSave(0, { kind: 'text', text: `${rev}` }, { rev })], at(ms))
    // Two devices at once, each as often as it ever sends, for three minutes.
    for (let i = 1; i <= 120; i++) expect((await save(i, minute + i * 1500)).ok, `save ${i}`).toBe(true)
    const fast = []
    for (let i = 121; i <= 440; i++) fast.push((await save(i, 10 * minute + i)).ok)
    expect(fast.filter((taken) => taken)).toHaveLength(300)
    expect(await save(999, 10 * minute + 999)).toEqual(refuse('too-many'))
    expect(await save(1000, 11 * minute)).toMatchObject({ value: { acknowledged: [{ slot: 0, rev: 1000 }] } })
  })

  it('lets nobody switch breaks on and off without end', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    for (let i = 0; i < 60; i++) await takeBreak(scratch.db, student, exam, false, at(minute))
    expect(await takeBreak(scratch.db, student, exam, false, at(minute))).toEqual(refuse('too-many'))
    expect(await takeBreak(scratch.db, student, exam, false, at(12 * minute))).toEqual(ok(null))
  })

  it('brings flags to another device, and lets two devices flag at once', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    expect((await begin(scratch.db, student, exam, at(0))).flagged).toEqual([])
    const flag = (slot: number, on: boolean) => saveAnswers(scratch.db, student, exam, [], at(minute), [{ slot, on }])
    await Promise.all([flag(1, true), flag(4, true), flag(99, true)])
    expect((await sheetOf(scratch.db, student, exam, at(minute))).flagged).toEqual([1, 4])
    await flag(1, false)
    expect((await sheetOf(scratch.db, student, exam, at(minute))).flagged).toEqual([4])
  })

  it('tells each student their own times', async () => {
    const world = await makeClass(scratch.db, 2)
    const [plain = world.stranger, slow = world.stranger] = world.students
    await scratch.db.classMember.updateMany({ where: { userId: slow }, data: { label: 'extra time' } })
    const exam = await publishedExam(scratch.db, world, {
      accommodations: [{ label: 'extra time', factor: 1.5, breakMinutes: 10 }],
    })
    const notice = async (who: typeof plain) => {
      const read = await readNotice(scratch.db, who, exam, at(-1))
      return read.ok ? [read.value.durationMs / minute, read.value.breakMs / minute, read.value.questions] : read
    }
    expect(await notice(plain)).toEqual([60, 0, 6])
    expect(await notice(slow)).toEqual([90, 10, 6])
    expect((await begin(scratch.db, plain, exam, at(0))).deadline).toBe(noon + 60 * minute)
    expect((await begin(scratch.db, slow, exam, at(0))).deadline).toBe(noon + 90 * minute)
  })

  it('acknowledges answers, and brings them to another device', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    const sheet = await begin(scratch.db, student, exam, at(0))
    expect(sheet.slots.map(({ question }) => question !== undefined)).toEqual(Array(6).fill(true))
    const answers = await rightAnswers(scratch.db, exam, student)
    const offered = answers.map((answer, slot) => toSave(slot, answer, { rev: slot + 1 }))
    const saved = await saveAnswers(scratch.db, student, exam, offered, at(minute))
    expect(saved).toMatchObject({
      ok: true,
      value: {
        acknowledged: offered.map(({ slot, rev }) => ({ slot, rev })),
        finished: false,
        lateSeconds: 0,
        live: null,
      },
    })
    const elsewhere = await sheetOf(scratch.db, student, exam, at(2 * minute))
    expect(elsewhere.answers.map(({ answer }) => answer)).toEqual(answers)
    expect(elsewhere.slots).toEqual(sheet.slots)
  })

  it('comes to one state whatever the order, and to the one the rules say', async () => {
    const world = await makeClass(scratch.db, 3)
    const exam = await publishedExam(scratch.db, world)
    for (const [seed, student] of world.students.entries()) {
      await begin(scratch.db, student, exam, at(0))
      const rng = makeRng('packets', seed)
      const packets = Array.from(
        { length: 25 },
        (_, i): SavedAnswer => ({
          ...toSave(
            rng.integer(0, 5),
            { kind: 'text', text: `${i}` },
            { rev: rng.integer(1, 6), device: `d${rng.integer(0, 1)}` },
          ),
          receivedAt: noon + (rng.integer(0, 4) === 0 ? 62 : 30) * minute,
        }),
      ).sort((a, b) => a.receivedAt - b.receivedAt)
      // Two offers that differ only in what they say are one offer said twice.
      const offers = packets.map((one) => ({
        ...one,
        answer: { kind: 'text' as const, text: `${one.rev}${one.device}` },
      }))
      const early = offers.filter(({ receivedAt }) => receivedAt < noon + 60 * minute)
      const mixed = [...shuffled([...early, ...early.slice(0, 5)], rng), ...offers.slice(early.length)]
      for (const { receivedAt, ...offer } of mixed)
        await saveAnswers(scratch.db, student, exam, [{ ...offer, spentMs: 1 }], new Date(receivedAt))
      const { counted, late } = foldAnswers(offers, noon + 60.5 * minute)
      const rows = await scratch.db.examAnswer.findMany({
        where: { userId: student },
        orderBy: [{ late: 'asc' }, { slot: 'asc' }],
      })
      const told = (of: ReadonlyMap<number, SavedAnswer>, isLate: boolean) =>
        [...of.values()].sort((a, b) => a.slot - b.slot).map(({ slot, rev, device }) => [isLate, slot, rev, device])
      expect(rows.map(({ late: isLate, slot, rev, device }) => [isLate, slot, rev, device])).toEqual([
        ...told(counted, false),
        ...told(late, true),
      ])
    }
  })

  it('keeps what comes too late apart, and says how late it was', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    const text = (word: string) => ({ kind: 'text' as const, text: word })
    const save = (rev: number, when: Date) =>
      saveAnswers(scratch.db, student, exam, [toSave(0, text(`${rev}`), { rev })], when)
    expect(await save(1, at(60 * minute + 30_000))).toMatchObject({ value: { lateSeconds: 0, finished: false } })
    expect(await save(2, at(60 * minute + 42_000))).toMatchObject({
      value: { lateSeconds: 42, finished: true, acknowledged: [{ slot: 0, rev: 2 }] },
    })
    const rows = await scratch.db.examAnswer.findMany({ where: { userId: student }, orderBy: { rev: 'asc' } })
    expect(rows.map(({ rev, late }) => [rev, late])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('is handed in once: one receipt, and nothing that comes later counts', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world)
    await begin(scratch.db, student, exam, at(0))
    const answers = (await rightAnswers(scratch.db, exam, student)).map((answer, slot) => toSave(slot, answer))
    const hand = (when: Date) => handIn(scratch.db, student, exam, answers, when)
    const receipts = await Promise.all([hand(at(minute)), hand(at(minute + 5))])
    expect(receipts[0]).toEqual(receipts[1])
    expect(receipts[0]).toMatchObject({ ok: true, value: { answered: 6, of: 6, lateSeconds: 0 } })
    expect(receipts[0]?.ok && receipts[0].value.code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    expect(await hand(at(5 * minute))).toEqual(receipts[0])
    await saveAnswers(scratch.db, student, exam, [toSave(0, { kind: 'text', text: 'x' }, { rev: 9 })], at(2 * minute))
    expect(await scratch.db.examAnswer.count({ where: { userId: student, late: false } })).toBe(6)
    const sheet = await sheetOf(scratch.db, student, exam, at(2 * minute))
    expect(sheet.finished).toBe(true)
    expect(sheet.slots.some(({ question }) => question !== undefined)).toBe(false)
  })

  it('shows a part behind a lock-point only once it is passed, and then nothing before it', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const zones = oneOfEach.map((zone, index) => ({ ...zone, lock: index === 0 }))
    const exam = await publishedExam(scratch.db, world, { zones })
    const open = async () =>
      (await sheetOf(scratch.db, student, exam, at(minute))).slots.map(({ question }) => question !== undefined)
    expect((await begin(scratch.db, student, exam, at(0))).nextPlace).toBe(1)
    expect(await open()).toEqual([true, true, true, false, false, false])
    const word = toSave(0, { kind: 'text', text: 'kept' })
    expect(await passLockPoint(scratch.db, student, exam, 1, [word], at(minute))).toEqual(ok(1))
    expect(await passLockPoint(scratch.db, student, exam, 1, [word], at(minute))).toEqual(ok(1))
    expect(await open()).toEqual([false, false, false, true, true, true])
    const late = await saveAnswers(scratch.db, student, exam, [{ ...word, rev: 5 }], at(minute))
    expect(late).toMatchObject({ value: { acknowledged: [] } })
    const [row] = await scratch.db.examAnswer.findMany({ where: { userId: student } })
    expect([row?.rev, row?.slot]).toEqual([1, 0])
    expect(await passLockPoint(scratch.db, student, exam, 2, [], at(minute))).toEqual(refuse('not-found'))
  })

  it('stands still during a break that is allowed, and hides the questions', async () => {
    const world = await makeClass(scratch.db, 2)
    const [rested = world.stranger, plain = world.stranger] = world.students
    await scratch.db.classMember.updateMany({ where: { userId: rested }, data: { label: 'breaks' } })
    const exam = await publishedExam(scratch.db, world, {
      accommodations: [{ label: 'breaks', factor: 1, breakMinutes: 10 }],
    })
    for (const who of [rested, plain]) await begin(scratch.db, who, exam, at(0))
    expect(await takeBreak(scratch.db, plain, exam, true, at(minute))).toEqual(refuse('exam-break'))
    expect(await takeBreak(scratch.db, rested, exam, true, at(minute))).toEqual(ok(null))
    const during = await sheetOf(scratch.db, rested, exam, at(4 * minute))
    expect([during.onBreak, during.deadline, during.breakLeftMs]).toEqual([true, noon + 63 * minute, 7 * minute])
    expect(during.slots.some(({ question }) => question !== undefined)).toBe(false)
    expect(await takeBreak(scratch.db, rested, exam, false, at(5 * minute))).toEqual(ok(null))
    const after = await sheetOf(scratch.db, rested, exam, at(20 * minute))
    expect([after.onBreak, after.deadline]).toEqual([false, noon + 64 * minute])
  })

  /** A student whose label allows ten minutes of breaks, on one since the first minute; a lock-point lies ahead. */
  const onBreak = async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    await scratch.db.classMember.updateMany({ where: { userId: student }, data: { label: 'breaks' } })
    const exam = await publishedExam(scratch.db, world, {
      zones: oneOfEach.map((zone, index) => ({ ...zone, lock: index === 0 })),
      accommodations: [{ label: 'breaks', factor: 1, breakMinutes: 10 }],
    })
    await begin(scratch.db, student, exam, at(0))
    await takeBreak(scratch.db, student, exam, true, at(minute))
    return { student, exam }
  }

  it('takes no answers during a break but those that were on their way, and loses none', async () => {
    const { student, exam } = await onBreak()
    const save = (rev: number, ms: number) =>
      saveAnswers(scratch.db, student, exam, [toSave(0, { kind: 'text', text: `${rev}` }, { rev })], at(ms))
    expect(await save(1, minute + 20_000)).toMatchObject({ value: { acknowledged: [{ slot: 0, rev: 1 }] } })
    expect(await save(2, 3 * minute)).toEqual(refuse('exam-on-break'))
    expect(await passLockPoint(scratch.db, student, exam, 1, [], at(3 * minute))).toEqual(refuse('exam-on-break'))
    expect((await sheetOf(scratch.db, student, exam, at(3 * minute))).answers.map(({ rev }) => rev)).toEqual([1])
    await takeBreak(scratch.db, student, exam, false, at(4 * minute))
    expect(await save(2, 4 * minute)).toMatchObject({ value: { acknowledged: [{ slot: 0, rev: 2 }], lateSeconds: 0 } })
  })

  it('goes on by itself once a break has used up what is allowed', async () => {
    const { student, exam } = await onBreak()
    const after = await sheetOf(scratch.db, student, exam, at(11 * minute))
    expect([after.onBreak, after.deadline, after.breakLeftMs]).toEqual([false, noon + 70 * minute, 0])
    expect(after.slots.filter(({ question }) => question !== undefined)).toHaveLength(3)
    expect(await takeBreak(scratch.db, student, exam, true, at(12 * minute))).toEqual(refuse('exam-break'))
  })

  it('keeps answers handed in from a closed break as late ones', async () => {
    const { student, exam } = await onBreak()
    const answers = [toSave(0, { kind: 'text', text: 'typed on another device' })]
    expect(await handIn(scratch.db, student, exam, answers, at(5 * minute))).toMatchObject({ value: { answered: 0 } })
    expect(await scratch.db.examAnswer.findMany({ where: { userId: student }, select: { late: true } })).toEqual([
      { late: true },
    ])
  })

  it('withholds the concepts of open questions while it lasts, and no longer', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const zones = oneOfEach
      .slice(0, 1)
      .map((zone) => ({ ...zone, take: 1, items: [{ card: askable('compute'), difficulty: 0.5 }] }))
    const exam = await publishedExam(scratch.db, world, { zones })
    const withheld = (when: Date) => withheldFrom(scratch.db, student, when)
    expect(await withheld(at(0))).toEqual({ concepts: [], until: null })
    await begin(scratch.db, student, exam, at(0))
    expect(await withheld(at(minute))).toEqual({
      concepts: ['sample/gradient-step', 'sample/squared-error'],
      until: noon + 60.5 * minute,
    })
    // A device without a network must not give them out during a break that is still to come.
    const attempt = { where: { userId: student }, data: { allowance: '{"factor":1,"breakMs":600000}' } }
    await scratch.db.examAttempt.updateMany(attempt)
    expect((await withheld(at(minute))).until).toBe(noon + 70.5 * minute)
    await handIn(scratch.db, student, exam, [], at(2 * minute))
    expect(await withheld(at(3 * minute))).toEqual({ concepts: [], until: null })
  })

  it('comes along when a guest signs in to an account, unless that has taken the exam itself', async () => {
    const world = await makeClass(scratch.db, 3)
    const [guest = world.stranger, member = world.stranger, other = world.stranger] = world.students
    const guests = { in: [guest, other] }
    await scratch.db.user.updateMany({ where: { id: guests }, data: { kind: 'guest' } })
    await scratch.db.classMember.updateMany({ where: { userId: guests }, data: { listedName: 'Ann' } })
    const exam = await publishedExam(scratch.db, world)
    for (const who of [guest, other]) {
      await begin(scratch.db, who, exam, at(0))
      await saveAnswers(scratch.db, who, exam, [toSave(0, { kind: 'text', text: who })], at(1))
    }
    await mergeGuest(scratch.db, guest, member, at(2))
    const mine = async () => (await sheetOf(scratch.db, member, exam, at(3))).answers.map(({ answer }) => answer)
    expect(await mine()).toEqual([{ kind: 'text', text: guest }])
    await mergeGuest(scratch.db, other, member, at(4))
    expect(await mine()).toEqual([{ kind: 'text', text: guest }])
    const holders = await scratch.db.examAttempt.findMany({ where: { examId: exam }, select: { userId: true } })
    expect(holders, 'the second stays in the list, and is nobody’s').toHaveLength(2)
    expect(holders.filter(({ userId }) => userId === member)).toHaveLength(1)
    expect(holders.some(({ userId }) => userId === guest || userId === other)).toBe(false)
  })

  it('shows points while working only where the exam wants it, and only of what cannot be changed any more', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const zones = oneOfEach.map((zone, index) => ({ ...zone, lock: index === 0 }))
    const exam = await publishedExam(scratch.db, world, { liveScore: true, zones })
    expect((await begin(scratch.db, student, exam, at(0))).live).toBeNull()
    const answers = await rightAnswers(scratch.db, exam, student)
    const offered = answers.slice(0, 2).map((answer, slot) => toSave(slot, answer))
    const saved = await saveAnswers(scratch.db, student, exam, offered, at(1))
    expect(saved, 'a score of what can still be changed would tell the answers').toMatchObject({
      value: { live: null },
    })
    await passLockPoint(scratch.db, student, exam, 1, [], at(2))
    expect((await sheetOf(scratch.db, student, exam, at(3))).live).toEqual({ points: 4, of: 6 })
    const [last] = answers.slice(5)
    if (last === undefined) throw new Error('a short paper')
    expect(await saveAnswers(scratch.db, student, exam, [toSave(5, last)], at(4))).toMatchObject({
      value: { live: { points: 4, of: 6 } },
    })
  })
})
