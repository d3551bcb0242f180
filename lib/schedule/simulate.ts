import { makeRng } from '@/lib/core/rng'
import type { CardState, Memory } from './card-state'
import type { Scheduler } from './fsrs'
import { showings } from './workload'

/** What the coming days are played through with. */
export interface Scene {
  readonly states: readonly CardState[]
  /** Cards not begun. */
  readonly unseen: number
  readonly today: number
  readonly newCards: number
  readonly reviews: number
  readonly days: number
  /** ms for one showing. */
  readonly pace: number
}

export interface Played {
  /** Mean over the days. */
  readonly minutesPerDay: number
  /** Cards that would be recalled on the last day, the sum of their chances. */
  readonly known: number
}

type Due = Exclude<Memory, { kind: 'new' | 'learning' | 'relearning' }>

/** A card that was forgotten is shown again until it sticks. */
const showingsWhenForgotten = 2
/** How often a card is known at first sight. */
const firstGood = 0.75

/**
 * Plays the coming days through once, with the cards as they are: what is due is recalled or forgotten by its own chance, new
 * cards come in as the limits let them. Fixed seed: two retentions differ by the retention, not by luck.
 */
export const play = (scene: Scene, scheduler: Scheduler): Played => {
  const rng = makeRng('simulate')
  const u = () => rng.uint32() / 2 ** 32
  const due = new Map<number, Due[]>()
  const put = (memory: Memory, from: number) => {
    const card = settled(memory)
    const day = Math.max(from, card.dueDay)
    const list = due.get(day)
    if (list) list.push(card)
    else due.set(day, [card])
  }
  for (const { memory, suspended } of scene.states) if (memory.kind !== 'new' && !suspended) put(memory, scene.today)
  let unseen = scene.unseen
  let shown = 0
  const last = scene.today + scene.days
  for (let day = scene.today; day < last; day++) {
    const list = due.get(day) ?? []
    due.delete(day)
    for (const [i, memory] of list.entries()) {
      if (i >= scene.reviews) {
        put({ ...memory, dueDay: day + 1 }, day + 1)
        continue
      }
      const recalled = u() < scheduler.retrievability(memory, day)
      const after = graded(scheduler, memory, day, recalled ? 'good' : 'again')
      shown += recalled ? 1 : 1 + showingsWhenForgotten
      put(recalled ? after : graded(scheduler, after, day, 'good'), day + 1)
    }
    for (let i = 0; i < scene.newCards && unseen > 0; i++, unseen--) {
      const first = graded(scheduler, { kind: 'new' }, day, u() < firstGood ? 'good' : 'again')
      shown += showings.new
      put(graded(scheduler, first, day, 'good'), day + 1)
    }
  }
  let known = 0
  for (const list of due.values()) for (const memory of list) known += scheduler.retrievability(memory, last)
  return { minutesPerDay: (shown * scene.pace) / 60_000 / scene.days, known }
}

/** The short steps of a day are taken as done: the interval is the one the memory asks for. */
const graded = (scheduler: Scheduler, memory: Memory, day: number, grade: 'good' | 'again'): Due => {
  const { stability, difficulty, next } = scheduler.raw(memory, day, grade)
  const days = next.kind === 'days' ? next.days : 1
  return { kind: 'review', stability, difficulty, lastAt: 0, lastDay: day, intervalDays: days, dueDay: day + days }
}

const settled = (memory: Memory): Due => {
  if (memory.kind === 'review') return memory
  if (memory.kind === 'new') throw new Error('A new card is not due.')
  const { stability, difficulty, lastAt, lastDay } = memory
  return { kind: 'review', stability, difficulty, lastAt, lastDay, intervalDays: 1, dueDay: lastDay + 1 }
}
