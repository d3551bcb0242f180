import type { DeckCard, WrittenCard } from '@/lib/content/deck/deck'
import type { DeckGround } from '@/lib/content/deck/deck-ground'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { type CardLine, linesOf, unreadLine } from './card-line'
import { type Entry, type EntryReading, entriesOf, lower, placed, readEntry, stillHolds } from './read-entry'

/** Everything that can be told of a file of cards so far. */
export interface CardFileReading {
  readonly lines: readonly CardLine[]
  readonly cards: readonly WrittenCard[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A file of cards that is read entry by entry: after a change, only what was changed. */
export interface CardFile {
  readonly text: () => string
  readonly write: (text: string) => void
  /** Reads one entry with all that can be made of it; what is kept of it is only what it says. */
  readonly readAt: (entry: Entry, ground: DeckGround) => EntryReading<DeckCard>
  /** Entries that must be read, or read again, against this deck. */
  readonly unread: (ground: DeckGround) => readonly Entry[]
  readonly tell: (ground: DeckGround) => CardFileReading
  /** Its cards as far as their text alone tells them. */
  readonly outline: () => readonly CardLine[]
}

/** A computed card holds every set of numbers it may show: a bank of them would fill a phone. */
interface Known extends EntryReading<WrittenCard> {
  readonly lines: readonly CardLine[]
}

const below = (entry: Entry, lines: readonly CardLine[]): readonly CardLine[] =>
  entry.line === 1 ? lines : lines.map((line) => ({ ...line, line: line.line + entry.line - 1 }))

export const makeCardFile = (path: string, begun: string): CardFile => {
  let text = begun
  let cut: readonly Entry[] | null = null
  /** By the entry's text, so that it may be moved about. */
  let known = new Map<string, Known>()
  let whole: { readonly ground: DeckGround; reading: CardFileReading | null } | null = null
  const unread = new WeakMap<Entry, CardLine>()

  const entries = (): readonly Entry[] => {
    cut ??= entriesOf(text)
    return cut
  }
  const find = (entry: Entry, ground: DeckGround): Known | null => {
    const found = known.get(entry.text)
    return found !== undefined && stillHolds(found, ground) ? found : null
  }
  const read = (entry: Entry, ground: DeckGround): EntryReading<DeckCard> => {
    const reading = readEntry(path, entry.text, ground)
    const cards = reading.cards.map(({ read: _, ...written }) => written)
    known.set(entry.text, { ...reading, cards, lines: linesOf(path, reading, entry.text) })
    return reading
  }
  const unreadOf = (entry: Entry): CardLine => {
    const line = unread.get(entry) ?? unreadLine(path, entry)
    unread.set(entry, line)
    return line
  }
  const tell = (ground: DeckGround): CardFileReading => {
    const found = entries().map((entry) => ({ entry, now: find(entry, ground) }))
    return {
      lines: found.flatMap(({ entry, now }) => (now === null ? unreadOf(entry) : below(entry, now.lines))),
      cards: found.flatMap(({ entry, now }) => now?.cards.map((card) => placed(card, entry)) ?? []),
      diagnostics: found.flatMap(({ entry, now }) => now?.diagnostics.map(lower(entry.line - 1)) ?? []),
    }
  }
  return {
    text: () => text,
    write: (next) => {
      if (next === text) return
      text = next
      cut = null
      whole = null
    },
    outline: () => entries().map(unreadOf),
    readAt: read,
    unread: (ground) => {
      if (whole?.ground === ground) return []
      const used = new Map<string, Known>()
      const left = entries().filter((entry) => {
        const now = find(entry, ground)
        if (now !== null) used.set(entry.text, now)
        return now === null
      })
      if (left.length === 0) {
        known = used
        whole = { ground, reading: null }
      }
      return left
    },
    tell: (ground) => {
      if (whole?.ground !== ground) return tell(ground)
      whole.reading ??= tell(ground)
      return whole.reading
    },
  }
}
