interface Kind {
  readonly kind: string
}

/** What every such worker says beside its answers. */
type Said<Answer extends Kind> =
  | (Answer & { readonly id: number })
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** The worker is there; answers no task. */
  | { readonly kind: 'ready'; readonly id: number }

/** A worker that answers task by task, so that the page stays quick. */
export interface TaskWorker<Task, Answer> {
  /** @throws when the worker is gone, could not do this task, or cannot go on. */
  readonly ask: (task: Task) => Promise<Answer>
  readonly close: () => void
}

interface Waiting<Answer> {
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

/** A worker that has not come by then does not come, ms. */
const patience = 30_000

const isAnswer = <Answer extends Kind>(said: Said<Answer>): said is Answer & { readonly id: number } =>
  said.kind !== 'failed' && said.kind !== 'ready'

/** One worker; it starts with the first task, and anew after it has failed as a whole. */
export const openTaskWorker = <Task extends object, Answer extends Kind>(
  make: () => Worker,
): TaskWorker<Task, Answer> => {
  const waiting = new Map<number, Waiting<Answer>>()
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
    const started = make()
    // A part of its code that does not come raises no error here.
    timer = setTimeout(() => fail('The worker could not be loaded.'), patience)
    started.addEventListener('message', ({ data }: MessageEvent<Said<Answer>>) => {
      clearTimeout(timer)
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (isAnswer(data)) asked?.done(data)
      else if (data.kind === 'failed') asked?.failed(new Error(data.message))
    })
    started.addEventListener('error', (event) => fail(event.message || 'The worker could not be loaded.'))
    return started
  }
  return {
    ask: (task) =>
      new Promise((done, failed) => {
        worker ??= start()
        last++
        waiting.set(last, { done, failed })
        worker.postMessage({ ...task, id: last })
      }),
    close: () => fail('The page was left.'),
  }
}
