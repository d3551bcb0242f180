import type { CardId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { standing } from '@/lib/schedule/standing'
import type { ExportedDeck } from '../anki/export-deck'
import { guidsOf } from '../anki/identity'
import { noteOf } from '../anki/note-of'

/** Everything about some cards for a program to read: their words as HTML, what is remembered of them, and every review that stands. */
export const writeJson = (deck: ExportedDeck): string => {
  const guids = guidsOf(deck.cards.map(({ id }) => id))
  const media = (src: string) => src.slice(src.lastIndexOf('/') + 1)
  const histories = new Map<CardId, ReviewEvent[]>()
  for (const event of deck.events) {
    const known = histories.get(event.cardId)
    if (known) known.push(event)
    else histories.set(event.cardId, [event])
  }
  const cards = deck.cards.map((card) => {
    const { cloze, fields } = noteOf(card, media)
    const state = deck.states.get(card.id) ?? newCardState(card.id)
    return {
      id: card.id,
      guid: guids.get(card.id) ?? card.id,
      deck: card.path,
      tags: card.tags,
      kind: cloze ? 'cloze' : 'basic',
      front: fields[0],
      back: fields[1],
      suspended: state.suspended,
      flag: state.flag,
      reps: state.reps,
      lapses: state.lapses,
      memory: state.memory,
      reviews: standing(histories.get(card.id) ?? []).deeds.flatMap((deed) =>
        deed.kind === 'grade'
          ? [{ at: new Date(deed.at).toISOString(), grade: deed.grade, durationMs: deed.durationMs }]
          : [],
      ),
    }
  })
  const about = { format: 'gradeck-cards-1', title: deck.title, madeAt: new Date(deck.now).toISOString() }
  return `${JSON.stringify({ ...about, cards }, null, 1)}\n`
}
