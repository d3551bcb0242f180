import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { deletePerson } from '@/lib/server/services/delete-account'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'
import { readSheet } from '@/lib/server/services/exams/read-sheet'
import { expire, guestIdleDays } from '@/lib/server/services/expire'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { begin, takeExam } from '../../support/exam-taker'
import { makeClass, publishedExam, publishSample } from '../../support/exam-world'

const minute = 60_000
const day = 24 * 60 * minute
const at = (ms: number) => new Date(noon + ms)
const after = at(4 * 60 * minute)

describe.each(testedDatabases)('a student who goes, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-minute))
  })
  afterAll(() => scratch.discard())

  const taken = async () => {
    const world = await makeClass(scratch.db, 2)
    const exam = await publishedExam(scratch.db, world)
    const [leaver = world.stranger, other = world.stranger] = world.students
    await takeExam(scratch.db, leaver, exam, 6, at(0))
    const results = async () => {
      const list = await monitorExam(scratch.db, world.teacher, exam, after)
      if (!list.ok) throw new Error(list.error)
      return list.value
    }
    return { world, exam, leaver, other, results }
  }

  it('leaves a marked exam to the class without a name, for as long as is told', async () => {
    const { exam, leaver, results } = await taken()
    const before = (await results()).map(({ points }) => points)
    await deletePerson(scratch.db, leaver, after)
    const list = await results()
    expect(list.map(({ points }) => points).sort()).toEqual(before.sort())
    expect(JSON.stringify(list)).not.toContain(leaver)
    expect(list.find(({ points }) => points === 18)?.name).toMatch(/^#\w{6}$/)
    expect(await scratch.db.examAnswer.count({ where: { userId: leaver } })).toBe(0)
    expect(await scratch.db.examAnswer.count({ where: { examId: exam } })).toBeGreaterThan(0)
    await expire(scratch.db, new Date(after.getTime() + (guestIdleDays - 1) * day))
    expect(await scratch.db.examAttempt.count({ where: { examId: exam } })).toBe(1)
    await expire(scratch.db, new Date(after.getTime() + (guestIdleDays + 1) * day))
    expect(await scratch.db.examAttempt.count({ where: { examId: exam } })).toBe(0)
  })

  it('leaves an attempt that still ran as well, since its paper was seen; nobody can go on with it', async () => {
    const world = await makeClass(scratch.db, 1)
    const exam = await publishedExam(scratch.db, world)
    const [student = world.stranger] = world.students
    await begin(scratch.db, student, exam, at(0))
    await deletePerson(scratch.db, student, at(minute))
    const [left] = await scratch.db.examAttempt.findMany({ where: { examId: exam }, include: { user: true } })
    expect(left).toMatchObject({ handedInAt: null, user: { kind: 'guest', email: null, name: '' } })
    expect(left?.userId).not.toBe(student)
    expect((await readSheet(scratch.db, student, exam, 'en', at(minute))).ok).toBe(false)
    const list = await monitorExam(scratch.db, world.teacher, exam, after)
    expect(list.ok && list.value.map(({ name, finished }) => [name.slice(0, 1), finished])).toEqual([['#', true]])
  })

  it('keeps the attempt when a guest signs in to an account', async () => {
    const { exam, leaver, world, results } = await taken()
    await scratch.db.user.update({ where: { id: leaver }, data: { kind: 'guest', email: null } })
    const member = asId<UserId>(world.stranger)
    await mergeGuest(scratch.db, leaver, member, after)
    expect(await scratch.db.examAttempt.findMany({ where: { examId: exam }, select: { userId: true } })).toEqual([
      { userId: member },
    ])
    expect((await results()).map(({ points }) => points)).toContain(18)
  })

  it('lets the attempt of the account stand where both have one, and the class sees that there was another', async () => {
    const { world, exam, leaver, other, results } = await taken()
    await takeExam(scratch.db, other, exam, 3, at(0))
    await scratch.db.user.update({ where: { id: leaver }, data: { kind: 'guest', email: null } })
    await mergeGuest(scratch.db, leaver, other, after)
    const list = await results()
    expect(list.map(({ name, points }) => [name.slice(0, 1), points])).toEqual([
      ['#', 18],
      [other.slice(0, 1), expect.any(Number)],
    ])
    const own = await scratch.db.examAttempt.findMany({ where: { examId: exam, userId: other } })
    expect(own).toHaveLength(1)
    expect(own[0]?.id).not.toBe(list[0]?.attempt)
    expect(JSON.stringify(list)).not.toContain(leaver)
    expect((await readSheet(scratch.db, other, exam, 'en', after)).ok).toBe(true)
    expect(await scratch.db.examAnswer.count({ where: { userId: leaver } })).toBe(0)
    expect(await scratch.db.classMember.count({ where: { classId: world.classId, userId: other } })).toBe(1)
  })
})
