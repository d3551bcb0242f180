import {
  type Decoder,
  flag,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Refusal,
  text,
} from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'
import { decodeAnswer } from '../decode-answer'
import { feedbackKinds } from '../setup'
import type { ExamQuestion } from '../sheet/question'
import type { ExamNotice, Receipt, SaveAnswer, Sheet } from './attempt'
import type { ExamFeedback, FeedbackQuestion } from './feedback'

const instant = integer(0, 253_402_300_799_999)
const words = text(10_000)
const count = integer(0, 100_000)
const points = number(0, 1e9)

/**
 * Blocks and inputs come from our own server, which wrote them when the exam was frozen; that there is an object with both is
 * what can go wrong on the way.
 */
export const decodeQuestion: Decoder<ExamQuestion> = (value, path = ''): Result<ExamQuestion, Refusal> =>
  typeof value === 'object' && value !== null && 'blocks' in value && 'input' in value
    ? ok(value as ExamQuestion)
    : refuse({ path, message: `Expected a question at ${path}.` })

export const decodeReceipt = object<Receipt>({
  code: text(40),
  at: instant,
  answered: count,
  of: count,
  lateSeconds: integer(0, Number.MAX_SAFE_INTEGER),
})

const live = object<{ readonly points: number; readonly of: number }>({ points, of: points })

export const decodeNotice = object<ExamNotice>({
  exam: words,
  title: words,
  className: words,
  instructions: words,
  zone: words,
  opensAt: instant,
  dueAt: instant,
  closesAt: instant,
  durationMs: integer(0, Number.MAX_SAFE_INTEGER),
  breakMs: integer(0, Number.MAX_SAFE_INTEGER),
  wantsCode: flag,
  questions: count,
  points,
  lockPoints: count,
  feedbackAt: nullable(instant),
  keysAt: nullable(instant),
  feedback: oneOf(feedbackKinds),
  admission: oneOf(['none', 'ask', 'waiting']),
  state: oneOf(['early', 'open', 'over']),
  attempt: nullable(oneOf(['open', 'finished'])),
  now: instant,
})

export const decodeSheet = object<Sheet>({
  exam: words,
  attempt: words,
  title: words,
  zone: words,
  now: instant,
  deadline: instant,
  graceMs: integer(0, 3_600_000),
  breakLeftMs: integer(0, Number.MAX_SAFE_INTEGER),
  onBreak: flag,
  finished: flag,
  receipt: nullable(decodeReceipt),
  parts: list(object({ title: words, locked: flag }), 100),
  place: count,
  nextPlace: nullable(count),
  flagged: list(count, 1000),
  live: nullable(live),
  slots: list(object({ slot: count, zone: count, points, question: optional(decodeQuestion) }), 1000),
  answers: list(
    object({ slot: count, rev: integer(0, 2 ** 31), answer: decodeAnswer, spentMs: integer(0, 86_400_000) }),
    1000,
  ),
})

export const decodeSaved = object<SaveAnswer>({
  acknowledged: list(object({ slot: count, rev: integer(0, 2 ** 31) }), 1000),
  now: instant,
  deadline: instant,
  finished: flag,
  lateSeconds: integer(0, Number.MAX_SAFE_INTEGER),
  live: nullable(live),
})

/** As with questions: what is told was written by our own server. */
const decodeFeedbackQuestion: Decoder<FeedbackQuestion> = (value, path = ''): Result<FeedbackQuestion, Refusal> =>
  typeof value === 'object' && value !== null && 'question' in value && 'verdict' in value
    ? ok(value as FeedbackQuestion)
    : refuse({ path, message: `Expected a marked question at ${path}.` })

export const decodeFeedback = object<ExamFeedback>({
  exam: words,
  attempt: words,
  title: words,
  zone: words,
  endedAt: instant,
  receipt: nullable(decodeReceipt),
  finished: flag,
  seen: oneOf(feedbackKinds),
  at: nullable(instant),
  keysAt: nullable(instant),
  points: nullable(points),
  of: nullable(points),
  questions: list(decodeFeedbackQuestion, 1000),
})
