import { type Correction, decodeCorrection } from '@/lib/sync/correction'
import type { Fetch } from './fetch-json'

/** What is kept of the browser's storage; a page without one still suggests, on line. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = 'gradeck-corrections'

/** Suggestions that wait on this device. What cannot be read any more is let go. */
export const waitingCorrections = (shelf: Shelf): readonly Correction[] => {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(key) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.flatMap((item) => {
      const read = decodeCorrection(item)
      return read.ok ? [read.value] : []
    })
  } catch {
    return []
  }
}

const keep = (shelf: Shelf, waiting: readonly Correction[]): void =>
  waiting.length === 0 ? shelf.removeItem(key) : shelf.setItem(key, JSON.stringify(waiting))

/** Puts a suggestion on the device first, so that no network can lose it. */
export const keepCorrection = (shelf: Shelf, correction: Correction): void =>
  keep(shelf, [...waitingCorrections(shelf).filter(({ id }) => id !== correction.id), correction])

/** Sent, not to be had (its deck is gone), or worth another try later. */
const send = async (fetch: Fetch, correction: Correction): Promise<'done' | 'later'> => {
  try {
    const response = await fetch('/api/corrections', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(correction),
    })
    return response.ok || response.status === 404 || response.status === 400 ? 'done' : 'later'
  } catch {
    return 'later'
  }
}

/** Sends what waits; the rest stays for the next time. Says whether anything is left. */
export const sendCorrections = async (shelf: Shelf, fetch: Fetch): Promise<'sent' | 'waiting'> => {
  for (const correction of waitingCorrections(shelf)) {
    if ((await send(fetch, correction)) === 'later') return 'waiting'
    keep(
      shelf,
      waitingCorrections(shelf).filter(({ id }) => id !== correction.id),
    )
  }
  return 'sent'
}
