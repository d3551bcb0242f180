import type { ConceptId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { Reviews } from '@/lib/schedule/ledger'
import type { Cell, Chart, Label } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'

/** Everything a chart is drawn from: the cards a search found, their states, their reviews. */
export interface ChartInput {
  readonly cards: readonly ChartCard[]
  readonly reviews: Reviews
  /** The learner's study day. */
  readonly today: number
  /** Share of recall the learner asks for, 0..1. */
  readonly aim: number
}

export interface ChartCard {
  readonly state: CardState
  /** Chance of recall today, 0..1; null for a card never seen. */
  readonly recall: number | null
  /** Main concept; null for a card that has none, or whose deck is not on this device. */
  readonly concept: ConceptId | null
  /** The part of the course it belongs to, in the learner's words. */
  readonly part: string | null
}

/** Null where there is nothing to say yet. */
export type BuildChart = (input: ChartInput) => Chart | null

export const message = (key: string, values: MessageKey['values'] = {}): MessageKey => ({ key, values })
export const named = (key: string, values: MessageKey['values'] = {}): Label => ({
  kind: 'message',
  message: message(key, values),
})
export const labelCell = (label: Label): Cell => ({ kind: 'label', label })
export const countCell = (value: number): Cell => ({ kind: 'count', value })
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
export const percent = (share: number): number => Math.round(100 * share)
