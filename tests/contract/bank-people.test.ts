import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type DeckId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { changeBankRole, listPeople, removeFromBank } from '@/lib/server/services/banks/bank-people'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { changeDraft } from '@/lib/server/services/banks/draft'
import {
  inviteToBank,
  readBankDoor,
  takeBankInvitation,
  withdrawBankInvitations,
} from '@/lib/server/services/banks/invite-to-bank'
import { listBanks, readBank } from '@/lib/server/services/banks/read-bank'
import { shareBank } from '@/lib/server/services/banks/share-bank'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { createClass } from '@/lib/server/services/classes/create-class'
import { deletePerson } from '@/lib/server/services/delete-account'
import type { BankRole } from '@/lib/sync/bank-life'
import { about, cards, now, openWorkshop } from '../support/bank-workshop'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { agreed, type Person } from '../support/people'

describe.each(testedDatabases)('a bank that several people work on, on $name', ({ make }) => {
  let scratch: OpenScratch
  const { member, joined, workshop, publish, classOf, stepsOf, sees } = openWorkshop(() => scratch.db)
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  describe('its people', () => {
    it('come by a link that opens once, for the address it names, while its maker is an owner', async () => {
      const { owner, editor, bank } = await workshop()
      const known = await member('learner', 'Fay')
      const friend = { ...known, email: `${known.id}@example.org` }
      const invite = (who: Person, email = '', role: BankRole = 'viewer') =>
        inviteToBank(scratch.db, who, bank, { role, email }, now())
      expect(await invite(editor)).toEqual(refuse('bank-role'))
      expect(await invite(owner, 'no address')).toEqual(refuse('bad-email'))
      const { token } = agreed(await invite(owner, ` ${friend.email.toUpperCase()} `))
      const stranger = await member()
      expect(await readBankDoor(scratch.db, friend, token, now())).toEqual(
        ok({ bank, title: 'Optimisers', role: 'viewer', by: 'Ada' }),
      )
      expect(await takeBankInvitation(scratch.db, stranger, token, now())).toEqual(refuse('other-email'))
      expect(await takeBankInvitation(scratch.db, { ...friend, kind: 'guest' }, token, now())).toEqual(refuse('guest'))
      expect(await takeBankInvitation(scratch.db, friend, token, now())).toEqual(ok(bank))
      expect(await takeBankInvitation(scratch.db, friend, token, now())).toEqual(refuse('link'))

      const open = agreed(await invite(owner))
      const both = await Promise.all(
        [await member(), await member()].map((person) => takeBankInvitation(scratch.db, person, open.token, now())),
      )
      expect(
        both.filter((answer) => answer.ok),
        'two at once',
      ).toHaveLength(1)

      const old = agreed(await invite(owner)).token
      expect(await takeBankInvitation(scratch.db, stranger, old, new Date(now().getTime() + 15 * 86_400_000))).toEqual(
        refuse('link'),
      )
      const withdrawn = agreed(await invite(owner)).token
      expect(await withdrawBankInvitations(scratch.db, owner, bank, now())).toEqual(ok(2))
      expect(await takeBankInvitation(scratch.db, stranger, withdrawn, now())).toEqual(refuse('link'))

      const coowner = await joined(owner, bank, 'owner')
      const theirs = agreed(await invite(coowner)).token
      const waiting = async () => agreed(await listPeople(scratch.db, owner, bank, now())).waiting
      expect(await waiting()).toBe(1)
      agreed(await changeBankRole(scratch.db, owner, bank, coowner.id, 'editor'))
      expect(await waiting(), 'what opens nothing any more does not wait').toBe(0)
      expect(await takeBankInvitation(scratch.db, stranger, theirs, now())).toEqual(refuse('link'))
    })

    it('never lose a role by an invitation, and the keeper stays the owner', async () => {
      const { owner, editor, bank } = await workshop()
      const low = agreed(await inviteToBank(scratch.db, owner, bank, { role: 'viewer', email: '' }, now())).token
      agreed(await takeBankInvitation(scratch.db, editor, low, now()))
      const own = agreed(await inviteToBank(scratch.db, owner, bank, { role: 'viewer', email: '' }, now())).token
      agreed(await takeBankInvitation(scratch.db, owner, own, now()))
      const coowner = await joined(owner, bank, 'owner')
      expect(await removeFromBank(scratch.db, coowner, bank, owner.id)).toEqual(refuse('not-found'))
      expect(await changeBankRole(scratch.db, coowner, bank, owner.id, 'viewer')).toEqual(refuse('not-found'))
      const { people: listed } = agreed(await listPeople(scratch.db, owner, bank, now()))
      expect(listed.map(({ role, keeper }) => [role, keeper])).toEqual([
        ['owner', true],
        ['editor', false],
        ['viewer', false],
        ['owner', false],
      ])
    })

    it('leave by themselves, and are let go by owners alone', async () => {
      const { owner, editor, reader, bank } = await workshop()
      expect(await removeFromBank(scratch.db, editor, bank, reader.id)).toEqual(refuse('bank-role'))
      agreed(await removeFromBank(scratch.db, reader, bank, reader.id))
      expect(await listBanks(scratch.db, reader)).toEqual(ok([]))
      agreed(await removeFromBank(scratch.db, owner, bank, editor.id))
      expect(await changeDraft(scratch.db, editor, { id: bank, base: 2 }, [cards('Mine.')], now())).toEqual(
        refuse('not-found'),
      )
    })

    it('see neither its link nor its sharing unless they own it, and write it under the keeper’s name', async () => {
      const { owner, editor, reader, bank } = await workshop()
      agreed(await publish(owner, bank, 2))
      agreed(await shareBank(scratch.db, owner, bank, 'link', false))
      for (const who of [editor, reader])
        expect(await readBank(scratch.db, who, bank)).toMatchObject({ value: { linkToken: null, own: false } })
      expect(await shareBank(scratch.db, editor, bank, 'owner', false)).toEqual(refuse('bank-role'))
      agreed(await changeDraft(scratch.db, editor, { id: bank, base: 3 }, [{ path: 'b.cards.yaml', text: '' }], now()))
      const files = await scratch.db.bankFile.findMany({ where: { bankId: bank }, select: { userId: true } })
      expect(new Set(files.map(({ userId }) => userId))).toEqual(new Set([owner.id]))
      expect([await sees(editor.id, bank), await sees(reader.id, bank)], 'writers learn it').toEqual([true, false])
    })

    it('keep the bank when its keeper’s account goes and another owner is there, and not otherwise', async () => {
      const { owner, editor, reader, bank } = await workshop()
      const coowner = await joined(owner, bank, 'owner', 'Cleo')
      agreed(await publish(owner, bank, 2))
      await deletePerson(scratch.db, owner.id, now())
      expect(await readBank(scratch.db, coowner, bank)).toMatchObject({ value: { own: true, role: 'owner' } })
      expect(await stepsOf(editor, bank)).toEqual(['published by null'])
      expect(await sees(coowner.id, bank)).toBe(true)
      await deletePerson(scratch.db, coowner.id, now())
      expect(await readBank(scratch.db, reader, bank)).toEqual(refuse('not-found'))
    })
  })

  describe('with two owners', () => {
    it('is written by one of two who began from the same revision, and the other hears of it', async () => {
      const { owner, bank } = await workshop()
      const coowner = await joined(owner, bank, 'owner')
      const write = (who: Person, back: string) =>
        changeDraft(scratch.db, who, { id: bank, base: 2 }, [cards(back)], now())
      const answers = await Promise.all([write(owner, 'One.'), write(coowner, 'Two.')])
      expect(answers.filter((answer) => answer.ok)).toEqual([ok(3)])
      expect(answers.filter((answer) => !answer.ok)).toEqual([refuse('stale')])
    })

    it('is published by one of them at a time', async () => {
      const { owner, bank } = await workshop()
      const coowner = await joined(owner, bank, 'owner')
      const answers = await Promise.all([publish(owner, bank, 2), publish(coowner, bank, 2)])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(await scratch.db.bankVersion.count({ where: { bankId: bank } })).toBe(1)
    })

    it('stays with a third owner when the other two delete their accounts at once', async () => {
      for (let round = 0; round < 8; round++) {
        const owner = await member('instructor', 'Ada')
        const bank = agreed(await createBank(scratch.db, owner, about, now())).id
        const heir = await joined(owner, bank, 'owner')
        const third = await joined(owner, bank, 'owner')
        await Promise.all([owner, heir].map(({ id }) => deletePerson(scratch.db, id, now())))
        expect(await readBank(scratch.db, third, bank)).toMatchObject({ value: { own: true } })
      }
    })

    it('keeps one of two who let each other go', async () => {
      const { owner, bank } = await workshop()
      const [first, second] = [await joined(owner, bank, 'owner'), await joined(owner, bank, 'owner')]
      const answers = await Promise.all([
        removeFromBank(scratch.db, first, bank, second.id),
        removeFromBank(scratch.db, second, bank, first.id),
      ])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    })

    it('is lent to a class by either, and taken back when no owner of it edits the class', async () => {
      const { owner, editor, bank } = await workshop()
      const teacher = await member('instructor', 'Tea')
      const { token } = agreed(await inviteToBank(scratch.db, owner, bank, { role: 'owner', email: '' }, now()))
      agreed(await takeBankInvitation(scratch.db, teacher, token, now()))
      agreed(await publish(owner, bank, 2))
      const { classId, student } = await classOf(teacher, bank)
      expect(await sees(student, bank)).toBe(true)
      agreed(await changeBankRole(scratch.db, owner, bank, teacher.id, 'editor'))
      expect(await sees(student, bank)).toBe(false)
      expect(await assignDeck(scratch.db, teacher.id, classId, asId<DeckId>(bank), { kind: 'own' }, now())).toEqual(
        refuse('not-found'),
      )
      expect(await sees(editor.id, bank)).toBe(true)
    })

    it('is lent by nobody who owns it no more at that very moment', async () => {
      const { owner, bank } = await workshop()
      agreed(await publish(owner, bank, 2))
      for (let round = 0; round < 8; round++) {
        const teacher = { ...(await joined(owner, bank, 'owner')), role: 'instructor' as const }
        const classId = agreed(await createClass(scratch.db, teacher, { title: 'C', about: '', zone: 'UTC' }, now()))
        await Promise.all([
          assignDeck(scratch.db, teacher.id, classId, asId<DeckId>(bank), { kind: 'own' }, now()),
          changeBankRole(scratch.db, owner, bank, teacher.id, 'editor'),
        ])
        expect(await scratch.db.classDeck.count({ where: { classId } })).toBe(0)
      }
    })

    it('is taken back from a class when the account of its owner there goes', async () => {
      const { owner, bank } = await workshop()
      const teacher = await joined(owner, bank, 'owner', 'Tea')
      await scratch.db.user.update({ where: { id: teacher.id }, data: { role: 'instructor' } })
      const heir = await member('instructor', 'Hei')
      agreed(await publish(owner, bank, 2))
      const { classId, student } = await classOf({ ...teacher, role: 'instructor' }, bank)
      await scratch.db.classMember.create({ data: { classId, userId: heir.id, content: 'owner', joinedAt: now() } })
      expect(await sees(student, bank)).toBe(true)
      await deletePerson(scratch.db, teacher.id, now())
      expect([await sees(student, bank), await sees(heir.id, bank), await sees(owner.id, bank)]).toEqual([
        false,
        false,
        true,
      ])
    })
  })
})
