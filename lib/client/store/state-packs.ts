import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { StateMap } from '@/lib/sync/store'
import type { LearnerDatabase } from './database'
import { holdStates } from './held-states'
import { packSize, packStates, type StatePack, unpackStates } from './state-pack'

/** Loose states that are not worth packing yet. */
const mostLoose = 400
/** Loose states packed in one transaction: a grade that comes meanwhile waits for one of them at most. */
const step = 1200

/** Every state: those in packs, and over them the loose ones, which are newer. */
export const readStates = async (db: LearnerDatabase): Promise<StateMap> => {
  const tx = db.transaction(['packs', 'states'])
  const [packs, loose] = await Promise.all([tx.objectStore('packs').getAll(), tx.objectStore('states').getAll()])
  await tx.done
  return holdStates(packs, loose)
}

/**
 * Moves loose states into packs once there are many, a stretch of cards at a time. Each stretch is one transaction, so that a
 * state is in a pack or loose at every moment, whatever breaks off in between.
 */
export const settleStates = async (db: LearnerDatabase): Promise<void> => {
  if ((await db.count('states')) <= mostLoose) return
  let after: CardId | null = null
  do after = await settleStretch(db, after)
  while (after !== null)
}

/** Packs the first loose states after a card that belong to one pack; the last of them, or null where there was none. */
const settleStretch = async (db: LearnerDatabase, after: CardId | null): Promise<CardId | null> => {
  const tx = db.transaction(['packs', 'states'], 'readwrite')
  const states = tx.objectStore('states')
  const packs = tx.objectStore('packs')
  const from = await states.getKey(after === null ? IDBKeyRange.lowerBound('') : IDBKeyRange.lowerBound(after, true))
  if (from === undefined) {
    await tx.done
    return null
  }
  const [under, over] = await Promise.all([
    packs.openKeyCursor(IDBKeyRange.upperBound(from), 'prev'),
    packs.getKey(IDBKeyRange.lowerBound(from, true)),
  ])
  const range = over === undefined ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, over, false, true)
  const loose = await states.getAll(range, step)
  const old = under ? await packs.get(under.primaryKey) : undefined
  const merged = mergeStates(old ? unpackStates(old) : [], loose)
  if (old) await packs.delete(old.first)
  for (let i = 0; i < merged.length; i += packSize) {
    await packs.put(packStates(merged.slice(i, i + packSize)) satisfies StatePack)
  }
  const last = loose.at(-1)?.cardId ?? from
  await states.delete(IDBKeyRange.bound(from, last))
  await tx.done
  return last
}

/** Both are sorted by card; where both know one, the newer holds. */
const mergeStates = (old: readonly CardState[], newer: readonly CardState[]): readonly CardState[] => {
  const states = new Map([...old, ...newer].map((state) => [state.cardId, state]))
  return [...states.values()].sort((a, b) => (a.cardId < b.cardId ? -1 : 1))
}
