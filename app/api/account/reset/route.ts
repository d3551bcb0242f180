import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { resetPassword } from '@/lib/server/services/reset-password'

/** Sets a new password by a link; the page then signs in with the address it gets back. */
export const POST = handle(async (request) => {
  const { token, password } = await readForm(request, ['token', 'password'])
  return json(orRefuse(await resetPassword(database(), token, password, new Date())))
})
