import type { DeviceId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { type Deed, standing } from '@/lib/schedule/standing'
import type { Undoable } from '../session-state'

type GradeDeed = Extract<Deed, { kind: 'grade' }>
type UndoableDeed = Exclude<Deed, { kind: 'unsuspend' | 'plan' }>

/** What today's events say, undone ones left out. */
export interface Diary {
  readonly grades: readonly GradeDeed[]
  /** What undo would take back on this device. */
  readonly last: UndoableDeed | null
}

export const readDiary = (today: readonly ReviewEvent[], deviceId: DeviceId): Diary => {
  const { deeds } = standing(today)
  const own = deeds.filter(
    (deed): deed is UndoableDeed => deed.deviceId === deviceId && deed.kind !== 'unsuspend' && deed.kind !== 'plan',
  )
  return { grades: deeds.filter((deed) => deed.kind === 'grade'), last: own.at(-1) ?? null }
}

export const undoable = ({ last }: Diary): Undoable | null =>
  last && { cardId: last.cardId, kind: last.kind, grade: last.kind === 'grade' ? last.grade : null }

/** Share of cards learned before today that were recalled at their first showing today; null when there were none. */
export const recalledShare = (
  { grades }: Diary,
  introducedToday: (cardId: CardState['cardId']) => boolean,
): number | null => {
  const first = new Map<CardState['cardId'], boolean>()
  for (const { cardId, grade } of grades) {
    if (!first.has(cardId) && !introducedToday(cardId)) first.set(cardId, grade !== 'again')
  }
  return first.size === 0 ? null : [...first.values()].filter(Boolean).length / first.size
}
