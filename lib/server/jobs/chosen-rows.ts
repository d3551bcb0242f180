import 'server-only'
import { type HeldCards, statusOf } from '@/lib/importers/anki/cards/merge'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { ImportedRow, RowChoice, RowChoices } from '@/lib/sync/file-import'
import type { SourceImport } from './read-source'

/** What was decided about a card, by the id the file gives it. */
export type CardChoices = ReadonlyMap<string, RowChoice>

/** One decision for each row: as it is told now, else as it was for its cards the last time. */
export const decide = (
  rows: SourceImport['rows'],
  told: RowChoices | null,
  remembered: CardChoices,
): readonly RowChoice[] => {
  if (told === null) return rows.map(({ cards }) => remembered.get(cards[0] ?? '') ?? 'take')
  const [skip, both] = [new Set(told.skip), new Set(told.both)]
  return rows.map((_, i) => (skip.has(i) ? 'skip' : both.has(i) ? 'both' : 'take'))
}

const byCardId = (rows: SourceImport['rows'], decisions: readonly RowChoice[]): CardChoices =>
  new Map(rows.flatMap(({ cards }, i) => cards.map((id) => [id, decisions[i] ?? 'take'])))

/** What has to be kept so that the next import of the same begins with these decisions. */
export const toRemember = (
  rows: SourceImport['rows'],
  decisions: readonly RowChoice[],
  remembered: CardChoices,
): readonly { readonly cardId: string; readonly choice: RowChoice }[] =>
  [...byCardId(rows, decisions)].flatMap(([cardId, choice]) =>
    choice === (remembered.get(cardId) ?? 'take') ? [] : [{ cardId, choice }],
  )

/** The id of the deck's card an event is about. */
const cardOf = ({ cardId }: Pick<ReviewEvent, 'cardId'>): string => cardId.slice(cardId.indexOf('/') + 1)

/** The card as it stands beside the one that is there. */
const copyOf = <T extends { readonly id: string }>(card: T): T => ({ ...card, id: `${card.id}.copy` })

export interface Chosen extends Pick<SourceImport, 'cards' | 'concepts' | 'figures'> {
  /** Whether an event of the file is wanted. */
  readonly takes: (event: Pick<ReviewEvent, 'cardId'>) => boolean
}

/**
 * What is left of a file once every row was decided about. A card that stands beside the one that is there gets an id of its own, the same each
 * time; reviews of the file belong to the one that is there.
 */
export const chosenOf = (read: SourceImport, decisions: readonly RowChoice[], there: HeldCards): Chosen => {
  const choices = byCardId(read.rows, decisions)
  if ([...choices.values()].every((choice) => choice === 'take')) return { ...read, takes: () => true }
  const cards = read.cards.flatMap((card) => {
    const choice = choices.get(card.id)
    if (choice === 'skip') return []
    return choice === 'both' && statusOf(there, card) !== 'added' ? [copyOf(card)] : [card]
  })
  const texts = JSON.stringify(cards)
  const concepts = new Set(cards.flatMap((card) => card.concepts))
  return {
    cards,
    concepts: read.concepts.filter(({ id }) => concepts.has(id)),
    figures: read.figures.filter(({ path }) => texts.includes(path)),
    takes: (event) => choices.get(cardOf(event)) !== 'skip',
  }
}

/** Grades an import adds, or gives back, by the card they are of. */
export const countReviews = (events: readonly ReviewEvent[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const event of events)
    if (event.cardId.includes('/') && (event.kind === 'grade' || event.kind === 'undo'))
      counts.set(cardOf(event), (counts.get(cardOf(event)) ?? 0) + 1)
  return counts
}

/** Rows as a person reads them, with what taking each in would do. */
export const toldRows = (
  { rows, cards }: Pick<SourceImport, 'rows' | 'cards'>,
  decisions: readonly RowChoice[],
  there: HeldCards,
  reviews: ReadonlyMap<string, number>,
): readonly ImportedRow[] => {
  const known = new Map(cards.map((card) => [card.id, card]))
  return rows.map(({ cards: ids, ...row }, i) => {
    const brings = { added: 0, changed: 0, same: 0, copies: 0, reviews: 0 }
    for (const id of ids) {
      const card = known.get(id)
      if (card === undefined) continue
      const status = statusOf(there, card)
      brings[status]++
      if (status !== 'added' && statusOf(there, copyOf(card)) !== 'same') brings.copies++
      brings.reviews += reviews.get(id) ?? 0
    }
    return { ...row, brings, choice: decisions[i] ?? 'take' }
  })
}
