import { languages } from '@/lib/core/language'
import { database } from '@/lib/server/db/client'
import { linkBase } from '@/lib/server/env'
import { handle } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { calendarOf } from '@/lib/server/reminders/calendar'
import { comingLoad } from '@/lib/server/reminders/load'
import { openCalendar } from '@/lib/server/services/reminders'

interface Context {
  readonly params: Promise<{ readonly file: string }>
}

const days = 30

/** The load of the coming days for a calendar program, which has no cookie: the secret in the address is the key. */
export const GET = handle<Context>(async (_request, { params }) => {
  const { file } = await params
  const found = /^[\w-]{32}\.ics$/.test(file) ? await openCalendar(database(), file.slice(0, -4)) : null
  if (!found) throw refusal('not-found')
  const now = new Date()
  const language = languages.find((one) => one === found.language) ?? 'en'
  const loads = await comingLoad(database(), found.userId, found, now, days)
  return new Response(calendarOf(loads, { language, link: `${linkBase()}/review`, now }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="gradeck.ics"',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    },
  })
})
