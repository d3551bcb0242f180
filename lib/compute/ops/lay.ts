import type { Attributes } from './op'
import { full, type Shape, scalar, sizeOf, type Tensor } from './tensor'

/** A node of the graph that is being laid out. */
type Node = number

/** What laying out needs from whoever builds the graph. */
export interface Ground {
  readonly op: (name: string, inputs: readonly Node[], attributes: Attributes) => Node
  readonly constant: (value: Tensor) => Node
  readonly shapeOf: (node: Node) => Shape
  /** Gives up with a reason: this call has no derivative that could be laid out. */
  readonly refuse: (reason: string) => never
}

/** The words in which ops write their way back as operations. */
export interface Lay extends Ground {
  /** An op without attributes. */
  readonly call: (name: string, ...inputs: readonly Node[]) => Node
  readonly number: (value: number) => Node
  readonly filled: (shape: Shape, value: number) => Node
  readonly times: (a: Node, b: Node) => Node
  readonly minus: (a: Node, b: Node) => Node
  readonly over: (a: Node, b: Node) => Node
  readonly reshape: (x: Node, shape: Shape) => Node
  readonly transpose: (x: Node, perm: readonly number[]) => Node
  /** The last two axes swapped. */
  readonly turned: (x: Node) => Node
  /** Sums along axes, which stay with length 1. */
  readonly sumOver: (x: Node, axes: readonly number[]) => Node
  /** Sums what broadcasting repeated. */
  readonly sumTo: (x: Node, shape: Shape) => Node
  readonly slice: (x: Node, starts: readonly number[], sizes: readonly number[]) => Node
  /** Zeros before and behind one axis. */
  readonly widened: (x: Node, axis: number, before: number, behind: number) => Node
}

const tail = (ground: Ground): Pick<Lay, 'sumOver' | 'sumTo' | 'reshape'> => {
  const reshape = (x: Node, shape: Shape) => {
    const own = ground.shapeOf(x)
    return own.length === shape.length && own.every((n, axis) => n === shape[axis])
      ? x
      : ground.op('reshape', [x], { shape })
  }
  const sumOver = (x: Node, axes: readonly number[]) =>
    axes.length === 0 ? x : ground.op('sum', [x], { axis: axes, keepdims: 1 })
  const sumTo = (x: Node, shape: Shape) => {
    const own = ground.shapeOf(x)
    const lead = own.length - shape.length
    const axes = own.flatMap((n, axis) => (axis < lead || (shape[axis - lead] === 1 && n !== 1) ? [axis] : []))
    return reshape(sumOver(x, axes), shape)
  }
  return { reshape, sumOver, sumTo }
}

export const layOn = (ground: Ground): Lay => {
  const call = (name: string, ...inputs: readonly Node[]) => ground.op(name, inputs, {})
  const filled = (shape: Shape, value: number) => ground.constant(full(shape, value))
  const transpose = (x: Node, perm: readonly number[]) => ground.op('transpose', [x], { perm })
  return {
    ...ground,
    ...tail(ground),
    call,
    number: (value) => ground.constant(scalar(value)),
    filled,
    times: (a, b) => call('multiply', a, b),
    minus: (a, b) => call('subtract', a, b),
    over: (a, b) => call('divide', a, b),
    transpose,
    turned: (x) => {
      const rank = ground.shapeOf(x).length
      const axes = Array.from({ length: rank }, (_, axis) => axis)
      return transpose(x, [...axes.slice(0, -2), rank - 1, rank - 2])
    },
    slice: (x, starts, sizes) => ground.op('slice', [x], { starts, sizes }),
    widened: (x, axis, before, behind) => {
      const shape = ground.shapeOf(x)
      const zeros = (n: number) => {
        const part = shape.map((size, at) => (at === axis ? n : size))
        return sizeOf(part) === 0 ? [] : [filled(part, 0)]
      }
      const parts = [...zeros(before), x, ...zeros(behind)]
      return parts.length === 1 ? x : ground.op('concat', parts, { axis })
    },
  }
}

/** One call whose way back is laid out; everything is a node. */
export interface LaidCall {
  readonly inputs: readonly Node[]
  readonly output: Node
  readonly upstream: Node
  readonly attributes: Attributes
}

/** The vector-Jacobian product as operations: for each input how to lay its gradient out, null where none flows. */
export type VjpInOps = (lay: Lay, call: LaidCall) => readonly ((() => Node) | null)[]
