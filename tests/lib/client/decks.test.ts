import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeDecks } from '@/lib/client/decks'
import type { Fetch } from '@/lib/client/fetch-json'
import { openDatabase } from '@/lib/client/store/database'
import type { Bundle } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import { bundleOf } from './desk'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const makeServer = () => {
  const server = {
    up: true,
    version: 'v1',
    languages: ['en', 'zh'] as Language[],
    asked: [] as string[],
    bundle: null as unknown,
  }
  const fetch: Fetch = async (path) => {
    server.asked.push(path)
    if (!server.up) throw new TypeError('Failed to fetch')
    const url = new URL(path, 'http://localhost')
    if (url.pathname === '/api/decks') {
      const { version, languages } = server
      return Response.json({ decks: [{ id: 'deck', version, title: { en: 'Deck', zh: '题库' }, cards: 1, languages }] })
    }
    const language = url.searchParams.get('language') === 'zh' ? 'zh' : 'en'
    const bundle: Bundle = { ...bundleOf(language, ['a']), version: server.version }
    return Response.json(server.bundle ?? bundle)
  }
  return { server, fetch }
}

describe('the decks on the device', () => {
  it('are fetched on the first visit and read from the device afterwards', async () => {
    const { server, fetch } = makeServer()
    const decks = makeDecks(await openDatabase(() => undefined), fetch)
    expect(await decks.open('zh')).toMatchObject([{ deck: 'deck', language: 'zh', version: 'v1' }])
    server.up = false
    expect(await decks.open('zh')).toMatchObject([{ language: 'zh' }])
    expect(server.asked).toEqual(['/api/decks', '/api/decks/deck/bundle?version=v1&language=zh'])
  })

  it('say why there are none', async () => {
    const { server, fetch } = makeServer()
    server.up = false
    const decks = makeDecks(await openDatabase(() => undefined), fetch)
    expect(await decks.open('en')).toBe('offline')
    server.up = true
    server.bundle = { format: 2 }
    expect(await decks.open('en')).toBe('server')
  })

  it('bring new versions, and the other language for later, without fetching anything twice', async () => {
    const { server, fetch } = makeServer()
    const decks = makeDecks(await openDatabase(() => undefined), fetch)
    expect(await decks.refresh('en')).toBe('fresh')
    server.version = 'v2'
    server.asked = []
    await decks.refresh('en')
    await decks.refresh('en')
    expect(server.asked.filter((path) => path.includes('bundle')).length, 'one for each language').toBe(2)
    expect((await decks.held('zh')).map((bundle) => [bundle.language, bundle.version])).toEqual([['zh', 'v2']])
  })

  it('are shown in the other language where there is no such bundle', async () => {
    const { server, fetch } = makeServer()
    server.languages = ['en']
    const decks = makeDecks(await openDatabase(() => undefined), fetch)
    expect(await decks.open('zh')).toMatchObject([{ language: 'en' }])
  })
})
