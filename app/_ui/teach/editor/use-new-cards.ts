'use client'

import type { OwnBank } from '@/lib/sync/bank'
import { adopted, appended, firstConcept, startOf } from './new-card'
import type { Editor } from './use-editor'

const defaultFile = 'cards.cards.yaml'

/** Puts new cards at the end of the file at hand, with a concept to begin with where the draft has none. */
export const useNewCards = (bank: OwnBank, editor: Editor, open: (path: string, line: number) => void) => {
  const { keeper, place, check } = editor
  const put = (make: (concept: string, taken: ReadonlySet<string>) => string) => {
    const made = firstConcept(keeper, bank.title)
    if (made !== null) editor.write(made.path, made.text, null)
    const concept =
      made?.concept ?? check?.concepts[0]?.id ?? /id:\s*([\w-]+)/.exec(keeper.text('concepts.yaml') ?? '')?.[1]
    if (concept === undefined) return
    const files = keeper.paths().filter((path) => /\.cards\.ya?ml$/.test(path))
    const path = files.find((one) => one === place?.path) ?? files.at(-1) ?? defaultFile
    const next = appended(keeper.text(path) ?? '', make(concept, new Set(check?.cards.map(({ id }) => id))))
    editor.write(path, next.text, next.line)
    editor.outside.current(path, next.text)
    open(path, next.line)
  }
  return {
    /** A first card of a type. */
    addOf: (type: string) => put((concept, taken) => startOf(type, concept, taken)),
    /** A card from elsewhere. */
    adopt: (entry: string) => put((concept, taken) => adopted(entry, concept, taken)),
  }
}
