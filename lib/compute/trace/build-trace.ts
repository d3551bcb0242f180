import type { MathSet } from '@/lib/view/block'
import type { Trace, TraceEdge, TraceNode } from '@/lib/view/trace'
import type { NodeId } from '../graph'
import type { Program } from '../language/program'
import type { Tensor } from '../ops/tensor'
import type { Values } from '../values'
import type { Run } from '../variants/run'
import { type BackFlow, backFlow } from './back-flow'
import { cellsOf, stepCells } from './cells'
import { namedSources } from './forward-edges'
import { shownGradient } from './gradient'
import { askId, type NamedNode, namedNodes } from './named-nodes'
import { operatorSign } from './operator-sign'
import { type GradientTarget, gradientTarget } from './target'
import { type LookUp, workedText } from './worked'

export interface TraceOptions {
  /** The run of a recognised mistake on the same numbers. */
  readonly mistaken: { readonly program: Program; readonly run: Run } | null
  /** The name of a given or step as a formula, or what an asked expression is called, by `askId`. */
  readonly nameMath: (name: string) => MathSet | null
  /** What a step, or an ask by `askId`, computes as a formula. */
  readonly formulaMath: (name: string) => MathSet | null
}

/** A target without a name joins the trace under its own text. */
const withTarget = (named: readonly NamedNode[], target: GradientTarget | null): readonly NamedNode[] => {
  if (target === null || named.some(({ node }) => node === target.node)) return named
  const { text, node } = target
  const unnamed: NamedNode = { id: '~', name: text, pass: null, node, role: 'step', source: null }
  const asks = named.findIndex(({ id }) => id.startsWith('?'))
  return asks < 0 ? [...named, unnamed] : [...named.slice(0, asks), unnamed, ...named.slice(asks)]
}

const depths = (run: Run, named: readonly NamedNode[], ids: ReadonlySet<NodeId>): ReadonlyMap<NodeId, number> => {
  const depth = new Map<NodeId, number>()
  for (const { node } of [...named].sort((a, b) => a.node - b.node)) {
    const before = namedSources(run.graph, node, ids).map((source) => (depth.get(source) ?? 0) + 1)
    depth.set(node, Math.max(0, ...before))
  }
  return depth
}

const isZero = ({ data }: Tensor): boolean => data.every((x) => x === 0)

/** A gradient arrives, and every one that leaves is zero. */
const isShut = ({ arrived, sent }: BackFlow, node: NodeId): boolean => {
  const upstream = arrived.get(node)
  const leaving = sent.filter(({ from }) => from === node)
  return (
    upstream !== undefined &&
    !isZero(upstream) &&
    leaving.length > 0 &&
    leaving.every(({ gradient }) => isZero(gradient))
  )
}

const largest = (gradient: Tensor): number =>
  gradient.data.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0)

const backOf = (flow: BackFlow | null, from: NodeId, to: NodeId): TraceEdge['back'] => {
  // The edge points forward; its gradient runs from its end to its start.
  const gradient = flow?.sent.find((one) => one.from === to && one.to === from)?.gradient
  if (gradient === undefined) return null
  const most = largest(gradient)
  const [text = ''] = stepCells({ shape: [], data: Float64Array.of(most) })
  return { magnitude: Math.abs(most), negative: most < 0, text }
}

/** What a carry is before the first pass, where that is a name. */
const carryStarts = (program: Program): ReadonlyMap<string, string> =>
  new Map(
    program.steps.flatMap((step) =>
      step.kind !== 'loop'
        ? []
        : step.loop.carry.flatMap(({ name, formula: { expression } }) =>
            expression.kind === 'name' ? [[name, expression.name] as const] : [],
          ),
    ),
  )

/** The mistaken cells by trace id, where they read differently from the right ones. */
const mistakenCells = (values: Values, mistaken: TraceOptions['mistaken']): ReadonlyMap<string, readonly string[]> =>
  new Map(
    mistaken === null
      ? []
      : namedNodes(mistaken.program, mistaken.run).flatMap((named) => {
          const tensor = mistaken.run.nodes[named.node]
          return tensor === undefined ? [] : [[named.id, cellsOf(mistaken.program, values, named, tensor)] as const]
        }),
  )

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell === b[i])

/**
 * A run as the learner reads it: the program's own names with their values, the gradient of the asked target at each of
 * them beside its centred difference, shut gates, and what a recognised mistake made of it.
 */
export const buildTrace = (program: Program, values: Values, run: Run, options: TraceOptions): Trace => {
  const target = gradientTarget(run.graph)
  const named = withTarget(namedNodes(program, run), target)
  const ids = new Set(named.map(({ node }) => node))
  const idOf = new Map(named.map(({ node, id }) => [node, id]))
  const flow = target === null ? null : backFlow(run, target.node, ids)
  const depth = depths(run, named, ids)
  const wrong = mistakenCells(values, options.mistaken)
  const scope = new Map<string, NonNullable<ReturnType<LookUp>>>()
  const starts = carryStarts(program)
  const lookUp: LookUp = (name) => scope.get(name) ?? scope.get(starts.get(name) ?? name) ?? null
  const nodes = named.map((one): TraceNode => {
    const tensor = run.nodes[one.node]
    if (tensor === undefined) throw new Error(`the trace has no value at ${one.id}`)
    const cells = cellsOf(program, values, one, tensor)
    const worked = one.source === null ? null : workedText(one.source.expression, lookUp)
    scope.set(one.name, { tensor, cells: cells.map((cell) => cell.replaceAll('\u2212', '-')) })
    const mistaken = wrong.get(one.id)
    const set = one.id === askId(one.name) ? one.id : one.name
    return {
      id: one.id,
      name: one.name,
      math: options.nameMath(set),
      role: one.role,
      pass: one.pass,
      operator: one.source === null ? null : operatorSign(one.source.expression),
      formula: one.source?.text ?? null,
      formulaMath: one.source === null ? null : options.formulaMath(set),
      worked,
      shape: tensor.shape,
      value: cells,
      gradient: flow === null || target === null ? null : shownGradient(run, target.node, one.node, flow, named.length),
      shut: flow !== null && isShut(flow, one.node),
      mistaken: mistaken === undefined || sameCells(mistaken, cells) ? null : mistaken,
      depth: depth.get(one.node) ?? 0,
    }
  })
  const edges = named.flatMap(({ node, id }) =>
    namedSources(run.graph, node, ids).map(
      (source): TraceEdge => ({ from: idOf.get(source) ?? '', to: id, back: backOf(flow, source, node) }),
    ),
  )
  return { nodes, edges, target: target === null ? null : (idOf.get(target.node) ?? null) }
}
