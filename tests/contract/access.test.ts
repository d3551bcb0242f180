import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type OpenScratch, testedDatabases } from '../support/databases'
import { importsOf } from '../support/import-table'
import { openScratchSite } from '../support/scratch-site'
import { type Answer, type Method, type Role, type RouteEntry, roles } from './access/entry'
import { routes } from './access/list'
import { pages } from './access/pages'
import { cookieOf, makeWorld, type World } from './access/world'

// What is done after an answer belongs to a running server.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: () => {} }))

const app = join(import.meta.dirname, '..', '..', 'app')
const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const filesNamed = (name: string, under: string): string[] =>
  readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => relative(under, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const sourcesIn = (under: string): readonly string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(under, path))

type Handler = (request: NextRequest, context: { readonly params: Promise<unknown> }) => Promise<Response>
/** The handlers of a route file, by method. */
const handlersOf = async (route: string): Promise<ReadonlyMap<Method, Handler>> => {
  const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ join(app, route))
  return new Map(
    methods.flatMap((method) => (typeof module[method] === 'function' ? [[method, module[method] as Handler]] : [])),
  )
}

const entries = routes.filter((entry): entry is RouteEntry => 'answers' in entry)

describe('the table of routes', () => {
  it('has every method of every route file, once, and no other', async () => {
    const there: string[] = []
    for (const route of filesNamed('route.ts', app)) {
      const text = readFileSync(join(app, route), 'utf8')
      for (const method of methods)
        if (new RegExp(`export (const|async function|function) ${method}\\b|as ${method}\\b`).test(text))
          there.push(`${method} ${route}`)
    }
    expect(routes.map(({ route, method }) => `${method} ${route}`).sort()).toEqual(there.sort())
  })

  it('has every address that a screen or a device asks by its whole name', () => {
    const asked = [app, join(app, '..', 'lib', 'client')].flatMap((under) =>
      sourcesIn(under).flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/['"]\/(api\/[\w/-]+)['"?]/g)].map(([, address]) => address),
      ),
    )
    const there = new Set(filesNamed('route.ts', app).map((route) => route.replace('/route.ts', '')))
    const missing = asked.filter((address) => !there.has(address ?? '') && !address?.startsWith('api/auth/'))
    expect(asked.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })

  it('names a suite that is there for what it does not try itself', () => {
    for (const entry of routes) if ('by' in entry) expect(existsSync(join(app, '..', entry.by)), entry.by).toBe(true)
  })

  it('has every page, once, and knows which of them read on the server', () => {
    const house = join(app, '[locale]')
    expect(pages.map(({ page }) => page).sort()).toEqual(filesNamed('page.tsx', house))
    for (const entry of pages) {
      const imports = importsOf(readFileSync(join(house, entry.page), 'utf8'))
      const server = imports.filter((path) => path.startsWith('@/lib/server/'))
      if (entry.reads === 'nothing') expect(server, entry.page).toEqual([])
      else expect(server.join(' '), entry.page).toContain(`/${entry.service}`)
      if (entry.reads === 'as reader') expect(server.join(' '), entry.page).toContain('/auth/session')
    }
  })
})

describe.each(testedDatabases)('everybody at every route, on $name', ({ make }) => {
  const now = new Date()
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratchSite(make)
  })
  afterAll(() => scratch.discard())

  const ask = async (entry: RouteEntry, handler: Handler, world: World, role: Role): Promise<Response> => {
    const params = entry.params?.(world) ?? {}
    const url = new URL(`http://localhost/${entry.route}`)
    for (const [name, value] of Object.entries(entry.query?.(world) ?? {})) url.searchParams.set(name, value)
    const said = entry.body?.(world)
    const body = said === undefined ? null : said instanceof Uint8Array ? Buffer.from(said) : JSON.stringify(said)
    const headers = {
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/json',
      ...(await cookieOf(world, role)),
    }
    const request = new NextRequest(url, { method: entry.method, headers, body })
    return handler(request, { params: Promise.resolve(params) })
  }
  const told = async (response: Response, wanted: Answer, marker: string): Promise<Answer> => {
    if (typeof wanted === 'number' || response.status !== 200) return response.status
    return (await response.text()).includes(marker) ? 'shown' : 'hidden'
  }

  it.each(entries.map((entry) => [`${entry.method} ${entry.route}`, entry] as const))('%s', async (_, entry) => {
    const handler = (await handlersOf(entry.route)).get(entry.method)
    if (handler === undefined) throw new Error('the route has no such method')
    let world = await makeWorld(scratch.db, now)
    const answers: { [role: string]: Answer } = {}
    const wanted: { [role: string]: Answer } = {}
    for (const role of roles) {
      const expected = entry.answers[role] ?? entry.answers.others
      const response = await ask(entry, handler, world, role)
      answers[role] = await told(response, expected, entry.marker?.(world) ?? world.bank)
      wanted[role] = expected
      // Whoever may do it has changed the world.
      if (entry.method !== 'GET' && response.ok) world = await makeWorld(scratch.db, now)
    }
    expect(answers).toEqual(wanted)
  })
})
