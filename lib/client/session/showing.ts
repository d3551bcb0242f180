import type { CardFace, Presented } from '@/lib/cards/card-type'
import type { BundledCard } from '@/lib/content/bundle'
import type { EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import type { Moment } from '@/lib/schedule/study-day'
import type { Answer } from '@/lib/view/input'
import type { CardPhase, CurrentCard } from '../session-state'
import type { Again } from './as-shown'
import type { Weighed } from './weigh'

/** A card as it is shown. */
export interface Shown {
  readonly eventId: EventId
  /** Differs from `eventId` only when a grade was taken back and the same numbers are shown again. */
  readonly seed: string
  readonly card: BundledCard
  readonly type: CardFace
  readonly language: Language
  readonly presented: Presented
  readonly phase: CardPhase
  /** Steps in between that came back with the answer; null otherwise. */
  readonly steps: Answer | null
}

/** One showing of a card: what the screen gets, and what only the session needs. */
export interface Showing extends Shown {
  readonly shownAt: number
  readonly state: CardState
  /** When the buttons were worked out, and what they say; null before the answer, when there are none. */
  readonly weighedAt: Moment
  readonly weighed: Weighed | null
}

const present = (
  card: BundledCard,
  type: CardFace,
  occasion: { readonly seed: string; readonly language: Language },
): Presented => type.present(card.content, occasion)

/**
 * How a card first meets the learner: with its question, or already answered where an undo brings an answer back. Null when
 * this version cannot show it: one such card must not end the sitting, so it waits in its bundle.
 */
export const face = (
  card: BundledCard,
  type: CardFace,
  occasion: { readonly seed: string; readonly language: Language },
  again: Again | undefined,
): Pick<Showing, 'presented' | 'phase' | 'steps'> | null => {
  try {
    const presented = present(card, type, occasion)
    if (!again) return { presented, phase: { kind: 'question', unreadable: null }, steps: null }
    const { answer, steps } = again
    const outcome = type.outcome(card.content, occasion, answer, 0)
    return { presented, phase: { kind: 'answered', answer, outcome }, steps }
  } catch {
    return null
  }
}

export const toCurrent = ({ eventId, seed, card, presented, state, phase, steps, weighed }: Showing): CurrentCard => ({
  eventId,
  seed,
  card,
  presented,
  state,
  phase,
  steps,
  choices: weighed?.choices ?? [],
})

/** The same showing in other words: the same numbers, the same answer, the same suggestion. */
export const inLanguage = <S extends Shown>(showing: S, card: BundledCard, language: Language): S => {
  const { type, seed, phase } = showing
  const occasion = { seed, language }
  const again = (answer: Answer) => type.outcome(card.content, occasion, answer, 0)
  return {
    ...showing,
    card,
    language,
    presented: present(card, type, occasion),
    phase:
      phase.kind === 'answered'
        ? { ...phase, outcome: { ...again(phase.answer), suggested: phase.outcome.suggested } }
        : { kind: 'question', unreadable: null },
  }
}
