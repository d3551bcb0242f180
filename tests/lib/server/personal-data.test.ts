import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserId } from '@/lib/core/id'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { mayTakeData, personalData } from '@/lib/server/services/personal-data'
import { signUpGuest } from '@/lib/server/services/sign-up'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import { type OpenScratch, openScratch } from '../../support/databases'
import { gradeEvent, noon, syncRequest } from '../../support/events'

const now = new Date(noon)
let scratch: OpenScratch
beforeAll(async () => {
  scratch = await openScratch(scratchSqlite)
})
afterAll(() => scratch.discard())

const guest = async (): Promise<UserId> => {
  const made = await startGuest(scratch.db, 'here', now)
  if (!made.ok) throw new Error('a guest was refused')
  return made.value
}

const download = async (person: UserId) => {
  let text = ''
  for await (const part of personalData(scratch.place, person, now)) text += part
  return { text, data: JSON.parse(text) }
}

describe('everything of a person', () => {
  it('is one JSON file with every table that names them, and nobody else', async () => {
    const [mine, other] = [await guest(), await guest()]
    await signUpGuest(
      scratch.db,
      mine,
      { email: 'me@example.org', password: 'correct horse', name: 'Me', code: '' },
      now,
    )
    const events = Array.from({ length: 1_050 }, (_, n) => gradeEvent({ id: `mine-${n}`, cardId: `deck/${n % 9}` }))
    for (let from = 0; from < events.length; from += 200) {
      await sync(scratch.db, mine, syncRequest(events.slice(from, from + 200)), now)
    }
    await sync(scratch.db, other, syncRequest([gradeEvent({ id: 'other' })]), now)

    const { data, text } = await download(mine)

    expect(data.format).toBe('gradeck-person-1')
    expect(data.User).toMatchObject([{ id: mine, email: 'me@example.org', name: 'Me' }])
    expect(data.ReviewEvent).toHaveLength(1_050)
    expect(data.ReviewEvent[0].detail).toMatchObject({ grade: 'good', verdict: 'right' })
    expect(data.CardState).toHaveLength(9)
    expect(data.CardState[0].state.reps).toBeGreaterThan(1)
    expect(data.Device).toHaveLength(1)
    expect(text).not.toContain(other)
    expect(text, 'no proof of identity').not.toMatch(/scrypt|[hH]ash"/)
  })

  it('tells where a bank stands, which is a word and no JSON', async () => {
    const person = await guest()
    const about = { title: 'Mine', languages: ['en'], author: '', licence: '', source: '' } as const
    await createBank(scratch.db, { id: person, kind: 'member', role: 'learner' }, about, now)

    const { data } = await download(person)

    expect(data.Bank).toMatchObject([{ title: 'Mine', state: 'draft' }])
  })

  it('is handed out a few times an hour, since each takes a connection of its own', async () => {
    const [person, other] = [await guest(), await guest()]
    for (let n = 0; n < 12; n++) expect(await mayTakeData(scratch.db, person, now)).toBe(true)
    expect(await mayTakeData(scratch.db, person, now)).toBe(false)
    expect(await mayTakeData(scratch.db, other, now)).toBe(true)
    expect(await mayTakeData(scratch.db, person, new Date(noon + 3_600_000))).toBe(true)
  })
})
