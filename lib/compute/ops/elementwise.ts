import { broadcastOrder, broadcastShapes } from './broadcast'
import type { Lay, VjpInOps } from './lay'
import type { Op, Parameter, Vjp } from './op'
import { type Shape, sizeOf, type Tensor } from './tensor'
import type { Tf, TfTensor } from './tf'

type Value = (a: number, b: number, c: number) => number
type Partial = (output: number, a: number, b: number, c: number) => number
/** A partial as operations; the arguments are nodes. */
type Slope = (lay: Lay, output: number, a: number, b: number, c: number) => number

/** An op that acts element by element on up to three tensors, broadcast as NumPy does. */
export interface Elementwise {
  readonly name: string
  readonly written?: Op['written']
  readonly parameters: readonly Parameter[]
  readonly value: Value
  /** The derivative by each input in turn, null where none flows; `'zero'` for piecewise constant ops. */
  readonly partials: readonly (Partial | null)[] | 'zero'
  /** The same derivatives as operations of the graph. */
  readonly slopes?: readonly (Slope | null)[]
  readonly tensorflow: (tf: Tf, inputs: readonly TfTensor[]) => TfTensor
  /** Distance of one element from the nearest kink or tie. */
  readonly kink?: Value
  readonly webglTolerance?: number
}

interface Aligned {
  readonly size: number
  readonly at: (input: number, element: number) => number
  readonly place: (input: number, element: number) => number
}

/** Reads inputs as if repeated to `shape`; an absent input reads as 0. */
const align = (inputs: readonly Tensor[], shape: Shape): Aligned => {
  const orders = inputs.map((input) => broadcastOrder(input.shape, shape))
  const place = (input: number, element: number) => {
    const order = orders[input]
    return order ? (order[element] ?? 0) : element
  }
  return { size: sizeOf(shape), place, at: (input, element) => inputs[input]?.data[place(input, element)] ?? 0 }
}

const commonShape = (name: string, inputs: readonly Tensor[]): Shape => {
  const shape = broadcastShapes(
    name,
    inputs.map((input) => input.shape),
  )
  if (!shape.ok) throw new Error(shape.error.message)
  return shape.value
}

const vjpOf =
  (partials: readonly (Partial | null)[]): Vjp =>
  ({ inputs, output, upstream }) => {
    const { size, at, place } = align(inputs, output.shape)
    return partials.map((partial, i) => {
      const input = inputs[i]
      if (partial === null || input === undefined) return null
      const data = new Float64Array(input.data.length)
      for (let k = 0; k < size; k++) {
        const dy = upstream.data[k] ?? 0
        const to = place(i, k)
        data[to] = (data[to] ?? 0) + dy * partial(output.data[k] ?? 0, at(0, k), at(1, k), at(2, k))
      }
      return { shape: input.shape, data }
    })
  }

const vjpInOps =
  (slopes: readonly (Slope | null)[]): VjpInOps =>
  (lay, { inputs, output, upstream }) =>
    slopes.map((slope, i) => {
      if (slope === null) return null
      const [a = output, b = output, c = output] = inputs
      return () => lay.sumTo(lay.times(upstream, slope(lay, output, a, b, c)), lay.shapeOf(inputAt(inputs, i)))
    })

export const elementwise = ({
  name,
  written,
  parameters,
  value,
  partials,
  slopes,
  tensorflow,
  kink,
  webglTolerance,
}: Elementwise): Op => ({
  name,
  ...(written ? { written } : {}),
  parameters,
  shape: (shapes) => broadcastShapes(name, shapes),
  forward: (inputs, _, shape) => {
    const { size, at } = align(inputs, shape)
    const data = new Float64Array(size)
    for (let k = 0; k < size; k++) data[k] = value(at(0, k), at(1, k), at(2, k))
    return { shape, data }
  },
  vjp: partials === 'zero' ? 'zero' : vjpOf(partials),
  ...(slopes ? { vjpInOps: vjpInOps(slopes) } : {}),
  tensorflow: (tf, inputs) => tensorflow(tf, inputs),
  ...(webglTolerance === undefined ? {} : { webglTolerance }),
  ...(kink
    ? {
        kink: (inputs) => {
          const { size, at } = align(inputs, commonShape(name, inputs))
          let nearest = Infinity
          for (let k = 0; k < size; k++) nearest = Math.min(nearest, kink(at(0, k), at(1, k), at(2, k)))
          return nearest
        },
      }
    : {}),
})

/** Tensor parameters by name. */
export const tensors = (...names: readonly string[]): readonly Parameter[] =>
  names.map((name) => ({ name, kind: 'tensor' }))

/** One input as TensorFlow.js's function of one argument. */
export const one =
  (run: (tf: Tf, x: TfTensor) => TfTensor) =>
  (tf: Tf, inputs: readonly TfTensor[]): TfTensor =>
    run(tf, inputAt(inputs, 0))

export const two =
  (run: (tf: Tf, a: TfTensor, b: TfTensor) => TfTensor) =>
  (tf: Tf, inputs: readonly TfTensor[]): TfTensor =>
    run(tf, inputAt(inputs, 0), inputAt(inputs, 1))

/** The graph supplies every input, so a missing one is a broken invariant. */
export const inputAt = <T>(inputs: readonly T[], i: number): T => {
  const input = inputs[i]
  if (input === undefined) throw new Error(`input ${i} of an op is missing`)
  return input
}
