import type { DeviceId } from '@/lib/core/id'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { foldPlan, type Plan } from '@/lib/schedule/plan'
import type { PlanChange } from '@/lib/schedule/plan-change'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from './changes'
import { type Clock, momentAt } from './clock'
import { newEventId } from './device'
import { instantAfter } from './session/instant-after'
import { type StorageProblem, storageProblem } from './storage-problem'

export interface PlanKeeper {
  readonly plan: () => Promise<Plan>
  readonly change: (...changes: readonly PlanChange[]) => Promise<StorageProblem | null>
}

/** Reads the plan out of the learner's events, and keeps each new choice as one of them. */
export const makePlanKeeper = (ground: {
  readonly store: ReviewStore
  readonly changes: Changes
  readonly clock: Clock
  readonly deviceId: DeviceId
  readonly onKept: () => void
}): PlanKeeper => {
  const { store, clock, deviceId } = ground
  const history = () => store.history(planSubject)

  const change: PlanKeeper['change'] = async (...changes) => {
    try {
      const known = await history()
      const { dayStartsAt } = foldPlan(known)
      // After every choice this device has seen, whatever its clock says: the latest is the one that counts.
      let at = instantAfter(clock.now(), ...known.map((event) => event.at).sort((a, b) => a - b))
      const events = changes.map((one): ReviewEvent => {
        const moment = momentAt(clock, at, dayStartsAt)
        const event = { id: newEventId(at), deviceId, cardId: planSubject, revision: '', ...moment } as const
        at++
        return { ...event, kind: 'plan', change: one }
      })
      await store.append(events)
      ground.changes.publish()
      ground.onKept()
      return null
    } catch (error) {
      return storageProblem(error)
    }
  }

  return { plan: async () => foldPlan(await history()), change }
}
