import type { Database } from '@/lib/server/db/client'
import { toColumns } from '@/lib/server/services/exams/terms'
import { examSetup, setupZone } from './exam-setups'

/** A published exam of one numeric question, written straight into the tables: each taker was let in and has an attempt. */
export const insertExam = async (
  db: Database,
  exam: { readonly id: string; readonly classId: string; readonly grader: string; readonly takers: readonly string[] },
  now: Date,
): Promise<void> => {
  const { id, classId, grader, takers } = exam
  const [hour, item] = [3_600_000, { examId: id, item: 'q1' }]
  const setup = examSetup({
    opensAt: now.getTime() - hour,
    dueAt: now.getTime() + hour,
    closesAt: now.getTime() + hour,
    zones: [setupZone({ take: 1, items: [{ card: 'losses/one', difficulty: 0.5 }] })],
  })
  const columns = { ...toColumns(setup), secret: 'secret', createdAt: now, publishedAt: now }
  await db.exam.create({ data: { id, classId, state: 'published', ...columns } })
  await db.examItem.create({
    data: {
      ...item,
      zone: 0,
      points: 5,
      difficulty: 0.5,
      deckId: 'losses',
      cardId: 'losses/one',
      revision: 'r',
      type: 'numeric',
      concepts: '["losses/hinge"]',
      open: true,
      contents: '{}',
    },
  })
  const precision = { kind: 'decimals', decimals: 1 }
  const ask = { name: 'answer', key: [0.5], precision, tolerance: { abs: 0, rel: 0 }, probability: false }
  await db.examForm.create({
    data: {
      ...item,
      form: 0,
      seed: 'seed',
      key: JSON.stringify({ kind: 'numbers', asks: [ask], mistakes: [] }),
      names: '{"answer":"a1"}',
      questions: '{"en":{"blocks":[],"input":{"kind":"numbers","asks":[]}}}',
    },
  })
  await db.examAttempt.createMany({
    data: takers.map((userId) => ({
      id: `${id}-${userId}`,
      examId: id,
      userId,
      startedAt: now,
      paper: '[{"slot":0,"zone":0,"item":"q1","form":0}]',
      allowance: '{"factor":1,"breakMs":0}',
    })),
  })
  await db.examAdmission.createMany({
    data: takers.map((userId) => ({ examId: id, userId, askedAt: now, admittedAt: now })),
  })
  await db.examCorrection.create({
    data: {
      id: `${id}-change`,
      examId: id,
      userId: grader,
      at: now,
      correction: JSON.stringify({ item: 'q1', change: { kind: 'full' }, neverLower: true }),
    },
  })
}
