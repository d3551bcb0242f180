import { asId, type UserId } from '@/lib/core/id'
import type { Database } from '@/lib/server/db/client'
import { startGuest } from '@/lib/server/services/start-guest'

/** Somebody as services know them. */
export interface Person {
  readonly id: UserId
  readonly kind: 'guest' | 'member'
  readonly role: 'owner' | 'instructor' | 'learner'
}

let people = 0

/** Makes people in a database; `place` tells the suite, so that suites do not share a limit. */
export const makePeople = (db: () => Database, place: string, now: Date) => {
  const guest = async (): Promise<Person> => {
    const made = await startGuest(db(), `${place}-${people++}`, now)
    if (!made.ok) throw new Error('the first guest of an address was refused')
    return { id: made.value, kind: 'guest', role: 'learner' }
  }
  const member = async (role: Person['role'] = 'learner', name = ''): Promise<Person> => {
    const { id } = await guest()
    await db().user.update({ where: { id }, data: { kind: 'member', role, name, email: `${id}@example.org` } })
    return { id: asId<UserId>(id), kind: 'member', role }
  }
  return { guest, member }
}

/** The value of a service that is expected to agree. */
export const agreed = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
