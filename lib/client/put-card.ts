import type { CardId, DeviceId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from './changes'
import { type Clock, momentAt } from './clock'
import { newEventId } from './device'
import { instantAfter } from './session/instant-after'
import { type StorageProblem, storageProblem } from './storage-problem'

/** Something done to a card that is not being reviewed. */
export const putCard = async (
  ground: {
    readonly store: ReviewStore
    readonly changes: Changes
    readonly clock: Clock
    readonly deviceId: DeviceId
    readonly dayStartsAt: number
    readonly onKept: () => void
  },
  card: { readonly id: CardId; readonly revision: string },
  kind: 'unsuspend' | 'reset',
): Promise<StorageProblem | null> => {
  const { store, clock, deviceId } = ground
  try {
    const known = await store.history(card.id)
    const at = instantAfter(clock.now(), ...known.map((event) => event.at).sort((a, b) => a - b))
    const moment = momentAt(clock, at, ground.dayStartsAt)
    const event: ReviewEvent = {
      id: newEventId(at),
      deviceId,
      cardId: card.id,
      revision: card.revision,
      ...moment,
      kind,
    }
    await store.append([event])
    ground.changes.publish()
    ground.onKept()
    return null
  } catch (error) {
    return storageProblem(error)
  }
}
