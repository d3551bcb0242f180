import { asId, type DeviceId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { studyDay } from '@/lib/schedule/study-day'
import type { DraftCard } from '../cards/draft-card'
import type { Collection } from '../collection/collection'
import { groupBy } from '../group-by'
import type { ImportGround } from '../import-collection'
import type { LossyRow } from '../report'
import { type CardSettings, eventsOf, type MemoryGround } from './events'
import { defaultSettings, homeDeck } from './presets'

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

const groundOf = (collection: Collection, ground: ImportGround): MemoryGround => {
  const place = {
    zoneOffset: within(collection.zoneOffset ?? ground.zoneOffset, -18 * 60, 18 * 60),
    dayStartsAt: within(Math.round(collection.dayStartsAt), 0, 23),
  }
  return {
    deck: ground.deck,
    deviceId: asId<DeviceId>(ground.deviceId),
    now: ground.now,
    ...place,
    firstDay: studyDay({ at: collection.createdAt, ...place }),
  }
}

/** What a collection knows of the memory of these cards, as events; what it cannot say whole goes to `lossy`. */
export const allEvents = (
  cards: readonly DraftCard[],
  collection: Collection,
  settings: ReadonlyMap<number, CardSettings>,
  ground: ImportGround,
  lossy: LossyRow[],
): readonly ReviewEvent[] => {
  const logs = groupBy(collection.reviews, ({ card }) => card)
  const memory = groundOf(collection, ground)
  return cards.flatMap((card) => {
    const preset = collection.decks.get(homeDeck(card.anki))?.preset ?? -1
    const own = eventsOf(card, logs.get(card.anki.id) ?? [], settings.get(preset) ?? defaultSettings, memory)
    if (card.anki.originalDeck !== 0)
      lossy.push({ kind: 'filtered-deck', left: 'changed', guid: card.note.guid, detail: card.path.join('::') })
    for (const kind of own.lossy) lossy.push({ kind, left: 'changed', guid: card.note.guid, detail: '' })
    return own.events
  })
}
