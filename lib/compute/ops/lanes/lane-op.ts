import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { knownAxis, resolveAxis } from '../axes'
import { inputAt } from '../elementwise'
import type { Lay } from '../lay'
import type { Op } from '../op'
import type { Tf, TfTensor } from '../tf'
import { fromLanes, type Lanes, laneAt, lanesOf, toLanes, writeLane } from './lanes'

type Backward = (values: Float64Array, output: Float64Array, upstream: Float64Array) => ArrayLike<number>

/** An op that turns each lane along one axis into another of the same length. */
export interface LaneOp {
  readonly name: string
  readonly axis: number
  readonly value: (values: Float64Array) => ArrayLike<number>
  readonly backward: Backward | 'zero'
  /** The gradient as operations; `axis` counts from 0. */
  readonly laid?: (lay: Lay, upstream: number, output: number, axis: number) => number
  /** From a matrix with one lane a row to another of its shape. */
  readonly tensorflow: (tf: Tf, lanes: TfTensor) => TfTensor
  readonly kink?: (values: Float64Array) => number
}

const eachLane = (lanes: Lanes, size: number, make: (lane: number) => ArrayLike<number>): Float64Array => {
  const data = new Float64Array(size)
  for (let lane = 0; lane < lanes.count; lane++) writeLane(lanes, lane, make(lane), data)
  return data
}

export const laneOp = ({ name, axis, value, backward, laid, tensorflow, kink }: LaneOp): Op => ({
  name,
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'axis', kind: 'integer', default: axis },
  ],
  shape: (shapes, attributes) => {
    const shape = inputAt(shapes, 0)
    const resolved = resolveAxis(name, integerOf(attributes, 'axis'), shape)
    return resolved.ok ? ok(shape) : resolved
  },
  forward: (inputs, attributes, shape) => {
    const { data } = inputAt(inputs, 0)
    const lanes = lanesOf(shape, [knownAxis(integerOf(attributes, 'axis'), shape)])
    return { shape, data: eachLane(lanes, data.length, (lane) => value(laneAt(lanes, lane, data))) }
  },
  vjp:
    backward === 'zero'
      ? 'zero'
      : ({ inputs, output, upstream, attributes }) => {
          const { shape, data } = inputAt(inputs, 0)
          const lanes = lanesOf(shape, [knownAxis(integerOf(attributes, 'axis'), shape)])
          const at = (lane: number, of: Float64Array) => laneAt(lanes, lane, of)
          const gradient = (lane: number) => backward(at(lane, data), at(lane, output.data), at(lane, upstream.data))
          return [{ shape, data: eachLane(lanes, data.length, gradient) }]
        },
  ...(laid
    ? {
        vjpInOps: (lay, { inputs, output, upstream, attributes }) => [
          () => laid(lay, upstream, output, knownAxis(integerOf(attributes, 'axis'), lay.shapeOf(inputAt(inputs, 0)))),
        ],
      }
    : {}),
  tensorflow: (tf, inputs, attributes, shape) => {
    const axes = [knownAxis(integerOf(attributes, 'axis'), shape)]
    return fromLanes(tf, tensorflow(tf, toLanes(tf, inputAt(inputs, 0), axes)), axes, shape)
  },
  ...(kink
    ? {
        kink: (inputs, attributes) => {
          const { shape, data } = inputAt(inputs, 0)
          const lanes = lanesOf(shape, [knownAxis(integerOf(attributes, 'axis'), shape)])
          let nearest = Infinity
          for (let lane = 0; lane < lanes.count; lane++) nearest = Math.min(nearest, kink(laneAt(lanes, lane, data)))
          return nearest
        },
      }
    : {}),
})
