import 'server-only'
import { type HeldCards, statusOf } from '@/lib/importers/anki/cards/merge'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
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

/** The card as it stands beside the one that is there. */
const copyOf = <T extends { readonly id: string }>(card: T): T => ({ ...card, id: `${card.id}.copy` })

export interface Chosen extends Pick<SourceImport, 'cards' | 'concepts' | 'figures'> {
  /** Whether what the file says of a card is wanted, by the card's whole id. */
  readonly takes: (cardId: string) => boolean
}

/**
 * What is left of a file once every row was decided about. A card that stands beside the one that is there gets an id of its own, the same each
 * time; reviews of the file belong to the one that is there.
 */
export const chosenOf = (
  read: SourceImport,
  decisions: readonly RowChoice[],
  there: HeldCards,
  deck: string,
): Chosen => {
  const choices = byCardId(read.rows, decisions)
  if ([...choices.values()].every((choice) => choice === 'take')) return { ...read, takes: () => true }
  const cards = read.cards.flatMap((card) => {
    const choice = choices.get(card.id)
    if (choice === 'skip') return []
    return choice === 'both' && statusOf(there, card) !== 'added' ? [copyOf(card)] : [card]
  })
  const skipped = new Set([...choices].flatMap(([id, choice]) => (choice === 'skip' ? [`${deck}/${id}`] : [])))
  const texts = JSON.stringify(cards)
  const concepts = new Set(cards.flatMap((card) => card.concepts))
  return {
    cards,
    concepts: read.concepts.filter(({ id }) => concepts.has(id)),
    figures: read.figures.filter(({ path }) => texts.includes(path)),
    takes: (cardId) => !skipped.has(cardId),
  }
}

/** Grades an import adds, or gives back, by the whole id of the card they are of. */
export const countReviews = (events: readonly ReviewEvent[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { kind, cardId } of events)
    if ((kind === 'grade' || kind === 'undo') && cardId !== planSubject)
      counts.set(cardId, (counts.get(cardId) ?? 0) + 1)
  return counts
}

/** Rows as a person reads them, with what taking each in would do. */
export const toldRows = (
  { rows, cards }: Pick<SourceImport, 'rows' | 'cards'>,
  decisions: readonly RowChoice[],
  there: HeldCards,
  deck: string,
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
      brings.reviews += reviews.get(`${deck}/${id}`) ?? 0
    }
    return { ...row, brings, choice: decisions[i] ?? 'take' }
  })
}
