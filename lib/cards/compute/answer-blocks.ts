import type { Asked } from '@/lib/compute/marking/mark'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import type { Block } from '@/lib/view/block'
import type { Compiled } from './compiled'

/** The keys as they should have been written; of a verdict question, the option. */
export const answerBlocks = (
  compiled: Compiled,
  asks: readonly Asked[],
  shapes: readonly (readonly number[])[],
): readonly Block[] =>
  asks.map((asked, i): Block => {
    const ask = compiled.asks[i]
    const option = ask?.options?.[asked.key[0] ?? 0]
    if (option !== undefined) return { kind: 'paragraph', children: [{ kind: 'strong', children: option }] }
    const cells = asked.key.map((key) => withMinus(writeKey(asked, key)))
    const { math, text } = ask?.label ?? { math: null, text: '' }
    return {
      kind: 'tensors',
      items: [{ name: text === '' ? asked.name : text, math, shape: shapes[i] ?? [], cells }],
    }
  })
