import type { Program } from '@/lib/compute/language/program'
import type { StoredValues } from '@/lib/compute/values'
import { type Result, refuse } from '@/lib/core/result'

/** Why the pass did not run wholly on the learner's GPU; null where it did, or where nothing went against it. */
export type EngineNote = 'no-webgl' | 'half-precision' | 'context-lost' | 'cpu-kernels' | null

/** What the learner's own TensorFlow.js engine made of one question, beside the float64 reference. */
export interface EngineReport {
  readonly backend: 'webgl' | 'cpu'
  /** Every kernel of this pass ran on WebGL. */
  readonly onGpu: boolean
  readonly note: EngineNote
  /** The largest max|a-b| / max(1, max|b|) of all asks, b the float64 reference. */
  readonly agreement: number
  readonly agreed: boolean
  /** From posting the graph to the numbers being back. */
  readonly milliseconds: number
  readonly asks: readonly { readonly name: string; readonly values: readonly number[]; readonly agreement: number }[]
}

export interface EngineRefusal {
  readonly reason: 'timeout' | 'failed' | 'unsupported'
  readonly message: string
}

export interface ComputeEngine {
  readonly state: 'idle' | 'starting' | 'ready' | 'failed'
  /** Told after each change of `state`; returns how to stop listening. */
  subscribe(listener: () => void): () => void
  check(engine: {
    readonly program: Program
    readonly given: StoredValues
  }): Promise<Result<EngineReport, EngineRefusal>>
  /** Ends the worker; a later `check` starts another. */
  close(): void
}

/** An engine whose worker starts with the first check. */
export const createComputeEngine = (): ComputeEngine => ({
  state: 'idle',
  subscribe: () => () => {},
  check: async () => refuse({ reason: 'unsupported', message: 'This device has no compute worker.' }),
  close: () => {},
})
