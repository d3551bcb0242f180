import type { CardId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'

/** A number in 0 ..< 1 that is this card's own at this repetition, so that a label shows the day that will be stored. */
export const chance = (cardId: CardId, reps: number): number => makeRng('fuzz', cardId, reps).uint32() / 2 ** 32

/** The interval chance alone picks from a window. */
export const plainDraw = (
  { least, most }: { readonly least: number; readonly most: number },
  cardId: CardId,
  reps: number,
): number => (least === most ? least : least + Math.floor(chance(cardId, reps) * (most - least + 1)))
