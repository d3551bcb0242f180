import type { NotesAnswer, NotesTask, Proposed } from './notes-messages'
import type { CardPreview } from './preview-card'

/** Reads notes and sets cards away from the page, which stays quick however long the notes are. */
export interface Workshop {
  /** @throws when the worker is gone or cannot go on. */
  readonly propose: (task: Extract<NotesTask, { kind: 'propose' }>) => Promise<Proposed>
  /** @throws when the worker is gone or cannot go on. */
  readonly preview: (task: Extract<NotesTask, { kind: 'preview' }>) => Promise<CardPreview>
  readonly close: () => void
}

interface Waiting {
  readonly done: (answer: NotesAnswer) => void
  readonly failed: (error: Error) => void
}

/** A worker that has not come by then does not come, ms. */
const patience = 30_000

/** One worker for the page; it starts with the first task. */
export const openWorkshop = (): Workshop => {
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
    const started = new Worker(new URL('./notes.worker.ts', import.meta.url), { type: 'module' })
    // A part of its code that does not come raises no error here.
    timer = setTimeout(() => fail('The worker could not be loaded.'), patience)
    started.addEventListener('message', ({ data }: MessageEvent<NotesAnswer>) => {
      clearTimeout(timer)
      waiting.get(data.id)?.done(data)
      waiting.delete(data.id)
    })
    started.addEventListener('error', (event) => fail(event.message || 'The worker could not be loaded.'))
    return started
  }
  const ask = (task: NotesTask): Promise<NotesAnswer> =>
    new Promise((done, failed) => {
      worker ??= start()
      last++
      waiting.set(last, { done, failed })
      worker.postMessage({ ...task, id: last })
    })
  const wrong = (answer: NotesAnswer): Error =>
    new Error(answer.kind === 'failed' ? answer.message : `The worker answered ${answer.kind}.`)
  return {
    propose: async (task) => {
      const answer = await ask(task)
      if (answer.kind !== 'propose') throw wrong(answer)
      return answer.value
    },
    preview: async (task) => {
      const answer = await ask(task)
      if (answer.kind !== 'preview') throw wrong(answer)
      return answer.value
    },
    close: () => fail('The page was left.'),
  }
}
