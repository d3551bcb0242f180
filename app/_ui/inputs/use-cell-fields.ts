'use client'

import { useLayoutEffect, useRef } from 'react'
import type { Verdict } from '@/lib/view/verdict'
import type { CellPlace } from './cell-moves'

const keyOf = ({ ask, index }: CellPlace): string => `${ask} ${index}`

const intoSight = (field: HTMLElement | undefined) => field?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

export interface CellFields {
  readonly register: (place: CellPlace, node: HTMLInputElement | null) => void
  readonly find: (place: CellPlace) => HTMLInputElement | undefined
  /** Gives a cell the focus, in sight, with its text marked. */
  readonly focus: (place: CellPlace | null) => void
  /** Where the caret stands once the value that was just typed has been drawn. */
  readonly keepCaret: (place: CellPlace, at: number) => void
}

/** The fields of the cells: which has the focus, where its caret is, and that it stays in sight. */
export const useCellFields = ({
  autoFocus,
  verdict,
  keypad,
}: {
  readonly autoFocus: boolean
  readonly verdict: Verdict | null
  /** Whether the keypad takes room; the cell that is being filled is brought back into what is left. */
  readonly keypad: boolean
}): CellFields => {
  const fields = useRef(new Map<string, HTMLInputElement>())
  const caret = useRef<{ place: CellPlace; at: number } | null>(null)
  // React puts the caret at the end when it writes the value; the keypad types where the caret was.
  useLayoutEffect(() => {
    if (caret.current === null) return
    const { place, at } = caret.current
    caret.current = null
    fields.current.get(keyOf(place))?.setSelectionRange(at, at)
  })
  const first = useRef(autoFocus)
  useLayoutEffect(() => {
    if (first.current) fields.current.values().next().value?.focus({ preventScroll: true })
    first.current = false
  }, [])
  // A cell that could not be read takes the focus, so that the next keystroke repairs it.
  const shown = useRef(verdict)
  useLayoutEffect(() => {
    if (shown.current === verdict) return
    shown.current = verdict
    if (verdict?.kind !== 'unreadable') return
    const cell = verdict.cells.find(({ state }) => state === 'unreadable' || state === 'empty')
    const field = cell === undefined ? undefined : fields.current.get(keyOf({ ask: cell.part, index: cell.index }))
    field?.focus({ preventScroll: true })
    intoSight(field)
  })
  useLayoutEffect(() => {
    if (!keypad) return
    const field = [...fields.current.values()].find((one) => one === document.activeElement)
    intoSight(field)
  }, [keypad])
  return {
    register: (place, node) => {
      if (node === null) fields.current.delete(keyOf(place))
      else fields.current.set(keyOf(place), node)
    },
    find: (place) => fields.current.get(keyOf(place)),
    focus: (place) => {
      const field = place === null ? undefined : fields.current.get(keyOf(place))
      field?.focus({ preventScroll: true })
      intoSight(field)
      field?.select()
    },
    keepCaret: (place, at) => {
      caret.current = { place, at }
    },
  }
}
