import 'server-only'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { UserId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { type Language, languages } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import { bestKey } from '@/lib/exam/corrections/earn'
import { termsOf } from '@/lib/exam/corrections/terms'
import { feedbackAt, keysAt, seenNow } from '@/lib/exam/feedback'
import type { ExamFeedback, FeedbackQuestion } from '@/lib/exam/protocol/feedback'
import { revealAnswer } from '@/lib/exam/sheet/disguise'
import type { ExamQuestion, PartNames } from '@/lib/exam/sheet/question'
import { shownMarks } from '@/lib/exam/sheet/show-marks'
import type { Answer } from '@/lib/view/input'
import type { Database } from '../../db/client'
import { visibleTo } from '../visible-decks'
import { answerRowsOf, answersToMark } from './answer-rows'
import { isExamOver } from './exam-over'
import { markFinished } from './mark-attempts'
import { standingCorrections } from './marker'
import { readPaper, readReceipt, standOf } from './sitting'
import { type OwnAttempt, ownAttempt } from './start-attempt'

type ByLanguage<T> = { readonly [L in Language]?: T }

const inOrder = (language: Language): readonly Language[] => [language, ...languages]
const firstOf = <T>(texts: ByLanguage<T>, language: Language): T | undefined =>
  inOrder(language).flatMap((one) => texts[one] ?? [])[0]

const untold: Pick<FeedbackQuestion, 'told' | 'solution' | 'trace' | 'step'> = {
  told: [],
  solution: [],
  trace: null,
  step: null,
}

/** What `full` feedback says: by the card's own rules, on the very numbers that were shown. */
const explained = async (
  item: { readonly type: string; readonly contents: string },
  seed: string,
  answer: Answer | null,
  language: Language,
): Promise<typeof untold> => {
  const face = await cardFaceNamed(item.type)?.open()
  const contents = JSON.parse(item.contents) as ByLanguage<Json>
  const spoken = inOrder(language).find((one) => contents[one] !== undefined)
  const content = spoken === undefined ? undefined : contents[spoken]
  if (!face || spoken === undefined || content === undefined) return untold
  const at = { seed, language: spoken }
  const given = face.outcome(content, at, answer ?? { kind: 'reveal' }, 0)
  const outcome = given.verdict.kind === 'unreadable' ? face.outcome(content, at, { kind: 'reveal' }, 0) : given
  const step = outcome.verdict.kind === 'marked' ? (outcome.verdict.mistake?.step ?? null) : null
  return { told: outcome.feedback, solution: outcome.answer, trace: outcome.trace, step }
}

const readQuestions = async (
  db: Database,
  userId: UserId,
  { exam, attempt }: OwnAttempt,
  full: boolean,
  language: Language,
): Promise<readonly FeedbackQuestion[]> => {
  const paper = readPaper(attempt)
  const [rows, marks, items, corrections] = await Promise.all([
    answerRowsOf(db, attempt.id),
    db.examMark.findMany({ where: { attemptId: attempt.id } }),
    db.examItem.findMany({
      where: { examId: exam.id, item: { in: paper.map(({ item }) => item) } },
      include: { forms: true },
    }),
    standingCorrections(db, exam.id),
  ])
  const decks = await db.deck.findMany({
    where: { id: { in: items.map(({ deckId }) => deckId) }, AND: visibleTo(userId) },
    select: { id: true },
  })
  const readable = new Set(decks.map(({ id }) => id))
  const answers = answersToMark(rows, attempt.lateAccepted)
  const questions: FeedbackQuestion[] = []
  for (const { slot, item: name, form: number } of paper) {
    const item = items.find((one) => one.item === name)
    const form = item?.forms.find((one) => one.form === number)
    const mark = marks.find((one) => one.slot === slot)
    if (item === undefined || form === undefined || mark === undefined) continue
    const names = JSON.parse(form.names) as PartNames
    const question = firstOf(JSON.parse(form.questions) as ByLanguage<ExamQuestion>, language)
    if (question === undefined) continue
    const answer = answers.get(slot)?.answer ?? null
    const own = answer === null ? null : revealAnswer(names, answer)
    const base = { item: name, form: number, key: JSON.parse(form.key) as MarkingKey, points: item.points }
    // Where several keys count, the one that the marks were given by.
    const { key } = bestKey(termsOf(base, corrections).keys, own)
    const why = full ? await explained(item, form.seed, own, language) : untold
    questions.push({
      slot,
      points: mark.points,
      of: mark.outOf,
      question,
      answer,
      verdict: shownMarks(key, names, own, { keys: full, score: mark.score, mistake: full ? mark.mistake : null }),
      ...why,
      card: readable.has(item.deckId) ? { id: item.cardId, revision: item.revision } : null,
    })
  }
  return questions
}

/** What a student is told of their own attempt now. */
export const readFeedback = async (
  db: Database,
  userId: UserId,
  examId: string,
  language: Language,
  now: Date,
): Promise<Result<ExamFeedback, 'not-found'>> => {
  const found = await ownAttempt(db, userId, examId)
  if (!found.ok) return found
  const { exam, terms, attempt } = found.value
  const { deadline, finished } = standOf(attempt, terms, now)
  const { closesAt, feedback } = terms
  const over = await isExamOver(db, exam.id, terms, now)
  const seen = seenNow(feedback, { finished, over, now: now.getTime() })
  if (seen !== 'none') await markFinished(db, examId, now)
  const result = seen === 'none' ? null : await db.examResult.findUnique({ where: { attemptId: attempt.id } })
  return ok({
    exam: exam.id,
    attempt: attempt.id,
    endedAt: attempt.handedInAt?.getTime() ?? deadline,
    title: terms.title,
    zone: terms.zone,
    receipt: readReceipt(attempt),
    finished,
    seen,
    at: feedbackAt(feedback, closesAt),
    keysAt: keysAt(feedback, closesAt),
    points: result?.points ?? null,
    of: result?.outOf ?? null,
    questions: seen === 'none' ? [] : await readQuestions(db, userId, found.value, seen === 'full', language),
  })
}
