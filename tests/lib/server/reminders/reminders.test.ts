import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { scratchSqlite } from '@/lib/server/db/scratch'
import type { Letter } from '@/lib/server/mail'
import { calendarOf } from '@/lib/server/reminders/calendar'
import { comingLoad } from '@/lib/server/reminders/load'
import { isPushService, type Notice, type PushOutcome } from '@/lib/server/reminders/push'
import { remind } from '@/lib/server/reminders/remind'
import { isZone, wallClock } from '@/lib/server/reminders/zone'
import { dueByDay, dueByDeck } from '@/lib/server/services/due-counts'
import {
  addSubscription,
  makeCalendar,
  openCalendar,
  readReminders,
  removeCalendar,
  setReminders,
} from '@/lib/server/services/reminders'
import { startGuest } from '@/lib/server/services/start-guest'
import { type OpenScratch, openScratch } from '../../../support/databases'

const day = 86_400_000
/** 20:30 in Shanghai, 12:30 in Greenwich. */
const now = new Date(Date.UTC(2026, 2, 10, 12, 30))
const today = Math.floor(now.getTime() / day)
const shanghai = { zone: 'Asia/Shanghai', language: 'zh', dayStartsAt: 4 } as const

let scratch: OpenScratch
beforeAll(async () => {
  scratch = await openScratch(scratchSqlite)
  for (const id of ['deck0', 'deck1']) await scratch.db.deck.create({ data: { id, currentHash: 'v' } })
})
afterAll(() => scratch.discard())

const personWith = async (
  dueDays: readonly (number | null)[],
  change: { suspended?: boolean; buriedUntil?: number } = {},
): Promise<UserId> => {
  const made = await startGuest(scratch.db, 'here', now)
  if (!made.ok) throw new Error('a guest was refused')
  await scratch.db.cardState.createMany({
    data: dueDays.map((dueDay, n) => ({
      userId: made.value,
      cardId: `deck${n % 2}/${n}`,
      deckId: `deck${n % 2}`,
      dueDay,
      dueAt: dueDay === null ? BigInt(now.getTime()) : null,
      state: '{}',
      ...change,
    })),
  })
  return made.value
}

const makePost = (outcome: PushOutcome = 'sent') => {
  const notices: (Notice & { readonly endpoint: string })[] = []
  const letters: Letter[] = []
  return {
    notices,
    letters,
    push: async ({ endpoint }: { readonly endpoint: string }, notice: Notice) => {
      notices.push({ endpoint, ...notice })
      return outcome
    },
    mail: async (letter: Letter) => {
      letters.push(letter)
      return true
    },
    base: 'https://learn.example.org',
  }
}

describe('what is due', () => {
  it('counts each day ahead, the overdue and the short steps on the first, the suspended never', async () => {
    const person = await personWith([today - 40, today, today + 1, today + 1, today + 13, today + 14, null])
    expect(await dueByDay(scratch.db, person, today, 14)).toEqual([3, 2, ...Array(11).fill(0), 1])
    const hidden = await personWith([today, today + 1], { suspended: true })
    expect(await dueByDay(scratch.db, hidden, today, 3)).toEqual([0, 0, 0])
  })

  it('counts what is buried on the day it comes back, and not before', async () => {
    const person = await personWith([today, today - 5, today + 2, null], { buriedUntil: today + 1 })
    expect(await dueByDay(scratch.db, person, today, 4)).toEqual([0, 3, 1, 0])
    expect(await dueByDay(scratch.db, person, today, 1)).toEqual([0])
  })

  it('counts no card of a deck that is gone, or is no longer this person’s to read', async () => {
    const person = await personWith([today, today])
    const about = { title: 'Lent', languages: 'en', author: 'Ada', licence: 'CC0-1.0' }
    await scratch.db.bank.create({
      data: {
        ...about,
        id: 'lent',
        userId: await personWith([]),
        state: 'published',
        audience: 'link',
        changedAt: now,
      },
    })
    await scratch.db.deck.create({ data: { id: 'lent', bankId: 'lent', currentHash: 'v' } })
    await scratch.db.cardState.createMany({
      data: ['lent', 'gone'].map((deckId) => ({
        userId: person,
        cardId: `${deckId}/1`,
        deckId,
        dueDay: today,
        state: '{}',
      })),
    })
    expect(await dueByDay(scratch.db, person, today, 1)).toEqual([2])
    await scratch.db.deckReader.create({ data: { deckId: 'lent', userId: person, at: now } })
    expect(await dueByDay(scratch.db, person, today, 1)).toEqual([3])
  })

  it('is counted by deck, without what is buried', async () => {
    const person = await personWith([today, today, today - 3, today + 1, null])
    expect([...(await dueByDeck(scratch.db, person, today))].sort()).toEqual([
      ['deck0', 3],
      ['deck1', 1],
    ])
    const buried = await personWith([today, today], { buriedUntil: today + 1 })
    expect((await dueByDeck(scratch.db, buried, today)).size).toBe(0)
    expect((await dueByDeck(scratch.db, buried, today + 1)).size).toBe(2)
  })

  it('follows the study day of the person’s zone', async () => {
    const person = await personWith([today + 1])
    const at = async (iso: string) => (await comingLoad(scratch.db, person, shanghai, new Date(iso), 1))[0]
    // 03:59 on the 11th still belongs to the 10th, 04:01 does not.
    expect(await at('2026-03-10T19:59:00Z')).toMatchObject({ date: '2026-03-10', cards: 0 })
    expect(await at('2026-03-10T20:01:00Z')).toMatchObject({ date: '2026-03-11', cards: 1 })
  })
})

describe('the clock on the wall', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T00:59:00Z', { hour: 1, zoneOffset: 60 }],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', { hour: 3, zoneOffset: 120 }],
    ['Asia/Kathmandu', '2026-03-10T12:30:00Z', { hour: 18, zoneOffset: 345 }],
    ['America/New_York', '2026-11-01T06:00:00Z', { hour: 1, zoneOffset: -300 }],
  ])('in %s at %s', (zone, at, shown) => {
    expect(wallClock(zone, new Date(at))).toMatchObject(shown)
  })

  it('knows a zone from a word', () => {
    expect([isZone('Asia/Shanghai'), isZone('Moon/Base')]).toEqual([true, false])
  })
})

describe('a calendar feed', () => {
  const loads = [
    { date: '2026-03-10', cards: 12, minutes: 6 },
    { date: '2026-03-11', cards: 0, minutes: 0 },
    { date: '2026-12-31', cards: 1, minutes: 1 },
  ]

  it('has one all-day entry for each day with reviews, in lines other programs can read', () => {
    const text = calendarOf(loads, { language: 'en', link: 'https://learn.example.org/review', now })
    expect(text.split('\r\n').slice(0, 15)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gradeck//Reviews//EN',
      'X-WR-CALNAME:Gradeck reviews',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:2026-03-10@gradeck',
      'DTSTAMP:20260310T123000Z',
      'DTSTART;VALUE=DATE:20260310',
      'DTEND;VALUE=DATE:20260311',
      'SUMMARY:12 cards\\, about 6 minutes',
      'URL:https://learn.example.org/review',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
    expect(text).toContain('SUMMARY:1 card\\, about 1 minute')
    expect(text).toContain('DTEND;VALUE=DATE:20270101')
    expect(text).not.toContain('20260312')
  })

  it('folds long lines between characters, never inside one', () => {
    const link = `https://learn.example.org/${'复习'.repeat(40)}`
    const text = calendarOf(loads, { language: 'zh', link, now })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`URL:${link}`)
    expect(text).not.toContain('\uFFFD')
  })

  it('opens by its secret alone, until it is replaced or removed', async () => {
    const person = await personWith([])
    const first = await makeCalendar(scratch.db, person, shanghai, now)
    expect(await openCalendar(scratch.db, first)).toMatchObject({ userId: person, zone: 'Asia/Shanghai' })
    const second = await makeCalendar(scratch.db, person, shanghai, now)
    expect(await openCalendar(scratch.db, first)).toBeNull()
    expect((await readReminders(scratch.db, person)).calendarAt).toBe(now.getTime())
    await removeCalendar(scratch.db, person)
    expect(await openCalendar(scratch.db, second)).toBeNull()
    expect(JSON.stringify(await scratch.db.reminder.findMany())).not.toContain(second)
  })
})

describe('the daily reminder', () => {
  const browser = (name: string) => ({ endpoint: `https://fcm.googleapis.com/${name}`, p256dh: 'p', auth: 'a' })

  it('is off until somebody asks for it', async () => {
    await personWith([today])
    const post = makePost()
    for (let hour = 0; hour < 24; hour++) await remind(scratch.db, 'push', post, new Date(now.getTime() + hour * 3.6e6))
    expect(post.notices).toEqual([])
  })

  it('comes once a day at the person’s own hour, and only when something is due', async () => {
    const [busy, idle] = [await personWith([today, today]), await personWith([today + 9])]
    for (const person of [busy, idle]) {
      await setReminders(scratch.db, person, shanghai, { pushHour: 20 })
      await addSubscription(scratch.db, person, browser(person), now)
    }
    const post = makePost()
    for (let minute = -120; minute < 120; minute += 5) {
      await remind(scratch.db, 'push', post, new Date(now.getTime() + minute * 60_000))
    }
    expect(post.notices).toEqual([
      { endpoint: browser(busy).endpoint, title: '2 张卡片，约 1 分钟', body: '今天复习，记得最久。', count: 2 },
    ])
    await remind(scratch.db, 'push', post, new Date(now.getTime() + day))
    expect(post.notices.length, 'and again the next day').toBe(2)
    await setReminders(scratch.db, busy, shanghai, { pushHour: null })
    await setReminders(scratch.db, idle, shanghai, { pushHour: null })
  })

  it('forgets a browser that has gone', async () => {
    const person = await personWith([today])
    await setReminders(scratch.db, person, shanghai, { pushHour: 20 })
    await addSubscription(scratch.db, person, browser('gone'), now)
    await remind(scratch.db, 'push', makePost('gone'), now)
    expect(await scratch.db.pushSubscription.count({ where: { userId: person } })).toBe(0)
  })

  it('goes to twenty browsers of a person at most, the latest: each is sent to every day', async () => {
    const [person, other] = [await personWith([]), await personWith([])]
    await addSubscription(scratch.db, other, browser('oldest'), new Date(now.getTime() - day))
    for (let n = 0; n < 23; n++)
      await addSubscription(scratch.db, person, browser(`many-${n}`), new Date(now.getTime() + n))
    await addSubscription(scratch.db, person, browser('many-3'), new Date(now.getTime() + 100))
    const left = await scratch.db.pushSubscription.findMany({
      where: { userId: person },
      orderBy: { createdAt: 'asc' },
    })
    const names = left.map(({ endpoint }) => endpoint.slice(endpoint.lastIndexOf('-') + 1))
    expect(names).toEqual([...Array.from({ length: 19 }, (_, n) => `${n + 4}`), '3'])
    expect(await scratch.db.pushSubscription.count({ where: { userId: other } })).toBe(1)
  })

  it('goes by letter to members with an address', async () => {
    const person = await personWith([today])
    await scratch.db.user.update({ where: { id: person }, data: { kind: 'member', email: 'ada@example.org' } })
    await setReminders(scratch.db, person, { ...shanghai, language: 'en' }, { mailHour: 20 })
    await setReminders(scratch.db, await personWith([today]), shanghai, { mailHour: 20 })
    const post = makePost()
    await remind(scratch.db, 'mail', post, now)
    expect(post.letters.map(({ to, subject }) => [to, subject])).toEqual([['ada@example.org', 'Gradeck: 1 card today']])
    expect(post.letters[0]?.text).toContain('https://learn.example.org/settings')
  })

  it('reaches the others where a letter to one is refused', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const addresses = ['first@example.org', 'second@example.org', 'third@example.org']
    for (const email of addresses) {
      const person = await personWith([today])
      await scratch.db.user.update({ where: { id: person }, data: { kind: 'member', email } })
      await setReminders(scratch.db, person, { ...shanghai, zone: 'Asia/Tokyo' }, { mailHour: 21 })
    }
    const post = makePost()
    const refusing = async (letter: Letter) => {
      if (letter.to === 'second@example.org') throw new Error('550 no such user')
      return post.mail(letter)
    }
    expect(await remind(scratch.db, 'mail', { ...post, mail: refusing }, now)).toBe(2)
    expect(post.letters.map(({ to }) => to).sort()).toEqual(['first@example.org', 'third@example.org'])
    expect(process.stderr.write).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('550 no such user'))
  })

  it('waits for the next time where letters reach nobody, rather than spend everybody’s day', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    for (let n = 0; n < 9; n++) {
      const person = await personWith([today])
      await scratch.db.user.update({ where: { id: person }, data: { kind: 'member', email: `late${n}@example.org` } })
      await setReminders(scratch.db, person, { ...shanghai, zone: 'Asia/Kathmandu' }, { mailHour: 18 })
    }
    const shut = async () => {
      throw new Error('connect ECONNREFUSED')
    }
    await expect(remind(scratch.db, 'mail', { ...makePost(), mail: shut }, now)).rejects.toThrow('ECONNREFUSED')
    const post = makePost()
    expect(await remind(scratch.db, 'mail', post, new Date(now.getTime() + 5 * 60_000))).toBe(6)
  })

  it('sends only to the push services of browsers', () => {
    expect(isPushService('https://fcm.googleapis.com/fcm/send/abc')).toBe(true)
    expect(isPushService('https://updates.push.services.mozilla.com/wpush/v2/abc')).toBe(true)
    for (const address of [
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.example.org/x',
      'https://fcm.googleapis.com:8443/x',
      'https://169.254.169.254/latest',
      'not an address',
    ]) {
      expect(isPushService(address), address).toBe(false)
    }
  })

  it('is gone with its person', async () => {
    const person = await personWith([today])
    await setReminders(scratch.db, person, shanghai, { pushHour: 20 })
    await addSubscription(scratch.db, asId<UserId>(person), browser('theirs'), now)
    await scratch.db.user.delete({ where: { id: person } })
    expect(await scratch.db.reminder.count({ where: { userId: person } })).toBe(0)
    expect(await scratch.db.pushSubscription.count({ where: { userId: person } })).toBe(0)
  })
})
