import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { admit } from '@/lib/server/services/exams/admit'
import { readNotice } from '@/lib/server/services/exams/list-exams'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'
import { readFeedback } from '@/lib/server/services/exams/read-feedback'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { begin, takeExam } from '../../support/exam-taker'
import { type ExamWorld, makeClass, publishedExam, publishSample } from '../../support/exam-world'

const minute = 60_000
const at = (ms: number) => new Date(noon + ms)

describe.each(testedDatabases)('who sits an exam, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-minute))
  })
  afterAll(() => scratch.discard())

  let made = 0
  /** Joins by the code of the class, as a guest or with an account. */
  const newcomer = async ({ classId }: ExamWorld, kind: 'guest' | 'member', joinedAt: Date): Promise<UserId> => {
    const id = asId<UserId>(`newcomer-${made++}`)
    const email = kind === 'guest' ? null : `${id}@example.org`
    await scratch.db.user.create({ data: { id, kind, email, createdAt: joinedAt, lastSeenAt: joinedAt } })
    await scratch.db.classMember.create({ data: { classId, userId: id, student: 'learning', joinedAt } })
    return id
  }
  const start = (who: UserId, exam: string, when: Date, device = 'phone') =>
    startAttempt(scratch.db, who, exam, '', when, { address: 'room', device })
  const rows = async (world: ExamWorld, exam: string, when: Date) => {
    const list = await monitorExam(scratch.db, world.teacher, exam, when)
    if (!list.ok) throw new Error(list.error)
    return list.value
  }

  it('lets nobody sit it again as a guest, or with an account made since it opened', async () => {
    const world = await makeClass(scratch.db, 1)
    const exam = await publishedExam(scratch.db, world)
    const [student = world.stranger] = world.students
    await takeExam(scratch.db, student, exam, 2, at(0))
    for (const who of [
      await newcomer(world, 'guest', at(-minute)),
      await newcomer(world, 'guest', at(minute)),
      await newcomer(world, 'member', at(minute)),
    ])
      expect(await start(who, exam, at(2 * minute))).toEqual(refuse('exam-admission'))
    expect(await scratch.db.examAttempt.count({ where: { examId: exam } })).toBe(1)
  })

  it('lets in whoever the staff admits, and tells the staff whose device they ask from', async () => {
    const world = await makeClass(scratch.db, 1)
    const exam = await publishedExam(scratch.db, world)
    const [student = world.stranger] = world.students
    await takeExam(scratch.db, student, exam, 2, at(0))
    const late = await newcomer(world, 'guest', at(minute))
    const notice = async () => {
      const read = await readNotice(scratch.db, late, exam, at(2 * minute))
      return read.ok ? read.value.admission : read.error
    }
    expect(await notice()).toBe('ask')
    expect(await admit(scratch.db, world.teacher, exam, late, at(2 * minute))).toEqual(refuse('not-found'))
    for (let twice = 0; twice < 2; twice++) await start(late, exam, at(2 * minute))
    expect(await notice()).toBe('waiting')
    expect((await rows(world, exam, at(3 * minute))).map(({ asks, sameDevice }) => [asks, sameDevice])).toEqual([
      [{ student: late, at: noon + 2 * minute, guest: true }, [student]],
      [null, ['']],
    ])
    expect(await admit(scratch.db, student, exam, late, at(3 * minute))).toEqual(refuse('class-role'))
    expect(await admit(scratch.db, world.teacher, exam, late, at(3 * minute))).toEqual(ok(null))
    expect(await notice()).toBe('none')
    expect((await start(late, exam, at(4 * minute))).ok).toBe(true)
    expect((await rows(world, exam, at(5 * minute))).every(({ asks }) => asks === null)).toBe(true)
  })

  it('asks nobody on the class list, and everybody else where the author wants the list alone', async () => {
    const world = await makeClass(scratch.db, 1)
    const exam = await publishedExam(scratch.db, world, { admission: 'listed' })
    const [student = world.stranger] = world.students
    expect(await start(student, exam, at(0))).toEqual(refuse('exam-admission'))
    const seat = await newcomer(world, 'guest', at(minute))
    await scratch.db.classMember.updateMany({ where: { userId: seat }, data: { number: '17' } })
    expect((await start(seat, exam, at(2 * minute))).ok).toBe(true)
  })

  it('wants the code of the room before it lets anybody ask', async () => {
    const world = await makeClass(scratch.db, 0)
    const exam = await publishedExam(scratch.db, world, { roomCode: 'heron' })
    const late = await newcomer(world, 'member', at(minute))
    expect(await start(late, exam, at(2 * minute))).toEqual(refuse('exam-room-code'))
    expect(await scratch.db.examAdmission.count({ where: { examId: exam } })).toBe(0)
  })

  it('knows a student of the class list by the account they sign in to, which had joined by itself', async () => {
    const world = await makeClass(scratch.db, 0)
    const exam = await publishedExam(scratch.db, world, { admission: 'listed' })
    const seat = await newcomer(world, 'guest', at(-minute))
    await scratch.db.classMember.updateMany({ where: { userId: seat }, data: { listedName: 'Ann', number: '17' } })
    const account = await newcomer(world, 'member', at(-minute))
    expect(await start(account, exam, at(0))).toEqual(refuse('exam-admission'))
    await mergeGuest(scratch.db, seat, account, at(minute))
    expect((await start(account, exam, at(minute))).ok).toBe(true)
    expect((await rows(world, exam, at(2 * minute))).map(({ name, number }) => [name, number])).toEqual([['Ann', '17']])
  })

  it('knows what the staff wrote about an account that had left, once it comes back as a guest who signs in', async () => {
    const world = await makeClass(scratch.db, 0)
    const exam = await publishedExam(scratch.db, world, { admission: 'listed' })
    const account = await newcomer(world, 'member', at(-minute))
    const listing = { listedName: 'Ann', number: '17', label: 'more time' }
    await scratch.db.classMember.updateMany({ where: { userId: account }, data: { ...listing, student: 'left' } })
    const guest = await newcomer(world, 'guest', at(0))
    await mergeGuest(scratch.db, guest, account, at(0))
    const place = { classId_userId: { classId: world.classId, userId: account } }
    const joinedAt = at(0)
    expect(await scratch.db.classMember.findUnique({ where: place })).toMatchObject({ ...listing, joinedAt })
    expect((await start(account, exam, at(minute))).ok).toBe(true)
  })

  it('keeps an admission for the account a guest signs in to', async () => {
    const world = await makeClass(scratch.db, 0)
    const exam = await publishedExam(scratch.db, world)
    const guest = await newcomer(world, 'guest', at(minute))
    const member = asId<UserId>(world.stranger)
    await start(guest, exam, at(2 * minute))
    await admit(scratch.db, world.teacher, exam, guest, at(3 * minute))
    await mergeGuest(scratch.db, guest, member, at(3 * minute))
    expect((await start(member, exam, at(4 * minute))).ok).toBe(true)
  })

  it('tells no answers while somebody with extra time still works', async () => {
    const world = await makeClass(scratch.db, 2)
    const [quick = world.stranger, slow = world.stranger] = world.students
    await scratch.db.classMember.updateMany({ where: { userId: slow }, data: { label: 'extra time' } })
    const exam = await publishedExam(scratch.db, world, {
      dueAt: noon + 60 * minute,
      closesAt: noon + 60 * minute,
      accommodations: [{ label: 'extra time', factor: 1.5, breakMinutes: 0 }],
    })
    await takeExam(scratch.db, quick, exam, 2, at(0))
    await begin(scratch.db, slow, exam, at(0))
    const seen = async (when: Date) => {
      const read = await readFeedback(scratch.db, quick, exam, 'en', when)
      return read.ok ? read.value.seen : read.error
    }
    expect(await seen(at(70 * minute))).toBe('none')
    expect(await seen(at(91 * minute))).toBe('full')
  })

  it('tells points but no answers after handing in, until it is closed', async () => {
    const world = await makeClass(scratch.db, 1)
    const [student = world.stranger] = world.students
    const feedback = { show: 'full', when: 'handed-in', at: null, keysEarly: false } as const
    const exam = await publishedExam(scratch.db, world, { feedback })
    await takeExam(scratch.db, student, exam, 2, at(0))
    const read = async (when: Date) => {
      const told = await readFeedback(scratch.db, student, exam, 'en', when)
      if (!told.ok) throw new Error(told.error)
      return told.value
    }
    const early = await read(at(minute))
    expect([early.seen, early.keysAt]).toEqual(['marks', noon + 180 * minute])
    expect(
      early.questions.every(
        ({ solution, verdict }) => solution.length === 0 && verdict.cells.every(({ key }) => key === ''),
      ),
    ).toBe(true)
    expect((await read(at(180 * minute))).seen).toBe('full')
  })
})
