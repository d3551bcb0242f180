import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '@/lib/core/result'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { noon } from '../../support/events'
import { makeClass, publishedExam, publishSample } from '../../support/exam-world'

const at = (ms: number) => new Date(noon + ms)

describe.each(testedDatabases)('the code of a room, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, at(-60_000))
  })
  afterAll(() => scratch.discard())

  it('is wanted, however it is typed, and guessing is slowed', async () => {
    const world = await makeClass(scratch.db, 2)
    const [guesser = world.stranger, student = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world, { roomCode: 'Blue Heron' })
    expect(await startAttempt(scratch.db, student, exam, ' blue  heron ', at(0))).toMatchObject({ ok: true })
    for (let i = 0; i < 30; i++)
      expect(await startAttempt(scratch.db, guesser, exam, `guess ${i}`, at(0))).toEqual(refuse('exam-room-code'))
    expect(await startAttempt(scratch.db, guesser, exam, 'one more', at(0))).toEqual(refuse('too-many'))
    expect(await startAttempt(scratch.db, guesser, exam, 'blue heron', at(0)), 'not even told when right').toEqual(
      refuse('too-many'),
    )
  })

  it('is not guessed by many tries that are all sent at once', async () => {
    const world = await makeClass(scratch.db, 1)
    const [guesser = world.stranger] = world.students
    const exam = await publishedExam(scratch.db, world, { roomCode: 'heron' })
    const guesses = Array.from({ length: 45 }, (_, i) => startAttempt(scratch.db, guesser, exam, `guess ${i}`, at(0)))
    const told = (await Promise.all(guesses)).flatMap((answer) => (answer.ok ? [] : [answer.error]))
    expect(told.filter((error) => error === 'exam-room-code')).toHaveLength(30)
    expect(told.filter((error) => error === 'too-many')).toHaveLength(15)
  })

  it('is guessed slowly from one address, and of one exam from many', async () => {
    const world = await makeClass(scratch.db, 4)
    const [guesser = world.stranger, same = world.stranger, other = world.stranger, honest = world.stranger] =
      world.students
    const exam = await publishedExam(scratch.db, world, { roomCode: 'heron' })
    const start = (who: typeof guesser, code: string, address: string) =>
      startAttempt(scratch.db, who, exam, code, at(0), { address, device: '' })
    const counted = (key: string, count: number) => scratch.db.rateLimit.updateMany({ where: { key }, data: { count } })
    expect(await start(guesser, 'wrong', 'there')).toEqual(refuse('exam-room-code'))
    await counted('room-code-from:there', 300)
    expect(await start(same, 'heron', 'there'), 'another account of that address').toEqual(refuse('too-many'))
    await counted(`room-code-of:${exam}`, 1000)
    for (let i = 0; i < 3; i++) expect(await start(other, `guess ${i}`, 'here')).toEqual(refuse('exam-room-code'))
    expect(await start(other, 'heron', 'here')).toEqual(refuse('too-many'))
    expect(await start(honest, 'heron', 'room')).toMatchObject({ ok: true })
  })
})
