import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { readDeviceId } from '@/lib/client/device'
import { openDatabase } from '@/lib/client/store/database'
import { defaultSettings, readSettings, writeSettings } from '@/lib/client/store/settings'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the settings on the device', () => {
  it('have defaults, keep what was chosen, and survive what an older version wrote', async () => {
    const db = await openDatabase(() => undefined)
    expect(await readSettings(db)).toEqual(defaultSettings)
    await writeSettings(db, { ...defaultSettings, language: 'zh', newCardsPerDay: 25 })
    expect(await readSettings(db)).toMatchObject({ language: 'zh', newCardsPerDay: 25 })
    await db.put('meta', { newCardsPerDay: 3, gone: true }, 'settings')
    expect(await readSettings(db)).toEqual({ ...defaultSettings, newCardsPerDay: 3 })
    await db.put('meta', { newCardsPerDay: 'many' }, 'settings')
    expect(await readSettings(db)).toEqual(defaultSettings)
  })

  it('refuse a value out of range', async () => {
    const db = await openDatabase(() => undefined)
    await expect(writeSettings(db, { ...defaultSettings, dayStartsAt: 24 })).rejects.toThrow('0..23')
  })
})

describe('the device', () => {
  it('has one id for good, even when two tabs make it at once', async () => {
    const db = await openDatabase(() => undefined)
    const [one, two] = await Promise.all([readDeviceId(db, 1), readDeviceId(db, 2)])
    expect([two, await readDeviceId(db, 3)]).toEqual([one, one])
    expect(one).toMatch(/^[0-9a-z]{26}$/)
  })
})
