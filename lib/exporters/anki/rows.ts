import { grades } from '@/lib/core/grade'
import type { CardId } from '@/lib/core/id'
import { type CardState, type Memory, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { step } from '@/lib/schedule/replay'
import { standing } from '@/lib/schedule/standing'

export type RevlogRow = readonly [
  id: number,
  cid: number,
  usn: number,
  ease: number,
  ivl: number,
  lastIvl: number,
  factor: number,
  time: number,
  type: number,
]

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const
/** Kinds of a review are named after the state before it. */
const reviewTypes = { new: 0, learning: 0, review: 1, relearning: 2 } as const

/** Days, or negative seconds for a step within the day. */
const intervalOf = (memory: Memory): number => {
  if (memory.kind === 'new') return 0
  return memory.kind === 'review'
    ? memory.intervalDays
    : -Math.max(1, Math.round((memory.dueAt - memory.lastAt) / 1000))
}

const difficultyFactor = (memory: Memory): number =>
  memory.kind === 'new' ? 0 : Math.round(((memory.difficulty - 1) / 9 + 0.1) * 1000)

/** One card's history as rows of Anki's review log. `unique` moves an instant that is taken. */
export const revlogRows = (
  cardId: CardId,
  events: readonly ReviewEvent[],
  card: number,
  unique: (at: number) => number,
): readonly RevlogRow[] => {
  const rows: RevlogRow[] = []
  let state = newCardState(cardId)
  for (const deed of standing(events).deeds) {
    const before = state.memory
    state = step(state, deed)
    if (deed.kind === 'reset') rows.push([unique(Math.floor(deed.at)), card, -1, 0, 0, intervalOf(before), 0, 0, 4])
    if (deed.kind !== 'grade') continue
    rows.push([
      unique(Math.floor(deed.at)),
      card,
      -1,
      grades.indexOf(deed.grade) + 1,
      intervalOf(state.memory),
      intervalOf(before),
      difficultyFactor(state.memory),
      Math.min(60_000, Math.max(0, Math.round(deed.durationMs))),
      reviewTypes[before.kind],
    ])
  }
  return rows
}

export interface Schedule {
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly ivl: number
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  readonly left: number
  readonly flags: number
  readonly data: string
}

const round = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places

const fresh = (position: number): Schedule => ({
  type: 0,
  queue: 0,
  due: position,
  ivl: 0,
  factor: 0,
  reps: 0,
  lapses: 0,
  left: 0,
  flags: 0,
  data: '{}',
})

/** A card's memory as Anki's columns; `steps` counts the learning steps that Anki's preset has. */
export const scheduleOf = (
  state: CardState | undefined,
  position: number,
  { firstDay, retention, steps }: { readonly firstDay: number; readonly retention: number; readonly steps: number },
): Schedule => {
  if (state === undefined) return fresh(position)
  const { memory } = state
  const own = { flags: state.flag, reps: state.reps, lapses: state.lapses }
  if (memory.kind === 'new') return { ...fresh(position), flags: state.flag, queue: state.suspended ? -1 : 0 }
  const review = memory.kind === 'review'
  return {
    ...own,
    type: types[memory.kind],
    queue: state.suspended ? -1 : review ? 2 : 1,
    due: review ? memory.dueDay - firstDay : Math.round(memory.dueAt / 1000),
    ivl: review ? memory.intervalDays : memory.kind === 'relearning' ? 1 : 0,
    factor: 2500,
    left: review ? 0 : Math.max(1, steps - memory.step),
    data: JSON.stringify({
      s: round(memory.stability, 4),
      d: round(memory.difficulty, 3),
      dr: round(retention, 2),
      lrt: Math.floor(memory.lastAt / 1000),
    }),
  }
}
