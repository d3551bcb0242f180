import { type Decoder, flag, integer, list, number, object, oneOf, text } from '@/lib/core/decode'
import { ok, refuse } from '@/lib/core/result'
import type { Preview } from '@/lib/exam/corrections/compare'
import type { SheetSlot } from '@/lib/exam/protocol/attempt'
import { decodeQuestion } from '@/lib/exam/protocol/decode'
import type {
  AskableCard,
  AuthoredExam,
  ExamStatistics,
  MonitoredAttempt,
  StandingCorrection,
} from '@/lib/exam/protocol/staff'
import { decodeExamSetup } from '@/lib/exam/setup'
import type { SetupFault } from '@/lib/exam/setup-faults'

const words = text(10_000)
const amount = number(-1e9, 1e9)
const count = integer(0, 10_000_000)

/** What our own server made of its own rows for staff: that it is the expected list is what can go wrong on the way. */
const own =
  <T>(has: string): Decoder<T> =>
  (value, path = '') =>
    typeof value === 'object' && value !== null && has in value
      ? ok(value as T)
      : refuse({ path, message: `Expected ${has} at ${path}.` })

export const decodeAuthored = object<AuthoredExam>({
  id: words,
  classId: words,
  className: words,
  simulated: flag,
  revision: count,
  state: oneOf(['draft', 'published']),
  setup: decodeExamSetup,
  begun: count,
  mayEdit: flag,
  mayGrade: flag,
  maySee: flag,
  labels: list(words, 1000),
})

export const decodeCards = object<{ readonly cards: readonly AskableCard[] }>({
  cards: list(own<AskableCard>('card'), 20_000),
})

export interface CardFaultTold {
  readonly card: string
  readonly why: 'gone' | 'unmarkable'
}

const fault = own<SetupFault>('severity')
const cardFault = object<CardFaultTold>({ card: words, why: oneOf(['gone', 'unmarkable']) })

/** What publishing said: faults and warnings alike. */
export const decodePublication: Decoder<{
  readonly published: boolean
  readonly faults: readonly SetupFault[]
  readonly cards: readonly CardFaultTold[]
}> = (value, path) => {
  const kind = object({ kind: oneOf(['published', 'refused']) })(value, path)
  if (!kind.ok) return kind
  if (kind.value.kind === 'published') {
    const read = object({ warnings: list(fault, 1000) })(value, path)
    return read.ok ? ok({ published: true, faults: read.value.warnings, cards: [] }) : read
  }
  const read = object({ faults: list(fault, 1000), cards: list(cardFault, 1000) })(value, path)
  return read.ok ? ok({ published: false, ...read.value }) : read
}

export const decodePreviewPaper = object<{
  readonly slots: readonly SheetSlot[]
  readonly faults: readonly SetupFault[]
  readonly cards: readonly CardFaultTold[]
}>({
  slots: list(object({ slot: count, zone: count, points: amount, question: decodeQuestion }), 1000),
  faults: list(fault, 1000),
  cards: list(cardFault, 1000),
})

export const decodeAttempts = object<{ readonly attempts: readonly MonitoredAttempt[] }>({
  attempts: list(own<MonitoredAttempt>('answered'), 100_000),
})

export const decodeStatistics = object<ExamStatistics>({
  marked: count,
  meanShare: amount,
  items: list(own<ExamStatistics['items'][number]>('item'), 1000),
})

export const decodeMoved = object<Preview>({
  attempts: count,
  gain: count,
  lose: count,
  meanBefore: amount,
  meanAfter: amount,
  moved: list(object({ attempt: words, before: amount, after: amount }), 100_000),
})

export const decodeCorrections = object<{ readonly corrections: readonly StandingCorrection[] }>({
  corrections: list(own<StandingCorrection>('change'), 10_000),
})

export const decodeMade = object<{ readonly exam: string }>({ exam: words })
export const decodeRevision = object<{ readonly revision: number }>({ revision: count })
export const decodeNothing = object<object>({})
export const decodeClasses = object({
  classes: list(object({ id: words, title: words, content: words }), 1000),
})
export const decodeDecks = object({
  decks: list(object({ id: words, title: own<{ readonly en?: string; readonly zh?: string }>('toString') }), 10_000),
})
