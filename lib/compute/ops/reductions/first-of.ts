import { lanesOf } from '../lanes/lanes'
import type { Lay } from '../lay'
import { sizeOf } from '../tensor'

/** 1 at the element of each lane that `argmax` or `argmin` names, 0 elsewhere. */
export const firstOf =
  (arg: 'argmax' | 'argmin') =>
  (lay: Lay, x: number, _: number, axes: readonly number[]): number => {
    const shape = lay.shapeOf(x)
    const lanes = lanesOf(shape, axes)
    const data = new Float64Array(sizeOf(shape))
    for (let lane = 0; lane < lanes.count; lane++) for (let k = 0; k < lanes.length; k++) data[lanes.place(lane, k)] = k
    return lay.call('equal', lay.constant({ shape, data }), lay.op(arg, [x], { axis: axes, keepdims: 1 }))
  }
