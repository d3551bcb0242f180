import type { CardFace } from '@/lib/cards/card-type'
import { cardTypeNamed } from '@/lib/cards/list'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { BundledCard } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { ExportSource } from '../exporter'
import type { Item, ItemVariant } from './item'
import { titleOf } from './plain'

/** Seeds that are tried until enough different numbers came up. */
const mostTries = 400

const whysOf = (
  face: CardFace,
  card: BundledCard,
  occasion: { readonly seed: string; readonly language: Language },
  key: MarkingKey | null,
): ReadonlyMap<string, readonly Block[]> => {
  if (key?.kind !== 'choice') return new Map()
  return new Map(
    key.options
      .filter((option) => !key.right.includes(option))
      .map((option) => [
        option,
        face.outcome(card.content, occasion, { kind: 'choice', chosen: [option] }, 0).feedback,
      ]),
  )
}

const variantsOf = (face: CardFace, card: BundledCard, source: ExportSource): readonly ItemVariant[] => {
  const { language } = source.bundle
  const found = new Map<string, ItemVariant>()
  for (let i = 0; i < mostTries && found.size < source.variants; i++) {
    const occasion = { seed: `${source.seed} ${card.id} ${i}`, language }
    const { question, input, given } = face.present(card.content, occasion)
    const shown = given === null ? '' : JSON.stringify(given)
    if (!found.has(shown)) {
      const key = face.key?.(card.content, occasion) ?? null
      const { answer } = face.outcome(card.content, occasion, { kind: 'reveal' }, 0)
      const whys = whysOf(face, card, occasion, key)
      const number = given === null ? null : found.size + 1
      found.set(shown, { number, question, input, key, answer, whys })
    }
    if (given === null) break
  }
  return [...found.values()]
}

/** A deck's cards as items, in their order; a card with numbers comes with as many different ones as are wanted. */
export const itemsOf = (source: ExportSource): readonly Item[] => {
  const { bundle, concepts } = source
  return bundle.cards.flatMap((card): Item[] => {
    const face = cardTypeNamed(card.type)
    if (face === null) return []
    const variants = variantsOf(face, card, source)
    const [main = ''] = card.concepts
    return [
      {
        id: card.id.startsWith(`${bundle.deck}/`) ? card.id.slice(bundle.deck.length + 1) : card.id,
        title: titleOf(variants[0]?.question ?? []),
        path: [bundle.title, concepts.get(main) ?? main],
        tags: card.tags,
        workings: card.practice,
        variants,
      },
    ]
  })
}
