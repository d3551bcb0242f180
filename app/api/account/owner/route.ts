import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { becomeOwner } from '@/lib/server/services/owner-link'

/** Opens an owner link; the page then signs in with the same e-mail and password. */
export const POST = handle(async (request) => {
  const form = await readForm(request, ['token', 'email', 'password', 'name'])
  return json(orRefuse(await becomeOwner(database(), form, new Date())))
})
