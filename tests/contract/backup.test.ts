import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asId, type DeviceId, type UserId } from '@/lib/core/id'
import { restoreBackup } from '@/lib/server/backup/restore-backup'
import { writeBackup } from '@/lib/server/backup/write-backup'
import { openDatabase } from '@/lib/server/db/client'
import { deletePerson } from '@/lib/server/services/delete-account'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import { mostOffered } from '@/lib/sync/decode-exchange'
import { makeRequest, readResponse } from '@/lib/sync/exchange'
import type { ReviewStore } from '@/lib/sync/store'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { gradeEvent, noon, syncRequest } from '../support/events'
import { makeMemoryReviewStore } from '../support/memory-review-store'

const now = new Date(noon)
const given = { secret: 'the secret', now: noon }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradeck-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const guestOf = async (scratch: OpenScratch): Promise<UserId> => {
  const made = await startGuest(scratch.db, 'here', now)
  if (!made.ok) throw new Error('a guest was refused')
  return made.value
}

/** All that is in a database, but for the id that a restore makes anew. */
const everything = async (file: string): Promise<readonly string[]> =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .slice(1)
    .filter((line) => !line.includes('sha256'))

const refreshed = async (scratch: OpenScratch): Promise<OpenScratch> => {
  await scratch.db.$disconnect()
  return { ...scratch, db: openDatabase(scratch.place) }
}

describe.each(testedDatabases)('a backup on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeEach(async () => {
    scratch = await openScratch(make)
  })
  afterEach(async () => {
    await scratch.db.$disconnect()
    await scratch.discard()
  })

  const backUp = async (name = 'one.backup.gz') => {
    const file = join(folder, name)
    await writeBackup(scratch.place, file, given)
    return file
  }
  const restore = async (file: string) => {
    await scratch.db.$disconnect()
    const restored = await restoreBackup(scratch.place, file)
    scratch = await refreshed(scratch)
    return restored
  }

  it('gives everything back as it was, under a new epoch', async () => {
    const person = await guestOf(scratch)
    await publishDeck(
      scratch.db,
      compiledDeck('deck', 'v1'),
      [{ name: 'a.png', data: new Uint8Array([0, 255, 7]) }],
      now,
    )
    const events = Array.from({ length: 1_100 }, (_, n) =>
      gradeEvent({ id: `e${n}`, cardId: `deck/${n % 30}`, at: noon + n }),
    )
    for (let from = 0; from < events.length; from += 200) {
      await sync(scratch.db, person, syncRequest(events.slice(from, from + 200), { sentAt: noon + 2000 }), now)
    }
    const { epoch } = await sync(scratch.db, person, syncRequest([]), now)
    const file = await backUp()
    await sync(scratch.db, person, syncRequest([gradeEvent({ id: 'after' })]), now)

    const restored = await restore(file)

    expect(restored).toMatchObject({ ok: true, value: { departed: 0, contents: { head: { secret: 'the secret' } } } })
    const again = await backUp('two.backup.gz')
    const withoutEpoch = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('[1,'))
    expect(withoutEpoch(await everything(again))).toEqual(withoutEpoch(await everything(file)))
    expect((await sync(scratch.db, person, syncRequest([]), now)).epoch).not.toBe(epoch)
  })

  it('loses no event when yesterday’s is restored and two devices come back', async () => {
    const person = await guestOf(scratch)
    const devices: readonly (readonly [string, ReviewStore])[] = [
      ['phone', makeMemoryReviewStore()],
      ['desk', makeMemoryReviewStore()],
    ]
    const exchange = async (name: string, store: ReviewStore) => {
      for (let round = 0; round < 20; round++) {
        const outbox = await store.outbox(mostOffered)
        const request = makeRequest(await store.position(), outbox, asId<DeviceId>(name), noon)
        const { received, again } = readResponse(request, await sync(scratch.db, person, request, now))
        await store.receive(received)
        if (!again) return
      }
    }
    const review = async (name: string, store: ReviewStore, day: number, count: number) => {
      await store.append(
        Array.from({ length: count }, (_, n) =>
          gradeEvent({
            id: `${name}-${day}-${n}`,
            deviceId: name,
            cardId: `deck/${n % 20}`,
            at: noon - 1e8 + day * 3e7 + n,
          }),
        ),
      )
    }
    for (const [name, store] of devices) await review(name, store, 0, 60)
    for (const [name, store] of devices) await exchange(name, store)
    const yesterday = await backUp()
    for (const [name, store] of devices) await review(name, store, 1, 60)
    // The phone has synced since; the desk has not.
    for (const [name, store] of devices.slice(0, 1)) await exchange(name, store)

    expect((await restore(yesterday)).ok).toBe(true)
    for (const [name, store] of [...devices, ...devices]) await exchange(name, store)

    const kept = await scratch.db.reviewEvent.findMany({ where: { userId: person }, orderBy: { sequence: 'asc' } })
    expect(new Set(kept.map((row) => row.id)).size, 'events').toBe(240)
    expect(kept.map((row) => row.sequence)).toEqual(Array.from({ length: 240 }, (_, n) => n + 1))
    const states = await Promise.all(
      devices.map(async ([, store]) => JSON.stringify([...(await store.states())].sort())),
    )
    expect(states[0]).toBe(states[1])
    expect(await Promise.all(devices.map(([, store]) => store.waiting()))).toEqual([0, 0])
  })

  it('brings back nobody who has left since, and gives a guest’s reviews to the account again', async () => {
    const [leaver, guest, member] = [await guestOf(scratch), await guestOf(scratch), await guestOf(scratch)]
    await scratch.db.user.update({ where: { id: member }, data: { kind: 'member', email: 'm@example.org' } })
    await sync(scratch.db, leaver, syncRequest([gradeEvent({ id: 'gone' })]), now)
    await sync(scratch.db, guest, syncRequest([gradeEvent({ id: 'brought' })]), now)
    const file = await backUp()
    await deletePerson(scratch.db, leaver, now)
    await mergeGuest(scratch.db, guest, member, now)

    expect(await restore(file)).toMatchObject({ ok: true, value: { departed: 2 } })

    expect((await scratch.db.user.findMany()).map((user) => user.id)).toEqual([member])
    expect((await scratch.db.reviewEvent.findMany()).map((row) => [row.id, row.userId])).toEqual([['brought', member]])
    expect(await scratch.db.departure.count(), 'still remembered').toBe(2)
  })

  it('is of one moment, however much is written while it is made', async () => {
    const person = await guestOf(scratch)
    let going = true
    const writing = (async () => {
      for (let n = 0; going; n++) {
        await sync(scratch.db, person, syncRequest([gradeEvent({ id: `w${n}`, cardId: `deck/${n}` })]), now)
        // The embedded database never waits for anything: others must be let in.
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    while ((await scratch.db.reviewEvent.count()) < 10) await new Promise((resolve) => setTimeout(resolve, 5))
    const file = await backUp().finally(() => {
      going = false
    })
    await writing
    expect((await restore(file)).ok).toBe(true)
    const [events, states, sequence] = await Promise.all([
      scratch.db.reviewEvent.count(),
      scratch.db.cardState.count(),
      scratch.db.personSequence.findUnique({ where: { userId: person } }),
    ])
    expect([states, sequence?.last], 'one state an event, and the last number').toEqual([events, events])
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), /cut off, damaged or no gzip/],
    ['no gzip file', () => Buffer.from('hello'), /cut off, damaged or no gzip/],
    [
      'changed',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"kept"', '"kepT"')),
      /seal does not fit/,
    ],
    [
      'without its end',
      (bytes: Buffer) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/\{"tables".*\n$/, ''),
        ),
      /its end is missing/,
    ],
    [
      'of another format',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('gradeck-backup-1', 'gradeck-backup-9')),
      /line 1 is not what it should be/,
    ],
  ])('that is %s is refused and changes nothing', async (_what, damage, message) => {
    await guestOf(scratch)
    await scratch.db.setting.create({ data: { key: 'word', value: 'kept' } })
    const file = await backUp()
    const bad = join(folder, 'bad.gz')
    writeFileSync(bad, damage(readFileSync(file)))
    const before = await scratch.db.user.findMany()
    const restored = await restore(bad)
    expect(restored.ok ? '' : restored.error).toMatch(message)
    expect(await scratch.db.user.findMany()).toEqual(before)
  })

  it('from a newer program is refused, with the cure', async () => {
    const file = await backUp()
    const [head = '', ...rest] = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -1)
    const body = [head.replace('"0001_initial"', '"0001_initial","9999_later"'), ...rest.slice(0, -1)]
    const sealed = createHash('sha256')
      .update(`${body.join('\n')}\n`)
      .digest('base64url')
    const foot = { ...JSON.parse(rest.at(-1) ?? ''), sha256: sealed }
    writeFileSync(file, gzipSync(`${body.join('\n')}\n${JSON.stringify(foot)}\n`))
    const restored = await restore(file)
    expect(restored.ok ? '' : restored.error).toMatch(/made by a newer Gradeck. Restore it with that version/)
  })

  it('takes its name only when it is whole', async () => {
    await expect(writeBackup(scratch.place, join(folder, 'nowhere', 'x.gz'), given)).rejects.toThrow(/ENOENT/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a backup from one database to the other', () => {
  const made: OpenScratch[] = []
  const two = testedDatabases.length > 1
  beforeAll(async () => {
    if (two) for (const { make } of testedDatabases) made.push(await openScratch(make))
  })
  afterAll(async () => {
    for (const scratch of made) await scratch.discard()
  })

  it.runIf(two)('carries everything', async () => {
    const [sqlite, postgresql] = made
    if (!sqlite || !postgresql) throw new Error('two databases are needed')
    const person = await guestOf(sqlite)
    await sync(sqlite.db, person, syncRequest([gradeEvent({ id: 'moves' })]), now)
    const file = join(folder, 'move.gz')
    await writeBackup(sqlite.place, file, given)
    const restored = await restoreBackup(postgresql.place, file)
    expect(restored.ok).toBe(true)
    const db = openDatabase(postgresql.place)
    expect((await sync(db, person, syncRequest([]), now)).events).toEqual([gradeEvent({ id: 'moves' })])
    await db.$disconnect()
  })
})
