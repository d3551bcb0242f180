import { describe, expect, it } from 'vitest'
import { addressHeader, addressOf, networkOf } from '@/lib/server/auth/visitor'

describe('who is limited together', () => {
  it('is one address of IPv4, and what is no address as it is', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
    expect(networkOf('unknown')).toBe('unknown')
  })

  it('is a network of IPv6, whose addresses all belong to one', () => {
    expect(networkOf('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64')
    expect(networkOf('2001:db8:0:7:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:7::/64')
    expect(networkOf('2001:0DB8:0000:0007:1:2:3:4')).toBe('2001:db8:0:7::/64')
    expect(networkOf('2001:db8::7')).toBe('2001:db8:0:0::/64')
    expect(networkOf('2001:db8:0:8::1')).not.toBe(networkOf('2001:db8:0:7::1'))
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })

  it('is read off what our own server wrote into the request', () => {
    expect(addressOf(new Headers({ [addressHeader]: '2001:db8:0:7::1' }))).toBe('2001:db8:0:7::/64')
    expect(addressOf(new Headers())).toBe('unknown')
  })
})
