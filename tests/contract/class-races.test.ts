import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '@/lib/core/result'
import { classAccess } from '@/lib/server/services/classes/access'
import { blockStudent, changeRoles } from '@/lib/server/services/classes/change-member'
import { createClass } from '@/lib/server/services/classes/create-class'
import { invite, openInvitation } from '@/lib/server/services/classes/invite'
import { joinClass, leaveClass } from '@/lib/server/services/classes/join-class'
import { rotateCode } from '@/lib/server/services/classes/join-code'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { noon } from '../support/events'
import { agreed, makePeople } from '../support/people'

const now = new Date(noon)
const about = { title: 'Deep learning, spring', about: '', zone: 'UTC' }
/** Two at the same moment meet each time in another way. */
const tries = Array.from({ length: 12 }, (_, i) => i)

describe.each(testedDatabases)('a class at one moment, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())
  const { guest, member } = makePeople(() => scratch.db, 'races', now)

  const classWithCode = async () => {
    const { db } = scratch
    const owner = await member('instructor')
    const id = agreed(await createClass(db, owner, about, now))
    const code = agreed(await rotateCode(db, owner.id, id, 14, now))?.code ?? ''
    return { db, owner, id, code }
  }

  it('stays shut to whoever is put out while they come back in', async () => {
    const { db, owner, id, code } = await classWithCode()
    for (const _ of tries) {
      const student = await member()
      agreed(await joinClass(db, student.id, code, now))
      agreed(await leaveClass(db, student.id, id))
      const join = () => joinClass(db, student.id, code, now)
      const [, , blocked] = await Promise.all([
        join(),
        join(),
        blockStudent(db, owner.id, id, student.id, true),
        join(),
      ])
      expect(blocked.ok).toBe(true)
      expect(await classAccess(db, student.id, id)).toEqual(refuse('not-found'))
    }
  })

  it('stays shut to whoever is put out while they sign in to an account', async () => {
    const { db, owner, id, code } = await classWithCode()
    for (const _ of tries) {
      const [seat, account] = [await guest(), await member()]
      agreed(await joinClass(db, seat.id, code, now))
      const [blocked] = await Promise.all([
        blockStudent(db, owner.id, id, seat.id, true),
        mergeGuest(db, seat.id, account.id, now),
      ])
      // Too late for the guest, who is the account by then, the staff hears that nobody was put out.
      expect((await classAccess(db, account.id, id)).ok).toBe(!blocked.ok)
    }
  })

  it('takes a role away for good while an invitation to a lower one is opened', async () => {
    const { db, owner, id } = await classWithCode()
    const lower = { content: 'viewer', studentData: 'none', student: false, note: '' } as const
    for (const _ of tries) {
      const other = await member()
      const first = agreed(await invite(db, owner.id, id, { ...lower, content: 'owner' }, now))
      agreed(await openInvitation(db, other, first, now))
      const second = agreed(await invite(db, owner.id, id, lower, now))
      const none = { content: 'none', studentData: 'none' } as const
      await Promise.all([changeRoles(db, owner.id, id, other.id, none), openInvitation(db, other, second, now)])
      const place = { classId_userId: { classId: id, userId: other.id } }
      const { content } = await db.classMember.findUniqueOrThrow({ where: place })
      expect(['none', 'viewer']).toContain(content)
    }
  })
})
