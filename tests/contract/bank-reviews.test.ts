import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/core/result'
import { readDesk } from '@/lib/server/services/banks/bank-desk'
import { removeFromBank } from '@/lib/server/services/banks/bank-people'
import { makeRemark, settleRemark } from '@/lib/server/services/banks/bank-remarks'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { readBank } from '@/lib/server/services/banks/read-bank'
import { deletePerson } from '@/lib/server/services/delete-account'
import { approvalOf } from '@/lib/sync/bank-desk'
import { cards, now, openWorkshop } from '../support/bank-workshop'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { agreed } from '../support/people'

describe.each(testedDatabases)('a bank that several people work on, on $name', ({ make }) => {
  let scratch: OpenScratch
  const { joined, workshop, move, publish, stepsOf } = openWorkshop(() => scratch.db)
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

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
})
