import type { CardFace, Outcome, Presented } from '@/lib/cards/card-type'
import { cardFaceNamed } from '@/lib/cards/faces'
import { shuffle } from '@/lib/cards/shuffle'
import type { Bundle, BundledCard } from '@/lib/content/bundle'

/** What a paper is made of. The same wish gives the same paper. */
export interface PaperWish {
  readonly seed: string
  /** Questions of it, at most. */
  readonly questions: number
  /** Only cards of this concept; null for all. */
  readonly concept: string | null
  /** In the order of the course, or shuffled by the seed. */
  readonly shuffled: boolean
}

export interface PaperQuestion {
  readonly id: string
  readonly presented: Presented
  readonly answer: Outcome['answer']
}

const chosen = (
  cards: readonly BundledCard[],
  { seed, questions, concept, shuffled }: PaperWish,
): readonly BundledCard[] => {
  const fitting = cards.filter((card) => concept === null || card.concepts.some((one) => one === concept))
  const drawn = shuffle(fitting, seed, 'paper').slice(0, questions)
  if (shuffled) return drawn
  const kept = new Set(drawn)
  return fitting.filter((card) => kept.has(card))
}

/** Draws a paper from a bank: questions with this seed's numbers, and what unfolds after each. @throws while code is missing offline. */
export const drawPaper = async (bundle: Bundle, wish: PaperWish): Promise<readonly PaperQuestion[]> => {
  const faces = new Map<string, CardFace>()
  const questions: PaperQuestion[] = []
  for (const card of chosen(bundle.cards, wish)) {
    const face = faces.get(card.type) ?? (await cardFaceNamed(card.type)?.open())
    if (face === undefined) continue
    faces.set(card.type, face)
    const occasion = { seed: `${wish.seed} ${card.id}`, language: bundle.language }
    const presented = face.present(card.content, occasion)
    const { answer } = face.outcome(card.content, occasion, { kind: 'reveal' }, 0)
    questions.push({ id: card.id, presented, answer })
  }
  return questions
}
