import type { SimulatedCard, SimulatedLearner, Span } from '@/lib/classes/simulate/learner'
import { simulate } from '@/lib/classes/simulate/learner'
import { asId, type ClassId, makeId, type UserId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { ReviewEvent } from '@/lib/schedule/event'
import { type Database, inTransaction } from '@/lib/server/db/client'
import { writeRows } from '@/lib/server/db/rows'
import { toStateRow } from '@/lib/server/services/card-state-row'
import { toRow } from '@/lib/server/services/event-row'

/** Who is made: a member with an address, or a guest as from a class list. */
export interface DemoPerson {
  readonly name: string
  readonly email: string | null
  readonly role: 'owner' | 'learner'
  readonly passwordHash: string | null
}

/** Makes a person with an id out of the seed. */
export const makePerson = async (db: Database, person: DemoPerson, seed: string, at: Date): Promise<UserId> => {
  const rng = makeRng('person', seed, person.name)
  const id = makeId<UserId>(
    at.getTime(),
    Uint8Array.from({ length: 16 }, () => rng.integer(0, 255)),
  )
  const kind = person.email === null ? 'guest' : 'member'
  await db.user.create({ data: { ...person, id, kind, createdAt: at, lastSeenAt: new Date() } })
  return asId<UserId>(id)
}

/** Lets a learner join the class and study; returns the reviews that came of it. */
export const letStudy = async (
  db: Database,
  place: { readonly classId: ClassId; readonly userId: UserId; readonly number: string },
  learner: SimulatedLearner,
  cards: readonly SimulatedCard[],
  span: Span,
  seed: string,
): Promise<readonly ReviewEvent[]> => {
  const { events, states } = simulate(learner, cards, span, seed)
  const { classId, userId, number } = place
  const joinedAt = new Date(span.from * 86_400_000)
  await inTransaction(db, async (tx) => {
    await tx.classMember.create({
      data: { classId, userId, student: 'learning', joinedAt, listedName: learner.name, number },
    })
    await writeRows(
      tx,
      'ReviewEvent',
      events.map((event, index) => ({
        ...toRow(event, { userId, sequence: index + 1, at: event.at, receivedAt: new Date(event.at) }),
      })),
    )
    await writeRows(
      tx,
      'CardState',
      [...states.values()].map((state) => toStateRow(userId, state)),
    )
    await tx.personSequence.create({ data: { userId, last: events.length } })
  })
  return events
}
