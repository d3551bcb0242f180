import { authoringNamed } from '@/lib/cards/authoring'
import { graphFunctions, graphSignatures } from '@/lib/compute/language/functions'
import { opByName } from '@/lib/compute/ops/list'
import { signatureOf } from '@/lib/compute/ops/signature'
import { deckChanges } from '@/lib/content/changes/deck-changes'
import { editItem, itemValue, renameInItem } from '@/lib/content/yaml/edit-item'
import { type DraftReader, makeDraftReader } from './draft-reader'
import type { EditorTask, EditorTasks, KnownFunction } from './editor-messages'
import { showChanges } from './shown-changes'

type Handlers = {
  readonly [K in EditorTask]: (
    input: EditorTasks[K]['input'],
  ) => EditorTasks[K]['output'] | Promise<EditorTasks[K]['output']>
}

const knownFunctions: readonly KnownFunction[] = [
  ...[...opByName.values()]
    .filter(({ written }) => written === undefined)
    .map((op) => ({ name: op.name, signature: signatureOf(op) })),
  ...graphFunctions.map((name) => ({ name, signature: graphSignatures[name] })),
].sort((a, b) => (a.name < b.name ? -1 : 1))

/** A check takes a breath after so long, so that a keystroke meanwhile is answered, ms. */
const checkMs = 25

/** While a long draft is read, what is known so far is told so often, ms. */
const tellAfter = 800

/** Everything the editor's worker does, without the worker. */
export const makeEditorDesk = (): Handlers => {
  let reader: DraftReader | null = null
  let told = Number.NEGATIVE_INFINITY
  let outlined = false
  const opened = (): DraftReader => {
    if (reader === null) throw new Error('No draft is open.')
    return reader
  }
  return {
    open: (draft) => {
      reader = makeDraftReader(draft)
      outlined = false
      return { functions: knownFunctions }
    },
    write: (files) => {
      for (const { path, text } of files) opened().write(path, text)
      return null
    },
    say: (about) => {
      opened().say(about)
      return null
    },
    look: ({ path, line }) => opened().look(path, line),
    check: () => {
      if (!outlined) {
        outlined = true
        const outline = opened().outline()
        if (outline.left > 0) return outline
      }
      const start = performance.now()
      const left = opened().readOn(() => performance.now() - start > checkMs)
      if (left > 0 && start - told < tellAfter) return null
      told = left > 0 ? start : Number.NEGATIVE_INFINITY
      return opened().check()
    },
    changes: (before) =>
      showChanges(deckChanges(before === null ? null : makeDraftReader(before).deck(), opened().deck())),
    lab: async ({ type, text, file }) => (await authoringNamed(type)?.lab(text, file)) ?? null,
    value: itemValue,
    set: ({ text, path, value }) => editItem(text, path, value),
    rename: ({ text, path, name }) => renameInItem(text, path, name),
  }
}
