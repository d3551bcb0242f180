import type { ExportAnswer, ExportTask } from './export-messages'

/** A worker that says nothing for this long does not come back, ms: a bank of a thousand cards takes half a minute on a slow phone. */
const patience = 240_000

/** Writes a bank in a worker of its own, so that the page stays quick; the worker ends with its work. */
export const writeExport = (task: ExportTask): Promise<ExportAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
    const end = (answer: ExportAnswer) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ kind: 'failed', message: 'The worker took too long.' }), patience)
    worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => end(data))
    worker.addEventListener('error', (event) =>
      end({ kind: 'failed', message: event.message || 'The worker could not be loaded.' }),
    )
    worker.postMessage(task)
  })
