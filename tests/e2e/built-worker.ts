import type { Page } from '@playwright/test'
import type { ComputeReply } from '@/lib/client/compute-messages'
import type { Graph } from '@/lib/compute/graph'
import type { Tensor } from '@/lib/compute/ops/tensor'

/** A graph and its givens, as the page posts them. */
export interface Job {
  readonly graph: Graph
  readonly values: { readonly [given: string]: { readonly tensor: Tensor; readonly decimals: number | null } }
}

type Done = Extract<ComputeReply, { kind: 'done' }>
type Failed = Extract<ComputeReply, { kind: 'failed' }>

/** Remembers how the page starts its compute worker. To be called before the page is opened. */
export const rememberWorkers = async (page: Page): Promise<void> => {
  // Some transpilers name functions by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(() => {
    const Original = window.Worker
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        Reflect.set(window, 'startWorker', () => new Original(url, options))
      }
    }
  })
}

export interface WorkerRun {
  readonly replies: readonly (Done | Failed)[]
  /** From creating the worker until its backend was chosen, and from posting each job until it was answered. */
  readonly startMs: number
  readonly times: readonly number[]
}

/** The jobs one after the other in a worker of our own, of the application's own code; each `repeats` times. */
export const runInWorker = (page: Page, jobs: readonly Job[], repeats = 1): Promise<WorkerRun> =>
  page.evaluate(
    async ({ text, repeats }) => {
      // Numbers of tensors travel as lists.
      const work = JSON.parse(text, (key, value) => (key === 'data' ? Float64Array.from(value) : value)) as unknown[]
      const start: unknown = Reflect.get(window, 'startWorker')
      if (typeof start !== 'function') throw new Error('the page has started no worker')
      const from = performance.now()
      const worker: Worker = start()
      const ask = (message: unknown) =>
        new Promise<{ kind: string }>((resolve, reject) => {
          worker.onmessage = (event) => resolve(event.data)
          worker.onerror = (event) => reject(new Error(event.message))
          worker.postMessage(message)
        })
      const ready = await ask({ kind: 'start', allowWebgl: true })
      if (Reflect.get(ready, 'backend') !== 'webgl') throw new Error(`no WebGL here: ${JSON.stringify(ready)}`)
      const startMs = performance.now() - from
      const replies: never[] = []
      const times: number[] = []
      for (const [id, job] of work.entries())
        for (let i = 0; i < repeats; i++) {
          const posted = performance.now()
          replies.push((await ask({ kind: 'run', id, ...(job as object) })) as never)
          times.push(performance.now() - posted)
        }
      worker.terminate()
      return { replies, startMs, times }
    },
    {
      text: JSON.stringify(jobs, (_, value) => (value instanceof Float64Array ? [...value] : value)),
      repeats,
    },
  )
