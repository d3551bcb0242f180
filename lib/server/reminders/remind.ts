import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import type { Letter } from '../mail'
import { reasonOf, tell } from '../running/log'
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
type Person = Awaited<ReturnType<Database['reminder']['findMany']>>[number]
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

/** So many in a row are no longer about people: the way itself is shut. */
const mostFailures = 3

/** Reminds somebody whose hour it is; whether something was sent. */
const remindOne = async (
  db: Database,
  way: Way,
  person: Person,
  day: number,
  post: Post,
  now: Date,
): Promise<boolean> => {
  const [, dayField] = fields[way]
  const userId = asId<UserId>(person.userId)
  const { count } = await withRetry(() =>
    db.reminder.updateMany({
      where: { userId, OR: [{ [dayField]: null }, { [dayField]: { not: day } }] },
      data: { [dayField]: day },
    }),
  )
  if (count === 0) return false
  const [today] = await comingLoad(db, userId, person, now, 1)
  if (!today || today.cards === 0) return false
  await send[way](db, userId, today, languageOf(person.language), post)
  return true
}

/**
 * Reminds everybody whose hour it is, once a day and only when something is due. The day is noted before anything is sent:
 * a server that dies in between is silent for a day rather than saying the same again and again. Where one person cannot be
 * reached the others still are; where nobody can, the rest wait for the next time. Returns how many were reminded.
 */
export const remind = async (db: Database, way: Way, post: Post, now: Date): Promise<number> => {
  const [hourField, dayField] = fields[way]
  const people = await db.reminder.findMany({ where: { [hourField]: { not: null } } })
  let reminded = 0
  let failures = 0
  for (const person of people) {
    try {
      const { day, hour } = wallClock(person.zone, now)
      if (hour !== person[hourField] || person[dayField] === day) continue
      if (!(await remindOne(db, way, person, day, post, now))) continue
      reminded++
      failures = 0
    } catch (error) {
      if (++failures === mostFailures) throw error
      tell('error', `A reminder could not be sent: ${reasonOf(error)}`)
    }
  }
  return reminded
}
