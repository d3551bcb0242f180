import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { readDevice } from '@/lib/client/device'
import { openDatabase } from '@/lib/client/store/database'
import { defaultSettings, readSettings, type Settings, writeSettings } from '@/lib/client/store/settings'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the settings on the device', () => {
  it('have defaults, keep what was chosen, and survive what an older version wrote', async () => {
    const db = await openDatabase(() => undefined)
    expect(await readSettings(db)).toEqual(defaultSettings)
    await writeSettings(db, { ...defaultSettings, language: 'zh', guest: true })
    expect(await readSettings(db)).toMatchObject({ language: 'zh', guest: true })
    await db.put('meta', { guest: true, gone: true }, 'settings')
    expect(await readSettings(db)).toEqual({ ...defaultSettings, guest: true })
    await db.put('meta', { guest: 'perhaps' }, 'settings')
    expect(await readSettings(db)).toEqual(defaultSettings)
  })

  it('refuse a value that is none', async () => {
    const db = await openDatabase(() => undefined)
    const wrong: Settings = JSON.parse(JSON.stringify({ ...defaultSettings, language: 'la' }))
    await expect(writeSettings(db, wrong)).rejects.toThrow('/language')
  })
})

describe('the device', () => {
  it('has one id for good, even when two tabs make it at once', async () => {
    const db = await openDatabase(() => undefined)
    const [one, two] = await Promise.all([readDevice(db, 1), readDevice(db, 2)])
    expect(one).toEqual({ deviceId: expect.stringMatching(/^[0-9a-z]{26}$/), first: true })
    expect([two, await readDevice(db, 3)]).toEqual([one, { ...one, first: false }])
  })
})
