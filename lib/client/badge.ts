import type { CardState } from '@/lib/schedule/card-state'
import { dueForecast } from '@/lib/schedule/forecast'

/** Whether this browser can put a number on the icon of an installed application. */
export const canBadge = (): boolean => typeof navigator !== 'undefined' && 'setAppBadge' in navigator

/** Puts the number of cards that are due on the icon, or takes it away. */
export const showBadge = async (states: Iterable<CardState>, today: number): Promise<void> => {
  const [due = 0] = dueForecast(states, today, 1)
  try {
    await (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge())
  } catch {
    // Not installed, or not allowed: an icon without a number says nothing wrong.
  }
}

export const clearBadge = async (): Promise<void> => {
  try {
    await navigator.clearAppBadge?.()
  } catch {
    // There was none.
  }
}
