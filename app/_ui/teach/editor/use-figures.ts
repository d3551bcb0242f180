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

/** Puts pictures into the draft and tells how each is written in a text. What was typed before is sent first. */
export const useFigures = (bank: string, { keeper, hearOutside }: Editor, onPut: (markdown: string) => void) => {
  const [state, setState] = useState<FigureState>({ kind: 'none' })
  const add = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const fault = figureFault(file)
        if (fault !== null) {
          setState({ kind: 'fault', name: file.name, fault })
          continue
        }
        setState({ kind: 'busy' })
        const base = await keeper.flush()
        if (base === null) return setState({ kind: 'refused', why: 'offline' })
        const path = figureName(file, new Set(keeper.paths()))
        const put = await putFigure(bank, base, path, file)
        if (!put.ok) return setState({ kind: 'refused', why: put.error })
        const draft = await readServerDraft(bank)
        if (!draft.ok) return setState({ kind: 'refused', why: draft.error })
        keeper.moved(draft.value.draft)
        hearOutside(path, '')
        const alt = file.name.replace(/\.\w+$/, '')
        onPut(`![${alt}](${path})`)
        setState({ kind: 'none' })
      }
    },
    [bank, keeper, hearOutside, onPut],
  )
  return { state, add }
}
