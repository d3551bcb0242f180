import type { MarkingKey } from '@/lib/cards/marking/key'
import type { SimulatedLearner } from '@/lib/classes/simulate/learner'
import type { UserId } from '@/lib/core/id'
import { makeRng, type Rng } from '@/lib/core/rng'
import type { PaperSlot } from '@/lib/exam/paper/zone'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { disguiseAnswer } from '@/lib/exam/sheet/disguise'
import type { PartNames } from '@/lib/exam/sheet/question'
import { drawGoing, simulatedAnswer } from '@/lib/exam/simulate/simulated-answer'
import type { Database } from '@/lib/server/db/client'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { passLockPoint, takeBreak } from '@/lib/server/services/exams/move-attempt'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import { agreed } from './agreed'

/** A simulated student in an exam. */
export interface DemoTaker {
  readonly userId: UserId
  readonly learner: SimulatedLearner
  /** On the class list: digits. */
  readonly number: string
  readonly beginsAt: number
  /** How long the student writes, ms; more than there is comes too late. */
  readonly writesMs: number
  /** The clock stands still for so long half-way, ms; 0 for no break. */
  readonly breakMs: number
  /** `bell` never hands in; `writing` has come half-way so far. */
  readonly ends: 'handed-in' | 'bell' | 'writing'
  /** Chance of answering a card right, by its id. */
  readonly chance: (cardId: string) => number
}

interface Question {
  readonly slot: PaperSlot
  readonly cardId: string
  readonly key: MarkingKey
  readonly names: PartNames
}

const questionsOf = async (db: Database, examId: string, paper: readonly PaperSlot[]): Promise<readonly Question[]> => {
  const forms = await db.examForm.findMany({ where: { examId }, include: { of: { select: { cardId: true } } } })
  return paper.map((slot) => {
    const form = forms.find((one) => one.item === slot.item && one.form === slot.form)
    if (form === undefined) throw new Error(`The exam ${examId} has no showing ${slot.form} of ${slot.item}.`)
    // Written by publishing, a moment ago.
    const [key, names] = [JSON.parse(form.key) as MarkingKey, JSON.parse(form.names) as PartNames]
    return { slot, cardId: form.of.cardId, key, names }
  })
}

/** Each has a device of their own, as the lists of an exam tell whose are shared. */
const deviceOf = ({ number }: DemoTaker): string => `simulated${number}`

const answerTo = ({ slot, cardId, key, names }: Question, taker: DemoTaker, rng: Rng): readonly AnswerToSave[] => {
  const answer = simulatedAnswer(key, drawGoing(key, taker.learner, taker.chance(cardId), rng), rng)
  const spentMs = rng.integer(20, 60) * 1000 * (key.kind === 'numbers' ? 4 : 1)
  return answer === null
    ? []
    : [{ slot: slot.slot, rev: 1, device: deviceOf(taker), answer: disguiseAnswer(names, answer), spentMs }]
}

/** Sits an exam through the very services a student's device asks, each deed at its own instant. */
export const sitExam = async (db: Database, examId: string, taker: DemoTaker, seed: string): Promise<void> => {
  const { userId, beginsAt, writesMs, breakMs, ends, learner } = taker
  const rng = makeRng('demo exam', seed, learner.name)
  const at = (share: number) => new Date(beginsAt + Math.round(share * writesMs))
  const save = async (answers: readonly AnswerToSave[], now: Date) =>
    agreed('Saving', await saveAnswers(db, userId, examId, answers, now))
  const id = `attempt-${Array.from({ length: 24 }, () => rng.integer(0, 15).toString(16)).join('')}`
  const from = { address: 'simulated', device: deviceOf(taker) }
  const { attempt } = agreed('Beginning', await startAttempt(db, userId, examId, '', at(0), from, id))
  const questions = await questionsOf(db, examId, JSON.parse(attempt.paper) as readonly PaperSlot[])
  const answersIn = (zone: number) =>
    questions.filter(({ slot }) => slot.zone === zone).flatMap((one) => answerTo(one, taker, rng))
  const [ideas, numbers] = [answersIn(0), answersIn(1)]
  await save(ideas, at(0.25))
  agreed('The lock-point', await passLockPoint(db, userId, examId, 1, ideas, at(0.3)))
  if (breakMs > 0) {
    agreed('The break', await takeBreak(db, userId, examId, true, at(0.5)))
    agreed('Its end', await takeBreak(db, userId, examId, false, new Date(at(0.5).getTime() + breakMs)))
  }
  const half = Math.floor(numbers.length / 2)
  await save(numbers.slice(0, half), at(0.65))
  if (ends === 'bell') await save(numbers, at(0.95))
  if (ends === 'handed-in') agreed('Handing in', await handIn(db, userId, examId, numbers, at(1)))
}
