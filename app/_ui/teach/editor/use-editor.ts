'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { askBanks } from '@/lib/client/banks'
import { type DraftKeeper, makeDraftKeeper, type ServerDraft } from '@/lib/client/editor/draft-keeper'
import type { DraftCheck, Look } from '@/lib/client/editor/draft-reader'
import { type EditorLink, openEditorLink } from '@/lib/client/editor/editor-link'
import type { KnownFunction } from '@/lib/client/editor/editor-messages'
import { readServerDraft } from '@/lib/client/editor/read-server-draft'
import { type UnsavedFile, unsavedStore } from '@/lib/client/editor/unsaved'
import { integer, object } from '@/lib/core/decode'
import { ok } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'

export interface Place {
  readonly path: string
  readonly line: number
}

const decodeRevision = object({ revision: integer(1, Number.MAX_SAFE_INTEGER) })

/** Time without a keystroke after which everything is checked, ms. */
const checkAfter = 350

const keeperOf = (
  { id }: OwnBank,
  draft: ServerDraft,
  unsaved: readonly UnsavedFile[],
  onText: (path: string, text: string | null) => void,
): DraftKeeper =>
  makeDraftKeeper({
    bank: id,
    draft,
    unsaved,
    store: unsavedStore,
    send: async (base, files) => {
      const path = `/api/banks/${encodeURIComponent(id)}/files`
      const answer = await askBanks(path, decodeRevision, { method: 'PUT', body: { base, files } })
      return answer.ok ? ok(answer.value.revision) : answer
    },
    read: async () => {
      const answer = await readServerDraft(id)
      return answer.ok ? ok(answer.value.draft) : answer
    },
    onText,
    later: (task, ms) => {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
  })

/** The draft as it is written: kept, sent, read by the worker, and looked at where the cursor stands. */
export const useEditor = (bank: OwnBank, draft: ServerDraft, unsaved: readonly UnsavedFile[]) => {
  const outside = useRef<(path: string, text: string | null) => void>(() => {})
  const [keeper] = useState(() => keeperOf(bank, draft, unsaved, (path, text) => outside.current(path, text)))
  const state = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, keeper.getSnapshot)
  const [place, setPlace] = useState<Place | null>(null)
  const [look, setLook] = useState<Look>({ kind: 'nothing' })
  /** The last card that could be read, for while it cannot. */
  const [shown, setShown] = useState<Extract<Look, { kind: 'card' }> | null>(null)
  const [check, setCheck] = useState<DraftCheck | null>(null)
  const [functions, setFunctions] = useState<readonly KnownFunction[]>([])
  const [broken, setBroken] = useState(false)
  const link = useRef<EditorLink | null>(null)
  const wanted = useRef<Place | null>(null)
  const unread = useRef(new Map<string, string | null>())
  const busy = useRef(false)
  const checks = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const checkAll = useCallback(async () => {
    const asked = link.current
    const round = ++checks.current
    try {
      for (let next: DraftCheck | null = null; asked !== null && next?.left !== 0; ) {
        next = await asked.ask('check', null)
        // Whoever began to check later sees it through.
        if (unread.current.size > 0 || round !== checks.current) return
        if (next !== null) setCheck(next)
      }
    } catch {
      if (link.current === asked) setBroken(true)
    }
  }, [])

  /** One look at a time: keystrokes that come meanwhile are one. */
  const run = useCallback(async () => {
    const asked = link.current
    if (busy.current || asked === null) return
    busy.current = true
    try {
      while (wanted.current !== null || unread.current.size > 0) {
        const at = wanted.current
        wanted.current = null
        const files = [...unread.current].map(([path, text]) => ({ path, text }))
        unread.current.clear()
        if (files.length > 0) await asked.ask('write', files)
        if (at === null) continue
        const seen = await asked.ask('look', at)
        setLook(seen)
        if (seen.kind === 'card' && seen.card !== null) setShown(seen)
      }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void checkAll(), checkAfter)
    } catch {
      if (link.current === asked) setBroken(true)
    } finally {
      busy.current = false
    }
  }, [checkAll])

  useEffect(() => {
    const opened = openEditorLink()
    link.current = opened
    const files = keeper.paths().map((path) => ({ path, text: keeper.text(path) ?? '' }))
    opened.ask('open', { id: bank.id, about: bank, files }).then(
      (known) => {
        setFunctions(known.functions)
        void run()
        void checkAll()
      },
      () => {
        if (link.current === opened) setBroken(true)
      },
    )
    return () => {
      clearTimeout(timer.current)
      link.current = null
      opened.close()
    }
  }, [bank, keeper, run, checkAll])
  useEffect(() => () => void keeper.flush(), [keeper])
  useEffect(() => {
    // Another tab, or another author, may have written while this one was away.
    const back = () => {
      if (document.visibilityState === 'visible') void keeper.refresh()
    }
    document.addEventListener('visibilitychange', back)
    window.addEventListener('focus', back)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('focus', back)
      window.removeEventListener('online', back)
    }
  }, [keeper])

  const goTo = useCallback(
    (path: string, line: number) => {
      setPlace((now) => (now?.path === path && now.line === line ? now : { path, line }))
      wanted.current = { path, line }
      void run()
    },
    [run],
  )
  const write = useCallback(
    (path: string, text: string | null, line: number | null) => {
      keeper.write(path, text)
      unread.current.set(path, text)
      if (line !== null) wanted.current = { path, line }
      if (line !== null) setPlace({ path, line })
      void run()
    },
    [keeper, run],
  )
  const hearOutside = useCallback(
    (path: string, text: string | null) => {
      unread.current.set(path, text)
      void run()
    },
    [run],
  )
  const ask: EditorLink['ask'] = useCallback((kind, input) => {
    if (link.current === null) return Promise.reject(new Error('The page was left.'))
    return link.current.ask(kind, input)
  }, [])

  return { keeper, state, place, look, shown, check, functions, broken, goTo, write, ask, outside, hearOutside }
}

export type Editor = ReturnType<typeof useEditor>
