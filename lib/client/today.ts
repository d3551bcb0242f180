import type { ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId, DeviceId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { breakOn, loadOn, type Plan } from '@/lib/schedule/plan'
import type { Load } from '@/lib/schedule/plan-change'
import { buildQueue, queueCounts } from '@/lib/schedule/queue'
import { dateOfStudyDay, type Moment, startOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import { meanShowing, minutesLeft } from '@/lib/schedule/workload'
import { readDiary } from './session/diary'
import { makeShelf } from './session/shelf'
import type { QueueCounts } from './session-state'

/** The first page of a day, before the first card. */
export interface Today {
  readonly counts: QueueCounts
  readonly minutes: number
  /** The new cards today lets in, in order. */
  readonly fresh: readonly ListedCard[]
  readonly doneToday: number
  /** What the learner planned for the day. */
  readonly load: Load
  /** Last day of the break that today belongs to; null without one. */
  readonly awayUntil: string | null
  /** Due, and left for another day by the plan. */
  readonly left: number
  readonly catchUpMinutes: number | null
  /** The next exam, or the last one whose score is still to be entered; null without one. */
  readonly exam: { readonly id: string; readonly title: string; readonly daysLeft: number } | null
  readonly yesterday: { readonly reviewed: number; readonly minutes: number } | null
}

const dayMs = 86_400_000
/** How long a score is asked for, days. */
const askedFor = 30

const examOn = ({ exams }: Plan, today: number): Today['exam'] => {
  const wanted =
    exams.find(({ day }) => day >= today) ??
    exams.findLast(({ day, scores }) => day >= today - askedFor && !scores.some(({ kind }) => kind === 'exam'))
  return wanted ? { id: wanted.id, title: wanted.title, daysLeft: wanted.day - today } : null
}

/** `events` are those of today and yesterday at least. */
export const overlookToday = (
  decks: readonly ListedDeck[],
  states: ReadonlyMap<CardId, CardState>,
  events: readonly ReviewEvent[],
  at: {
    readonly now: Moment
    readonly plan: Plan
    readonly deviceId: DeviceId
    readonly knows: (type: string) => boolean
  },
): Today => {
  const shelf = makeShelf(decks, at.knows)
  const begins = startOfStudyDay(studyDay(at.now), at.now)
  const grades = (from: number, to: number) =>
    readDiary(
      events.filter((event) => event.at >= from && event.at < to),
      at.deviceId,
    ).grades
  const yesterday = grades(begins - dayMs, begins)
  const pace = meanShowing(grades(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).map((event) => event.durationMs))
  const queue = buildQueue(shelf.order, states, at.now, at.plan, pace)
  const counts = queueCounts(queue)
  const away = breakOn(at.plan, queue.today)
  return {
    counts,
    minutes: minutesLeft(counts, pace),
    fresh: queue.fresh.flatMap(({ card }) => shelf.cards.get(card.id)?.card ?? []),
    load: loadOn(at.plan, queue.today),
    awayUntil: away ? dateOfStudyDay(away.to) : null,
    left: queue.left,
    catchUpMinutes: at.plan.catchUp,
    exam: examOn(at.plan, queue.today),
    doneToday: grades(begins, Number.POSITIVE_INFINITY).length,
    yesterday:
      yesterday.length === 0
        ? null
        : {
            reviewed: yesterday.length,
            minutes: Math.max(1, Math.round(yesterday.reduce((sum, one) => sum + one.durationMs, 0) / 60_000)),
          },
  }
}
