import type { CardId, DeviceId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Plan } from '@/lib/schedule/plan'
import { studyDay } from '@/lib/schedule/study-day'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from './changes'
import { type Clock, momentAt } from './clock'
import { newEventId } from './device'
import { instantAfter } from './session/instant-after'
import { type StorageProblem, storageProblem } from './storage-problem'

/** What can be done to many cards at once. */
export type BulkDeed =
  | { readonly kind: 'suspend' | 'unsuspend' | 'bury' | 'reset' }
  | { readonly kind: 'flag'; readonly flag: number }

export interface BulkCard {
  readonly id: CardId
  readonly revision: string
  readonly state: CardState
}

export interface BulkEditor {
  /** All in one transaction; cards on which nothing would change get no event. Resolves to what was done, for `takeBack`. */
  readonly put: (cards: readonly BulkCard[], deed: BulkDeed) => Promise<Result<readonly ReviewEvent[], StorageProblem>>
  readonly takeBack: (events: readonly ReviewEvent[]) => Promise<StorageProblem | null>
}

export const makeBulkEditor = (ground: {
  readonly store: ReviewStore
  readonly changes: Changes
  readonly clock: Clock
  readonly deviceId: DeviceId
  readonly plan: () => Promise<Plan>
  readonly onKept: () => void
}): BulkEditor => {
  const { store, clock, deviceId } = ground
  const keep = async (make: (dayStartsAt: number) => readonly ReviewEvent[]) => {
    try {
      const { dayStartsAt } = await ground.plan()
      const events = make(dayStartsAt)
      if (events.length === 0) return ok(events)
      await store.append(events)
      ground.changes.publish()
      ground.onKept()
      return ok(events)
    } catch (error) {
      return refuse(storageProblem(error))
    }
  }

  return {
    put: (cards, deed) =>
      keep((dayStartsAt) => {
        const now = clock.now()
        const today = studyDay(momentAt(clock, now, dayStartsAt))
        return cards
          .filter(({ state }) => wouldChange(state, deed, today))
          .map(({ id, revision, state }): ReviewEvent => {
            const at = instantAfter(now, state.seen?.at)
            const base = { id: newEventId(at), deviceId, cardId: id, revision, ...momentAt(clock, at, dayStartsAt) }
            return { ...base, ...deed }
          })
      }),
    takeBack: async (events) => {
      const kept = await keep((dayStartsAt) => {
        const now = clock.now()
        return events.map(({ id, cardId, revision, at: done }): ReviewEvent => {
          const at = instantAfter(now, done)
          const base = { id: newEventId(at), deviceId, cardId, revision, ...momentAt(clock, at, dayStartsAt) }
          return { ...base, kind: 'undo', target: id }
        })
      })
      return kept.ok ? null : kept.error
    },
  }
}

const wouldChange = (state: CardState, deed: BulkDeed, today: number): boolean => {
  switch (deed.kind) {
    case 'suspend':
      return !state.suspended
    case 'unsuspend':
      return state.suspended
    case 'bury':
      return state.buriedUntil === null || state.buriedUntil <= today
    case 'reset':
      return state.memory.kind !== 'new'
    case 'flag':
      return state.flag !== deed.flag
  }
}
