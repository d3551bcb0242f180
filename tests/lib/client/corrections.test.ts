import { describe, expect, it } from 'vitest'
import { keepCorrection, type Shelf, sendCorrections, waitingCorrections } from '@/lib/client/corrections'
import { asId, type CardId } from '@/lib/core/id'
import type { Correction } from '@/lib/sync/correction'

const shelf = (): Shelf => {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
const correction = (id: string): Correction => ({
  id,
  cardId: asId<CardId>('cs231n/relu.slope'),
  revision: 'r1',
  language: 'en',
  quote: '',
  comment: 'The slope at 0 is a convention.',
})

describe('suggested corrections on a device', () => {
  it('wait until the server has them, and are sent in order', async () => {
    const device = shelf()
    keepCorrection(device, correction('first-one'))
    keepCorrection(device, correction('second-one'))
    const offline = async () => Promise.reject(new TypeError('no network'))
    expect(await sendCorrections(device, offline)).toBe('waiting')
    expect(waitingCorrections(device).map(({ id }) => id)).toEqual(['first-one', 'second-one'])
    const sent: string[] = []
    const online = async (_: string, init?: RequestInit) => {
      sent.push((JSON.parse(String(init?.body)) as Correction).id)
      return new Response('{}', { status: 201 })
    }
    expect(await sendCorrections(device, online)).toBe('sent')
    expect(sent).toEqual(['first-one', 'second-one'])
    expect(waitingCorrections(device)).toEqual([])
  })

  it('stay while nobody is signed in or the server is busy, and go when their deck is gone', async () => {
    const device = shelf()
    keepCorrection(device, correction('first-one'))
    for (const status of [401, 429, 503])
      expect(await sendCorrections(device, async () => new Response('{}', { status }))).toBe('waiting')
    expect(await sendCorrections(device, async () => new Response('{}', { status: 404 }))).toBe('sent')
  })

  it('survive a damaged shelf', () => {
    const device = shelf()
    device.setItem('gradeck-corrections', '{"not": "a list"')
    expect(waitingCorrections(device)).toEqual([])
    keepCorrection(device, correction('first-one'))
    expect(waitingCorrections(device)).toHaveLength(1)
  })
})
