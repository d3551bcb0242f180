import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { mask } from '../custom-gradient'
import { inputAt } from '../elementwise'
import { countingRow } from '../lanes/extremes'
import { positionsOf, positionsOnDevice } from '../lanes/positions'
import type { Op } from '../op'
import { refuseShape } from '../refusal'
import { sizeOf } from '../tensor'

/** 1 at each index, 0 elsewhere, along a new last axis of n. */
export const onehot: Op = {
  name: 'onehot',
  parameters: [
    { name: 'i', kind: 'tensor' },
    { name: 'n', kind: 'integer' },
  ],
  shape: (shapes, attributes) => {
    const n = integerOf(attributes, 'n')
    return n >= 1
      ? ok([...inputAt(shapes, 0), n])
      : refuseShape(`onehot with n = ${n} would be empty.`, 'Give the number of classes, at least 1.')
  },
  forward: (inputs, attributes, shape) => {
    const n = integerOf(attributes, 'n')
    const data = new Float64Array(sizeOf(shape))
    positionsOf('onehot', inputAt(inputs, 0), n).forEach((at, row) => {
      data[row * n + at] = 1
    })
    return { shape, data }
  },
  vjp: 'zero',
  tensorflow: (tf, inputs, attributes, shape) => {
    const n = integerOf(attributes, 'n')
    const column = tf.reshape(positionsOnDevice(tf, inputAt(inputs, 0), n), [-1, 1])
    return tf.reshape(mask(tf, tf.equal(column, countingRow(tf, n))), [...shape])
  },
}
