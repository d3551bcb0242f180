import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressed } from '@/lib/server/compressed'

const text = 'the same words again and again '.repeat(1000)
const ask = (encoding: string | null) =>
  compressed(
    new Request('http://localhost/', encoding === null ? {} : { headers: { 'accept-encoding': encoding } }),
    text,
    {
      'content-type': 'text/plain',
    },
  )

describe('a large response', () => {
  it('is small on the wire for a browser that takes gzip, and the same once opened', async () => {
    const response = await ask('gzip, deflate, br')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(bytes.length).toBeLessThan(text.length / 10)
    expect(gunzipSync(bytes).toString()).toBe(text)
  })

  it('is plain for whoever does not say so, and caches are told that it varies', async () => {
    const response = await ask(null)
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect(await response.text()).toBe(text)
  })
})
