import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import type { Scratch } from '@/lib/server/db/scratch'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'

/** A balancer starts several processes at once: each has clients of its own, as four clients here. */
const several = [1, 2, 3, 4]

describe.each(testedDatabases)('processes that start together on $name', ({ make }) => {
  let scratch: Scratch
  let clients: readonly Database[] = []
  beforeAll(async () => {
    scratch = await make()
  })
  afterAll(async () => {
    await Promise.all(clients.map((db) => db.$disconnect()))
    await scratch.discard()
  })

  it('bring an empty database up to date once, each waiting for the other', async () => {
    const applied = await Promise.all(several.map(() => migrate(scratch.place)))
    const all = applied.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(0)
  })

  it('publish the same version of a deck once, and all of them succeed', async () => {
    clients = several.map(() => openDatabase(scratch.place))
    const deck = compiledDeck('several', 'v1')
    const told = await Promise.all(clients.map((db) => publishDeck(db, deck, [], new Date('2026-03-01T12:00:00Z'))))
    expect(told).toContain('published')
    const [db] = clients
    expect(await db?.deckVersion.count()).toBe(1)
    expect(await db?.deck.findMany({ select: { currentHash: true } })).toEqual([{ currentHash: deck.version }])
  })
})
