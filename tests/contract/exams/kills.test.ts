import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fetch } from '@/lib/client/fetch-json'
import type { UserId } from '@/lib/core/id'
import type { Result } from '@/lib/core/result'
import { decodeAnswersToSave } from '@/lib/exam/protocol/requests'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { readSheet } from '@/lib/server/services/exams/read-sheet'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { type OpenScratch, openScratch, testedDatabases } from '../../support/databases'
import { strike } from '../../support/exam-strike'
import { begin } from '../../support/exam-taker'
import { makeClass, publishedExam, publishSample } from '../../support/exam-world'

const hour = 3_600_000

describe.each(testedDatabases)('an exam on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishSample(scratch.db, new Date())
  })
  afterAll(() => scratch.discard())

  it('loses nothing it has acknowledged while browsers, networks and the server die', async () => {
    const now = Date.now()
    const world = await makeClass(scratch.db, 3, new Date(now))
    const times = { opensAt: now - hour, dueAt: now + hour, closesAt: now + hour }
    const exam = await publishedExam(scratch.db, world, times, new Date(now))
    let generation = 0
    const serve =
      (userId: UserId): Fetch =>
      async (path, init) => {
        const born = generation
        const read = decodeAnswersToSave(JSON.parse(String(init?.body ?? '{"answers":[]}')))
        if (!read.ok) throw new Error(read.error.message)
        const told = <T>(result: Result<T, string>, wrap: (value: T) => BodyInit) => {
          if (generation !== born) throw new TypeError('the server died before it could answer')
          return result.ok ? new Response(wrap(result.value)) : new Response(result.error, { status: 400 })
        }
        const { answers } = read.value
        const at = new Date()
        if (path.endsWith('/hand-in'))
          return told(await handIn(scratch.db, userId, exam, answers, at), (receipt) => JSON.stringify({ receipt }))
        if (init?.method === 'PUT')
          return told(await saveAnswers(scratch.db, userId, exam, answers, at), (saved) => JSON.stringify(saved))
        return told(await readSheet(scratch.db, userId, exam, 'en', at), (text) => text)
      }
    for (const student of world.students) await begin(scratch.db, student, exam, new Date(now))
    const takers = world.students.map((userId, index) => ({ name: `t${index}`, userId, serve: serve(userId) }))
    const { counts, missed } = await strike(
      () => scratch.db,
      exam,
      takers,
      10,
      async () => {
        generation++
      },
    )
    expect(missed).toEqual([])
    expect(counts.browsers + counts.networks + counts.servers).toBeGreaterThanOrEqual(10)
    expect(counts.acknowledged).toBeGreaterThan(0)
  })
})
