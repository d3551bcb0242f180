import type { Graph } from '@/lib/compute/graph'
import type { Values } from '@/lib/compute/values'

/** What the page sends its compute worker: a graph is built here and travels as plain data. */
export type ComputeRequest =
  | { readonly kind: 'start'; readonly allowWebgl: boolean }
  | { readonly kind: 'run'; readonly id: number; readonly graph: Graph; readonly values: Values }

export interface ComputedAsk {
  readonly name: string
  readonly values: readonly number[]
}

/** What the worker answers. */
export type ComputeReply =
  | { readonly kind: 'ready'; readonly backend: 'webgl' | 'cpu'; readonly note: 'no-webgl' | 'half-precision' | null }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly asks: readonly ComputedAsk[]
      readonly onCpu: boolean
      /** Tensors the engine still holds; every run leaves as many as it found. */
      readonly tensors: number
    }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string }
  | { readonly kind: 'context-lost' }

type Fields = { readonly [name: string]: unknown }

const fieldsOf = (message: unknown): Fields => (typeof message === 'object' && message !== null ? { ...message } : {})

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

const isAsk = (value: unknown): value is ComputedAsk => {
  const { name, values } = fieldsOf(value)
  return typeof name === 'string' && Array.isArray(values) && values.every((number) => typeof number === 'number')
}

/** Null for anything that is no request. The page and its worker are of one build, so a graph is a graph by its place. */
export const readRequest = (message: unknown): ComputeRequest | null => {
  const { kind, allowWebgl, id, graph, values } = fieldsOf(message)
  if (kind === 'start' && typeof allowWebgl === 'boolean') return { kind, allowWebgl }
  if (kind === 'run' && typeof id === 'number' && isRecord(graph) && isRecord(values))
    return { kind, id, graph: graph as Graph, values: values as Values }
  return null
}

/** Null for anything that is no reply. */
export const readReply = (message: unknown): ComputeReply | null => {
  const { kind, backend, note, id, asks, onCpu, tensors, message: text } = fieldsOf(message)
  if (kind === 'context-lost') return { kind }
  if (kind === 'ready' && (backend === 'webgl' || backend === 'cpu'))
    return { kind, backend, note: note === 'no-webgl' || note === 'half-precision' ? note : null }
  if (kind === 'done' && typeof id === 'number' && Array.isArray(asks) && asks.every(isAsk))
    return { kind, id, asks, onCpu: onCpu === true, tensors: typeof tensors === 'number' ? tensors : 0 }
  if (kind === 'failed' && typeof text === 'string')
    return { kind, id: typeof id === 'number' ? id : null, message: text }
  return null
}
