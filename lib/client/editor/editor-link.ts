import type { EditorAnswer, EditorTask, EditorTasks } from './editor-messages'

/** Reads a draft away from the page, which stays quick whatever is written. */
export interface EditorLink {
  /** @throws when the worker is gone or cannot go on. */
  readonly ask: <K extends EditorTask>(kind: K, input: EditorTasks[K]['input']) => Promise<EditorTasks[K]['output']>
  readonly close: () => void
}

interface Waiting {
  readonly done: (output: EditorTasks[EditorTask]['output']) => void
  readonly failed: (error: Error) => void
}

/** A worker that has not come by then does not come, ms. */
const patience = 30_000

/** One worker; it starts with the first task. */
export const openEditorLink = (): EditorLink => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const fail = (message: string) => {
    for (const { failed } of waiting.values()) failed(new Error(message))
    waiting.clear()
    clearTimeout(timer)
    worker?.terminate()
    worker = null
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' })
    // A part of its code that does not come raises no error here.
    timer = setTimeout(() => fail('The worker could not be loaded.'), patience)
    started.addEventListener('message', ({ data }: MessageEvent<EditorAnswer>) => {
      clearTimeout(timer)
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.kind === 'done') asked?.done(data.output)
      else if (data.kind === 'failed') asked?.failed(new Error(data.message))
    })
    started.addEventListener('error', (event) => fail(event.message || 'The worker could not be loaded.'))
    return started
  }
  return {
    ask: <K extends EditorTask>(kind: K, input: EditorTasks[K]['input']) =>
      new Promise<EditorTasks[K]['output']>((done, failed) => {
        worker ??= start()
        last++
        // The worker answers a task with that task's output.
        waiting.set(last, { done: done as Waiting['done'], failed })
        worker.postMessage({ id: last, kind, input })
      }),
    close: () => fail('The page was left.'),
  }
}
