import { describe, expect, it } from 'vitest'
import { isReadableAddress } from '@/lib/cli/readable-address'

describe('the address of a request', () => {
  it.each(['/', '/zh/notes/cs231n', '/figures/a%20b.svg', '/notes?q=100%', '/%E4%B8%AD'])('is served: %s', (address) =>
    expect(isReadableAddress(address)).toBe(true),
  )

  it.each(['/%', '/%ff', '/%E4%B8', '*', '', 'http://example.org/', '/notes/%00', '/api/decks?version=%00'])(
    'is refused where it is no path that can be decoded: %j',
    (address) => expect(isReadableAddress(address)).toBe(false),
  )
})
