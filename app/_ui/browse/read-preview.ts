import type { BundledCard } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'

export interface Preview {
  readonly question: readonly Block[]
  readonly answer: readonly Block[]
}

/** A card as it is read; null where this version of the page does not know its type. Nothing here is a review. */
export const readPreview = async (card: BundledCard, language: Language): Promise<Preview | null> => {
  const { cardFaceNamed } = await import('@/lib/cards/faces')
  const face = await cardFaceNamed(card.type)?.open()
  if (face === undefined) return null
  // One fixed occasion: the same numbers whenever the card is looked at.
  const occasion = { seed: `reading ${card.id}`, language }
  const { question } = face.present(card.content, occasion)
  return { question, answer: face.outcome(card.content, occasion, { kind: 'reveal' }, 0).answer }
}
