import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json, Refusal } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { closeCorrection } from '@/lib/server/services/corrections'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

const states = ['open', 'taken', 'declined'] as const

/** Says what became of a suggestion: `{ "state": "open" | "taken" | "declined" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const form = await readForm(request, ['state'])
  const state = states.find((one) => one === form.state)
  if (state === undefined) throw new Refusal(400, 'unreadable', `"state" is one of ${states.join(', ')}.`)
  return json({ state: orRefuse(await closeCorrection(database(), account, (await params).id, state, now)) })
})
