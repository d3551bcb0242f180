import { checkCharacters } from '@/lib/content/deck/check-characters'
import type { DeckCard, DeckFile } from '@/lib/content/deck/deck'
import type { DeckGround } from '@/lib/content/deck/deck-ground'
import { cardsText } from '@/lib/content/deck/deck-ground'
import { readCards } from '@/lib/content/deck/read-cards'
import { type CardItem, cutItems } from '@/lib/content/yaml/card-items'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** One entry of a file of cards, read. */
export interface ReadItem {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly lines: number
  readonly text: string
  /** Null where it cannot be one. */
  readonly card: DeckCard | null
  readonly diagnostics: readonly Diagnostic[]
}

export interface ItemReader {
  /** One by one: whoever stops asking has not read the rest. */
  readonly items: (file: DeckFile) => Iterable<ReadItem>
  /** Forgets what was not asked for since the last sweep. */
  readonly sweep: () => void
}

type Reading = Pick<ReadItem, 'card' | 'diagnostics'>

const lower =
  (by: number) =>
  (one: Diagnostic): Diagnostic =>
    by === 0 ? one : { ...one, line: one.line + by }

/**
 * Reads files of cards entry by entry and remembers each: a keystroke reads one card again, wherever in however long a file it
 * stands. Entries are read as if they began the file, so that lines put in above change nothing but a number.
 */
export const makeItemReader = (ground: DeckGround): ItemReader => {
  let known = new Map<string, Reading>()
  let used = new Map<string, Reading>()

  const read = (path: string, text: string): Reading => {
    const key = `${path}\n${text}`
    const found = known.get(key)
    if (found !== undefined) {
      used.set(key, found)
      return found
    }
    const whole = cardsText({ path, text })
    const { cards, diagnostics } = whole === null ? { cards: [], diagnostics: [] } : readCards(whole, ground.context)
    const strange = checkCharacters({ path, text })
    const reading = { card: cards[0] ?? null, diagnostics: strange === null ? diagnostics : [strange, ...diagnostics] }
    known.set(key, reading)
    used.set(key, reading)
    return reading
  }

  const place = (path: string, { line, lines, text }: Omit<CardItem, 'from' | 'to'>): ReadItem => {
    const { card, diagnostics } = read(path, text)
    const below = line - 1
    return {
      path,
      line,
      lines,
      text,
      card: card === null ? null : { ...card, place: { ...card.place, line: card.place.line + below } },
      diagnostics: diagnostics.map(lower(below)),
    }
  }

  /** A text that is no plain list is read as it is: every card of it at once. */
  const wholeFile = ({ path, text }: DeckFile): readonly ReadItem[] => {
    const whole = cardsText({ path, text })
    if (whole === null) return []
    const { cards, diagnostics } = readCards(whole, ground.context)
    const lines = text.split('\n').length
    const first = { path, line: 1, lines, text }
    if (cards.length === 0) return [{ ...first, card: null, diagnostics }]
    return cards.map((card, i) => ({
      ...first,
      line: card.place.line,
      card,
      diagnostics: i === 0 ? diagnostics : [],
    }))
  }

  const items = function* (file: DeckFile): Iterable<ReadItem> {
    const cut = cutItems(file.text)
    if (cut === null) yield* wholeFile(file)
    else for (const item of cut.items) yield place(file.path, item)
  }

  return {
    items,
    sweep: () => {
      known = used
      used = new Map()
    },
  }
}
