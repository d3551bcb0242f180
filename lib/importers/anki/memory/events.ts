import { type Grade, grades } from '@/lib/core/grade'
import { hashText } from '@/lib/core/hash'
import { asId, type CardId, type DeviceId, type EventId } from '@/lib/core/id'
import type { EventBase, ReviewEvent } from '@/lib/schedule/event'
import { algorithm } from '@/lib/schedule/fsrs'
import { foldCard } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import { writeTerms } from '@/lib/schedule/terms'
import { nameOfMemory, toldAlgorithm } from '@/lib/schedule/told'
import type { DraftCard } from '../cards/draft-card'
import type { AnkiReview } from '../collection/collection'
import type { LossKind } from '../report'
import { memoryFromEase, memoryIn } from './card-memory'
import type { presetFrom, weightsOf } from './presets'

/** What the events of an import need to know beside the cards. */
export interface MemoryGround {
  /** Deck of ours that the cards are in. */
  readonly deck: string
  readonly deviceId: DeviceId
  /** The learner's clock and place. */
  readonly now: number
  readonly zoneOffset: number
  readonly dayStartsAt: number
  /** Number of the collection's first study day. */
  readonly firstDay: number
}

export type CardSettings = ReturnType<typeof presetFrom> & { readonly weights: ReturnType<typeof weightsOf> }

export interface CardEvents {
  readonly events: readonly ReviewEvent[]
  readonly lossy: readonly LossKind[]
}

/** Rows that are answers: not a change by hand, and not a practice that left memory alone. */
const counts = ({ ease, type, factor }: AnkiReview): boolean => ease >= 1 && ease <= 4 && !(type === 3 && factor === 0)
/** A row by which the card was made new again. */
const resets = ({ ease, type, factor }: AnkiReview): boolean => ease === 0 && type === 4 && factor === 0

/** Microseconds, as some programs write ids, are milliseconds again. */
const atOf = (id: number): number => (id > 1e14 ? Math.floor(id / 1000) : id)

const gradeOf = (ease: number): Grade => grades[ease - 1] ?? 'good'

/** Everything Anki knows of one card's memory as events: the log, and as its last word the memory and the due date that Anki gave. */
export const eventsOf = (
  card: DraftCard,
  log: readonly AnkiReview[],
  { preset, weights }: CardSettings,
  ground: MemoryGround,
): CardEvents => {
  const { anki } = card
  const cardId = asId<CardId>(`${ground.deck}/${card.id}`)
  const name = hashText(`${ground.deck}\u0000${card.id}`).slice(0, 16)
  const lossy: LossKind[] = []
  const terms = writeTerms(preset)
  const base = (key: string, at: number): EventBase => ({
    id: asId<EventId>(`anki.${name}.${key}`),
    deviceId: ground.deviceId,
    cardId,
    revision: 'anki',
    at,
    zoneOffset: ground.zoneOffset,
    dayStartsAt: ground.dayStartsAt,
  })
  const graded = (
    key: string,
    at: number,
    grade: Grade,
    durationMs: number,
  ): Extract<ReviewEvent, { kind: 'grade' }> => ({
    ...base(key, at),
    kind: 'grade',
    grade,
    durationMs: Math.min(600_000, Math.max(0, durationMs)),
    suggested: null,
    given: null,
    answer: null,
    verdict: 'ungraded',
    mistake: null,
    algorithm,
    parameters: weights.name,
    terms,
  })

  const past = log.filter(({ id }) => atOf(id) >= 0 && atOf(id) <= ground.now)
  if (past.length < log.length) lossy.push('future-review')
  const events: ReviewEvent[] = past.flatMap((row): ReviewEvent[] => {
    const at = atOf(row.id)
    if (counts(row)) return [graded(String(row.id), at, gradeOf(row.ease), row.durationMs)]
    return resets(row) ? [{ ...base(String(row.id), at), kind: 'reset' }] : []
  })

  if (anki.type >= 1 && anki.type <= 3) {
    const known = memoryIn(anki)
    const home = anki.originalDeck !== 0
    const due = home && anki.originalDue !== 0 ? anki.originalDue : anki.due
    const interval = Math.min(36_500, Math.max(1, Math.round(anki.interval)))
    const inDays = due < 1_000_000_000
    const dueDay = ground.firstDay + due
    let last = events.at(-1)
    if (last?.kind !== 'grade') {
      // Without a log, one grade stands for all: its outcome is what counts.
      lossy.push('no-review-log')
      const guess =
        known?.lastAt ??
        (inDays
          ? ground.now - Math.max(0, studyDay({ ...ground, at: ground.now }) - dueDay + interval) * 86_400_000
          : ground.now)
      last = graded('memory', Math.floor(Math.min(ground.now, Math.max(0, guess))), 'good', 0)
      events.push(last)
    }
    const replayed = known === null && !lossy.includes('no-review-log') ? foldCard(cardId, events).memory : null
    if (known === null && lossy.includes('no-review-log')) lossy.push('sm2')
    const memory =
      known ??
      (replayed !== null && replayed.kind !== 'new' ? replayed : memoryFromEase(interval, anki.factor, weights.weights))
    const learned = {
      stability: Math.max(0.001, Math.min(36_500, memory.stability)),
      difficulty: memory.difficulty,
      lastAt: last.at,
      lastDay: 0,
    }
    const steps = anki.type === 3 ? preset.relearning : preset.learning
    const step = Math.min(Math.max(0, steps.length - 1), Math.max(0, steps.length - (anki.left % 1000)))
    const dueAt = inDays ? last.at + 86_400_000 : due * 1000
    const told =
      anki.type === 2
        ? nameOfMemory({ kind: 'review', ...learned, intervalDays: interval, dueDay })
        : nameOfMemory({ kind: anki.type === 1 ? 'learning' : 'relearning', ...learned, step, dueAt })
    events[events.indexOf(last)] = { ...last, algorithm: toldAlgorithm, parameters: told }
  }

  const after = Math.max(0, ...events.map(({ at }) => at + 1))
  const state = Math.min(ground.now, Math.max(after, atOf(anki.id)))
  if (anki.queue === -1) events.push({ ...base('suspend', state), kind: 'suspend' })
  if (anki.queue === -2 || anki.queue === -3) lossy.push('buried')
  if (anki.flag > 0) events.push({ ...base('flag', state), kind: 'flag', flag: anki.flag })
  return { events, lossy }
}
