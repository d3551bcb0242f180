import type { Grade } from '@/lib/core/grade'
import type { DeviceId, EventId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { EventBase, ReviewEvent } from '@/lib/schedule/event'
import { type Moment, studyDay } from '@/lib/schedule/study-day'
import type { Answer } from '@/lib/view/input'
import type { Showing } from './showing'
import type { Weighed } from './weigh'

const longest = 600_000

/** Time spent on a showing, ms; a learner who walked away is counted ten minutes. */
export const spent = (shownAt: number, now: number): number => Math.min(longest, Math.max(0, now - shownAt))

export const eventBase = (
  id: EventId,
  deviceId: DeviceId,
  card: Pick<EventBase, 'cardId' | 'revision'>,
  moment: Moment,
): EventBase => ({ id, deviceId, cardId: card.cardId, revision: card.revision, ...moment })

/** The grade of an answered showing. Should the day have rolled over since the buttons were shown, theirs is the day. */
export const gradeEvent = (
  showing: Showing & { readonly weighed: Weighed },
  answered: Extract<Showing['phase'], { kind: 'answered' }>,
  grade: Grade,
  given: {
    readonly deviceId: DeviceId
    readonly now: Moment
    readonly tappedAt: number
    readonly steps: Answer | null
  },
): ReviewEvent => {
  const { card, eventId, seed, weighed, weighedAt, presented } = showing
  const { verdict, suggested } = answered.outcome
  const moment = studyDay(given.now) === studyDay(weighedAt) ? given.now : weighedAt
  const shift = weighed.outcomes.find((one) => one.grade === grade)?.shift
  return {
    ...eventBase(eventId, given.deviceId, { cardId: card.id, revision: card.revision }, moment),
    kind: 'grade',
    grade,
    durationMs: spent(showing.shownAt, given.tappedAt),
    suggested,
    given: presented.given,
    answer: answerJson(answered.answer, given.steps),
    verdict: verdict.kind !== 'marked' ? 'ungraded' : verdict.right ? 'right' : 'wrong',
    mistake: verdict.kind === 'marked' ? (verdict.mistake?.name ?? null) : null,
    algorithm: weighed.scheduler.algorithm,
    parameters: weighed.scheduler.parameters,
    terms: weighed.scheduler.termsName,
    ...(shift ? { shift } : {}),
    ...(seed === eventId ? {} : { seed }),
  }
}

/** The answer as typed and, where any were entered, the steps that led to it. */
const answerJson = (answer: Answer, steps: Answer | null): Json => {
  const entered =
    steps?.kind === 'numbers'
      ? Object.entries(steps.cells).filter(([, cells]) => cells.some((cell) => cell.trim() !== ''))
      : []
  return entered.length === 0 ? { ...answer } : { ...answer, steps: Object.fromEntries(entered) }
}
