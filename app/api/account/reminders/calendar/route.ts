import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { placeIn } from '@/lib/server/reminder-form'
import { makeCalendar, removeCalendar } from '@/lib/server/services/reminders'

/** Makes the secret address of the person's calendar, which is told this once; an earlier one no longer opens. */
export const POST = handle(async (request) => {
  const form = await readForm(request, ['zone', 'language', 'dayStartsAt'])
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const secret = await makeCalendar(database(), account.id, placeIn(form), now)
  return json({ path: `/calendar/${secret}.ics`, calendarAt: now.getTime() }, { status: 201 })
})

/** The address no longer opens. */
export const DELETE = handle(async (request) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  await removeCalendar(database(), account.id)
  return json({ ok: true })
})
