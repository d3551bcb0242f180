import { mask, withGradient } from '../custom-gradient'
import { elementwise, inputAt, tensors } from '../elementwise'

/** a where c is not 0, b elsewhere; nothing flows to the condition. */
export const where = elementwise({
  name: 'where',
  parameters: tensors('c', 'a', 'b'),
  value: (c, a, b) => (c !== 0 ? a : b),
  partials: [null, (_, c) => (c !== 0 ? 1 : 0), (_, c) => (c !== 0 ? 0 : 1)],
  slopes: [
    null,
    (lay, _, c) => lay.call('not_equal', c, lay.number(0)),
    (lay, _, c) => lay.call('equal', c, lay.number(0)),
  ],
  tensorflow: (tf, inputs) => {
    const [c, a, b] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)]
    return withGradient(
      tf,
      [c, a, b],
      () => tf.where(tf.notEqual(c, 0), a, b),
      (dy, [c]) => {
        const taken = mask(tf, tf.notEqual(c, 0))
        return [tf.zerosLike(c), tf.mul(dy, taken), tf.mul(dy, tf.sub(1, taken))]
      },
    )
  },
})
