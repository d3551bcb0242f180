import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Bundle } from '@/lib/content/bundle'
import type { CardId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Rejection } from '@/lib/sync/store'

/** One person's data on one device. */
export interface LearnerSchema extends DBSchema {
  events: { key: EventId; value: ReviewEvent; indexes: { card: CardId; at: number } }
  /** A cache of the fold over `events`. */
  states: { key: CardId; value: CardState }
  /** Ids no server has acknowledged; ids sort by the time they were made. */
  outbox: { key: EventId; value: { readonly id: EventId } }
  rejected: { key: EventId; value: Rejection }
  bundles: { key: [deck: string, language: Language]; value: Bundle }
  meta: { key: string; value: unknown }
}

export type LearnerDatabase = IDBPDatabase<LearnerSchema>

const name = 'gradeck'

/** Opens the database, making its stores on the first visit. `onClosed` is told when the browser takes it away. */
export const openDatabase = (onClosed: () => void): Promise<LearnerDatabase> =>
  openDB<LearnerSchema>(name, 1, {
    upgrade(db) {
      const events = db.createObjectStore('events', { keyPath: 'id' })
      events.createIndex('card', 'cardId')
      events.createIndex('at', 'at')
      db.createObjectStore('states', { keyPath: 'cardId' })
      db.createObjectStore('outbox', { keyPath: 'id' })
      db.createObjectStore('rejected', { keyPath: 'id' })
      db.createObjectStore('bundles', { keyPath: ['deck', 'language'] })
      db.createObjectStore('meta')
    },
    // Another tab wants to upgrade or delete: stepping aside is better than holding it up.
    blocking(_current, _blocked, event) {
      const target = event.target
      if (target instanceof IDBDatabase) target.close()
      onClosed()
    },
    terminated: onClosed,
  })

/** Removes everything this device keeps. */
export const deleteDatabase = (): Promise<void> => deleteDB(name)
