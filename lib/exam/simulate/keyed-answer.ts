import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Asked } from '@/lib/compute/marking/mark'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import type { Answer } from '@/lib/view/input'

/** Cells typed for each ask, in the card's own names. */
export const typedAnswer = (
  asks: readonly Asked[],
  cell: (ask: Asked, key: number, index: number) => string,
): Answer => ({
  kind: 'numbers',
  cells: Object.fromEntries(asks.map((ask) => [ask.name, ask.key.map((key, index) => cell(ask, key, index))])),
})

/** The right answer to a frozen showing, in the card's own names. */
export const keyedAnswer = (key: MarkingKey): Answer => {
  switch (key.kind) {
    case 'choice':
      return { kind: 'choice', chosen: key.right }
    case 'order':
      return { kind: 'order', order: key.order }
    case 'match':
      return { kind: 'match', pairs: key.pairs }
    case 'text':
      return { kind: 'text', text: key.answers[0] ?? '' }
    case 'numbers':
      return typedAnswer(key.asks, (ask, cell) => withMinus(writeKey(ask, cell)))
  }
}
