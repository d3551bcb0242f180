import type { IDBPTransaction } from 'idb'
import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { apply, foldCard } from '@/lib/schedule/replay'
import { byCard } from '@/lib/sync/by-card'
import type { Received, ReviewStore, SyncPosition } from '@/lib/sync/store'
import type { LearnerDatabase, LearnerSchema } from './database'
import { readStates } from './state-packs'
import { touchedKey } from './touched'

const touched = ['events', 'states', 'outbox', 'rejected', 'meta'] as const
type Writing = IDBPTransaction<LearnerSchema, typeof touched, 'readwrite'>

/** The review store in IndexedDB. A grade is one transaction, flushed to disk before it is called kept. */
export const makeReviewStore = (db: LearnerDatabase): ReviewStore => ({
  append: (events) =>
    write(db, async (tx) => {
      const changed: CardState[] = []
      for (const [cardId, group] of byCard(events)) {
        let state: CardState | null = null
        for (const event of group) {
          if (await tx.objectStore('events').getKey(event.id)) continue
          state ??= await stateOf(tx, cardId)
          await Promise.all([
            tx.objectStore('events').add(event),
            tx.objectStore('outbox').put({ id: event.id }),
            markTouched(tx, event),
          ])
          state = apply(state, event) ?? (await refold(tx, cardId))
        }
        if (!state) continue
        await tx.objectStore('states').put(state)
        changed.push(state)
      }
      return changed
    }),

  receive: (received) => write(db, (tx) => receive(tx, received)),

  history: (cardId) => db.getAllFromIndex('events', 'card', cardId),
  between: (from, to) => db.getAllFromIndex('events', 'at', IDBKeyRange.bound(from, to, false, true)),
  states: () => readStates(db),

  outbox: async (limit) => {
    const tx = db.transaction(['events', 'outbox'])
    const ids = await tx.objectStore('outbox').getAllKeys(null, limit)
    const events = await Promise.all(ids.map((id) => tx.objectStore('events').get(id)))
    await tx.done
    return events.filter((event) => event !== undefined)
  },
  waiting: () => db.count('outbox'),
  position: async () => readPosition(await db.get('meta', 'position')),
  rejections: () => db.getAll('rejected'),
})

const write = async <T>(db: LearnerDatabase, work: (tx: Writing) => Promise<T>): Promise<T> => {
  const tx = db.transaction(touched, 'readwrite', { durability: 'strict' })
  try {
    const result = await work(tx)
    await tx.done
    return result
  } catch (error) {
    // The work's own error says more than the abort that follows it; both promises must be heard.
    tx.done.catch(() => undefined)
    try {
      tx.abort()
    } catch {
      throw error
    }
    throw error
  }
}

/** Whoever keeps something counted from the events knows by this which cards to count again. */
const markTouched = (tx: Writing, { id, at, cardId }: ReviewEvent) =>
  tx.objectStore('meta').put(`${id} ${at}`, touchedKey(cardId))

/** A packed state is not unpacked for one card: its events are fewer than its pack's cards. */
const stateOf = async (tx: Writing, cardId: CardId): Promise<CardState> =>
  (await tx.objectStore('states').get(cardId)) ?? (await refold(tx, cardId))

const refold = async (tx: Writing, cardId: CardId): Promise<CardState> =>
  foldCard(cardId, await tx.objectStore('events').index('card').getAll(cardId))

const receive = async (tx: Writing, received: Received): Promise<readonly CardState[]> => {
  const outbox = tx.objectStore('outbox')
  if (received.kind === 'start-over') {
    const ids = await tx.objectStore('events').getAllKeys()
    await Promise.all(ids.map((id) => outbox.put({ id })))
    await tx.objectStore('rejected').clear()
    await tx.objectStore('meta').put({ epoch: received.epoch, cursor: 0 } satisfies SyncPosition, 'position')
    return []
  }

  for (const id of received.accepted) await outbox.delete(id)
  for (const rejection of received.rejected) {
    await Promise.all([outbox.delete(rejection.id), tx.objectStore('rejected').put(rejection)])
  }
  const cards = new Set<CardId>()
  for (const event of received.events) {
    const mine = await tx.objectStore('events').get(event.id)
    await outbox.delete(event.id)
    if (mine && mine.at === event.at) continue
    await Promise.all([tx.objectStore('events').put(event satisfies ReviewEvent), markTouched(tx, event)])
    cards.add(event.cardId)
  }
  await tx.objectStore('meta').put(received.position, 'position')
  const changed: CardState[] = []
  for (const cardId of cards) {
    const state = await refold(tx, cardId)
    await tx.objectStore('states').put(state)
    changed.push(state)
  }
  return changed
}

const readPosition = (stored: unknown): SyncPosition =>
  typeof stored === 'object' && stored !== null && 'epoch' in stored && 'cursor' in stored
    ? {
        epoch: typeof stored.epoch === 'string' ? stored.epoch : null,
        cursor: typeof stored.cursor === 'number' ? stored.cursor : 0,
      }
    : { epoch: null, cursor: 0 }
