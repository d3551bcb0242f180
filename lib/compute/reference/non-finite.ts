import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Graph, NodeId } from '../graph'
import { faultAt } from '../language/locate'
import { opByName } from '../ops/list'
import type { Tensor } from '../ops/tensor'
import { inputsOf } from '../path'
import { adjoints } from './backward'

export const isFiniteTensor = (value: Tensor | undefined): boolean => value?.data.every(Number.isFinite) ?? false

const some = (value: Tensor | undefined, test: (x: number) => boolean): boolean => value?.data.some(test) ?? false

interface Cause {
  readonly message: string
  readonly hint: string
}

type Explain = (inputs: readonly (Tensor | undefined)[]) => Cause | null

/** Ops with a reason of their own to leave the numbers; for all others it is overflow. */
const causes: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  [
    'divide',
    ([, b]) =>
      some(b, (x) => x === 0) ? { message: 'division by zero', hint: 'Keep the divisor away from 0.' } : null,
  ],
  [
    'mod',
    ([, b]) => (some(b, (x) => x === 0) ? { message: 'mod by zero', hint: 'Keep the divisor away from 0.' } : null),
  ],
  [
    'log',
    ([x]) =>
      some(x, (value) => value <= 0)
        ? { message: 'the logarithm of a number that is not positive', hint: 'Keep the argument of log above 0.' }
        : null,
  ],
  [
    'sqrt',
    ([x]) =>
      some(x, (value) => value < 0)
        ? { message: 'the square root of a negative number', hint: 'Keep the argument of sqrt at 0 or above.' }
        : null,
  ],
  [
    'power',
    ([a, b]) =>
      some(a, (x) => x < 0) && some(b, (x) => !Number.isInteger(x))
        ? { message: 'a fractional power of a negative number', hint: 'Keep the base at 0 or above.' }
        : some(a, (x) => x === 0) && some(b, (x) => x < 0)
          ? { message: 'a negative power of zero, a division by zero', hint: 'Keep the base away from 0.' }
          : null,
  ],
])

const overflow: Cause = {
  message: 'a number beyond 1.8e308',
  hint: 'Use smaller numbers, or a stable form such as logsumexp.',
}

/** Why a node is not finite, at the operation where it began. */
export const explainNonFinite = (graph: Graph, nodes: readonly Tensor[], id: NodeId): Diagnostic => {
  const culprit = firstNonFinite(graph, nodes, id)
  const node = graph.nodes[culprit]
  const named = graph.nodes[id]?.origin.name ?? ''
  if (node === undefined) throw new Error(`There is no node ${culprit}.`)
  const { place, span, pass } = node.origin
  const where = `"${named}"${pass === null ? '' : ` in pass ${pass}`}`
  const say = ({ message, hint }: Cause) => faultAt(place, span, `${where} is not finite: ${message}.`, hint)
  if (node.kind === 'grad') return explainGradient(graph, nodes, node, say)
  if (node.kind !== 'op')
    return say({
      message: 'a difference of values that are not finite',
      hint: 'Keep x + h and x - h inside the domain.',
    })
  const inputs = node.inputs.map((input) => nodes[input])
  return say(causes.get(node.op)?.(inputs) ?? overflow)
}

const firstNonFinite = (graph: Graph, nodes: readonly Tensor[], id: NodeId): NodeId => {
  const node = graph.nodes[id]
  const before = node?.kind === 'op' || node?.kind === 'stop' ? inputsOf(node) : []
  const bad = before.find((input) => !isFiniteTensor(nodes[input]))
  return bad === undefined ? id : firstNonFinite(graph, nodes, bad)
}

/** Finds the op whose own derivative is infinite: its upstream gradient is finite, what it sends back is not. */
const explainGradient = (
  graph: Graph,
  nodes: readonly Tensor[],
  { of, wrt }: { readonly of: NodeId; readonly wrt: NodeId },
  say: (cause: Cause) => Diagnostic,
): Diagnostic => {
  const found = adjoints(graph, nodes, of, wrt)
  for (let id = of; id > wrt; id--) {
    const node = graph.nodes[id]
    const [upstream, output] = [found[id], nodes[id]]
    const vjp = node?.kind === 'op' ? opByName.get(node.op)?.vjp : undefined
    if (node?.kind !== 'op' || typeof vjp !== 'function' || upstream === undefined || output === undefined) continue
    const inputs = node.inputs.flatMap((input) => nodes[input] ?? [])
    const sent = vjp({ inputs, output, upstream, attributes: node.attributes })
    if (sent.every((one) => one === null || isFiniteTensor(one))) continue
    return say({
      message: `the derivative of ${node.op} in "${node.origin.name}" is infinite at these numbers`,
      hint: 'Keep the numbers away from the point where it has no slope.',
    })
  }
  return say(overflow)
}
