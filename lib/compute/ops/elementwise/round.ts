import { elementwise, one, tensors } from '../elementwise'

const halfToEven = (x: number): number => {
  const below = Math.floor(x)
  const past = x - below
  if (past !== 0.5) return past < 0.5 ? below : below + 1
  return below % 2 === 0 ? below : below + 1
}

/** Halves go to the even neighbour, as NumPy rounds. */
export const round = elementwise({
  name: 'round',
  parameters: tensors('x'),
  value: halfToEven,
  partials: 'zero',
  tensorflow: one((tf, x) => tf.round(x)),
  kink: (x) => Math.abs(x - Math.floor(x) - 0.5),
})
