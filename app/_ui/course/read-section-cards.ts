import type { Learner } from '@/lib/client/learner'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { Input } from '@/lib/view/input'

/** A card as it is read in the notes: what it asks, and what it tells on demand. */
export interface SectionCard {
  readonly id: string
  readonly question: readonly Block[]
  readonly answer: readonly Block[]
}

const listOf = (items: readonly { readonly blocks: readonly Block[] }[]): Block => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: items.map(({ blocks }) => blocks),
})

/** What the control of a card would offer, to be read instead of used. */
const offered = (input: Input): readonly Block[] => {
  switch (input.kind) {
    case 'choice':
      return [listOf(input.options)]
    case 'order':
      return [listOf(input.items)]
    case 'match':
      return [listOf(input.left), listOf(input.right)]
    default:
      return []
  }
}

/** The cards of a section, from the decks on this device or from the server; null where neither has them now. */
export const readSectionCards = async (
  learner: Learner,
  deck: DeckId,
  section: string,
  language: Language,
): Promise<readonly SectionCard[] | null> => {
  const [{ cardFaceNamed }, decks] = await Promise.all([import('@/lib/cards/faces'), learner.decks.open(language)])
  if (typeof decks === 'string') return null
  const found = decks.find((one) => one.deck === deck)
  const listed = found?.cards.filter((card) => card.section === section) ?? []
  const cards = found ? await learner.decks.cards(found, listed) : []
  const shown = await Promise.all(
    cards.map(async ({ id, type, content }): Promise<readonly SectionCard[]> => {
      const face = await cardFaceNamed(type)?.open()
      if (face === undefined) return []
      // One fixed occasion: the same numbers in the same order whenever the section is read.
      const occasion = { seed: `reading ${id}`, language }
      const { question, input } = face.present(content, occasion)
      return [
        {
          id,
          question: [...question, ...offered(input)],
          answer: face.outcome(content, occasion, { kind: 'reveal' }, 0).answer,
        },
      ]
    }),
  )
  return shown.flat()
}
