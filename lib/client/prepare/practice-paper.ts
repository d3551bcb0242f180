import type { CardFace, Outcome, Presented } from '@/lib/cards/card-type'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { BundledCard } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { markAnswer } from '@/lib/exam/mark-answer'
import { guessDifficulty } from '@/lib/exam/paper/guess-difficulty'
import { drawPractice } from '@/lib/exam/prepare/draw-practice'
import { biasAfter, biasOfReviews, forecastScore } from '@/lib/exam/prepare/forecast-score'
import type { Forecast } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { type PaperSitting, slotSeed } from './paper-sitting'
import type { ScopeCard } from './scope-cards'

/** A question as it stands on the paper. */
export interface PaperQuestion {
  readonly card: BundledCard
  readonly face: CardFace
  readonly presented: Presented
  readonly seed: string
}

const faceOf = async (type: string): Promise<CardFace | null> => {
  try {
    return (await cardFaceNamed(type)?.open()) ?? null
  } catch {
    return null
  }
}

const facesOf = async (cards: readonly { readonly type: string }[]): Promise<ReadonlyMap<string, CardFace>> => {
  const types = [...new Set(cards.map(({ type }) => type))]
  const faces = await Promise.all(types.map(async (type) => [type, await faceOf(type)] as const))
  return new Map(faces.flatMap(([type, face]) => (face === null ? [] : [[type, face] as const])))
}

const presentOf = (face: CardFace, card: BundledCard, seed: string, language: Language): Presented | null => {
  try {
    return face.present(card.content, { seed, language })
  } catch {
    return null
  }
}

/** How many of the cards a paper can ask: those whose answers can be marked. */
export const countMarkable = async (cards: readonly ScopeCard[]): Promise<number> => {
  const faces = await facesOf(cards)
  return cards.filter(({ type }) => typeof faces.get(type)?.key === 'function').length
}

/** The cards of a paper, of those whose answers can be marked; others for each seed. */
export const drawCards = async (
  cards: readonly ScopeCard[],
  count: number,
  seed: string,
  language: Language,
): Promise<readonly CardId[]> => {
  const faces = await facesOf(cards)
  const items = cards.flatMap(({ id, concepts, card, type }) => {
    const face = faces.get(type)
    if (face === undefined || face.key === null) return []
    const presented = presentOf(face, card, seed, language)
    if (presented === null) return []
    return [{ id, concept: concepts[0] ?? null, difficulty: guessDifficulty(presented.input) }]
  })
  return drawPractice(items, count, seed)
}

/** The questions of a paper in its order; null at a place whose card this device has no more. */
export const questionsOf = async (
  paper: PaperSitting,
  cards: ReadonlyMap<CardId, BundledCard>,
  language: Language,
): Promise<readonly (PaperQuestion | null)[]> => {
  const held = paper.slots.flatMap(({ card }) => cards.get(card) ?? [])
  const faces = await facesOf(held)
  return paper.slots.map(({ card: id }, slot) => {
    const card = cards.get(id)
    const face = card && faces.get(card.type)
    const seed = slotSeed(paper, slot)
    const presented = card && face && presentOf(face, card, seed, language)
    return card && face && presented ? { card, face, presented, seed } : null
  })
}

/** One question after handing in. */
export interface MarkedSlot {
  readonly slot: number
  readonly question: PaperQuestion
  /** Share of its point, 0..1. */
  readonly share: number
  /** Null where nothing was answered that could be read whole. */
  readonly outcome: Outcome | null
}

/** Marks a paper by the rules of a review. What was left open or cannot be read earns nothing; cells beside it still count. */
export const markPaper = (
  paper: PaperSitting,
  questions: readonly (PaperQuestion | null)[],
  language: Language,
): readonly MarkedSlot[] =>
  questions.flatMap((question, slot): MarkedSlot[] => {
    if (question === null) return []
    const answer = paper.slots[slot]?.answer ?? null
    if (answer === null) return [{ slot, question, share: 0, outcome: null }]
    const { card, face, seed } = question
    const occasion = { seed, language }
    const outcome = face.outcome(card.content, occasion, answer, 0)
    // What a review would not mark because it is not whole, a paper marks as far as it goes, as an exam does.
    const share =
      outcome.verdict.kind === 'marked'
        ? outcome.verdict.score
        : face.key === null
          ? 0
          : markAnswer(face.key(card.content, occasion), answer).score
    return [{ slot, question, share, outcome: outcome.verdict.kind === 'unreadable' ? null : outcome }]
  })

/** What a paper was likely to bring, from today's memory of just its cards; null without one. */
export const forecastOfPaper = (library: Library, cards: readonly CardId[]): Forecast | null => {
  const asked = new Set(cards)
  const chances = library.cards
    .filter(({ id }) => asked.has(id))
    .map(({ recall }) => ({ recall: recall ?? 0, weight: 1 }))
  const scores = library.plan.exams.flatMap((exam) => exam.scores)
  return forecastScore(chances, cards.length, biasAfter(biasOfReviews(library.ground.ledger.reviews), scores))
}
