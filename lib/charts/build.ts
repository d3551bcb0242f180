import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Chart, Label } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'

/** Everything a chart is drawn from. */
export interface ChartInput {
  readonly states: readonly CardState[]
  readonly events: readonly ReviewEvent[]
  /** The learner's study day. */
  readonly today: number
}

/** Null where there is nothing to say yet. */
export type BuildChart = (input: ChartInput) => Chart | null

export const message = (key: string, values: MessageKey['values'] = {}): MessageKey => ({ key, values })
export const named = (key: string): Label => ({ kind: 'message', message: message(key) })
