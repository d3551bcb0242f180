import type { Result } from '@/lib/core/result'
import type { BankRefusal } from '../banks'
import { mergeDrafts, type TwoVersions } from './merge-drafts'
import type { UnsavedFile, UnsavedStore } from './unsaved'

/** A draft as the server has it. */
export interface ServerDraft {
  readonly revision: number
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>
}

export type Saving =
  | { readonly kind: 'saved' | 'saving' }
  /** Kept on this device, and tried again. */
  | { readonly kind: 'waiting'; readonly why: BankRefusal }
  /** Changed here and elsewhere: nothing is sent until somebody has chosen. */
  | { readonly kind: 'both'; readonly files: readonly TwoVersions[] }

export interface KeeperState {
  readonly revision: number
  readonly saving: Saving
  /** False where this browser does not keep what is unsaved. */
  readonly kept: boolean
  /** Files that were changed elsewhere and are here now; until the next change here. */
  readonly taken: readonly string[]
}

export interface DraftKeeper {
  readonly getSnapshot: () => KeeperState
  readonly subscribe: (listener: () => void) => () => void
  readonly text: (path: string) => string | null
  readonly paths: () => readonly string[]
  /** Changes a file here; the server hears of it soon. */
  readonly write: (path: string, text: string | null) => void
  /** Sends what is unsaved now. Resolves to the revision once the server has everything; null where it has not. */
  readonly flush: () => Promise<number | null>
  /** Asks the server whether the draft was changed elsewhere, and takes it in. */
  readonly refresh: () => Promise<void>
  /** The server's draft moved on by something done here, e.g. a figure was added. */
  readonly moved: (draft: ServerDraft) => void
  /** Takes one of both versions of a file. */
  readonly choose: (path: string, version: 'mine' | 'theirs') => void
  readonly close: () => void
}

/** Time without a keystroke after which the server is told, ms. */
const pause = 1200
const retryAfter = 10_000

export const makeDraftKeeper = (ground: {
  readonly bank: string
  readonly draft: ServerDraft
  readonly unsaved: readonly UnsavedFile[]
  readonly store: UnsavedStore
  readonly send: (
    base: number,
    files: readonly { readonly path: string; readonly text: string | null }[],
  ) => Promise<Result<number, BankRefusal>>
  readonly read: () => Promise<Result<ServerDraft, BankRefusal>>
  /** Told when a file is now something else than what was written here. */
  readonly onText: (path: string, text: string | null) => void
  readonly later: (task: () => void, ms: number) => () => void
}): DraftKeeper => {
  let server = ground.draft
  const mine = new Map<string, UnsavedFile>()
  let state: KeeperState = { revision: server.revision, saving: { kind: 'saved' }, kept: true, taken: [] }
  const listeners = new Set<() => void>()
  let cancel: () => void = () => {}
  let sending: Promise<number | null> | null = null
  let looking: Promise<void> | null = null
  let closed = false

  const set = (change: Partial<KeeperState>) => {
    state = { ...state, revision: server.revision, ...change }
    for (const listener of listeners) listener()
  }
  const keep = () => {
    ground.store.write(ground.bank, [...mine.values()]).catch(() => set({ kept: false }))
  }
  const text = (path: string): string | null => {
    const changed = mine.get(path)
    return changed === undefined ? (server.files.get(path) ?? null) : changed.text
  }
  const paths = () =>
    [...new Set([...server.files.keys(), ...mine.keys()])].filter((path) => text(path) !== null).sort()

  /** Takes in what the server has, keeping what was changed here; what was changed on both sides waits for a choice. */
  const takeIn = (next: ServerDraft) => {
    const before = new Map(paths().map((path) => [path, text(path)]))
    const { unsaved, both } = mergeDrafts([...mine.values()], next.files)
    mine.clear()
    for (const file of unsaved) mine.set(file.path, file)
    server = next
    keep()
    const changed = [...new Set([...before.keys(), ...paths()])].filter(
      (path) => (before.get(path) ?? null) !== text(path),
    )
    for (const path of changed) ground.onText(path, text(path))
    const saving: Saving =
      both.length > 0 ? { kind: 'both', files: both } : { kind: mine.size > 0 ? 'saving' : 'saved' }
    set({ saving, taken: changed })
  }

  const plan = (ms: number) => {
    cancel()
    cancel = closed ? () => {} : ground.later(() => void flush(), ms)
  }

  const send = async (): Promise<number | null> => {
    if (state.saving.kind === 'both') return null
    const sent = [...mine.values()]
    if (sent.length === 0) {
      set({ saving: { kind: 'saved' } })
      return server.revision
    }
    set({ saving: { kind: 'saving' } })
    const files = sent.map(({ path, text: now }) => ({ path, text: now }))
    const answer = await ground.send(server.revision, files)
    if (answer.ok) {
      const next = new Map(server.files)
      for (const file of files)
        if (file.text === null) next.delete(file.path)
        else next.set(file.path, file.text)
      server = { revision: answer.value, files: next }
      for (const file of sent) {
        const now = mine.get(file.path)
        if (now?.text === file.text) mine.delete(file.path)
        // Written on meanwhile: the server's text is now what it started from.
        else if (now !== undefined) mine.set(file.path, { ...now, was: file.text })
      }
      keep()
      if (mine.size === 0) {
        set({ saving: { kind: 'saved' } })
        return server.revision
      }
      return send()
    }
    if (answer.error === 'stale') {
      const read = await ground.read()
      if (read.ok) {
        takeIn(read.value)
        return send()
      }
    }
    set({ saving: { kind: 'waiting', why: answer.error } })
    plan(retryAfter)
    return null
  }

  const flush = (): Promise<number | null> => {
    cancel()
    sending ??= send().finally(() => {
      sending = null
    })
    return sending
  }

  const look = async (): Promise<void> => {
    if (sending !== null || closed || state.saving.kind === 'both') return
    const before = server
    const read = await ground.read()
    // A sending that began meanwhile hears of it by itself; what was read before one that ended is older than what is here.
    if (!read.ok || sending !== null || closed || server !== before || read.value.revision === server.revision) return
    takeIn(read.value)
    if (mine.size > 0) plan(pause)
  }

  for (const file of ground.unsaved) mine.set(file.path, file)
  if (mine.size > 0) {
    takeIn(server)
    plan(0)
  }

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    text,
    paths,
    write: (path, now) => {
      const was = mine.get(path)?.was ?? server.files.get(path) ?? null
      if (now === was && sending === null) mine.delete(path)
      else mine.set(path, { path, was, text: now })
      keep()
      if (state.taken.length > 0) set({ taken: [] })
      if (state.saving.kind === 'both')
        set({
          saving: {
            kind: 'both',
            files: state.saving.files.map((file) => (file.path === path ? { ...file, mine: now } : file)),
          },
        })
      else {
        if (state.saving.kind === 'saved') set({ saving: { kind: 'saving' } })
        plan(pause)
      }
    },
    flush,
    // A window that comes to the front is seen and has the focus at once: that is one reason to ask, not two.
    refresh: () => {
      looking ??= look().finally(() => {
        looking = null
      })
      return looking
    },
    moved: (next) => {
      takeIn(next)
      set({ taken: [] })
      plan(pause)
    },
    choose: (path, version) => {
      if (state.saving.kind !== 'both') return
      const file = state.saving.files.find((one) => one.path === path)
      if (file === undefined) return
      if (version === 'theirs') {
        mine.delete(path)
        ground.onText(path, file.theirs)
      } else mine.set(path, { path, was: file.theirs, text: file.mine })
      keep()
      const left = state.saving.files.filter((one) => one.path !== path)
      set({ saving: left.length > 0 ? { kind: 'both', files: left } : { kind: 'saving' } })
      if (left.length === 0) plan(0)
    },
    close: () => {
      closed = true
      cancel()
      if (mine.size > 0 && state.saving.kind !== 'both') void flush()
    },
  }
}
