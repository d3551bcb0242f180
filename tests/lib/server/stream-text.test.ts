import { describe, expect, it } from 'vitest'
import { streamText } from '@/lib/server/stream-text'

describe('a streamed text', () => {
  it('arrives whole', async () => {
    async function* parts() {
      yield '{"名":'
      yield '1}'
    }
    expect(await new Response(streamText(parts())).text()).toBe('{"名":1}')
  })

  it('is made no further, and cleaned up after, once nobody reads on', async () => {
    const told: string[] = []
    async function* parts() {
      try {
        for (let n = 0; ; n++) {
          told.push(`made ${n}`)
          yield `${n}`
        }
      } finally {
        told.push('closed')
      }
    }
    const reader = streamText(parts()).getReader()
    await reader.read()
    await reader.cancel()
    expect(told.at(-1)).toBe('closed')
    expect(told.length).toBeLessThan(5)
  })

  it('ends as broken, and is cleaned up after, when its reader holds it for too long', async () => {
    const told: string[] = []
    async function* parts() {
      try {
        for (;;) yield 'more'
      } finally {
        told.push('closed')
      }
    }
    const reader = streamText(parts(), 20).getReader()
    expect((await reader.read()).done).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(told).toEqual(['closed'])
    await expect(reader.read()).rejects.toThrow()
  })
})
