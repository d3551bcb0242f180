import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { readDevice } from '@/lib/client/device'
import { openDatabase } from '@/lib/client/store/database'
import { changeSettings, defaultSettings, readSettings, type Settings } from '@/lib/client/store/settings'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the settings on the device', () => {
  it('have defaults, keep what was chosen, and survive what an older version wrote', async () => {
    const db = await openDatabase(() => undefined)
    expect(await readSettings(db)).toEqual(defaultSettings)
    await changeSettings(db, { language: 'zh', guest: true })
    expect(await readSettings(db)).toMatchObject({ language: 'zh', guest: true })
    await db.put('meta', { guest: true, gone: true }, 'settings')
    expect(await readSettings(db)).toEqual({ ...defaultSettings, guest: true })
    await db.put('meta', { guest: 'perhaps' }, 'settings')
    expect(await readSettings(db)).toEqual(defaultSettings)
  })

  it('are changed one by one, also by two at once and from two tabs', async () => {
    const [one, other] = [await openDatabase(() => undefined), await openDatabase(() => undefined)]
    await Promise.all([changeSettings(one, { guest: true }), changeSettings(one, { badge: true })])
    expect(await changeSettings(other, { singleKeyShortcuts: false })).toEqual({
      ...defaultSettings,
      guest: true,
      badge: true,
      singleKeyShortcuts: false,
    })
    expect(await readSettings(one)).toMatchObject({ guest: true, badge: true, singleKeyShortcuts: false })
  })

  it('refuse a value that is none', async () => {
    const db = await openDatabase(() => undefined)
    const wrong: Settings = JSON.parse(JSON.stringify({ ...defaultSettings, language: 'la' }))
    await expect(changeSettings(db, wrong)).rejects.toThrow('/language')
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
