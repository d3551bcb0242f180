import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { GateFinding, GateJob, GateMessage, GatePlace } from './gate-messages'

/** How long the gate may take, ms. */
export interface GateBudget {
  /** For one card or question. */
  readonly each: number
  /** For the whole bank. */
  readonly whole: number
}

export type GateEnd =
  | { readonly kind: 'found'; readonly finding: GateFinding }
  /** It was stopped; what it was busy with, null before it had begun with anything. */
  | { readonly kind: 'too-heavy'; readonly part: 'each' | 'whole'; readonly at: GatePlace | null }

export interface GateProgress {
  readonly name: string
  readonly done: number
  readonly of: number
}

/** Kept on the global object: the server's start and the application's bundles are separate module graphs. */
const shared = Symbol.for('gradeck.gate-thread')
const place = globalThis as { [shared]?: Worker }

/** A thread that hogs memory ends alone. */
const mostMegabytes = 1024

/** Not a bundle of the application: the thread runs the sources, as the command line does. */
const startThread = (): Worker => {
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'server', 'gate', 'gate-worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ file, {
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // A waiting thread keeps nobody from ending.
  worker.unref()
  return worker
}

/**
 * Runs one job in the gate's thread, which is kept for the next. A thread that runs over its budget is stopped wherever it
 * is; the next job gets a new one.
 *
 * @throws when the thread ends or fails by itself.
 */
export const runInThread = (
  job: GateJob,
  budget: GateBudget,
  onProgress: (progress: GateProgress) => void,
): Promise<GateEnd> =>
  new Promise((resolve, reject) => {
    place[shared] ??= startThread()
    const worker = place[shared]
    let at: GatePlace | null = null
    let each: ReturnType<typeof setTimeout> | undefined
    const settle = (then: () => void, keep: boolean) => {
      clearTimeout(each)
      clearTimeout(whole)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (!keep) {
        delete place[shared]
        // What is still on its way from it concerns nobody.
        worker.on('error', () => {})
        void worker.terminate()
      }
      then()
    }
    const stop = (part: 'each' | 'whole') => settle(() => resolve({ kind: 'too-heavy', part, at }), false)
    const onMessage = (message: GateMessage) => {
      if (message.kind === 'at') {
        at = message.place
        clearTimeout(each)
        each = setTimeout(() => stop('each'), budget.each)
        onProgress({ name: at.name, done: message.done, of: message.of })
      } else if (message.kind === 'found') settle(() => resolve({ kind: 'found', finding: message.finding }), true)
      else settle(() => reject(new Error(`The gate failed: ${message.message}`)), false)
    }
    const outOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const onError = (error: Error) =>
      settle(() => (outOfMemory(error) ? resolve({ kind: 'too-heavy', part: 'each', at }) : reject(error)), false)
    const onExit = () => settle(() => reject(new Error('The thread of the gate has ended.')), false)
    const whole = setTimeout(() => stop('whole'), budget.whole)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
