import { asId, type UserId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { Correction } from '@/lib/exam/corrections/correction'
import { drawPaper } from '@/lib/exam/paper/draw-paper'
import { type Database, inTransaction } from '@/lib/server/db/client'
import { writeRows } from '@/lib/server/db/rows'
import { applyCorrection, previewCorrection, undoCorrection } from '@/lib/server/services/exams/correct-marking'
import { markFinished } from '@/lib/server/services/exams/mark-attempts'
import { printOf } from '@/lib/server/services/exams/print'
import { openScratch, testedDatabases } from '../support/databases'
import { noon } from '../support/events'
import { makeClass, publishedExam, publishSample } from '../support/exam-world'
import type { Bench, Measurement } from './bench'

const submissions = 10_000
const at = new Date(noon)
const after = new Date(noon + 4 * 3_600_000)

/** An answer of the right kind to each question, right or wrong by chance. */
const answerTo = (questions: string, rng: ReturnType<typeof makeRng>): string => {
  const { input } = (
    JSON.parse(questions) as { en: { input: { kind: string; asks?: { name: string; shape: number[] }[] } } }
  ).en
  if (input.kind === 'numbers')
    return JSON.stringify({
      kind: 'numbers',
      cells: Object.fromEntries(
        (input.asks ?? []).map(({ name, shape }) => [
          name,
          Array.from({ length: shape.reduce((n, side) => n * side, 1) }, () => (rng.integer(-40, 40) / 10).toFixed(2)),
        ]),
      ),
    })
  if (input.kind === 'choice') return JSON.stringify({ kind: 'choice', chosen: [`o${rng.integer(1, 3)}`] })
  if (input.kind === 'match') return JSON.stringify({ kind: 'match', pairs: [['l1', `r${rng.integer(1, 3)}`]] })
  return JSON.stringify({ kind: 'text', text: `${rng.integer(0, 9)}` })
}

const fill = async (db: Database, exam: string): Promise<void> => {
  const row = await db.exam.findUniqueOrThrow({ where: { id: exam } })
  const { zones } = await printOf(db, row)
  const forms = await db.examForm.findMany({ where: { examId: exam } })
  const questions = new Map(forms.map(({ item, form, questions: text }) => [`${item}/${form}`, text]))
  const rng = makeRng('submissions')
  const numbers = Array.from({ length: submissions }, (_, index) => index)
  const attempts = numbers.map((index) => ({
    id: `a${index}`,
    userId: `u${index}`,
    paper: drawPaper(zones, `${index}`),
  }))
  await inTransaction(db, async (tx) => {
    await writeRows(
      tx,
      'User',
      attempts.map(({ userId }) => ({
        id: userId,
        kind: 'member',
        email: `${userId}@example.org`,
        createdAt: at,
        lastSeenAt: at,
      })),
    )
  })
  for (let from = 0; from < submissions; from += 1000)
    await inTransaction(db, async (tx) => {
      const part = attempts.slice(from, from + 1000)
      await writeRows(
        tx,
        'ExamAttempt',
        part.map(({ id, userId, paper }) => ({
          id,
          examId: exam,
          userId,
          startedAt: at,
          paper: JSON.stringify(paper),
          allowance: '{"factor":1,"breakMs":0}',
          handedInAt: at,
        })),
      )
      await writeRows(
        tx,
        'ExamAnswer',
        part.flatMap(({ id, userId, paper }) =>
          paper.map(({ slot, item, form }) => ({
            attemptId: id,
            slot,
            late: false,
            userId,
            examId: exam,
            item,
            form,
            rev: 1,
            device: 'phone',
            answer: answerTo(questions.get(`${item}/${form}`) ?? '', rng),
            receivedAt: at,
            spentMs: 1000,
          })),
        ),
      )
    })
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const measureOn = async (name: string, db: Database): Promise<readonly Measurement[]> => {
  await publishSample(db, at)
  const world = await makeClass(db, 1)
  const exam = await publishedExam(db, world)
  await fill(db, exam)
  const teacher = asId<UserId>(world.teacher)
  const marking = await timed(() => markFinished(db, exam, after))
  const { item } = await db.examItem.findFirstOrThrow({ where: { examId: exam, type: 'compute' } })
  const sum = async () =>
    (await db.examResult.aggregate({ where: { examId: exam }, _sum: { points: true } }))._sum.points
  const before = await sum()
  const correction: Correction = {
    item,
    change: { kind: 'key', form: null, also: true, key: { kind: 'numbers', keys: { loss: [3] } } },
    neverLower: true,
  }
  const preview = await timed(() => previewCorrection(db, teacher, exam, correction, after))
  let id = ''
  const apply = await timed(async () => {
    const made = await applyCorrection(db, teacher, exam, correction, after)
    if (!made.ok || made.value.attempts !== submissions || made.value.gain === 0)
      throw new Error(`nothing was marked anew: ${JSON.stringify(made).slice(0, 300)}`)
    id = made.value.id
  })
  const undo = await timed(() => undoCorrection(db, teacher, exam, id, after))
  if ((await sum()) !== before) throw new Error('taking a change back did not give the points there were')
  const seconds = (what: string, number: number, bar: number | null): Measurement => ({
    what: `${name}: ${what}, ${submissions.toLocaleString('en')} submissions`,
    value: { number, unit: 's' },
    bar,
  })
  return [
    seconds('first marking', marking, null),
    seconds('preview of a change', preview, 10),
    seconds('applying it', apply, 10),
    seconds('taking it back', undo, 10),
  ]
}

/** Marking one question anew for everybody, with the database on the same machine. */
export const remark: Bench = {
  name: 'remark',
  measure: async () => {
    const all: Measurement[] = []
    for (const { name, make } of testedDatabases) {
      const scratch = await openScratch(make)
      try {
        all.push(...(await measureOn(name, scratch.db)))
      } finally {
        await scratch.discard()
      }
    }
    return all
  },
}
