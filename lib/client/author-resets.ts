import type { ListedDeck } from '@/lib/content/bundle'
import { type Decoder, integer, list, object, text } from '@/lib/core/decode'
import type { DeviceId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from './changes'
import { type Clock, momentAt } from './clock'
import { newEventId } from './device'
import type { LearnerDatabase } from './store/database'

/** Cards of a deck whose author says that they mean something else now, so that they began anew on this device. */
export interface StartedAnew {
  readonly title: string
  readonly cards: number
}

export interface AuthorResets {
  /** Starts cards anew that were reviewed before their meaning changed. */
  readonly apply: (decks: readonly ListedDeck[]) => Promise<void>
  /** What the learner has not been told yet. */
  readonly untold: () => Promise<readonly StartedAnew[]>
  readonly told: () => Promise<void>
}

const key = 'started-anew'

const decode: Decoder<{ readonly decks: readonly StartedAnew[] }> = object({
  decks: list(object({ title: text(4000), cards: integer(0, 1_000_000) }), 10_000),
})

/**
 * The reset stands at the instant of the publication, whichever device makes it and whenever: reviews from before count no
 * more, those from after it stay, and the resets of two devices are one.
 */
export const makeAuthorResets = (ground: {
  readonly db: LearnerDatabase
  readonly store: ReviewStore
  readonly changes: Changes
  readonly clock: Clock
  readonly deviceId: DeviceId
  readonly dayStartsAt: () => Promise<number>
  readonly onKept: () => void
}): AuthorResets => {
  const { db, store, clock, deviceId } = ground

  const eventsFor = async ({ cards }: ListedDeck): Promise<readonly ReviewEvent[]> => {
    const changed = cards.flatMap(({ id, revision, resetAt }) =>
      resetAt === undefined ? [] : [{ id, revision, resetAt }],
    )
    if (changed.length === 0) return []
    const [states, dayStartsAt] = await Promise.all([store.states(), ground.dayStartsAt()])
    const due = await Promise.all(
      changed
        .filter(({ id }) => states.has(id))
        .map(async (card): Promise<readonly ReviewEvent[]> => {
          const history = await store.history(card.id)
          const before = history.some(({ kind, at }) => kind === 'grade' && at < card.resetAt)
          const done = history.some(({ kind, at }) => kind === 'reset' && at >= card.resetAt)
          if (!before || done) return []
          const base = { id: newEventId(clock.now()), deviceId, cardId: card.id, revision: card.revision }
          return [{ ...base, ...momentAt(clock, card.resetAt, dayStartsAt), kind: 'reset' }]
        }),
    )
    return due.flat()
  }

  const untold = async (): Promise<readonly StartedAnew[]> => {
    const read = decode(await db.get('meta', key))
    return read.ok ? read.value.decks : []
  }

  return {
    apply: async (decks) => {
      const found: StartedAnew[] = []
      for (const deck of decks) {
        const events = await eventsFor(deck)
        if (events.length === 0) continue
        await store.append(events)
        found.push({ title: deck.title, cards: events.length })
      }
      if (found.length === 0) return
      await db.put('meta', { decks: [...(await untold()), ...found] }, key)
      ground.changes.publish()
      ground.onKept()
    },
    untold,
    told: async () => {
      await db.delete('meta', key)
      ground.changes.publish()
    },
  }
}
