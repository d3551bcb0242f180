import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import type { Pace } from '@/lib/schedule/class-pace'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { publishNotes } from '@/lib/server/services/banks/publish-notes'
import { classAccess, staffAccess } from '@/lib/server/services/classes/access'
import { assignDeck, unassignDeck } from '@/lib/server/services/classes/assign-deck'
import { blockStudent, changeListing, changeRoles } from '@/lib/server/services/classes/change-member'
import { changeClass, closeClass, createClass, deleteClass } from '@/lib/server/services/classes/create-class'
import { invite, openInvitation, withdrawInvitations } from '@/lib/server/services/classes/invite'
import { joinClass, leaveClass } from '@/lib/server/services/classes/join-class'
import { rotateCode } from '@/lib/server/services/classes/join-code'
import { readClass } from '@/lib/server/services/classes/read-class'
import { deletePerson } from '@/lib/server/services/delete-account'
import { expire } from '@/lib/server/services/expire'
import { listDecks } from '@/lib/server/services/list-decks'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { readBundle } from '@/lib/server/services/read-bundle'
import type { NotesForBank } from '@/lib/sync/bank-notes'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { noon } from '../support/events'
import { agreed, makePeople, type Person } from '../support/people'

const now = new Date(noon)
const dayMs = 24 * 3_600_000
const about = { title: 'Deep learning, spring', about: '', zone: 'Asia/Shanghai' }
const pace: Pace = { kind: 'own' }
const asStudent = { content: 'none', studentData: 'none', student: true, note: '' } as const
const notes: NotesForBank = {
  bank: null,
  about: { title: 'Optimisers', languages: ['en'], author: 'Ada', licence: 'CC BY 4.0', source: '' },
  name: 'Lecture 7.md',
  notes: 'abcd12',
  cards: [
    {
      id: 'momentum.def',
      type: 'basic',
      heading: ['Optimisers', 'Momentum'],
      fields: { front: 'What is momentum?', back: 'A moving average of the gradient.' },
    },
  ],
  figures: [],
}

describe.each(testedDatabases)('classes on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
    await publishDeck(scratch.db, compiledDeck('losses', 'v1'), [], now)
  })
  afterAll(() => scratch.discard())
  const { guest, member } = makePeople(() => scratch.db, 'classes', now)

  const classOf = async (owner: Person) => agreed(await createClass(scratch.db, owner, about, now))
  const codeOf = async (owner: Person, classId: string, days = 14) =>
    agreed(await rotateCode(scratch.db, owner.id, classId, days, now))?.code ?? ''
  const withRole = async (owner: Person, classId: string, roles: Partial<Parameters<typeof invite>[3]>) => {
    const person = await member()
    const invitation = { ...asStudent, student: false, ...roles }
    const token = agreed(await invite(scratch.db, owner.id, classId, invitation, now))
    agreed(await openInvitation(scratch.db, person, token, now))
    return person
  }
  const bankOf = async (owner: Person) => {
    const made = agreed(await publishNotes(scratch.db, owner, notes, now))
    if (made.kind !== 'published') throw new Error('the bank was not published')
    return asId<DeckId>(made.bank)
  }
  const sees = async (reader: UserId, deck: string) => {
    const listed = (await listDecks(scratch.db, reader)).some(({ id }) => id === deck)
    const bundle = (await readBundle(scratch.db, reader, asId<DeckId>(deck), 'en', null)) !== null
    expect(bundle, 'a deck that is listed is read, and no other').toBe(listed)
    return listed
  }

  describe('access', () => {
    it('makes instructors and owners of the server the owners of their classes, and nobody else', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      expect(await classAccess(scratch.db, owner.id, id)).toEqual(
        ok({ classId: id, userId: owner.id, content: 'owner', studentData: 'editor', student: false, closed: false }),
      )
      expect(await createClass(scratch.db, await member('learner'), about, now)).toEqual(
        refuse('class-instructors-only'),
      )
      expect(await createClass(scratch.db, await guest(), about, now)).toEqual(refuse('guest'))
      expect(await createClass(scratch.db, owner, { ...about, zone: 'Mars/Base' }, now)).toEqual(refuse('bad-zone'))
    })

    it('tells strangers, the owner of the server and whoever guesses that there is no such class', async () => {
      const [owner, boss, other] = [await member('instructor'), await member('owner'), await member('instructor')]
      const id = await classOf(owner)
      await classOf(other)
      for (const { id: userId } of [boss, other, await guest()]) {
        expect(await classAccess(scratch.db, userId, id)).toEqual(refuse('not-found'))
        expect(await classAccess(scratch.db, userId, 'class-guessed')).toEqual(refuse('not-found'))
        expect(await staffAccess(scratch.db, userId, id, {})).toEqual(refuse('not-found'))
        expect(await changeClass(scratch.db, userId, id, about)).toEqual(refuse('not-found'))
        expect(await closeClass(scratch.db, userId, id, true, now)).toEqual(refuse('not-found'))
        expect(await deleteClass(scratch.db, userId, id)).toEqual(refuse('not-found'))
        expect(await rotateCode(scratch.db, userId, id, 7, now)).toEqual(refuse('not-found'))
        expect(await invite(scratch.db, userId, id, asStudent, now)).toEqual(refuse('not-found'))
        expect(await withdrawInvitations(scratch.db, userId, id, now)).toEqual(refuse('not-found'))
        expect(await changeRoles(scratch.db, userId, id, userId, { content: 'owner', studentData: 'editor' })).toEqual(
          refuse('not-found'),
        )
        expect(await blockStudent(scratch.db, userId, id, owner.id, true)).toEqual(refuse('not-found'))
        expect(await assignDeck(scratch.db, userId, id, 'losses', pace, now)).toEqual(refuse('not-found'))
        expect(await unassignDeck(scratch.db, userId, id, 'losses')).toEqual(refuse('not-found'))
        expect(await leaveClass(scratch.db, userId, id)).toEqual(refuse('not-found'))
      }
    })

    it('keeps its two axes apart, and students off both', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const [author, grader, student] = [
        await withRole(owner, id, { content: 'editor' }),
        await withRole(owner, id, { studentData: 'editor' }),
        await withRole(owner, id, { student: true }),
      ]
      const may = async ({ id: userId }: Person) => ({
        assign: (await assignDeck(scratch.db, userId, id, 'losses', pace, now)).ok,
        code: (await rotateCode(scratch.db, userId, id, 7, now)).ok,
        staff: (await changeRoles(scratch.db, userId, id, student.id, { content: 'none', studentData: 'none' })).ok,
      })
      expect(await may(author)).toEqual({ assign: true, code: false, staff: false })
      expect(await may(grader)).toEqual({ assign: false, code: true, staff: false })
      expect(await may(student)).toEqual({ assign: false, code: false, staff: false })
      expect(await may(owner)).toEqual({ assign: true, code: true, staff: true })
      expect(await assignDeck(scratch.db, student.id, id, 'losses', pace, now)).toEqual(refuse('class-role'))
      expect(
        await invite(scratch.db, grader.id, id, { ...asStudent, content: 'viewer' }, now),
        'who lets students in names no staff',
      ).toEqual(refuse('class-role'))
    })

    it('always leaves an owner', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const none = { content: 'none', studentData: 'none' } as const
      expect(await changeRoles(scratch.db, owner.id, id, owner.id, none)).toEqual(refuse('last-owner'))
      const second = await withRole(owner, id, { content: 'owner' })
      expect(await changeRoles(scratch.db, owner.id, id, owner.id, none)).toEqual(ok(null))
      expect(await classAccess(scratch.db, owner.id, id)).toEqual(refuse('not-found'))
      await deletePerson(scratch.db, owner.id, now)
      expect((await classAccess(scratch.db, second.id, id)).ok).toBe(true)
      await deletePerson(scratch.db, second.id, now)
      expect(await scratch.db.class.findUnique({ where: { id } }), 'it goes with its last owner').toBeNull()
    })
  })

  describe('two at the same moment', () => {
    it('leave no class without an owner when the last two delete their accounts at once', async () => {
      for (let round = 0; round < 5; round++) {
        const owner = await member('instructor')
        const id = await classOf(owner)
        const second = await withRole(owner, id, { content: 'owner' })
        await Promise.all([owner, second].map((one) => deletePerson(scratch.db, one.id, now)))
        expect(await scratch.db.class.findUnique({ where: { id } })).toBeNull()
      }
    })

    it('cannot both stop being owners', async () => {
      const none = { content: 'none', studentData: 'none' } as const
      for (let round = 0; round < 5; round++) {
        const owner = await member('instructor')
        const id = await classOf(owner)
        const second = await withRole(owner, id, { content: 'owner' })
        const stop = (who: Person) => changeRoles(scratch.db, who.id, id, who.id, none)
        const both = await Promise.all([stop(owner), stop(second)])
        expect(both).toContainEqual(refuse('last-owner'))
        expect(await scratch.db.classMember.count({ where: { classId: id, content: 'owner' } })).toBe(1)
      }
    })

    it('may assign one deck', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const assign = () => assignDeck(scratch.db, owner.id, id, 'losses', pace, now)
      expect(await Promise.all([assign(), assign(), assign()])).toEqual([ok(null), ok(null), ok(null)])
    })
  })

  describe('joining', () => {
    it('works by the code as people type it, guests too, until it is another or too old', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const first = await codeOf(owner, id)
      const typed = `${first.slice(0, 4)}-${first.slice(4)}`.toUpperCase()
      const student = await guest()
      expect(await joinClass(scratch.db, student.id, typed, now)).toEqual(ok(id))
      expect(await classAccess(scratch.db, student.id, id)).toMatchObject({ ok: true, value: { student: true } })
      const second = await codeOf(owner, id, 1)
      const late = await guest()
      expect(await joinClass(scratch.db, late.id, first, now)).toEqual(refuse('class-code'))
      expect(await joinClass(scratch.db, late.id, second, new Date(noon + dayMs))).toEqual(refuse('class-code'))
      agreed(await rotateCode(scratch.db, owner.id, id, null, now))
      expect(await joinClass(scratch.db, late.id, second, now)).toEqual(refuse('class-code'))
      expect(await joinClass(scratch.db, late.id, '', now)).toEqual(refuse('class-code'))
    })

    it('is slowed for whoever guesses codes', async () => {
      const { id } = await guest()
      for (let tries = 0; tries < 30; tries++)
        expect(await joinClass(scratch.db, id, `guess${tries}`, now)).toEqual(refuse('class-code'))
      expect(await joinClass(scratch.db, id, 'guess', now)).toEqual(refuse('too-many'))
    })

    it('by an invitation works once, for one of two at the same moment', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const token = agreed(await invite(scratch.db, owner.id, id, asStudent, now))
      const both = [await guest(), await guest()]
      const answers = await Promise.all(both.map((one) => openInvitation(scratch.db, one, token, now)))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(answers.filter((answer) => !answer.ok)).toEqual([refuse('class-code')])
      const old = agreed(await invite(scratch.db, owner.id, id, asStudent, now))
      expect(await openInvitation(scratch.db, await guest(), old, new Date(noon + 15 * dayMs))).toEqual(
        refuse('class-code'),
      )
      expect(await withdrawInvitations(scratch.db, owner.id, id, now)).toEqual(ok(1))
      expect(await openInvitation(scratch.db, await guest(), old, now)).toEqual(refuse('class-code'))
    })

    it('opens no invitation whose maker has lost the role to make it, and makes no guest staff', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const second = await withRole(owner, id, { content: 'owner' })
      const token = agreed(await invite(scratch.db, second.id, id, { ...asStudent, content: 'viewer' }, now))
      expect(await openInvitation(scratch.db, await guest(), token, now)).toEqual(refuse('guest'))
      agreed(await changeRoles(scratch.db, owner.id, id, second.id, { content: 'none', studentData: 'none' }))
      expect(await openInvitation(scratch.db, await member(), token, now)).toEqual(refuse('class-code'))
    })

    it('stays shut to whoever is blocked, by code, by invitation and through another account', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const [student, account] = [await guest(), await member()]
      const code = await codeOf(owner, id)
      agreed(await joinClass(scratch.db, student.id, code, now))
      expect(await blockStudent(scratch.db, owner.id, id, student.id, true)).toEqual(ok(null))
      expect(await classAccess(scratch.db, student.id, id)).toEqual(refuse('not-found'))
      expect(await joinClass(scratch.db, student.id, code, now)).toEqual(refuse('class-code'))
      const token = agreed(await invite(scratch.db, owner.id, id, asStudent, now))
      expect(await openInvitation(scratch.db, student, token, now)).toEqual(refuse('class-code'))
      expect(agreed(await openInvitation(scratch.db, await guest(), token, now)), 'the invitation is not used up').toBe(
        id,
      )
      agreed(await joinClass(scratch.db, account.id, code, now))
      await mergeGuest(scratch.db, student.id, account.id, now)
      expect(await classAccess(scratch.db, account.id, id)).toEqual(refuse('not-found'))
      expect(await blockStudent(scratch.db, owner.id, id, account.id, false)).toEqual(ok(null))
      expect(await joinClass(scratch.db, account.id, code, now)).toEqual(ok(id))
    })

    it('ends by leaving, and begins anew by coming back', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const [student, code] = [await guest(), await codeOf(owner, id)]
      agreed(await joinClass(scratch.db, student.id, code, now))
      expect(await leaveClass(scratch.db, student.id, id)).toEqual(ok(null))
      expect(await classAccess(scratch.db, student.id, id)).toEqual(refuse('not-found'))
      expect(await leaveClass(scratch.db, student.id, id)).toEqual(refuse('not-found'))
      const later = new Date(noon + 3 * dayMs)
      agreed(await joinClass(scratch.db, student.id, code, later))
      const row = await scratch.db.classMember.findFirst({ where: { classId: id, userId: student.id } })
      expect(row?.joinedAt).toEqual(later)
    })

    it('goes along when a guest finds an account, and keeps a guest from being forgotten while the class runs', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const code = await codeOf(owner, id)
      const [moving, staying, elsewhere, account] = [await guest(), await guest(), await guest(), await member()]
      for (const one of [moving, staying]) agreed(await joinClass(scratch.db, one.id, code, now))
      agreed(
        await changeListing(scratch.db, owner.id, id, moving.id, { listedName: 'Ann', number: '17', label: 'extra' }),
      )
      await mergeGuest(scratch.db, moving.id, account.id, now)
      expect(await scratch.db.classMember.findFirst({ where: { classId: id, userId: account.id } })).toMatchObject({
        student: 'learning',
        joinedAt: now,
        listedName: 'Ann',
        number: '17',
        label: 'extra',
      })
      const idle = new Date(noon + 200 * dayMs)
      await expire(scratch.db, idle)
      const left = async (person: Person) => (await scratch.db.user.count({ where: { id: person.id } })) === 1
      expect([await left(staying), await left(elsewhere)]).toEqual([true, false])
      agreed(await closeClass(scratch.db, owner.id, id, true, now))
      await expire(scratch.db, idle)
      expect(await left(staying)).toBe(false)
    })

    it('is over once the class is closed', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const code = await codeOf(owner, id)
      const token = agreed(await invite(scratch.db, owner.id, id, asStudent, now))
      agreed(await closeClass(scratch.db, owner.id, id, true, now))
      expect(await joinClass(scratch.db, (await guest()).id, code, now)).toEqual(refuse('class-code'))
      expect(await openInvitation(scratch.db, await guest(), token, now)).toEqual(refuse('class-code'))
      expect(await rotateCode(scratch.db, owner.id, id, 7, now)).toEqual(refuse('class-closed'))
      expect(await assignDeck(scratch.db, owner.id, id, 'losses', pace, now)).toEqual(refuse('class-closed'))
      agreed(await closeClass(scratch.db, owner.id, id, false, now))
      expect((await rotateCode(scratch.db, owner.id, id, 7, now)).ok).toBe(true)
    })
  })

  describe('assigned decks', () => {
    it('make an instructor’s own bank readable for the class, and for nobody else', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const bank = await bankOf(owner)
      const [student, stranger] = [await guest(), await member()]
      const code = await codeOf(owner, id)
      agreed(await joinClass(scratch.db, student.id, code, now))
      expect(await sees(student.id, bank)).toBe(false)
      agreed(await assignDeck(scratch.db, owner.id, id, bank, pace, now))
      const grader = await withRole(owner, id, { studentData: 'viewer' })
      expect([await sees(student.id, bank), await sees(grader.id, bank), await sees(stranger.id, bank)]).toEqual([
        true,
        true,
        false,
      ])
      agreed(await moveBank(scratch.db, owner, { id: bank, base: 1 }, 'retire', '', now))
      const late = await guest()
      agreed(await joinClass(scratch.db, late.id, code, now))
      const seen = [student, late, grader, owner].map(({ id: person }) => sees(person, bank))
      expect(await Promise.all(seen), 'retired: kept by students, not new, and read by the staff').toEqual([
        true,
        false,
        true,
        true,
      ])
      const told = agreed(await readClass(scratch.db, owner.id, id, 'en', now))
      expect(told.decks).toMatchObject([{ deck: bank, retired: true }])
      agreed(await moveBank(scratch.db, owner, { id: bank, base: 1 }, 'reopen', '', now))
      expect(await sees(late.id, bank)).toBe(true)
      agreed(await blockStudent(scratch.db, owner.id, id, student.id, true))
      expect(await sees(student.id, bank)).toBe(false)
    })

    it('are decks of the server or banks of one’s own, never somebody else’s bank', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const second = await withRole(owner, id, { content: 'editor' })
      const bank = await bankOf(owner)
      expect(await assignDeck(scratch.db, second.id, id, bank, pace, now)).toEqual(refuse('not-found'))
      expect(await assignDeck(scratch.db, second.id, id, 'nowhere', pace, now)).toEqual(refuse('not-found'))
      expect(await assignDeck(scratch.db, second.id, id, 'losses', pace, now)).toEqual(ok(null))
      const weekly: Pace = { kind: 'weekly', cards: 20, from: 20_000 }
      expect(await assignDeck(scratch.db, second.id, id, 'losses', weekly, now), 'another pace').toEqual(ok(null))
      const row = await scratch.db.classDeck.findFirst({ where: { classId: id, deckId: 'losses' } })
      expect(JSON.parse(row?.pace ?? '')).toEqual(weekly)
      expect(await unassignDeck(scratch.db, second.id, id, 'losses')).toEqual(ok(null))
      expect(await unassignDeck(scratch.db, second.id, id, 'losses')).toEqual(refuse('not-found'))
    })

    it('leave with the member of the staff whose bank it is', async () => {
      const owner = await member('instructor')
      const id = await classOf(owner)
      const second = await withRole(owner, id, { content: 'editor' })
      const bank = await bankOf(second)
      agreed(await assignDeck(scratch.db, second.id, id, bank, pace, now))
      expect(await sees(owner.id, bank)).toBe(true)
      agreed(await changeRoles(scratch.db, owner.id, id, second.id, { content: 'viewer', studentData: 'none' }))
      expect(await sees(owner.id, bank)).toBe(false)
    })
  })
})
