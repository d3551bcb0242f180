'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Desk, type Mark, untouched } from '@/lib/client/notes/desk'
import { deskStore } from '@/lib/client/notes/desk-store'
import { openWorkshop, type Workshop } from '@/lib/client/notes/workshop'
import type { Taken } from './notes-intake'

export type DeskState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'open'; readonly desk: Desk; readonly marks: ReadonlyMap<string, Mark> }

export interface DeskHands {
  readonly state: DeskState
  /** The browser did not keep the last change; it is lost when the page is closed. */
  readonly unkept: boolean
  /** Reads notes; `again` keeps what was decided about the notes that are open, and reads those where none came along. */
  readonly read: (taken: Taken, again: boolean) => Promise<void>
  readonly mark: (changes: readonly (readonly [card: string, change: Partial<Mark>])[]) => void
  readonly clear: () => Promise<void>
  /** From now on the notes belong to this bank. */
  readonly move: (bank: string) => Promise<void>
  readonly workshop: Workshop
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const newNotesName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte % letters.length]).join('')

/** The notes on this device for one bank, and what was decided about them. */
export const useDesk = (opening: string): DeskHands => {
  const place = useRef(opening)
  const [state, setState] = useState<DeskState>({ kind: 'loading' })
  const [unkept, setUnkept] = useState(false)
  const [workshop] = useState(openWorkshop)
  const latest = useRef(state)
  const become = useCallback((next: DeskState) => {
    latest.current = next
    setState(next)
  }, [])
  const keep = useCallback((kept: Promise<void>) => {
    kept.then(
      () => setUnkept(false),
      () => setUnkept(true),
    )
  }, [])
  useEffect(() => {
    deskStore.read(place.current).then(
      (found) => become(found === null ? { kind: 'empty' } : { kind: 'open', ...found }),
      () => {
        setUnkept(true)
        become({ kind: 'empty' })
      },
    )
  }, [become])
  useEffect(() => () => workshop.close(), [workshop])

  const read = async ({ notes, pictures }: Taken, again: boolean) => {
    const before = again && latest.current.kind === 'open' ? latest.current : null
    const source = notes ?? before?.desk ?? null
    if (source === null) return
    const { name, text } = source
    become({ kind: 'reading', name })
    try {
      const known = before?.desk.cards ?? null
      const proposed = await workshop.propose({ kind: 'propose', text, name, before: known, pictures })
      const left = new Set(proposed.changes?.gone ?? [])
      const gone = known?.filter(({ id }) => left.has(id)) ?? []
      const desk: Desk = { notes: before?.desk.notes ?? newNotesName(), name, text, ...proposed, gone }
      if (before === null) await deskStore.clear(place.current).catch(() => setUnkept(true))
      keep(deskStore.write(place.current, desk))
      become({ kind: 'open', desk, marks: before?.marks ?? new Map() })
    } catch (error) {
      if (before !== null) become(before)
      else become({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }
  const mark: DeskHands['mark'] = (changes) => {
    const current = latest.current
    if (current.kind !== 'open') return
    const made = changes.map(
      ([card, change]) => [card, { ...(current.marks.get(card) ?? untouched), ...change }] as const,
    )
    become({ ...current, marks: new Map([...current.marks, ...made]) })
    keep(deskStore.mark(place.current, made))
  }
  const clear = async () => {
    await deskStore.clear(place.current).catch(() => setUnkept(true))
    become({ kind: 'empty' })
  }
  const move = async (bank: string) => {
    const from = place.current
    const current = latest.current
    place.current = bank
    if (current.kind !== 'open' || from === bank) return
    try {
      await deskStore.write(bank, current.desk)
      await deskStore.mark(bank, [...current.marks])
      await deskStore.clear(from)
    } catch {
      setUnkept(true)
    }
  }
  return { state, unkept, read, mark, clear, move, workshop }
}
