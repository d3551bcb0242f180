import type { CardId, EventId } from '@/lib/core/id'
import type { CardState, Memory } from '@/lib/schedule/card-state'

/**
 * The states of a run of cards in columns, sorted by card. A browser copies a hundred thousand objects out of its store in
 * seconds and the same numbers as columns in milliseconds.
 */
export interface StatePack {
  /** The run begins here. */
  readonly first: CardId
  readonly cards: readonly CardId[]
  /** Id of the last event folded in; empty for a card without events. */
  readonly seen: readonly string[]
  /** Place in the run and targets, of the few cards that wait for any. */
  readonly awaited: readonly (readonly [place: number, ids: readonly EventId[]])[]
  /** `fractions` for each card. */
  readonly fractions: Float64Array
  /** `wholes` for each card; `none` stands for null. */
  readonly wholes: Int32Array
  /** Place in `kinds`, plus `suspended`, plus the flag in the bits above. */
  readonly marks: Uint8Array
}

/** Cards in a pack: small enough that none of them becomes a file of its own in the browser's store. */
export const packSize = 400

const kinds = ['new', 'learning', 'review', 'relearning'] as const
const suspended = 4
const flagShift = 3
const none = -(2 ** 31)
/** Stability, difficulty, last instant, last day, step or interval, instant or day due, instant of the last event. */
const fractions = 7
/** Repetitions, lapses, day introduced, buried until. */
const wholes = 4

/** @throws on no states: a pack is named by its first card. */
export const packStates = (states: readonly CardState[]): StatePack => {
  const [head] = states
  if (!head) throw new Error('A pack holds at least one state.')
  const pack = {
    first: head.cardId,
    cards: states.map(({ cardId }) => cardId),
    seen: states.map(({ seen }) => seen?.id ?? ''),
    awaited: states.flatMap(({ awaited }, place) => (awaited.length === 0 ? [] : [[place, awaited] as const])),
    fractions: new Float64Array(states.length * fractions),
    wholes: new Int32Array(states.length * wholes),
    marks: new Uint8Array(states.length),
  }
  for (const [place, state] of states.entries()) {
    const { memory, seen } = state
    if (memory.kind !== 'new') {
      const span = memory.kind === 'review' ? memory.intervalDays : memory.step
      const due = memory.kind === 'review' ? memory.dueDay : memory.dueAt
      pack.fractions.set(
        [memory.stability, memory.difficulty, memory.lastAt, memory.lastDay, span, due],
        place * fractions,
      )
    }
    pack.fractions[place * fractions + 6] = seen?.at ?? 0
    pack.wholes.set([state.reps, state.lapses, state.introducedDay ?? none, state.buriedUntil ?? none], place * wholes)
    pack.marks[place] = kinds.indexOf(memory.kind) | (state.suspended ? suspended : 0) | (state.flag << flagShift)
  }
  return pack
}

export const unpackStates = (pack: StatePack): readonly CardState[] =>
  pack.cards.flatMap((_, place) => unpackState(pack, place) ?? [])

/** The state at a place of a pack. */
export const unpackState = (pack: StatePack, place: number): CardState | undefined => {
  const cardId = pack.cards[place]
  if (cardId === undefined) return undefined
  const { fractions: f, wholes: w } = pack
  const at = place * fractions
  const of = place * wholes
  const mark = pack.marks[place] ?? 0
  const seen = pack.seen[place] ?? ''
  const introduced = w[of + 2] ?? none
  const buried = w[of + 3] ?? none
  return {
    cardId,
    memory: memoryOf(mark & 3, f, at),
    reps: w[of] ?? 0,
    lapses: w[of + 1] ?? 0,
    introducedDay: introduced === none ? null : introduced,
    suspended: (mark & suspended) !== 0,
    buriedUntil: buried === none ? null : buried,
    flag: mark >> flagShift,
    seen: seen === '' ? null : { at: f[at + 6] ?? 0, id: seen as EventId },
    awaited: pack.awaited.length === 0 ? [] : (pack.awaited.find(([waiting]) => waiting === place)?.[1] ?? []),
  }
}

const memoryOf = (kind: number, f: Float64Array, at: number): Memory => {
  if (kind === 0) return { kind: 'new' }
  const stability = f[at] ?? 0
  const difficulty = f[at + 1] ?? 0
  const lastAt = f[at + 2] ?? 0
  const lastDay = f[at + 3] ?? 0
  const span = f[at + 4] ?? 0
  const due = f[at + 5] ?? 0
  return kind === 2
    ? { kind: 'review', stability, difficulty, lastAt, lastDay, intervalDays: span, dueDay: due }
    : { kind: kind === 1 ? 'learning' : 'relearning', stability, difficulty, lastAt, lastDay, step: span, dueAt: due }
}
