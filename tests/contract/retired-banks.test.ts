import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '@/lib/core/result'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { openBankLink, shareBank } from '@/lib/server/services/banks/share-bank'
import { cards, now, openWorkshop } from '../support/bank-workshop'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { agreed } from '../support/people'

describe.each(testedDatabases)('a retired bank, on $name', ({ make }) => {
  let scratch: OpenScratch
  const { member, joined, workshop, move, publish, classOf, sees } = openWorkshop(() => scratch.db)
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  it('comes back to no class that it was taken from before', async () => {
    const { owner, bank } = await workshop()
    agreed(await publish(owner, bank, 2))
    agreed(await shareBank(scratch.db, owner, bank, 'everyone', false))
    const teacher = await member('instructor', 'Tea')
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
    const teacher = await member('instructor', 'Tea')
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
    const at = now()
    agreed(await moveBank(scratch.db, owner, { id: bank, base: 3 }, 'retire', 'The course is over.', at))
    expect(await move(owner, bank, 3, 'retire'), 'twice').toEqual(refuse('bank-moved'))
    expect([await sees(learner.id, bank), await sees(stranger.id, bank), await sees(null, bank)]).toEqual([
      true,
      false,
      false,
    ])
    const kept = await scratch.db.deckReader.findMany({ where: { deckId: bank } })
    expect(kept).toMatchObject([{ userId: learner.id, kept: true, at }])

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
  it('stays with students of its class, whatever link some of them opened before', async () => {
    const { owner, bank } = await workshop()
    agreed(await publish(owner, bank, 2))
    const { linkToken } = agreed(await shareBank(scratch.db, owner, bank, 'link', false))
    const teacher = await joined(owner, bank, 'owner', 'Tea')
    const { student } = await classOf({ ...teacher, role: 'instructor' }, bank)
    agreed(await openBankLink(scratch.db, { id: student }, linkToken ?? '', now()))
    agreed(await shareBank(scratch.db, owner, bank, 'owner', false))
    expect(await sees(student, bank), 'lent').toBe(true)
    agreed(await move(owner, bank, 3, 'retire'))
    expect(await sees(student, bank), 'retired').toBe(true)
  })
})
