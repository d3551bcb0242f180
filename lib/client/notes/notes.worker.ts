import { notebookPictures } from '@/lib/importers/notes-markdown/dialects/notebook-pictures'
import { reconcile } from '@/lib/importers/notes-markdown/identity/changes'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import type { NotesAnswer, NotesRequest, NotesTask } from './notes-messages'
import { addPictures, type DeskPicture } from './pictures'
import { previewCard } from './preview-card'

type Said = NotesAnswer extends infer One ? (One extends NotesAnswer ? Omit<One, 'id'> : never) : never

/** With the pictures a notebook carries; one that cannot be kept is as if it were not there. */
const withInside = ({ text, name, pictures }: Extract<NotesTask, { kind: 'propose' }>): readonly DeskPicture[] => {
  // What an earlier state of the notebook carried is no longer there.
  const beside = pictures.filter(({ within }) => within === undefined)
  if (!/\.ipynb$/i.test(name)) return beside
  return notebookPictures(text).reduce<readonly DeskPicture[]>(
    (all, picture) => addPictures(all, [picture]).pictures,
    beside,
  )
}

const work = (task: NotesTask): Said => {
  if (task.kind === 'preview') return { kind: 'preview', value: previewCard(task.card, task.language, task.figures) }
  const pictures = withInside(task)
  const { cards: fresh, diagnostics } = proposeCards(task.text, { fileName: task.name, images: pictures })
  if (task.before === null) return { kind: 'propose', value: { cards: fresh, diagnostics, changes: null, pictures } }
  return { kind: 'propose', value: { ...reconcile(task.before, fresh), diagnostics, pictures } }
}

postMessage({ kind: 'ready', id: 0 } satisfies NotesAnswer)

addEventListener('message', ({ data }: MessageEvent<NotesRequest>) => {
  try {
    postMessage({ ...work(data), id: data.id })
  } catch (error) {
    postMessage({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) })
  }
})
