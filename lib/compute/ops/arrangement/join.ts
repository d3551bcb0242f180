import { aroundAxis } from '../axes'
import { inputAt } from '../elementwise'
import { type Shape, sizeOf, type Tensor } from '../tensor'
import type { Tf, TfTensor } from '../tf'

/** Tensors laid side by side along one axis of `shape`; each part's length there is its share of the elements. */
export const joined = (parts: readonly Tensor[], axis: number, shape: Shape): Tensor => {
  const [before] = aroundAxis(shape, axis)
  const data = new Float64Array(sizeOf(shape))
  let to = 0
  for (let block = 0; block < before; block++)
    for (const part of parts) {
      const run = part.data.length / before
      data.set(part.data.subarray(block * run, (block + 1) * run), to)
      to += run
    }
  return { shape, data }
}

/** Takes a joined tensor apart again, into the parts' own shapes. */
export const parted = (whole: Tensor, axis: number, shapes: readonly Shape[]): readonly Tensor[] => {
  const [before] = aroundAxis(whole.shape, axis)
  const parts = shapes.map((shape) => ({ shape, data: new Float64Array(sizeOf(shape)) }))
  let from = 0
  for (let block = 0; block < before; block++)
    for (const part of parts) {
      const run = part.data.length / before
      part.data.set(whole.data.subarray(from, from + run), block * run)
      from += run
    }
  return parts
}

/** The same in TensorFlow.js, as matrices of one block a row, so that no rank is too high for a WebGL kernel. */
export const joinedOnDevice = (tf: Tf, parts: readonly TfTensor[], axis: number, shape: Shape): TfTensor => {
  const [before] = aroundAxis(shape, axis)
  const blocks = parts.map((part) => tf.reshape(part, [before, part.size / before]))
  return tf.reshape(blocks.length === 1 ? inputAt(blocks, 0) : tf.concat(blocks, 1), [...shape])
}
