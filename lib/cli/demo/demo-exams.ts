import { makeRng } from '@/lib/core/rng'
import type { ExamSetup } from '@/lib/exam/setup'
import type { Database } from '@/lib/server/db/client'
import { askableCards } from '@/lib/server/services/exams/askable-cards'
import { publishExam } from '@/lib/server/services/exams/publish-exam'
import { createExam } from '@/lib/server/services/exams/write-exam'
import { agreed } from './agreed'
import { midtermSetup, openExamSetup } from './demo-exam-setup'
import { holdMidterm } from './demo-midterm'
import { chanceAt, type DemoClass, type DemoStudent } from './demo-room'
import { sitExam } from './demo-sitting'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Publishes an exam. Nothing of it is secret: the same seed gives the same papers for ever. */
const publish = async (db: Database, room: DemoClass, setup: ExamSetup, seed: string, now: Date): Promise<string> => {
  const id = agreed('The exam', await createExam(db, room.teacherId, room.classId, setup, now))
  await db.exam.update({ where: { id }, data: { secret: `${seed}/${setup.title}` } })
  const published = agreed('Publishing', await publishExam(db, room.teacherId, id, 1, now))
  if (published.kind === 'refused') throw new Error(`${setup.title} cannot be published: ${JSON.stringify(published)}`)
  return id
}

/** Some sit the open quiz just now: two have handed in, the others write. The first student is left for whoever looks around. */
const beginQuiz = async (
  db: Database,
  room: DemoClass,
  students: readonly DemoStudent[],
  examId: string,
  now: number,
  seed: string,
): Promise<void> => {
  const rng = makeRng('quiz', seed)
  for (const [turn, student] of students.slice(1, 9).entries()) {
    const done = turn < 2
    const agoMs = rng.integer(done ? 45 : 22, done ? 55 : 28) * minuteMs
    const pace = { writesMs: (done ? 38 : 30) * minuteMs, breakMs: 0, ends: done ? 'handed-in' : 'writing' } as const
    const chance = chanceAt(room, student, now)
    await sitExam(db, examId, { ...pace, ...student, beginsAt: now - agoMs, chance }, `${seed}/quiz`)
  }
}

/** Gives the class a marked exam of four weeks before `now` and a quiz that is open at `now`. */
export const giveExams = async (
  db: Database,
  room: DemoClass,
  students: readonly DemoStudent[],
  now: Date,
  seed: string,
): Promise<{ readonly midterm: string; readonly quiz: string }> => {
  const seen = new Set(room.cards.slice(0, room.seenCards).map(({ id }) => id as string))
  const all = agreed('The list', await askableCards(db, room.teacherId, room.classId, room.deckId, 'en'))
  const cards = all.filter(({ card }) => seen.has(card))
  // Two in the afternoon, four weeks ago.
  const opensAt = Math.floor(now.getTime() / dayMs) * dayMs - 28 * dayMs + 14 * hourMs
  const midtermTerms = midtermSetup(cards, opensAt)
  const midterm = await publish(db, room, midtermTerms, seed, new Date(opensAt - 7 * dayMs))
  await holdMidterm(db, room, students, { id: midterm, opensAt, closesAt: midtermTerms.closesAt }, seed)
  const quiz = await publish(db, room, openExamSetup(cards, now.getTime()), seed, new Date(now.getTime() - dayMs))
  await beginQuiz(db, room, students, quiz, now.getTime(), seed)
  return { midterm, quiz }
}
