import type { CardId } from '@/lib/core/id'
import type { Memory } from '@/lib/schedule/card-state'
import type { Scheduler } from '@/lib/schedule/fsrs'
import { type Path, pathOf, showingsWhenNew } from './memory-path'
import { pushRanked, type Ranked, takeBest } from './ranked'

/** A card of the scope. */
export interface ExamCard {
  readonly id: CardId
  readonly memory: Memory
  /** What recalling it is worth, beside the others. */
  readonly weight: number
}

/** What there is to do until an exam, and the time there is. Days are study days. */
export interface Situation {
  /** New ones in the order they are learned, prerequisites first. */
  readonly cards: readonly ExamCard[]
  readonly today: number
  readonly examDay: number
  /** Time a day has left for the exam, seconds. */
  readonly seconds: (day: number) => number
  /** Seconds one showing takes. */
  readonly pace: number
}

export interface PlannedDay {
  readonly day: number
  /** In the order they are learned. */
  readonly fresh: readonly CardId[]
  /** The most useful first: should time run out, the least is lost. */
  readonly reviews: readonly CardId[]
  readonly seconds: number
}

export interface ExamPlan {
  /** From today to the eve of the exam. */
  readonly days: readonly PlannedDay[]
  /** Chance of recall of each card on the day of the exam when the plan is kept, and when nothing more is done. */
  readonly kept: ReadonlyMap<CardId, number>
  readonly idle: ReadonlyMap<CardId, number>
  /** New cards there is no time to begin. */
  readonly unreached: number
  /** How much more a day, in seconds, would have begun them all; 0 where all are begun, null where no day is left. */
  readonly wanting: number | null
}

/** A showing must promise this much recall of its card, or the time is better spent on a rest. */
const leastGain = 0.002
/** Between two pauses; a few milliseconds on a phone. */
const stepsAtOnce = 16
/** So many days are tried for the next showing of a card, closer together before the exam. */
const mostTried = 12

interface Track {
  readonly memory: Memory
  readonly weight: number
  readonly days: readonly number[]
  readonly path: Path
  /** Gain per showing of what was added last. */
  readonly value: number
}

interface Step extends Ranked {
  readonly track: number
  readonly day: number
  readonly days: readonly number[]
  readonly path: Path
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Days thinned out towards the past: the nearest to the exam all, then ever fewer. */
const thinned = (open: readonly number[]): readonly number[] => {
  if (open.length <= mostTried) return open
  const places = new Set<number>()
  for (let i = 0; i < mostTried; i++) places.add(Math.round(open.length ** (i / (mostTried - 1))) - 1)
  return open.filter((_, index) => places.has(open.length - 1 - index))
}

/**
 * Chooses for each day which cards are shown, so that what is expected to be recalled on the day of the exam is as much as
 * the time allows: again and again the showing is added that gains most recall for its time, wherever a day has room. New
 * cards share their schedules out in the order they are learned, so that none comes before what it builds on. The same
 * situation always gives the same plan. Yields every now and then, so that a page can draw in between.
 */
export function* planInSteps(situation: Situation, scheduler: Scheduler): Generator<undefined, ExamPlan> {
  const { cards, today, examDay, pace } = situation
  const room = new Map<number, number>()
  for (let day = today; day < examDay; day++) room.set(day, Math.max(0, situation.seconds(day)) / pace)
  const fresh = cards.filter(({ memory }) => memory.kind === 'new')
  const freshWeight = fresh.length === 0 ? 0 : sum(fresh.map(({ weight }) => weight)) / fresh.length
  const freshPaths = new Map<string, Path>()
  const path = (memory: Memory, days: readonly number[]): Path => {
    if (memory.kind !== 'new') return pathOf(memory, days, examDay, scheduler)
    const key = days.join()
    const known = freshPaths.get(key) ?? pathOf(memory, days, examDay, scheduler)
    freshPaths.set(key, known)
    return known
  }
  const tracks: Track[] = cards.map(({ memory, weight }) => ({
    memory,
    weight: memory.kind === 'new' ? freshWeight : weight,
    days: [],
    path: path(memory, []),
    value: 0,
  }))
  const idle = new Map(cards.map(({ id }, i) => [id, tracks[i]?.path.recall ?? 0]))

  const bestStep = (index: number): Step | null => {
    const track = tracks[index]
    if (track === undefined) return null
    const { memory, days, path: before, weight } = track
    const least = memory.kind === 'new' ? today : Math.max(today, memory.lastDay + 1)
    const spent = sum(before.costs)
    const open = [...room].flatMap(([day, left]) => (left >= 1 && day >= least && !days.includes(day) ? [day] : []))
    let best: Step | null = null
    for (const day of thinned(open)) {
      const next = [...days, day].sort((a, b) => a - b)
      const after = path(memory, next)
      const gain = after.recall - before.recall
      if (gain < leastGain || (after.costs[next.indexOf(day)] ?? 0) > (room.get(day) ?? 0)) continue
      const rank = (weight * gain) / Math.max(0.2, sum(after.costs) - spent)
      if (best === null || rank > best.rank) best = { track: index, rank, order: index, day, days: next, path: after }
    }
    return best
  }
  const charge = ({ days, path: { costs } }: Pick<Track, 'days' | 'path'>, sign: 1 | -1) => {
    for (const [i, day] of days.entries()) room.set(day, (room.get(day) ?? 0) - sign * (costs[i] ?? 0))
  }

  const heap: Step[] = []
  const offer = (index: number) => {
    const step = bestStep(index)
    if (step !== null) pushRanked(heap, step)
  }
  let until = stepsAtOnce
  for (const index of tracks.keys()) {
    offer(index)
    if (--until === 0) {
      until = stepsAtOnce
      yield
    }
  }
  for (let step = takeBest(heap); step !== undefined; step = takeBest(heap)) {
    const track = tracks[step.track]
    if (track === undefined) continue
    // Since it was offered the day may have filled up.
    if ((step.path.costs[step.days.indexOf(step.day)] ?? 0) <= (room.get(step.day) ?? 0)) {
      charge(track, -1)
      charge(step, 1)
      tracks[step.track] = { ...track, days: step.days, path: step.path, value: step.rank }
    }
    offer(step.track)
    if (--until <= 0) {
      until = stepsAtOnce
      yield
    }
  }
  return written(situation, sharedOut(cards, tracks), idle)
}

/** The plan in one go. */
export const planExam = (situation: Situation, scheduler: Scheduler): ExamPlan => {
  const steps = planInSteps(situation, scheduler)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The schedules of new cards, the earliest to the card that is learned first. */
const sharedOut = (cards: readonly ExamCard[], tracks: readonly Track[]): readonly Track[] => {
  const first = ({ days }: Track) => days[0] ?? Number.POSITIVE_INFINITY
  const schedules = tracks
    .filter(({ memory }) => memory.kind === 'new')
    .sort((a, b) => (first(a) === first(b) ? b.days.length - a.days.length : first(a) - first(b)))
  let next = 0
  return cards.flatMap(({ memory }, i) => (memory.kind === 'new' ? schedules[next++] : tracks[i]) ?? [])
}

const written = (
  { cards, today, examDay, seconds, pace }: Situation,
  tracks: readonly Track[],
  idle: ReadonlyMap<CardId, number>,
): ExamPlan => {
  const days = Array.from({ length: Math.max(0, examDay - today) }, (_, i) => ({
    day: today + i,
    fresh: [] as CardId[],
    reviews: [] as { readonly id: CardId; readonly value: number }[],
    seconds: 0,
  }))
  const kept = new Map<CardId, number>()
  let unreached = 0
  for (const [i, { id }] of cards.entries()) {
    const track = tracks[i]
    if (track === undefined) continue
    kept.set(id, track.path.recall)
    if (track.memory.kind === 'new' && track.days.length === 0) unreached++
    for (const [at, day] of track.days.entries()) {
      const planned = days[day - today]
      if (planned === undefined) continue
      planned.seconds += (track.path.costs[at] ?? 0) * pace
      if (track.memory.kind === 'new' && at === 0) planned.fresh.push(id)
      else planned.reviews.push({ id, value: track.value })
    }
  }
  const usable = days.filter(({ day }) => seconds(day) > 0).length
  return {
    days: days.map(({ reviews, ...rest }) => ({
      ...rest,
      reviews: reviews.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
    })),
    kept,
    idle,
    unreached,
    wanting: unreached === 0 ? 0 : usable === 0 ? null : (showingsWhenNew * unreached * pace) / usable,
  }
}
