import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Author } from '@/lib/server/services/banks/bank'
import { readDesk } from '@/lib/server/services/banks/bank-desk'
import { changeBankRole, listPeople, removeFromBank } from '@/lib/server/services/banks/bank-people'
import { makeRemark, settleRemark } from '@/lib/server/services/banks/bank-remarks'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { changeDraft } from '@/lib/server/services/banks/draft'
import {
  inviteToBank,
  readBankDoor,
  takeBankInvitation,
  withdrawBankInvitations,
} from '@/lib/server/services/banks/invite-to-bank'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { listBanks, readBank } from '@/lib/server/services/banks/read-bank'
import { shareBank } from '@/lib/server/services/banks/share-bank'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { createClass } from '@/lib/server/services/classes/create-class'
import { deletePerson } from '@/lib/server/services/delete-account'
import { listDecks } from '@/lib/server/services/list-decks'
import { startGuest } from '@/lib/server/services/start-guest'
import type { BankAbout } from '@/lib/sync/bank'
import { type AskedDeed, approvalOf } from '@/lib/sync/bank-desk'
import type { BankRole } from '@/lib/sync/bank-life'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { noon } from '../support/events'

let clock = noon
/** Steps are told in the order they were made. */
const now = (): Date => {
  clock += 1000
  return new Date(clock)
}
const about: BankAbout = { title: 'Optimisers', languages: ['en'], author: 'Ada', licence: 'CC BY 4.0', source: 'L7' }
const concepts = { path: 'concepts.yaml', text: '- { id: momentum, study: 1, title: Momentum }\n' }
const cards = (back = 'A moving average.') => ({
  path: 'a.cards.yaml',
  text: `- id: momentum.def\n  concepts: [momentum]\n  front: What is momentum?\n  back: ${back}\n`,
})

const agreed = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error}`)
  return result.value
}

describe.each(testedDatabases)('a bank that several people work on, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  let people = 0
  const member = async (name = '', role: Author['role'] = 'learner'): Promise<Author & { readonly email: string }> => {
    const id = agreed(await startGuest(scratch.db, `review-address-${people++}`, now()))
    const email = `${id}@example.org`
    await scratch.db.user.update({ where: { id }, data: { kind: 'member', role, email, name } })
    return { id, kind: 'member', role, email }
  }
  const joined = async (owner: Author, bank: string, role: BankRole, name = '') => {
    const person = await member(name)
    const { token } = agreed(await inviteToBank(scratch.db, owner, bank, { role, email: '' }, now()))
    agreed(await takeBankInvitation(scratch.db, person, token, now()))
    return person
  }
  /** A bank at revision 2 with one card, of an owner, an editor and a reader. */
  const workshop = async () => {
    const owner = await member('Ada', 'instructor')
    const bank = agreed(await createBank(scratch.db, owner, about, now())).id
    agreed(await changeDraft(scratch.db, owner, { id: bank, base: 1 }, [concepts, cards()], now()))
    const editor = await joined(owner, bank, 'editor', 'Ed')
    const reader = await joined(owner, bank, 'viewer', 'Rea')
    return { owner, editor, reader, bank }
  }
  const move = (who: Author, bank: string, base: number, deed: AskedDeed, reason = '') =>
    moveBank(scratch.db, who, { id: bank, base }, deed, reason, now())
  const publish = (who: Author, bank: string, base: number) =>
    publishBank(scratch.db, who, { id: bank, base }, [], now())
  /** A class of one student that learns the bank. */
  const classOf = async (teacher: Author, bank: string) => {
    const classId = agreed(await createClass(scratch.db, teacher, { title: 'C', about: '', zone: 'UTC' }, now()))
    agreed(await assignDeck(scratch.db, teacher.id, classId, asId<DeckId>(bank), { kind: 'own' }, now()))
    const student = (await member()).id
    await scratch.db.classMember.create({ data: { classId, userId: student, student: 'learning', joinedAt: now() } })
    return { classId, student }
  }
  const stepsOf = async (who: Author, bank: string) =>
    agreed(await readDesk(scratch.db, who, bank)).steps.map(({ kind, by }) => `${kind} by ${by}`)
  const sees = async (reader: UserId | null, bank: string) =>
    (await listDecks(scratch.db, reader)).some(({ id }) => id === bank)

  describe('its review', () => {
    it('goes from asking over a reasoned return and approval to publication, and keeps who, when and why', async () => {
      const { owner, editor, reader, bank } = await workshop()
      expect(await publish(editor, bank, 2), 'before anybody looked').toEqual(refuse('needs-review'))
      expect(await move(reader, bank, 2, 'ask')).toEqual(refuse('bank-role'))
      expect(await move(editor, bank, 2, 'ask', 'Please look.')).toEqual(ok({ kind: 'moved' }))
      expect(await move(editor, bank, 2, 'approve'), 'of one’s own question').toEqual(refuse('bank-moved'))
      expect(await move(reader, bank, 2, 'return', ' ')).toEqual(refuse('no-reason'))
      expect(await move(reader, bank, 2, 'return', 'Name the decay.')).toEqual(ok({ kind: 'moved' }))
      expect(await publish(editor, bank, 2), 'what was sent back').toEqual(refuse('needs-review'))

      agreed(await changeDraft(scratch.db, editor, { id: bank, base: 2 }, [cards('With decay.')], now()))
      agreed(await move(editor, bank, 3, 'ask'))
      expect(await move(reader, bank, 2, 'approve'), 'another revision than was read').toEqual(refuse('stale'))
      expect(await move(reader, bank, 3, 'approve', 'Good.')).toEqual(ok({ kind: 'moved' }))
      expect(await move(reader, bank, 3, 'approve'), 'twice').toEqual(refuse('bank-moved'))
      expect(await publish(reader, bank, 3)).toEqual(refuse('bank-role'))
      expect(await publish(editor, bank, 3)).toMatchObject({ value: { kind: 'published', number: 1 } })

      const { steps } = agreed(await readDesk(scratch.db, owner, bank))
      expect(steps.map(({ kind, by, reason, number }) => ({ kind, by, reason, number })).reverse()).toEqual([
        { kind: 'asked', by: 'Ed', reason: 'Please look.', number: null },
        { kind: 'returned', by: 'Rea', reason: 'Name the decay.', number: null },
        { kind: 'asked', by: 'Ed', reason: '', number: null },
        { kind: 'approved', by: 'Rea', reason: 'Good.', number: null },
        { kind: 'published', by: 'Ed', reason: '', number: 1 },
      ])
      expect(steps.at(-1)).toMatchObject({ cards: 1, hints: 0, revision: 2 })
      expect(await readBank(scratch.db, owner, bank)).toMatchObject({ value: { state: 'published', review: 'none' } })
    })

    it('ends when the draft is changed, so that nobody approves what they have not read', async () => {
      const { editor, reader, bank } = await workshop()
      agreed(await move(editor, bank, 2, 'ask'))
      agreed(await move(reader, bank, 2, 'approve'))
      agreed(await changeDraft(scratch.db, editor, { id: bank, base: 2 }, [cards('Something else.')], now()))
      expect(await publish(editor, bank, 3)).toEqual(refuse('needs-review'))
      expect(await move(reader, bank, 3, 'approve')).toEqual(refuse('bank-moved'))
      expect(await stepsOf(reader, bank)).toEqual(['changed by Ed', 'approved by Rea', 'asked by Ed'])
    })

    it('is not asked for while the gate has something against the draft', async () => {
      const { editor, bank } = await workshop()
      const faulty = { path: 'a.cards.yaml', text: '- id: momentum.def\n  concepts: [gone]\n  front: A?\n  back: B.\n' }
      agreed(await changeDraft(scratch.db, editor, { id: bank, base: 2 }, [faulty], now()))
      expect(await move(editor, bank, 3, 'ask')).toMatchObject({
        value: { kind: 'refused', diagnostics: [{ severity: 'error', file: 'a.cards.yaml' }] },
      })
      expect(await stepsOf(editor, bank)).toEqual([])
    })

    it('is withdrawn by who asked or an owner', async () => {
      const { owner, editor, bank } = await workshop()
      const second = await joined(owner, bank, 'editor')
      agreed(await move(editor, bank, 2, 'ask'))
      expect(await move(second, bank, 2, 'withdraw')).toEqual(refuse('bank-moved'))
      agreed(await move(owner, bank, 2, 'withdraw'))
      agreed(await move(owner, bank, 2, 'ask'))
      agreed(await move(editor, bank, 2, 'approve'))
      expect(await stepsOf(owner, bank)).toEqual(['approved by Ed', 'asked by Ada', 'withdrawn by Ada', 'asked by Ed'])
    })

    it('is judged once by two at the same moment', async () => {
      const { owner, editor, reader, bank } = await workshop()
      agreed(await move(editor, bank, 2, 'ask'))
      const answers = await Promise.all([move(owner, bank, 2, 'approve'), move(reader, bank, 2, 'approve')])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(answers.filter((answer) => !answer.ok)).toEqual([refuse('bank-moved')])
    })

    it('does not count for what is changed and published in one moment, however the ids of the two steps fall', async () => {
      const { owner, editor, reader, bank } = await workshop()
      agreed(await move(editor, bank, 2, 'ask'))
      agreed(await move(reader, bank, 2, 'approve'))
      const at = now()
      const whole = { bankId: bank, userId: owner.id, at, revision: 3 }
      await scratch.db.bankStep.create({ data: { ...whole, id: `${bank}-b`, kind: 'changed' } })
      await scratch.db.bankStep.create({ data: { ...whole, id: `${bank}-a`, kind: 'published', number: 1 } })
      const { steps } = agreed(await readDesk(scratch.db, owner, bank))
      expect(steps.slice(0, 2).map(({ kind }) => kind)).toEqual(['published', 'changed'])
      expect(approvalOf(steps, 1)).toBeNull()
    })

    it('is not needed by an owner, whose history then says that nobody looked', async () => {
      const { owner, bank } = await workshop()
      expect(await publish(owner, bank, 2)).toMatchObject({ value: { kind: 'published' } })
      expect(await stepsOf(owner, bank)).toEqual(['published by Ada'])
    })

    it('counts for nothing once the reviewer’s role is taken away, but what they said before stays', async () => {
      const { owner, editor, reader, bank } = await workshop()
      agreed(await move(editor, bank, 2, 'ask'))
      agreed(await makeRemark(scratch.db, reader, bank, { card: 'momentum.def', text: 'Short.' }, now()))
      agreed(await removeFromBank(scratch.db, owner, bank, reader.id))
      for (const deed of ['approve', 'return'] as const)
        expect(await move(reader, bank, 2, deed, 'Because.')).toEqual(refuse('not-found'))
      expect(await readBank(scratch.db, reader, bank)).toEqual(refuse('not-found'))
      expect(await readDesk(scratch.db, reader, bank)).toEqual(refuse('not-found'))
      expect(await makeRemark(scratch.db, reader, bank, { card: '', text: 'Still here.' }, now())).toEqual(
        refuse('not-found'),
      )
      expect(agreed(await readDesk(scratch.db, owner, bank)).remarks).toMatchObject([{ by: 'Rea', text: 'Short.' }])
    })
  })

  describe('remarks', () => {
    it('stand at a card until its writers or whoever made them settle them', async () => {
      const { owner, editor, reader, bank } = await workshop()
      const second = await joined(owner, bank, 'viewer')
      const id = agreed(await makeRemark(scratch.db, reader, bank, { card: 'momentum.def', text: ' Short. ' }, now()))
      expect(agreed(await readDesk(scratch.db, reader, bank)).remarks).toMatchObject([
        { id, by: 'Rea', mine: true, card: 'momentum.def', text: 'Short.', done: false },
      ])
      expect(await settleRemark(scratch.db, second, bank, id, true, now())).toEqual(refuse('bank-role'))
      agreed(await settleRemark(scratch.db, editor, bank, id, true, now()))
      expect(agreed(await readDesk(scratch.db, editor, bank)).remarks).toMatchObject([{ mine: false, done: true }])
      agreed(await settleRemark(scratch.db, reader, bank, id, false, now()))
      const other = await workshop()
      expect(await settleRemark(scratch.db, other.owner, other.bank, id, true, now()), 'by another bank').toEqual(
        refuse('not-found'),
      )
    })

    it('lose their name with the account, and stay', async () => {
      const { owner, reader, bank } = await workshop()
      agreed(await makeRemark(scratch.db, reader, bank, { card: '', text: 'Nice.' }, now()))
      await deletePerson(scratch.db, reader.id, now())
      expect(agreed(await readDesk(scratch.db, owner, bank)).remarks).toMatchObject([{ by: null, text: 'Nice.' }])
    })
  })

  describe('its people', () => {
    it('come by a link that opens once, for the address it names, while its maker is an owner', async () => {
      const { owner, editor, bank } = await workshop()
      const friend = await member('Fay')
      const invite = (who: Author, email = '', role: BankRole = 'viewer') =>
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
      expect(await takeBankInvitation(scratch.db, stranger, old, new Date(clock + 15 * 86_400_000))).toEqual(
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
      const write = (who: Author, back: string) =>
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
        const owner = await member('Ada', 'instructor')
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
      const teacher = await member('Tea', 'instructor')
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
    it('is taken back from a class when the account of its owner there goes', async () => {
      const { owner, bank } = await workshop()
      const teacher = await joined(owner, bank, 'owner', 'Tea')
      await scratch.db.user.update({ where: { id: teacher.id }, data: { role: 'instructor' } })
      const heir = await member('Hei', 'instructor')
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

  describe('retired', () => {
    it('comes back to no class that it was taken from before', async () => {
      const { owner, bank } = await workshop()
      agreed(await publish(owner, bank, 2))
      agreed(await shareBank(scratch.db, owner, bank, 'everyone', false))
      const teacher = await member('Tea', 'instructor')
      const { student } = await classOf(teacher, bank)
      const see = async () => [await sees(student, bank), await sees(teacher.id, bank)]
      expect(await see(), 'as everybody').toEqual([true, true])
      agreed(await shareBank(scratch.db, owner, bank, 'owner', false))
      expect(await see(), 'as nobody else').toEqual([false, false])
      agreed(await move(owner, bank, 3, 'retire'))
      expect(await see(), 'retired').toEqual([false, false])
    })

    it('stays with a class that learned it while everybody could', async () => {
      const { owner, bank } = await workshop()
      agreed(await publish(owner, bank, 2))
      agreed(await shareBank(scratch.db, owner, bank, 'everyone', false))
      const teacher = await member('Tea', 'instructor')
      const { student } = await classOf(teacher, bank)
      agreed(await move(owner, bank, 3, 'retire'))
      const see = async () => [await sees(student, bank), await sees(teacher.id, bank)]
      expect(await see()).toEqual([true, true])
      agreed(await shareBank(scratch.db, owner, bank, 'owner', false))
      expect(await see(), 'taken from everybody').toEqual([false, false])
    })

    it('stays with whoever learned it while everybody could, and comes back for everybody', async () => {
      const { owner, editor, bank } = await workshop()
      agreed(await publish(owner, bank, 2))
      agreed(await shareBank(scratch.db, owner, bank, 'everyone', false))
      const [learner, stranger] = [await member(), await member()]
      await scratch.db.cardState.create({
        data: { userId: learner.id, cardId: `${bank}/momentum.def`, deckId: bank, state: '{}' },
      })
      expect(await move(editor, bank, 3, 'retire')).toEqual(refuse('bank-moved'))
      agreed(await move(owner, bank, 3, 'retire', 'The course is over.'))
      expect(await move(owner, bank, 3, 'retire'), 'twice').toEqual(refuse('bank-moved'))
      expect([await sees(learner.id, bank), await sees(stranger.id, bank), await sees(null, bank)]).toEqual([
        true,
        false,
        false,
      ])
      const kept = await scratch.db.deckReader.findMany({ where: { deckId: bank } })
      expect(kept).toMatchObject([{ userId: learner.id, kept: true, at: new Date(clock - 1000) }])

      agreed(await changeDraft(scratch.db, owner, { id: bank, base: 3 }, [cards('A correction.')], now()))
      expect(await publish(owner, bank, 4)).toMatchObject({ value: { kind: 'published', number: 2 } })
      expect([await sees(learner.id, bank), await sees(stranger.id, bank)], 'a correction').toEqual([true, false])

      agreed(await move(owner, bank, 5, 'reopen', 'A new term.'))
      expect([await sees(learner.id, bank), await sees(stranger.id, bank), await sees(null, bank)]).toEqual([
        true,
        true,
        true,
      ])
      agreed(await shareBank(scratch.db, owner, bank, 'link', false))
      expect(await sees(learner.id, bank), 'nobody keeps what was only kept while it was retired').toBe(false)
    })
  })
})
