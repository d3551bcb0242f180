import { checkCharacters } from '@/lib/content/deck/check-characters'
import type { DeckCard, WrittenCard } from '@/lib/content/deck/deck'
import { cardsText, type DeckGround } from '@/lib/content/deck/deck-ground'
import { answersAlike, type Heard, listening } from '@/lib/content/deck/heard'
import { readCards } from '@/lib/content/deck/read-cards'
import { cutItems } from '@/lib/content/yaml/card-items'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** One entry of a file of cards: the lines that are read together. */
export interface Entry {
  /** From 1. */
  readonly line: number
  readonly lines: number
  readonly text: string
  /** A file that is no plain list is one entry, and may hold several cards. */
  readonly several?: true
}

/** What an entry says, told as if it began the file: lines put in above it change nothing but a number. */
export interface EntryReading<Card extends WrittenCard> {
  /** One where it can be read; several only in a file that is no plain list. */
  readonly cards: readonly Card[]
  readonly diagnostics: readonly Diagnostic[]
  readonly heard: Heard
}

/** A text that is no plain list, e.g. JSON, is one entry. */
export const entriesOf = (text: string): readonly Entry[] =>
  cutItems(text)?.items ?? [{ line: 1, lines: text.split('\n').length, text, several: true }]

/** The entry a line stands in; the first for a line above all. */
export const entryAt = (text: string, line: number): Entry | undefined => {
  const entries = entriesOf(text)
  return entries.findLast((entry) => entry.line <= line) ?? entries[0]
}

export const readEntry = (path: string, text: string, ground: DeckGround): EntryReading<DeckCard> => {
  const whole = cardsText({ path, text })
  const { context, heard } = listening(ground)
  const { cards, diagnostics } = whole === null ? { cards: [], diagnostics: [] } : readCards(whole, context)
  const strange = checkCharacters({ path, text })
  return { cards, diagnostics: strange === null ? diagnostics : [strange, ...diagnostics], heard: heard() }
}

export const stillHolds = ({ heard }: Pick<EntryReading<WrittenCard>, 'heard'>, ground: DeckGround): boolean =>
  answersAlike(heard, ground)

export const lower =
  (by: number) =>
  (one: Diagnostic): Diagnostic =>
    by === 0 ? one : { ...one, line: one.line + by }

export const placed = (card: WrittenCard, { line }: Entry): WrittenCard =>
  line === 1 ? card : { ...card, place: { ...card.place, line: card.place.line + line - 1 } }
