import { describe, expect, it } from 'vitest'
import { withFlags } from '@/lib/exam/flags'

describe('flags of an attempt', () => {
  it('are set and taken away one by one, the last word of a slot standing', () => {
    const changes = [
      { slot: 3, on: true },
      { slot: 1, on: false },
      { slot: 3, on: false },
      { slot: 0, on: true },
    ]
    expect(withFlags([1, 2], changes)).toEqual([0, 2])
  })

  it('come to the same when a device tells its changes twice', () => {
    const changes = [{ slot: 1, on: true }]
    expect(withFlags(withFlags([2], changes), changes)).toEqual([1, 2])
  })
})
