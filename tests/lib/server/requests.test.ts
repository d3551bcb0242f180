import { afterEach, describe, expect, it, vi } from 'vitest'
import { isLocalHost, requireKnownHost } from '@/lib/server/auth/visitor'
import { scriptHashes } from '@/lib/server/content-security'
import { readForm, readWebForm } from '@/lib/server/form'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { correctAt } from '@/lib/server/services/correct-clock'

afterEach(() => vi.unstubAllEnvs())

const post = (body: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost:3000/api/sync', {
    method: 'POST',
    body,
    headers: { host: 'localhost:3000', ...headers },
  })

const answer = (request: Request) => handle(async (asked) => json(await readJson(asked, 64)))(request, {})

describe('hosts', () => {
  it.each([
    'localhost:3000',
    '127.0.0.1',
    '192.168.1.20:3000',
    '10.0.0.2',
    '172.20.0.1',
    '[::1]:3000',
    'desk',
    'desk.local',
  ])('believes %s without being told', (host) => expect(isLocalHost(host)).toBe(true))

  it.each(['example.org', '8.8.8.8', '172.32.0.1', '192.168.1.20.example.org', '[2001:db8::1]', 'evil.com:3000', ''])(
    'does not believe %s',
    (host) => expect(isLocalHost(host)).toBe(false),
  )

  it('refuses a strange host with a cure, unless the public address is configured', () => {
    const headers = new Headers({ host: 'localhost', 'x-forwarded-host': 'evil.example' })
    expect(() => requireKnownHost(headers)).toThrow(
      'This server does not know that it is called evil.example. Set PUBLIC_URL to its address.',
    )
    vi.stubEnv('PUBLIC_URL', 'https://learn.example.org')
    expect(() => requireKnownHost(headers)).not.toThrow()
  })
})

describe('requests that change something', () => {
  it('are read when they come from our own pages or from a program', async () => {
    expect(await (await answer(post('{"a":1}', { origin: 'http://localhost:3000' }))).json()).toEqual({ a: 1 })
    expect((await answer(post('{}'))).status).toBe(200)
  })

  it('are refused when another site sends them', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' },
    ]) {
      const response = await answer(post('{}', headers))
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ error: { code: 'other-site' } })
    }
  })

  it('are refused when too large, announced or not, and when not JSON', async () => {
    expect((await answer(post(`"${'x'.repeat(80)}"`))).status).toBe(413)
    expect((await answer(post('{}', { 'content-length': '9999' }))).status).toBe(413)
    expect(await (await answer(post('{'))).json()).toEqual({
      error: { code: 'not-json', message: 'The request is not readable JSON.' },
    })
  })
})

describe('forms', () => {
  const form = (body: string, type = 'application/x-www-form-urlencoded') =>
    handle(async (asked) => json(Object.fromEntries(await readWebForm(asked))))(
      post(body, { 'content-type': type }),
      {},
    )
  const texts = (body: string) => handle(async (asked) => json(await readForm(asked, ['name'])))(post(body), {})

  it('are read whole when they are small', async () => {
    expect(await (await form('a=1&b=%E4%B8%AD')).json()).toEqual({ a: '1', b: '中' })
    expect(await (await texts('{"name":"Ada","other":1}')).json()).toEqual({ name: 'Ada' })
  })

  it('are refused when large, of another type, or holding what no database keeps', async () => {
    expect((await form(`a=${'x'.repeat(20_000)}`)).status).toBe(413)
    expect((await form('{', 'application/json')).status).toBe(400)
    expect((await form('a=%00')).status).toBe(400)
    expect((await texts('{"name":"a\\u0000"}')).status).toBe(400)
    expect((await texts('{"name":1}')).status).toBe(400)
  })
})

describe('errors', () => {
  const fail = (error: unknown) =>
    handle(async () => {
      throw error
    })(new Request('http://localhost/'), {})

  it('become one shape, and a broken invariant tells the browser nothing', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect((await fail(new Refusal(404, 'not-found', 'Nothing here.'))).status).toBe(404)
    expect((await fail({ code: 'P1008' })).status).toBe(503)
    const broken = await fail(new Error('secret detail'))
    expect(broken.status).toBe(500)
    expect(await broken.text()).not.toContain('secret')
    expect(String(written.mock.calls[0]?.[0])).toContain('secret detail')
  })
})

describe('content security', () => {
  it('allows the inline scripts of a page by hash, and only those', () => {
    const html = '<script src="/a.js"></script><script>alert(1)</script><script id="x" type="module">b()</script>'
    // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(scriptHashes(html)).toEqual([
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
      expect.stringMatching(/^'sha256-.{44}'$/),
    ])
  })
})

describe('clocks', () => {
  const now = Date.UTC(2026, 10, 23)
  const minute = 60_000
  const noon = Date.UTC(2026, 10, 23, 12)

  it('are believed about the past and up to ten minutes ahead', () => {
    expect(correctAt(5, now + 3_600_000, now)).toBe(5)
    expect(correctAt(now + 10 * minute, now, now)).toBe(now + 10 * minute)
  })

  it('are set back by what they run ahead, and never leave an event in the future', () => {
    expect(correctAt(now + 59 * minute, now + 60 * minute, now)).toBe(now - minute)
    expect(correctAt(now + 90 * minute, now + 20 * minute, now)).toBe(now)
    expect(correctAt(now + 90 * minute, now - 20 * minute, now)).toBe(now)
  })

  it('that were moved by ages lead to now, never to a time no device would read back', () => {
    expect(correctAt(Date.UTC(2099, 0), Number.MAX_SAFE_INTEGER, noon)).toBe(noon)
    expect(correctAt(Date.UTC(2099, 0), Date.UTC(4000, 0), noon)).toBe(noon)
  })
})
