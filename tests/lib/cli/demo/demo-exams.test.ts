import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedLearners } from '@/lib/classes/simulate/people'
import { giveExams } from '@/lib/cli/demo/demo-exams'
import { examStatistics, listCorrectionsOf } from '@/lib/server/services/exams/exam-statistics'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'
import { type OpenScratch, openScratch, testedDatabases } from '../../../support/databases'
import { noon } from '../../../support/events'
import { makeClass, publishSample, sampleCards } from '../../../support/exam-world'
import { agreed } from '../../../support/people'

const now = new Date(noon)

/** The sample deck's exams for sixteen simulated students who have never reviewed. */
const give = async ({ db }: OpenScratch, seed: string) => {
  await publishSample(db, new Date(noon - 60 * 86_400_000))
  const { classId, teacher, students } = await makeClass(db, 16, new Date(noon - 60 * 86_400_000))
  const cards = sampleCards.map(({ id, revision }) => ({ id, revision, variants: [], mistakes: [] }))
  const room = { classId, teacherId: teacher, deckId: 'sample', cards, seenCards: cards.length }
  const learners = simulatedLearners(seed, ['twice'])
  const people = students.flatMap((userId, at) => {
    const learner = learners[at]
    return learner === undefined ? [] : [{ userId, learner, number: String(at), events: [] }]
  })
  const { midterm, quiz } = await giveExams(db, room, people, now, seed)
  return {
    students,
    midterm: agreed(await monitorExam(db, teacher, midterm, now)),
    quiz: agreed(await monitorExam(db, teacher, quiz, now)),
    statistics: agreed(await examStatistics(db, teacher, midterm, 'en', now)),
    corrections: agreed(await listCorrectionsOf(db, teacher, midterm)),
  }
}

describe.each(testedDatabases)('the demo’s exams on $name', ({ make }) => {
  let scratch: OpenScratch
  let shown: Awaited<ReturnType<typeof give>>
  beforeAll(async () => {
    scratch = await openScratch(make)
    shown = await give(scratch, 'one')
  }, 60_000)
  afterAll(() => scratch.discard())

  it('show a marked midterm with everything that staff has to do with', () => {
    const { midterm } = shown
    expect(midterm.filter(({ attempt }) => attempt === null)).toHaveLength(1)
    expect(midterm.filter(({ points }) => points !== null)).toHaveLength(15)
    expect(midterm.filter(({ label }) => label === 'more time')).toHaveLength(1)
    expect(midterm.filter(({ handedInAt, attempt }) => attempt !== null && handedInAt === null)).toHaveLength(1)
    expect(
      midterm
        .filter(({ late }) => late !== null)
        .map(({ lateAccepted }) => lateAccepted)
        .sort(),
    ).toEqual([false, true])
    expect(new Set(midterm.map(({ points }) => points)).size).toBeGreaterThan(5)
  })

  it('fill the statistics of every question, and show one change of marking that somebody gained by', () => {
    const { statistics, corrections } = shown
    expect(statistics.marked).toBe(15)
    expect(statistics.items.filter(({ statistics: one }) => one === null)).toEqual([])
    expect(corrections).toMatchObject([{ neverLower: true }])
  })

  it('leave a quiz open which some have handed in, others write, and the first student has not begun', () => {
    const { quiz } = shown
    expect(quiz.filter(({ handedInAt }) => handedInAt !== null)).toHaveLength(2)
    expect(quiz.filter(({ attempt, finished }) => attempt !== null && !finished)).toHaveLength(6)
    expect(quiz.find(({ name }) => name.endsWith('student0'))?.attempt).toBeNull()
  })

  it('are the same again for the same seed', async () => {
    const again = await openScratch(make)
    try {
      // A database adds fractions up in an order of its own.
      const points = (of: typeof shown.midterm) => of.map((one) => Math.round((one.points ?? -1) * 1e6))
      expect(points((await give(again, 'one')).midterm)).toEqual(points(shown.midterm))
    } finally {
      await again.discard()
    }
  }, 60_000)
})
