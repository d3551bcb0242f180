'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { wholeCheck } from '@/lib/client/editor/check-draft'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import { type EditorLink, openEditorLink } from '@/lib/client/editor/editor-link'
import { readServerDraft } from '@/lib/client/editor/read-server-draft'
import type { ShownChanges } from '@/lib/client/editor/shown-changes'
import { unsavedStore } from '@/lib/client/editor/unsaved'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import type { BankDesk } from '@/lib/sync/bank-desk'
import type { BankVersionLine } from '@/lib/sync/bank-version'
import { readDesk, readVersion, readVersions } from './published-source'

export interface ReadChanges {
  readonly bank: OwnBank
  readonly desk: BankDesk
  /** The latest publication; null before the first. */
  readonly last: BankVersionLine | null
  readonly changes: ShownChanges
  readonly check: DraftCheck
  /** Something written on this device has not reached the server. */
  readonly unsaved: boolean
}

export type ChangesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  /** The worker did not come. */
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'read' } & ReadChanges)

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The editor sends its last change while it is left; what is still here after that cannot be sent. */
const stillUnsaved = async (bank: string): Promise<boolean> => {
  for (let tries = 0; tries < 10; tries++) {
    const files = await unsavedStore.read(bank).catch(() => [])
    if (files.length === 0) return false
    await wait(300)
  }
  return true
}

const read = async (id: string, link: EditorLink): Promise<ChangesState> => {
  const unsaved = await stillUnsaved(id)
  const [answer, versions, desk] = await Promise.all([readServerDraft(id), readVersions(id), readDesk(id)])
  if (!answer.ok) return { kind: 'refused', why: answer.error }
  if (!desk.ok) return { kind: 'refused', why: desk.error }
  if (!versions.ok) return { kind: 'refused', why: versions.error }
  const { bank, draft } = answer.value
  const [last = null] = versions.value
  const before = last === null ? null : await readVersion(id, last.number)
  if (before !== null && !before.ok) return { kind: 'refused', why: before.error }
  try {
    const files = [...draft.files].map(([path, text]) => ({ path, text }))
    await link.ask('open', { id, about: bank, files })
    const check = await wholeCheck(() => link.ask('check', null))
    const changes = await link.ask('changes', before?.value ?? null)
    return { kind: 'read', bank, desk: desk.value, last, changes, check, unsaved }
  } catch {
    return { kind: 'failed' }
  }
}

/** A draft against what was published last, and what is said of it. */
export const useChanges = (id: string) => {
  const [state, setState] = useState<ChangesState>({ kind: 'loading' })
  const link = useRef<EditorLink | null>(null)
  const again = useCallback(async () => {
    const opened = link.current ?? openEditorLink()
    link.current = opened
    const next = await read(id, opened)
    if (link.current === opened) setState(next)
  }, [id])
  /** What happened to the bank since; where the draft is another one than this revision, everything is read again. */
  const hear = useCallback(
    async (revision: number) => {
      const [bank, desk] = await Promise.all([askBanks(bankPath(id), decodeOwnBank), readDesk(id)])
      if (!bank.ok || !desk.ok || bank.value.revision !== revision) return again()
      setState((now) => (now.kind === 'read' ? { ...now, bank: bank.value, desk: desk.value } : now))
    },
    [id, again],
  )
  useEffect(() => {
    void again()
    return () => {
      link.current?.close()
      link.current = null
    }
  }, [again])
  return { state, again, hear }
}
