import type { Graph, NodeId } from '../graph'
import type { Tensor } from '../ops/tensor'
import { evaluateHeld } from '../reference/held'
import type { Values } from '../values'
import { accepts, type Precision } from './precision'

/** What the learner entered for one node of the graph: an intermediate step or an asked quantity. */
export interface Entered {
  /** Unique among the entries; tells the step in the trace. */
  readonly id: string
  readonly node: NodeId
  readonly asked: Precision
  /** Row-major, as many as the node has. */
  readonly cells: readonly number[]
}

/** `carried`: not the right number, but what follows from the learner's own earlier one. */
export type EnteredState = 'right' | 'carried' | 'wrong'

export interface EnteredMark {
  readonly id: string
  readonly cells: readonly EnteredState[]
  /** What should stand here given what came before; null where the learner's earlier numbers lead to no value. */
  readonly expected: readonly number[] | null
}

export interface StepMarking {
  /** In the order of the computation. */
  readonly marks: readonly EnteredMark[]
  /** The first entry that does not follow from what came before; null where all do. */
  readonly first: string | null
  /** Share of the entries that are right given what came before, 0..1; of a tensor, the share of its cells. */
  readonly credit: number
}

/**
 * Values in the order they are computed; gradients of one scalar that stand together in the order they flow back, so that an
 * error in one is carried into those further from the scalar.
 */
const inOrder = (graph: Graph, entries: readonly Entered[]): readonly Entered[] => {
  const scalarOf = ({ node }: Entered): NodeId | null => {
    const found = graph.nodes[node]
    return found?.kind === 'grad' ? found.written.node : null
  }
  const wrtOf = ({ node }: Entered): NodeId => {
    const found = graph.nodes[node]
    return found?.kind === 'grad' ? found.wrt : node
  }
  const sorted: Entered[] = []
  let group: Entered[] = []
  const close = () => {
    sorted.push(...group.sort((a, b) => wrtOf(b) - wrtOf(a)))
    group = []
  }
  for (const entry of [...entries].sort((a, b) => a.node - b.node)) {
    const before = group[0]
    if (before !== undefined && scalarOf(before) !== scalarOf(entry)) close()
    if (scalarOf(entry) === null) sorted.push(entry)
    else group.push(entry)
  }
  close()
  return sorted
}

const between = (x: number, a: number, b: number): boolean => x >= Math.min(a, b) && x <= Math.max(a, b)

/**
 * Marks entered steps and asks one after the other, each against what follows from those before it. A wrong entry takes the
 * place of its step and everything after it is computed anew, forward and backward. Whoever calculates on may do so with the
 * numbers as they were entered or with more digits than were entered, so what lies between the two results counts.
 * `truth` holds the right value of every node.
 */
export const markSteps = (
  graph: Graph,
  values: Values,
  truth: readonly Tensor[],
  entries: readonly Entered[],
): StepMarking => {
  /** Wrong cells as entered, the others unrounded. */
  const exact = new Map<NodeId, Tensor>()
  /** All cells as entered. */
  const typed = new Map<NodeId, Tensor>()
  let strayed = false
  let first: string | null = null
  const marks = inOrder(graph, entries).map(({ id, node, asked, cells }): EnteredMark => {
    const right = truth[node]
    if (right === undefined) throw new Error(`the node of ${id} has no right value`)
    const told = cells.map((cell, i) => accepts(asked, cell, right.data[i] ?? Number.NaN))
    const settled = !strayed && told.every((one) => one)
    const unrounded = settled ? right : strayed ? (evaluateHeld(graph, values, exact)[node] ?? null) : right
    const rounded = settled ? right : (evaluateHeld(graph, values, typed)[node] ?? null)
    const states = cells.map((cell, i): EnteredState => {
      if (told[i]) return 'right'
      const [a, b] = [unrounded?.data[i] ?? Number.NaN, rounded?.data[i] ?? Number.NaN]
      const follows = accepts(asked, cell, a) || accepts(asked, cell, b) || between(cell, a, b)
      return follows ? (strayed ? 'carried' : 'right') : 'wrong'
    })
    const kept = states.map((state, i) =>
      state === 'wrong' ? (cells[i] ?? 0) : ((state === 'right' ? right : unrounded)?.data[i] ?? cells[i] ?? 0),
    )
    typed.set(node, { shape: right.shape, data: Float64Array.from(cells) })
    if (states.includes('wrong') || strayed) exact.set(node, { shape: right.shape, data: Float64Array.from(kept) })
    if (states.includes('wrong')) {
      first ??= id
      strayed = true
    }
    return { id, cells: states, expected: unrounded === null ? null : Array.from(unrounded.data) }
  })
  const shares = marks.map(({ cells }) => cells.filter((state) => state !== 'wrong').length / Math.max(1, cells.length))
  return {
    marks,
    first,
    credit: shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  }
}
