import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSharedTransaction } from '@/lib/server/db/shared-transaction'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'

describe.each(testedDatabases)('works that share a transaction on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const put = (key: string) =>
    inSharedTransaction(scratch.db, async (tx) => {
      await tx.setting.create({ data: { key, value: 'kept' } })
      if (key.includes('bad')) throw new Error(`${key} went wrong`)
      return key
    })
  const kept = async () => (await scratch.db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)

  it('are each answered with their own result, once it is kept', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `work-${String(n).padStart(2, '0')}`)
    const answers = await Promise.all(keys.map(async (key) => [await put(key), (await kept()).includes(key)]))
    expect(answers).toEqual(keys.map((key) => [key, true]))
    expect(await kept()).toEqual(keys)
  })

  it('do not suffer for one that fails, of which nothing stays', async () => {
    await scratch.db.setting.deleteMany()
    const results = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(put))
    expect(results.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'a',
      'b',
      'Error: bad went wrong',
      'c',
    ])
    expect(await kept()).toEqual(['a', 'b', 'c'])
  })
})
