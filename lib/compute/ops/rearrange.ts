import { inputAt } from './elementwise'
import type { Attributes, Op, Vjp } from './op'
import { type Shape, sizeOf, type Tensor } from './tensor'

/** Where each element of the output comes from in the only input; -1 for a zero that comes from nowhere. */
type Sources = (from: Shape, attributes: Attributes, to: Shape) => ArrayLike<number>

/** Forward and backward of an op that only moves elements: what is gathered on the way there is added up on the way back. */
export const rearrange = (sources: Sources): { readonly forward: Op['forward']; readonly vjp: Vjp } => ({
  forward: (inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    const from = sources(x.shape, attributes, shape)
    return { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, k) => x.data[from[k] ?? -1] ?? 0) }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const x = inputAt(inputs, 0)
    const from = sources(x.shape, attributes, upstream.shape)
    const data = new Float64Array(x.data.length)
    upstream.data.forEach((dy, k) => {
      const at = from[k] ?? -1
      if (at >= 0) data[at] = (data[at] ?? 0) + dy
    })
    return [{ shape: x.shape, data } satisfies Tensor]
  },
})
