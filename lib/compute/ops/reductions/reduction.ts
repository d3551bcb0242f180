import { ok } from '@/lib/core/result'
import { flagOf, optionalIntegersOf } from '../attributes'
import { knownAxes, resolveAxes } from '../axes'
import { inputAt } from '../elementwise'
import { laneAt, lanesOf, toLanes, writeLane } from '../lanes/lanes'
import type { Lay, VjpInOps } from '../lay'
import type { Attributes, Op } from '../op'
import type { Shape, Tensor } from '../tensor'
import type { Tf, TfTensor } from '../tf'

/** An op that turns the elements along some axes into one number. */
export interface Reduction {
  readonly name: string
  readonly value: (values: Float64Array) => number
  /** The derivative of the number by each element; `'zero'` for piecewise constant ones. */
  readonly partials: ((values: Float64Array, output: number) => ArrayLike<number>) | 'zero'
  /** The derivative as an operation that broadcasts against x: `output` keeps the axes, with length 1. */
  readonly slope?: (lay: Lay, x: number, output: number, axes: readonly number[]) => number
  /** From a matrix with one lane a row to one number a row, as a vector or a column. */
  readonly tensorflow: (tf: Tf, lanes: TfTensor) => TfTensor
  readonly kink?: (values: Float64Array) => number
}

const axesOf = (attributes: Attributes, shape: Shape) => knownAxes(optionalIntegersOf(attributes, 'axis'), shape)

const vjpOf =
  (partials: (values: Float64Array, output: number) => ArrayLike<number>) =>
  (x: Tensor, output: Tensor, upstream: Tensor, attributes: Attributes): Tensor => {
    const lanes = lanesOf(x.shape, axesOf(attributes, x.shape))
    const data = new Float64Array(x.data.length)
    for (let lane = 0; lane < lanes.count; lane++) {
      const dy = upstream.data[lane] ?? 0
      const slopes = partials(laneAt(lanes, lane, x.data), output.data[lane] ?? 0)
      writeLane(
        lanes,
        lane,
        Float64Array.from(slopes, (slope) => dy * slope),
        data,
      )
    }
    return { shape: x.shape, data }
  }

const vjpInOps =
  (slope: NonNullable<Reduction['slope']>): VjpInOps =>
  (lay, { inputs, output, upstream, attributes }) => {
    const x = inputAt(inputs, 0)
    const shape = lay.shapeOf(x)
    const axes = axesOf(attributes, shape)
    const kept = shape.map((n, axis) => (axes.includes(axis) ? 1 : n))
    return [() => lay.times(lay.reshape(upstream, kept), slope(lay, x, lay.reshape(output, kept), axes))]
  }

export const reduction = ({ name, value, partials, slope, tensorflow, kink }: Reduction): Op => {
  const backward = partials === 'zero' ? null : vjpOf(partials)
  return {
    name,
    parameters: [
      { name: 'x', kind: 'tensor' },
      { name: 'axis', kind: 'axes', default: null },
      { name: 'keepdims', kind: 'flag', default: 0 },
    ],
    shape: (shapes, attributes) => {
      const shape = inputAt(shapes, 0)
      const axes = resolveAxes(name, optionalIntegersOf(attributes, 'axis'), shape)
      if (!axes.ok) return axes
      if (flagOf(attributes, 'keepdims')) return ok(shape.map((n, axis) => (axes.value.includes(axis) ? 1 : n)))
      return ok(shape.filter((_, axis) => !axes.value.includes(axis)))
    },
    forward: (inputs, attributes, shape) => {
      const x = inputAt(inputs, 0)
      const lanes = lanesOf(x.shape, axesOf(attributes, x.shape))
      const data = new Float64Array(lanes.count)
      for (let lane = 0; lane < lanes.count; lane++) data[lane] = value(laneAt(lanes, lane, x.data))
      return { shape, data }
    },
    vjp:
      backward === null
        ? 'zero'
        : ({ inputs, output, upstream, attributes }) => [backward(inputAt(inputs, 0), output, upstream, attributes)],
    ...(slope ? { vjpInOps: vjpInOps(slope) } : {}),
    tensorflow: (tf, inputs, attributes, shape) => {
      const x = inputAt(inputs, 0)
      return tf.reshape(tensorflow(tf, toLanes(tf, x, axesOf(attributes, x.shape))), [...shape])
    },
    ...(kink
      ? {
          kink: (inputs, attributes) => {
            const x = inputAt(inputs, 0)
            const lanes = lanesOf(x.shape, axesOf(attributes, x.shape))
            let nearest = Infinity
            for (let lane = 0; lane < lanes.count; lane++)
              nearest = Math.min(nearest, kink(laneAt(lanes, lane, x.data)))
            return nearest
          },
        }
      : {}),
  }
}
