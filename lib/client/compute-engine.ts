import { agreementTolerance, disagreement } from '@/lib/compute/agreement'
import type { EnginePass, PreparedPass } from '@/lib/compute/pass'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type ComputeLink, type Done, LinkFault, type LinkLimits, openLink, type WorkerPort } from './compute-link'

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
  check(pass: EnginePass): Promise<Result<EngineReport, EngineRefusal>>
  /** Ends the worker; a later `check` starts another. */
  close(): void
}

interface Answer {
  readonly done: Done
  readonly backend: 'webgl' | 'cpu'
  readonly note: EngineNote
  readonly milliseconds: number
}

const defaultLimits: LinkLimits = { start: 20_000, run: 15_000 }

/** Null where there are no workers. */
const spawnWorker = (): WorkerPort | null => {
  if (typeof Worker === 'undefined') return null
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' })
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    listen: (onMessage, onError) => {
      worker.addEventListener('message', (event) => onMessage(event.data))
      worker.addEventListener('error', (event) => onError(event.message || 'The compute worker could not be loaded.'))
    },
  }
}

const unsupported = (diagnostics: readonly Diagnostic[]): Result<never, EngineRefusal> =>
  refuse({ reason: 'unsupported', message: diagnostics.map(({ message }) => message).join(' ') })

const report = ({ graph, reference }: PreparedPass, { done, backend, note, milliseconds }: Answer): EngineReport => {
  const asks = reference.map(({ name, values }, i) => {
    const found = done.asks[i]?.values ?? []
    return { name, values: found, agreement: disagreement(found, values) }
  })
  const agreement = asks.reduce((worst, ask) => Math.max(worst, ask.agreement), 0)
  return {
    backend,
    onGpu: backend === 'webgl' && !done.onCpu,
    note: backend === 'webgl' && done.onCpu ? 'cpu-kernels' : note,
    agreement,
    agreed: agreement <= agreementTolerance(graph, backend),
    milliseconds,
    asks,
  }
}

/**
 * The learner's own engine: one worker, started with the first check, one question at a time. A lost graphics context or a
 * failing driver moves it to the CPU for good; a pass that takes too long ends its worker and the next check starts another.
 */
export const createComputeEngine = (
  spawn: () => WorkerPort | null = spawnWorker,
  limits: LinkLimits = defaultLimits,
): ComputeEngine => {
  const listeners = new Set<() => void>()
  let state: ComputeEngine['state'] = 'idle'
  let link: ComputeLink | null = null
  /** Why WebGL was given up after it had been allowed. */
  let givenUp: 'context-lost' | 'no-webgl' | null = null
  let queue: Promise<unknown> = Promise.resolve()
  const become = (next: ComputeEngine['state']): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const open = (): ComputeLink | null => {
    if (link?.fault()?.reason === 'context-lost') givenUp = 'context-lost'
    if (link !== null && link.fault() === null) return link
    const worker = spawn()
    if (worker === null) return null
    become('starting')
    link = openLink(worker, givenUp === null, limits)
    return link
  }
  const compute = async ({ graph, values }: PreparedPass): Promise<Answer | null> => {
    const current = open()
    if (current === null) return null
    const { backend, note } = await current.ready
    become('ready')
    const from = performance.now()
    const run = current.run(graph, values)
    const done = await run.catch((fault: unknown) => {
      const driver = fault instanceof LinkFault && fault.reason === 'failed' && backend === 'webgl'
      if (driver) givenUp = 'no-webgl'
      throw fault
    })
    return { done, backend, note: givenUp ?? note, milliseconds: performance.now() - from }
  }
  const attempt = async (prepared: PreparedPass): Promise<Result<EngineReport, EngineRefusal>> => {
    const before = givenUp
    try {
      const answer = await compute(prepared)
      if (answer === null)
        return refuse({ reason: 'unsupported', message: 'This browser has no workers to compute in.' })
      return ok(report(prepared, answer))
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault
      const lost = fault.reason === 'context-lost' && before === null
      if (lost) givenUp = 'context-lost'
      if (lost || givenUp !== before) return attempt(prepared)
      become('failed')
      return refuse({ reason: fault.reason === 'timeout' ? 'timeout' : 'failed', message: fault.message })
    }
  }
  return {
    get state() {
      return state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    check: ({ program, given, prepare }) => {
      const turn = queue.then(() => {
        const prepared = prepare(program, given)
        return prepared.ok ? attempt(prepared.value) : unsupported(prepared.error)
      })
      queue = turn.catch(() => {})
      return turn
    },
    close: () => {
      link?.close()
      link = null
      become('idle')
    },
  }
}
