import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { keepConversion, takeConversion } from '@/lib/server/services/imports/kept-conversion'
import { temporaryPath } from '@/lib/server/temporary'

const person = (name: string) => asId<UserId>(name)
const keep = async (name: string) => {
  const file = temporaryPath()
  writeFileSync(file, 'cards')
  await keepConversion(person(name), { importId: `imp-${name}`, ground: 'ground', mark: 'mark', file, at: 0 })
  return file
}

describe('what a preview was made from', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())
  // A worker of the tests is ended without the leave that a server takes.
  afterAll(() => rmSync(dirname(temporaryPath()), { recursive: true, force: true }))

  it('is gone from the disk half an hour later, whether anybody asked for it or not', async () => {
    const file = await keep('ada')
    vi.advanceTimersByTime(29 * 60_000)
    expect(existsSync(file)).toBe(true)
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(existsSync(file)).toBe(false))
  })

  it('gives way to the next one of the same person, and the oldest to the twenty-first person', async () => {
    const [first, second] = [await keep('eve'), await keep('eve')]
    expect([existsSync(first), existsSync(second)]).toEqual([false, true])
    for (let i = 0; i < 20; i++) await keep(`person ${i}`)
    expect(existsSync(second)).toBe(false)
  })

  it('is given to nobody else, and to nobody on another ground, who then finds it gone', async () => {
    const file = await keep('bob')
    expect(await takeConversion(person('mallory'), 'ground', 'mark', 1)).toBeNull()
    expect(existsSync(file)).toBe(true)
    expect(await takeConversion(person('bob'), 'another', 'mark', 1)).toBeNull()
    expect(existsSync(file)).toBe(false)
  })
})
