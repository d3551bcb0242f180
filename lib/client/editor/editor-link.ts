import { openTaskWorker } from '../task-worker'
import type { EditorAnswer, EditorTask, EditorTasks } from './editor-messages'

/** Reads a draft away from the page, which stays quick whatever is written. */
export interface EditorLink {
  /** @throws when the worker is gone or cannot go on. */
  readonly ask: <K extends EditorTask>(kind: K, input: EditorTasks[K]['input']) => Promise<EditorTasks[K]['output']>
  readonly close: () => void
}

/** One worker; it starts with the first task. */
export const openEditorLink = (): EditorLink => {
  const { ask, close } = openTaskWorker<object, Extract<EditorAnswer, { kind: 'done' }>>(
    () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
  )
  return {
    ask: async <K extends EditorTask>(kind: K, input: EditorTasks[K]['input']) => {
      const { output } = await ask({ kind, input })
      // The worker answers a task with that task's output.
      return output as EditorTasks[K]['output']
    },
    close,
  }
}
