import type { CardState } from '@/lib/schedule/card-state'
import { becomesLeech } from '@/lib/schedule/leech'
import { type Plan, presetOf } from '@/lib/schedule/plan'
import type { Leech } from '../session-state'
import type { Shelf } from './shelf'

/** A lapse just kept may have been one too many. */
export const leechOf = (before: CardState, after: CardState, shelf: Shelf, plan: Plan): Leech | null => {
  const on = shelf.cards.get(before.cardId)
  const { leechAfter } = presetOf(plan, on?.deck ?? null)
  return on && after.lapses > before.lapses && becomesLeech(after.lapses, leechAfter)
    ? { card: on.card, lapses: after.lapses }
    : null
}
