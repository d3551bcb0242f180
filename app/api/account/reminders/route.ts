import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { pushKeys, smtp } from '@/lib/server/env'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { hourIn, placeIn } from '@/lib/server/reminder-form'
import { readReminders, setReminders } from '@/lib/server/services/reminders'

/** What reminds the person, and which ways this server has. */
export const GET = handle(async (request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({
    ...(await readReminders(database(), account.id)),
    pushKey: pushKeys()?.publicKey ?? null,
    mail: smtp() !== null && account.kind === 'member',
  })
})

/** Sets the hours of both daily reminders; an empty one ends it. */
export const PUT = handle(async (request) => {
  const form = await readForm(request, ['zone', 'language', 'dayStartsAt', 'pushHour', 'mailHour'])
  const account = await requireAccount(request.headers, new Date())
  const hours = { pushHour: hourIn(form.pushHour), mailHour: hourIn(form.mailHour) }
  await setReminders(database(), account.id, placeIn(form), hours)
  return json(await readReminders(database(), account.id))
})
