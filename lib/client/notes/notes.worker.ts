import { reconcile } from '@/lib/importers/notes-markdown/identity/changes'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import type { NotesAnswer, NotesRequest, NotesTask } from './notes-messages'
import { previewCard } from './preview-card'

type Said = NotesAnswer extends infer One ? (One extends NotesAnswer ? Omit<One, 'id'> : never) : never

const work = (task: NotesTask): Said => {
  if (task.kind === 'preview') return { kind: 'preview', value: previewCard(task.card, task.language) }
  const { cards: fresh, diagnostics } = proposeCards(task.text, { fileName: task.name })
  if (task.before === null) return { kind: 'propose', value: { cards: fresh, diagnostics, changes: null } }
  return { kind: 'propose', value: { ...reconcile(task.before, fresh), diagnostics } }
}

postMessage({ kind: 'ready', id: 0 } satisfies NotesAnswer)

addEventListener('message', ({ data }: MessageEvent<NotesRequest>) => {
  try {
    postMessage({ ...work(data), id: data.id })
  } catch (error) {
    postMessage({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) })
  }
})
