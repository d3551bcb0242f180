import { asId, type CardId } from '@/lib/core/id'
import type { LearnerDatabase } from './database'

const prefix = 'touched:'

/** Cards with events that the ledger has not counted, in `meta`; the value names the last of them. */
export const touchedKey = (cardId: CardId): string => `${prefix}${cardId}`

export type Touched = ReadonlyMap<CardId, unknown>

export const readTouched = async (db: LearnerDatabase): Promise<Touched> => {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const tx = db.transaction('meta')
  const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)])
  await tx.done
  return new Map(keys.map((key, i) => [asId<CardId>(key.slice(prefix.length)), values[i]]))
}
