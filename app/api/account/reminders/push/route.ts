import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json, Refusal } from '@/lib/server/http'
import { isPushService } from '@/lib/server/reminders/push'
import { addSubscription, removeSubscription } from '@/lib/server/services/reminders'

/** This browser shows the person's daily notification from now on. */
export const POST = handle(async (request) => {
  const form = await readForm(request, ['endpoint', 'p256dh', 'auth'])
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  if (!isPushService(form.endpoint) || form.p256dh.length > 200 || form.auth.length > 100) {
    throw new Refusal(400, 'unknown-push-service', 'This is no push service of a browser known here.')
  }
  await addSubscription(database(), account.id, form, now)
  return json({ ok: true }, { status: 201 })
})

/** This browser shows none any more. */
export const DELETE = handle(async (request) => {
  const { endpoint } = await readForm(request, ['endpoint'])
  const account = await requireAccount(request.headers, new Date())
  await removeSubscription(database(), account.id, endpoint)
  return json({ ok: true })
})
