import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import type { Letter } from '../mail'
import { comingLoad, type DayLoad } from './load'
import type { Notice, PushOutcome, Subscription } from './push'
import { reminderWords } from './words'
import { wallClock } from './zone'

/** How reminders leave this server. */
export interface Post {
  readonly push: (to: Subscription, notice: Notice) => Promise<PushOutcome>
  readonly mail: (letter: Letter) => Promise<boolean>
  /** Where links lead, without a slash at the end. */
  readonly base: string
}

type Way = 'push' | 'mail'
const fields = { push: ['pushHour', 'pushedDay'], mail: ['mailHour', 'mailedDay'] } as const

const languageOf = (text: string): Language => languages.find((language) => language === text) ?? 'en'

const pushTo = async (db: Database, userId: UserId, load: DayLoad, language: Language, post: Post): Promise<void> => {
  const words = reminderWords[language]
  for (const { endpoint, p256dh, auth } of await db.pushSubscription.findMany({ where: { userId } })) {
    const notice = { title: words.load(load), body: words.body, count: load.cards }
    if ((await post.push({ endpoint, p256dh, auth }, notice)) === 'gone') {
      await withRetry(() => db.pushSubscription.deleteMany({ where: { endpoint } }))
    }
  }
}

const mailTo = async (db: Database, userId: UserId, load: DayLoad, language: Language, post: Post): Promise<void> => {
  const person = await db.user.findUnique({ where: { id: userId }, select: { email: true } })
  if (!person?.email) return
  const words = reminderWords[language]
  const text = words.letter(load, `${post.base}/review`, `${post.base}/settings`)
  await post.mail({ to: person.email, subject: words.subject(load), text })
}

const send = { push: pushTo, mail: mailTo } as const

/**
 * Reminds everybody whose hour it is, once a day and only when something is due. The day is noted before anything is sent:
 * a server that dies in between is silent for a day rather than saying the same again and again. Returns how many were reminded.
 */
export const remind = async (db: Database, way: Way, post: Post, now: Date): Promise<number> => {
  const [hourField, dayField] = fields[way]
  const people = await db.reminder.findMany({ where: { [hourField]: { not: null } } })
  let reminded = 0
  for (const person of people) {
    const { day, hour } = wallClock(person.zone, now)
    if (hour !== person[hourField] || person[dayField] === day) continue
    const userId = asId<UserId>(person.userId)
    const { count } = await withRetry(() =>
      db.reminder.updateMany({
        where: { userId, OR: [{ [dayField]: null }, { [dayField]: { not: day } }] },
        data: { [dayField]: day },
      }),
    )
    const [today] = await comingLoad(db, userId, person, now, 1)
    if (count === 0 || !today || today.cards === 0) continue
    await send[way](db, userId, today, languageOf(person.language), post)
    reminded++
  }
  return reminded
}
