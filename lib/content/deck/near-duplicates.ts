import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import type { Deck, DeckCard } from './deck'

/** Characters a shingle; short enough for Chinese, long enough for English. */
const shingleLength = 5
/** Share of common shingles from which two cards ask the same. */
const alike = 0.75

const shingles = (card: DeckCard, language: Language): ReadonlySet<string> => {
  const text = card.read
    .texts(language)
    .join(' ')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
  const result = new Set<string>()
  for (let i = 0; i + shingleLength <= text.length; i++) result.add(text.slice(i, i + shingleLength))
  return result
}

/** Pairs of cards that say nearly the same, each told once at the later card. */
export const nearDuplicates = (deck: Deck): readonly Diagnostic[] => {
  const [language = 'en'] = deck.about.languages
  const holders = new Map<string, number[]>()
  const sizes: number[] = []
  return deck.cards.flatMap((card, later) => {
    const mine = shingles(card, language)
    sizes.push(mine.size)
    const common = new Map<number, number>()
    for (const shingle of mine) {
      const others = holders.get(shingle) ?? []
      for (const other of others) common.set(other, (common.get(other) ?? 0) + 1)
      holders.set(shingle, [...others, later])
    }
    return [...common].flatMap(([earlier, shared]): Diagnostic[] => {
      const twin = deck.cards[earlier]
      const all = mine.size + (sizes[earlier] ?? 0) - shared
      if (twin === undefined || shared / all < alike || card.allow.includes('near-duplicate')) return []
      return [
        {
          severity: 'error',
          file: card.file,
          path: '',
          ...card.place,
          message: `The card says nearly the same as the one in ${twin.file}:${twin.place.line}.`,
          hint: 'Keep the better one, ask for another fact, or add "allow: [near-duplicate]" to this one.',
        },
      ]
    })
  })
}
