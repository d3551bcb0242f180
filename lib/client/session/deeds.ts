import type { CardId } from '@/lib/core/id'
import type { EventBase, ReviewEvent } from '@/lib/schedule/event'
import { type StorageProblem, storageProblem } from '../storage-problem'
import type { SessionGround } from './ground'
import type { LearnerNow } from './learner-now'
import { eventBase } from './make-event'

/** What a learner does in a sitting, each kept before anything follows from it. */
export interface Deeds {
  /** Something is being kept. */
  readonly busy: () => boolean
  /** Why the last deed was not kept; null where it was. */
  readonly problem: () => StorageProblem | null
  readonly failed: (error: unknown) => void
  /** What every event of a card begins with. */
  readonly baseOf: (id: CardId, revision: string) => EventBase
  /** Keeps an event. `nothing` where there was none, or while another is being kept: that was a double tap. */
  readonly keep: (
    event: () => ReviewEvent | null,
    changed: (cardId: CardId) => void,
  ) => Promise<'kept' | 'failed' | 'nothing'>
}

export const makeDeeds = ({ deviceId, newEventId }: SessionGround, learner: LearnerNow): Deeds => {
  let busy = false
  let problem: StorageProblem | null = null
  const failed = (error: unknown) => {
    problem = storageProblem(error)
  }
  return {
    busy: () => busy,
    problem: () => problem,
    failed,
    baseOf: (id, revision) => {
      const moment = learner.now()
      const following = learner.following(learner.stateOf(id), moment)
      return eventBase(newEventId(moment.at), deviceId, { cardId: id, revision }, following)
    },
    keep: async (event, changed) => {
      const made = busy ? null : event()
      if (made === null) return 'nothing'
      busy = true
      try {
        for (const { cardId } of await learner.keep(made)) changed(cardId)
        problem = null
        return 'kept'
      } catch (error) {
        failed(error)
        return 'failed'
      } finally {
        busy = false
      }
    },
  }
}
