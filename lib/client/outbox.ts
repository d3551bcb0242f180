import { nullable, object, text } from '@/lib/core/decode'
import type { DeviceId } from '@/lib/core/id'
import { decodeSyncResponse, mostOffered } from '@/lib/sync/decode-exchange'
import { makeRequest, readResponse } from '@/lib/sync/exchange'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from './changes'
import { type Fetch, fetchJson } from './fetch-json'
import { storageProblem } from './storage-problem'

/** What the quiet word in the corner says. Reviews are safe on the device in every one of these states. */
export type OutboxState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'offline'; readonly count: number }
  /** Nobody is signed in: reviews stay on this device. */
  | { readonly kind: 'signed-out'; readonly count: number }
  | { readonly kind: 'failed'; readonly count: number; readonly reason: string }

export interface OutboxGround {
  readonly store: ReviewStore
  readonly changes: Changes
  readonly deviceId: DeviceId
  readonly fetch: Fetch
  readonly now: () => number
  /** Makes a guest account when the person chose that; false when there is none to be had now. */
  readonly ensureGuest: () => Promise<boolean>
  /** Runs `task` later and returns how to call it off. */
  readonly later: (task: () => void, ms: number) => () => void
  /** One drain at a time over all tabs; `false` without running it when another tab is at it. */
  readonly alone: (drain: () => Promise<void>) => Promise<boolean>
}

export interface Outbox {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => OutboxState
  /** A review was kept: sync soon, not at once, so that a row of quick grades is one exchange. */
  readonly nudge: () => void
  /** Sync now; resolves when this exchange has ended, however it ended. */
  readonly drain: () => Promise<void>
  readonly close: () => void
}

const pause = 1_500
const firstBackOff = 5_000
const longestBackOff = 10 * 60_000
/** No honest history needs more exchanges in a row; a server that always says `more` must not hold the radio on. */
const mostRounds = 1_000

const decodeWho = object<{ readonly account: { readonly kind: string } | null }>({
  account: nullable(object({ kind: text(20) })),
})

/** Carries reviews to the server whenever there is one, and brings back those of other devices. */
export const makeOutbox = (ground: OutboxGround): Outbox => {
  const { store, deviceId } = ground
  const listeners = new Set<() => void>()
  let state: OutboxState = { kind: 'saved' }
  let failures = 0
  let running: Promise<void> | null = null
  let nudged = false
  let cancel: (() => void) | null = null
  let closed = false

  const tell = (next: OutboxState) => {
    if (closed || JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of [...listeners]) listener()
  }
  const schedule = (ms: number) => {
    cancel?.()
    cancel = closed
      ? null
      : ground.later(() => {
          cancel = null
          void drain()
        }, ms)
  }

  const signedOut = async (mayBecomeGuest: boolean): Promise<'guest' | OutboxState> =>
    mayBecomeGuest && (await ground.ensureGuest()) ? 'guest' : { kind: 'signed-out', count: await store.waiting() }

  const exchange = async (mayBecomeGuest: boolean): Promise<'done' | 'again' | 'guest' | OutboxState> => {
    const position = await store.position()
    if (position.epoch === null) {
      // A device that has never had an answer may be a stranger's, to whom an exchange would be refused on every page.
      const who = await fetchJson(ground.fetch, '/api/account', decodeWho)
      if (who.ok && who.value.account === null) return signedOut(mayBecomeGuest)
    }
    const request = makeRequest(position, await store.outbox(mostOffered), deviceId, ground.now())
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    }
    const answer = await fetchJson(ground.fetch, '/api/sync', decodeSyncResponse, init)
    if (answer.ok) {
      const { received, again } = readResponse(request, answer.value)
      const changed = await store.receive(received)
      if (changed.length > 0) ground.changes.publish()
      return again ? 'again' : 'done'
    }
    const { reason, message } = answer.error
    if (reason === 'signed-out') return signedOut(mayBecomeGuest)
    const count = await store.waiting()
    return reason === 'offline' ? { kind: 'offline', count } : { kind: 'failed', count, reason: message }
  }

  const settle = async (outcome: 'done' | OutboxState) => {
    if (outcome === 'done') {
      failures = 0
      const count = await store.waiting()
      tell(count === 0 ? { kind: 'saved' } : { kind: 'waiting', count })
      if (count > 0 || nudged) schedule(pause)
      return
    }
    tell(outcome)
    if (outcome.kind === 'signed-out') return
    schedule(Math.min(longestBackOff, firstBackOff * 2 ** failures))
    failures++
  }

  const rounds = async () => {
    nudged = false
    let guest = false
    for (let round = 0; round < mostRounds; round++) {
      const outcome = await exchange(!guest)
      if (outcome === 'guest') guest = true
      else if (outcome !== 'again') return settle(outcome)
    }
    await settle({ kind: 'failed', count: await store.waiting(), reason: 'The server never came to an end.' })
  }

  const drain = (): Promise<void> => {
    if (closed) return Promise.resolve()
    cancel?.()
    cancel = null
    running ??= ground
      .alone(rounds)
      .then((mine) => {
        if (!mine) schedule(pause)
      })
      .catch((error: unknown) => settle({ kind: 'failed', count: 0, reason: storageProblem(error) }))
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => state,
    nudge: () => {
      nudged = true
      void store.waiting().then((count) => {
        if (state.kind === 'saved' || state.kind === 'waiting') tell({ kind: 'waiting', count })
        else tell({ ...state, count })
      })
      // What is set stays set: pushed on by every grade, it would never come for somebody who grades without a pause.
      if (failures === 0 && running === null && cancel === null) schedule(pause)
    },
    drain,
    close: () => {
      closed = true
      cancel?.()
      listeners.clear()
    },
  }
}
