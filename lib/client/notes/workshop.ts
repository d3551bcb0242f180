import { openTaskWorker } from '../task-worker'
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

/** One worker for the page; it starts with the first task. */
export const openWorkshop = (): Workshop => {
  const { ask, close } = openTaskWorker<NotesTask, Extract<NotesAnswer, { kind: NotesTask['kind'] }>>(
    () => new Worker(new URL('./notes.worker.ts', import.meta.url), { type: 'module' }),
  )
  return {
    propose: async (task) => {
      const answer = await ask(task)
      if (answer.kind !== 'propose') throw new Error(`The worker answered ${answer.kind}.`)
      return answer.value
    },
    preview: async (task) => {
      const answer = await ask(task)
      if (answer.kind !== 'preview') throw new Error(`The worker answered ${answer.kind}.`)
      return answer.value
    },
    close,
  }
}
