import type { Graph, GraphNode } from '@/lib/compute/graph'
import { analytic, type PreparedCase } from './run-case'

const origin = {
  name: 'case',
  pass: null,
  place: { path: '', line: 1, column: 1, exact: false },
  span: { start: 0, end: 0 },
}

/** One call as a graph that asks for its value and, weighed by the upstream gradient, its gradient by every input. */
export const caseGraph = (prepared: PreparedCase) => {
  const { op, inputs, attributes, shape, upstream } = prepared
  const nodes: GraphNode[] = []
  const add = (node: GraphNode) => nodes.push(node) - 1
  const givens = inputs.map((input, i) => ({
    name: `x${i}`,
    node: add({ kind: 'given', name: `x${i}`, shape: input.shape, origin }),
  }))
  const operation = (name: string, from: readonly number[], to: readonly number[], given = {}) =>
    add({ kind: 'op', op: name, inputs: from, attributes: given, shape: to, origin })
  const value = operation(
    op.name,
    givens.map(({ node }) => node),
    shape,
    attributes,
  )
  const weights = add({ kind: 'constant', value: upstream, shape, origin })
  const weighed = operation('multiply', [value, weights], shape)
  const of = operation('sum', [weighed], [], { axis: null, keepdims: 0 })
  const gradients = analytic(prepared).map((data, i) => {
    const wrt = givens[i]?.node ?? 0
    const written = { of: 'sum', node: of, wrt: `x${i}` }
    const node = add({ kind: 'grad', of, wrt, written, shape: inputs[i]?.shape ?? [], origin })
    return { name: `gradient by input ${i}`, node, data }
  })
  const asked = [{ name: 'value', node: value, data: prepared.output.data }, ...gradients]
  const asks = asked.map(({ name, node }) => ({ name, node, place: origin.place }))
  const graph: Graph = { nodes, givens, steps: [], asks, warnings: [] }
  const values = Object.fromEntries(inputs.map((tensor, i) => [`x${i}`, { tensor, decimals: null }]))
  return { graph, values, expected: asked.map(({ name, data }) => ({ name, data })) }
}
