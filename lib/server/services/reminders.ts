import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { asId, type UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import type { Subscription } from '../reminders/push'

/** Where and how somebody lives, as far as reminders need it. */
export interface ReminderPlace {
  readonly zone: string
  readonly language: Language
  readonly dayStartsAt: number
}

export interface ReminderHours {
  /** Hour of the daily notification and letter, 0..23; null where there is none. */
  readonly pushHour: number | null
  readonly mailHour: number | null
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const readReminders = async (
  db: Database,
  userId: UserId,
): Promise<ReminderHours & { readonly calendarAt: number | null }> => {
  const row = await db.reminder.findUnique({ where: { userId } })
  return {
    pushHour: row?.pushHour ?? null,
    mailHour: row?.mailHour ?? null,
    calendarAt: row?.calendarAt?.getTime() ?? null,
  }
}

export const setReminders = async (
  db: Database,
  userId: UserId,
  place: ReminderPlace,
  change: Partial<ReminderHours>,
): Promise<void> => {
  const data = { ...place, ...change }
  await withRetry(() => db.reminder.upsert({ where: { userId }, create: { userId, ...data }, update: data }))
}

/** Makes the secret of a calendar's address and returns the only copy of it; an earlier one no longer opens. */
export const makeCalendar = async (db: Database, userId: UserId, place: ReminderPlace, now: Date): Promise<string> => {
  const secret = randomBytes(24).toString('base64url')
  const data = { ...place, calendarHash: hash(secret), calendarAt: now }
  await withRetry(() => db.reminder.upsert({ where: { userId }, create: { userId, ...data }, update: data }))
  return secret
}

export const removeCalendar = async (db: Database, userId: UserId): Promise<void> => {
  const nothing = { calendarHash: null, calendarAt: null }
  await withRetry(() => db.reminder.updateMany({ where: { userId }, data: nothing }))
}

/** Whose calendar a secret opens; null when it is unknown or has been replaced. */
export const openCalendar = async (db: Database, secret: string) => {
  const row = await db.reminder.findUnique({ where: { calendarHash: hash(secret) } })
  return (
    row && { userId: asId<UserId>(row.userId), zone: row.zone, dayStartsAt: row.dayStartsAt, language: row.language }
  )
}

/** Browsers of one person that a notification is sent to, every day and one after the other. */
const mostBrowsers = 20

/** One browser is one address; signing in as somebody else moves it to them. Of very many the oldest are forgotten. */
export const addSubscription = async (
  db: Database,
  userId: UserId,
  { endpoint, p256dh, auth }: Subscription,
  now: Date,
): Promise<void> => {
  const data = { userId, p256dh, auth, createdAt: now }
  await withRetry(() =>
    db.pushSubscription.upsert({ where: { endpoint }, create: { endpoint, ...data }, update: data }),
  )
  const older = await db.pushSubscription.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { endpoint: 'asc' }],
    skip: mostBrowsers,
    select: { endpoint: true },
  })
  if (older.length === 0) return
  const endpoints = older.map((one) => one.endpoint)
  await withRetry(() => db.pushSubscription.deleteMany({ where: { userId, endpoint: { in: endpoints } } }))
}

export const removeSubscription = async (db: Database, userId: UserId, endpoint: string): Promise<void> => {
  await withRetry(() => db.pushSubscription.deleteMany({ where: { endpoint, userId } }))
}
