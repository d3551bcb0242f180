import { describe, expect, it } from 'vitest'
import { makeClientAddress } from '@/lib/server/running/client-address'

describe('where a request comes from', () => {
  const direct = makeClientAddress([], false)
  const onThisMachine = makeClientAddress([], true)
  const balanced = makeClientAddress(['10.0.0.0/8', '2001:db8::/32'], true)

  it('is the connection itself, whatever it claims', () => {
    expect(direct('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(direct('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1')
    expect(onThisMachine('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  })

  it('is what a trusted proxy saw, and nothing that was claimed before it', () => {
    expect(onThisMachine('::ffff:127.0.0.1', '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1')
    expect(balanced('10.1.2.3', '6.6.6.6, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
    expect(balanced('2001:db8::5', '2001:db9::1')).toBe('2001:db9::1')
  })

  it('is the proxy where it says nothing', () => {
    expect(balanced('10.1.2.3', undefined)).toBe('10.1.2.3')
    expect(balanced('10.1.2.3', '')).toBe('10.1.2.3')
    expect(direct(undefined, undefined)).toBe('unknown')
  })

  it.each(['ten', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '10.0.0.0/x'])(
    'refuses the network %s by name',
    (network) => {
      expect(() => makeClientAddress([network], false)).toThrow(
        `TRUSTED_PROXIES names "${network}", which is no address or network, e.g. 10.0.0.0/8.`,
      )
    },
  )
})
