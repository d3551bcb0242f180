import type { Tf, TfTensor } from './tf'

/** dy summed over the axes along which a tensor of `shape` was repeated. */
export const sumToShape = (tf: Tf, dy: TfTensor, shape: readonly number[]): TfTensor => {
  const lead = dy.shape.length - shape.length
  const axes = dy.shape.flatMap((n, axis) =>
    axis < lead || ((shape[axis - lead] ?? 1) === 1 && n !== 1) ? [axis] : [],
  )
  return tf.reshape(axes.length === 0 ? dy : tf.sum(dy, axes), [...shape])
}

/**
 * Runs `forward` with a gradient of our own in place of TensorFlow.js's, where its own is missing or follows another
 * convention at kinks and ties. `backward` returns one gradient an input, each of the output's or the input's shape, made of
 * TensorFlow.js operations only: nothing comes from the float64 reference. It must read the inputs it is handed: those of the
 * surrounding scope are disposed by then.
 */
export const withGradient = <const Inputs extends readonly TfTensor[]>(
  tf: Tf,
  inputs: Inputs,
  forward: (inputs: Inputs) => TfTensor,
  backward: (dy: TfTensor, inputs: Inputs, output: TfTensor) => readonly TfTensor[],
): TfTensor => {
  const run = tf.customGrad((...given) => {
    // The last argument is TensorFlow.js's function that keeps tensors for the way back.
    const save = given[given.length - 1] as unknown as (tensors: TfTensor[]) => void
    const tensors = given.slice(0, -1) as TfTensor[]
    const value = forward(tensors as readonly TfTensor[] as Inputs)
    save([...tensors, value])
    return {
      value,
      gradFunc: (dy: TfTensor, saved: TfTensor[]) => {
        const output = saved[saved.length - 1]
        if (output === undefined) throw new Error('TensorFlow.js lost a saved tensor')
        const kept = saved.slice(0, -1)
        const gradients = backward(dy, kept as readonly TfTensor[] as Inputs, output)
        return gradients.map((gradient, i) => sumToShape(tf, gradient, kept[i]?.shape ?? []))
      },
    }
  })
  return run(...inputs)
}

/** Runs `forward` as a constant: TensorFlow.js has no gradient for comparisons and throws when one is in the way. */
export const withoutGradient = (
  tf: Tf,
  inputs: readonly TfTensor[],
  forward: (inputs: readonly TfTensor[]) => TfTensor,
): TfTensor => withGradient(tf, inputs, forward, (_, kept) => kept.map((input) => tf.zerosLike(input)))

/** 1 where the condition holds, 0 elsewhere. */
export const mask = (tf: Tf, condition: TfTensor): TfTensor => tf.cast(condition, 'float32')

/** Repeats a tensor to `shape`; unlike `tile`, addition has a gradient at every rank. */
export const repeatTo = (tf: Tf, x: TfTensor, shape: readonly number[]): TfTensor =>
  x.shape.length === shape.length && x.shape.every((n, axis) => n === shape[axis]) ? x : tf.add(x, tf.zeros([...shape]))
