'use client'

import { useCallback, useState } from 'react'
import type { BankRefusal } from '@/lib/client/banks'
import { readServerDraft } from '@/lib/client/editor/read-server-draft'
import { type FigureFault, figureFault, figureName, putFigure } from './put-figure'
import type { Editor } from './use-editor'

export type FigureState =
  | { readonly kind: 'none' | 'busy' }
  | { readonly kind: 'fault'; readonly name: string; readonly fault: FigureFault }
  | { readonly kind: 'refused'; readonly why: BankRefusal }

/** Puts pictures into the draft and tells the paths of those that came. What was typed before is sent first. */
export const useFigures = (bank: string, { keeper, hearOutside }: Editor) => {
  const [state, setState] = useState<FigureState>({ kind: 'none' })
  const add = useCallback(
    async (files: readonly File[]): Promise<readonly string[]> => {
      const come: string[] = []
      const refused = (why: BankRefusal) => {
        setState({ kind: 'refused', why })
        return come
      }
      for (const file of files) {
        const fault = figureFault(file)
        if (fault !== null) {
          setState({ kind: 'fault', name: file.name, fault })
          continue
        }
        setState({ kind: 'busy' })
        const base = await keeper.flush()
        if (base === null) return refused('offline')
        const path = figureName(file, new Set(keeper.paths()))
        const put = await putFigure(bank, base, path, file)
        if (!put.ok) return refused(put.error)
        const draft = await readServerDraft(bank)
        if (!draft.ok) return refused(draft.error)
        keeper.moved(draft.value.draft)
        hearOutside(path, '')
        come.push(path)
        setState({ kind: 'none' })
      }
      return come
    },
    [bank, keeper, hearOutside],
  )
  return { state, add }
}
