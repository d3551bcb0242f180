import type { EventId } from '@/lib/core/id'
import { compareEvents, type ReviewEvent } from './event'

export type Deed = Exclude<ReviewEvent, { kind: 'undo' }>

/** What remains of a card's history when duplicates are dropped and every undo has taken back its target. */
export interface Standing {
  readonly deeds: readonly Deed[]
  /** All events, in the order (at, id), each once. */
  readonly all: readonly ReviewEvent[]
  /** Ids that an undo names and nobody has sent yet, sorted. */
  readonly awaited: readonly EventId[]
}

/**
 * Tells whether an event stands, by the ids of the undos that name it. An undone undo gives its target back; undos that name
 * each other in a circle take nothing back.
 */
export const standsAmong = <Id extends string>(undoers: ReadonlyMap<Id, readonly Id[]>): ((id: Id) => boolean) => {
  const verdicts = new Map<Id, boolean | 'asking'>()
  const stands = (id: Id): boolean => {
    const known = verdicts.get(id)
    if (known === 'asking') return false
    if (known !== undefined) return known
    verdicts.set(id, 'asking')
    const verdict = !(undoers.get(id) ?? []).some(stands)
    verdicts.set(id, verdict)
    return verdict
  }
  return stands
}

/** An undo works by id, not by time: a corrected clock may put it before its target. */
export const standing = (events: readonly ReviewEvent[]): Standing => {
  const byId = new Map<EventId, ReviewEvent>()
  for (const event of [...events].sort(compareEvents)) if (!byId.has(event.id)) byId.set(event.id, event)
  const all = [...byId.values()]

  const undoers = new Map<EventId, EventId[]>()
  for (const event of all) {
    if (event.kind === 'undo') undoers.set(event.target, [...(undoers.get(event.target) ?? []), event.id])
  }

  if (undoers.size === 0)
    return { all, deeds: all.filter((event): event is Deed => event.kind !== 'undo'), awaited: [] }

  const stands = standsAmong(undoers)
  return {
    all,
    deeds: all.filter((event): event is Deed => event.kind !== 'undo' && stands(event.id)),
    awaited: [...undoers.keys()].filter((id) => !byId.has(id)).sort(),
  }
}
