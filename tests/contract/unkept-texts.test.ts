import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type OpenScratch, testedDatabases } from '../support/databases'
import { openScratchSite } from '../support/scratch-site'
import type { RouteEntry } from './access/entry'
import { routes } from './access/list'
import { cookieOf, makeWorld, type World } from './access/world'

// What is done after an answer belongs to a running server.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: () => {} }))

const app = join(import.meta.dirname, '..', '..', 'app')
type Handler = (request: NextRequest, context: { readonly params: Promise<unknown> }) => Promise<Response>

/** A body once for each of its texts, with the character in it that no database keeps. */
const spoilt = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') return ['\u0000', `${value}\u0000`]
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const copies = Object.entries(value).flatMap(([key, inner]) => spoilt(inner).map((one) => ({ ...value, [key]: one })))
  return Array.isArray(value) ? copies.map((one) => Object.values(one)) : copies
}

const entries = routes.flatMap((entry) => ('answers' in entry && entry.body !== undefined ? [entry] : []))

describe.each(testedDatabases)('a text that no database keeps, on $name', ({ make }) => {
  const now = new Date()
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratchSite(make)
  })
  afterAll(() => scratch.discard())

  const send = async (entry: RouteEntry, world: World, body: unknown): Promise<number> => {
    const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ join(app, entry.route))
    const headers = {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/json',
      ...(await cookieOf(world, 'owner')),
    }
    const url = new URL(`http://localhost/${entry.route}`)
    for (const [name, value] of Object.entries(entry.query?.(world) ?? {})) url.searchParams.set(name, value)
    const request = new NextRequest(url, { method: entry.method, headers, body: JSON.stringify(body) })
    const handler = module[entry.method] as Handler
    return (await handler(request, { params: Promise.resolve(entry.params?.(world) ?? {}) })).status
  }

  it.each(entries.map((entry) => [`${entry.method} ${entry.route}`, entry] as const))(
    'breaks nothing at %s',
    async (_, entry) => {
      const world = await makeWorld(scratch.db, now)
      for (const body of spoilt(entry.body?.(world)))
        expect(await send(entry, world, body), JSON.stringify(body)).toBeLessThan(500)
    },
  )
})
