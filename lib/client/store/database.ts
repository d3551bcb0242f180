import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { Bundle } from '@/lib/content/bundle'
import type { CardId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Rejection } from '@/lib/sync/store'
import { type DeckPart, type DeckRecord, toParts, toRecord } from './deck-record'
import type { StatePack } from './state-pack'

/** One person's data on one device. */
export interface LearnerSchema extends DBSchema {
  events: { key: EventId; value: ReviewEvent; indexes: { card: CardId; at: number } }
  /** A cache of the fold over `events`: the cards that changed since they were packed. */
  states: { key: CardId; value: CardState }
  /** The rest of that cache; a state in `states` is the newer one. */
  packs: { key: CardId; value: StatePack }
  /** Ids no server has acknowledged; ids sort by the time they were made. */
  outbox: { key: EventId; value: { readonly id: EventId } }
  rejected: { key: EventId; value: Rejection }
  decks: { key: [language: Language, deck: string, version: string]; value: DeckRecord }
  /** Also of the version before, which a sitting may still go through. */
  contents: { key: [language: Language, deck: string, version: string, part: number]; value: DeckPart }
  meta: { key: string; value: unknown }
}

export type LearnerDatabase = IDBPDatabase<LearnerSchema>

const name = 'gradeck'

/** Opens the database, making its stores on the first visit. `onClosed` is told when the browser takes it away. */
export const openDatabase = (onClosed: () => void): Promise<LearnerDatabase> =>
  openDB<LearnerSchema>(name, 2, {
    async upgrade(db, before, _after, tx) {
      if (before < 1) {
        const events = db.createObjectStore('events', { keyPath: 'id' })
        events.createIndex('card', 'cardId')
        events.createIndex('at', 'at')
        db.createObjectStore('states', { keyPath: 'cardId' })
        db.createObjectStore('outbox', { keyPath: 'id' })
        db.createObjectStore('rejected', { keyPath: 'id' })
        db.createObjectStore('meta')
      }
      db.createObjectStore('packs', { keyPath: 'first' })
      db.createObjectStore('decks', { keyPath: ['language', 'deck', 'version'] })
      db.createObjectStore('contents', { keyPath: ['language', 'deck', 'version', 'part'] })
      if (before === 1) await takeBundlesApart(db, tx)
    },
    // Another tab wants to upgrade or delete: stepping aside is better than holding it up.
    blocking(_current, _blocked, event) {
      const target = event.target
      if (target instanceof IDBDatabase) target.close()
      onClosed()
    },
    terminated: onClosed,
  })

/** The first version kept a deck as one value, which had to be read whole to show a single card. */
interface FirstSchema extends DBSchema {
  bundles: { key: [deck: string, language: Language]; value: Bundle }
}

type Upgrade = IDBPTransaction<LearnerSchema, StoreNames<LearnerSchema>[], 'versionchange'>

const takeBundlesApart = async (db: LearnerDatabase, tx: Upgrade): Promise<void> => {
  const old = tx as unknown as IDBPTransaction<FirstSchema, ['bundles'], 'versionchange'>
  for await (const { value } of old.objectStore('bundles')) {
    await Promise.all([
      tx.objectStore('decks').put(toRecord(value)),
      ...toParts(value).map((part) => tx.objectStore('contents').put(part)),
    ])
  }
  const all = db as unknown as IDBPDatabase<FirstSchema>
  all.deleteObjectStore('bundles')
}

/** Removes everything this device keeps. */
export const deleteDatabase = (): Promise<void> => deleteDB(name)
