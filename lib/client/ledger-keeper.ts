import type { CardId } from '@/lib/core/id'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { emptyLedger, joinLedgers, type Ledger, updateLedger } from '@/lib/schedule/ledger'
import { byCard } from '@/lib/sync/by-card'
import type { LearnerDatabase } from './store/database'
import { readTouched, type Touched, touchedKey } from './store/touched'

export interface LedgerKeeper {
  /** Every review in columns. Only the first reading, or a new format, goes through all events; it tells how far it is, 0..1. */
  readonly read: (onProgress?: (part: number) => void) => Promise<Ledger>
}

interface Stored {
  readonly format: number
  /** Another value for every ledger kept: tells a tab that another one has written. */
  readonly stamp: string
  readonly ledger: Ledger
}

const key = 'ledger'
/** Raised whenever a row means something else than before. */
const format = 1
const pageSize = 2000

export const makeLedgerKeeper = (db: LearnerDatabase, newStamp: () => string): LedgerKeeper => {
  let held: Stored | null = null
  let running: Promise<Ledger> | null = null
  let next: Promise<Ledger> | null = null

  const current = async (): Promise<Stored | null> => {
    if (held !== null && (await db.get('meta', `${key}-stamp`)) === held.stamp) return held
    held = asStored(await db.get('meta', key))
    return held
  }

  const read = async (onProgress: (part: number) => void): Promise<Ledger> => {
    for (;;) {
      const before = await current()
      const touched = await readTouched(db)
      if (before !== null && touched.size === 0) return before.ledger
      const ledger = before === null ? await readAll(db, onProgress) : await renew(db, before.ledger, touched)
      const next: Stored = { format, stamp: newStamp(), ledger }
      const kept = await keep(db, before, next, touched)
      if (kept !== 'overtaken') {
        held = kept === 'kept' ? next : null
        return ledger
      }
    }
  }

  const start = (onProgress: (part: number) => void): Promise<Ledger> => {
    running = read(onProgress).finally(() => {
      running = null
    })
    return running
  }

  return {
    read: (onProgress = () => undefined) => {
      if (running === null) return start(onProgress)
      // What runs may have begun before the review this reading is for: one more, for all who ask until it begins.
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = null
          return running ?? start(onProgress)
        })
      return next
    },
  }
}

const asStored = (value: unknown): Stored | null =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === format ? (value as Stored) : null

/** A card at a time is folded whole; the pages only bound what is in memory at once. */
const readAll = async (db: LearnerDatabase, onProgress: (part: number) => void): Promise<Ledger> => {
  const total = await db.count('events')
  const parts: Ledger[] = []
  let done = 0
  let after: CardId | null = null
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true)
    const page: readonly ReviewEvent[] = await db.getAllFromIndex('events', 'card', range, pageSize)
    const last = page.at(-1)
    if (!last) break
    const histories = new Map<CardId, readonly ReviewEvent[]>(byCard(page))
    if (page.length === pageSize) histories.set(last.cardId, await db.getAllFromIndex('events', 'card', last.cardId))
    histories.delete(planSubject)
    parts.push(updateLedger(emptyLedger, histories))
    after = last.cardId
    done += page.length
    onProgress(Math.min(1, done / Math.max(1, total)))
  }
  return joinLedgers(parts)
}

const renew = async (db: LearnerDatabase, ledger: Ledger, touched: Touched): Promise<Ledger> => {
  const histories = new Map<CardId, readonly ReviewEvent[]>()
  for (const cardId of touched.keys()) {
    if (cardId !== planSubject) histories.set(cardId, await db.getAllFromIndex('events', 'card', cardId))
  }
  return updateLedger(ledger, histories)
}

/** A card touched again since it was read keeps its mark. What cannot be kept is only a cache: it is counted again next time. */
const keep = async (
  db: LearnerDatabase,
  before: Stored | null,
  next: Stored,
  touched: Touched,
): Promise<'kept' | 'overtaken' | 'refused'> => {
  try {
    const tx = db.transaction('meta', 'readwrite')
    const stamp = await tx.store.get(`${key}-stamp`)
    if (before !== null && stamp !== before.stamp) {
      await tx.done
      return 'overtaken'
    }
    for (const [cardId, mark] of touched) {
      const name = touchedKey(cardId)
      if ((await tx.store.get(name)) === mark) await tx.store.delete(name)
    }
    await Promise.all([tx.store.put(next, key), tx.store.put(next.stamp, `${key}-stamp`)])
    await tx.done
    return 'kept'
  } catch (error) {
    if (error instanceof DOMException) return 'refused'
    throw error
  }
}
