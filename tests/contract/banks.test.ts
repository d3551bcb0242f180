import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { figureFrom } from '@/lib/importers/draft/figures'
import type { Author } from '@/lib/server/services/banks/bank'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { deleteBank } from '@/lib/server/services/banks/delete-bank'
import { changeAbout, changeDraft } from '@/lib/server/services/banks/draft'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { publishNotes } from '@/lib/server/services/banks/publish-notes'
import { listBanks, readBank } from '@/lib/server/services/banks/read-bank'
import { openBankLink, shareBank } from '@/lib/server/services/banks/share-bank'
import { listCorrections } from '@/lib/server/services/corrections'
import { deletePerson } from '@/lib/server/services/delete-account'
import { readFigure } from '@/lib/server/services/figures'
import { listConcepts } from '@/lib/server/services/list-concepts'
import { listDecks } from '@/lib/server/services/list-decks'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { readBundle } from '@/lib/server/services/read-bundle'
import { readDeckAbout } from '@/lib/server/services/read-deck-about'
import { listSections } from '@/lib/server/services/read-section'
import { suggestCorrection } from '@/lib/server/services/suggest-correction'
import type { BankAbout } from '@/lib/sync/bank'
import type { AcceptedCard, NotesForBank } from '@/lib/sync/bank-notes'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { noon } from '../support/events'
import { makePeople } from '../support/people'

const now = new Date(noon)
const about: BankAbout = {
  title: 'Optimisers',
  languages: ['en'],
  author: 'Ada',
  licence: 'CC BY 4.0',
  source: 'Lecture 7',
}
const card = (id: string, front = `What is ${id}?`): AcceptedCard => ({
  id,
  type: 'basic',
  heading: ['Optimisers', 'Momentum'],
  fields: { front, back: 'A moving average of the gradient.' },
})
const notes = (cards: readonly AcceptedCard[], bank: NotesForBank['bank'] = null): NotesForBank => ({
  bank,
  about,
  name: 'Lecture 7: SGD.md',
  notes: 'abcd12',
  cards,
  figures: [],
})

describe.each(testedDatabases)('banks on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const { guest, member } = makePeople(() => scratch.db, 'banks', now)
  const published = async (author: Author, cards: readonly AcceptedCard[] = [card('momentum.def')]) => {
    const made = await publishNotes(scratch.db, author, notes(cards), now)
    if (!made.ok || made.value.kind !== 'published') throw new Error(`not published: ${JSON.stringify(made)}`)
    return { ...made.value, bank: asId<DeckId>(made.value.bank) }
  }
  const seenBy = async (reader: UserId | null, deck: string, version: string | null = null) => ({
    listed: (await listDecks(scratch.db, reader)).some(({ id }) => id === deck),
    bundle: (await readBundle(scratch.db, reader, asId<DeckId>(deck), 'en', version)) !== null,
    about: (await readDeckAbout(scratch.db, reader, asId<DeckId>(deck), 'en')) !== null,
    concepts: (await listConcepts(scratch.db, reader, asId<DeckId>(deck), 'en')).length > 0,
  })
  const all = { listed: true, bundle: true, about: true, concepts: true }
  const none = { listed: false, bundle: false, about: false, concepts: false }

  it('belong to members, learners too; a guest is told to make an account', async () => {
    const owner = await member()
    const made = await createBank(scratch.db, owner, about, now)
    expect(made).toMatchObject({ ok: true, value: { ...about, state: 'draft', audience: 'owner', revision: 1 } })
    expect(await listBanks(scratch.db, owner)).toMatchObject({
      ok: true,
      value: [{ title: 'Optimisers', published: null }],
    })
    const visitor = await guest()
    expect(await createBank(scratch.db, visitor, about, now)).toEqual(refuse('guest'))
    expect(await publishNotes(scratch.db, visitor, notes([card('a')]), now)).toEqual(refuse('guest'))
    expect(await listBanks(scratch.db, visitor)).toEqual(refuse('guest'))
  })

  it('keep the pictures their cards show, and none whose bytes are something else', async () => {
    const owner = await member()
    const data = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    const figure = figureFrom(data)?.path ?? ''
    const base64 = Buffer.from(data).toString('base64')
    const pictured: AcceptedCard = {
      id: 'lstm.gate',
      type: 'occlusion',
      heading: ['LSTM'],
      fields: { question: 'Which gate?', figure, alt: 'A cell', boxes: [{ at: [1, 1, 20, 20], label: 'forget' }] },
    }
    const send = (bytes: string, path = figure, bank: NotesForBank['bank'] = null) =>
      publishNotes(scratch.db, owner, { ...notes([pictured], bank), figures: [{ path, data: bytes }] }, now)
    const made = await send(base64)
    if (!made.ok || made.value.kind !== 'published') throw new Error(`not published: ${JSON.stringify(made)}`)
    const { bank } = made.value
    const bundle = await readBundle(scratch.db, owner.id, asId<DeckId>(bank), 'en', null)
    const name = /\/figures\/[\w-]+\/([0-9a-f]{32}\.svg)/.exec(bundle?.text ?? '')?.[1] ?? ''
    expect(await readFigure(scratch.db, owner.id, asId<DeckId>(bank), name)).toEqual(data)
    const stranger = await member()
    expect(await readFigure(scratch.db, stranger.id, asId<DeckId>(bank), name)).toBeNull()
    const acting = Buffer.from('<svg onload="alert(1)"/>').toString('base64')
    expect(await send(acting, figure, { id: bank, base: 1 })).toEqual(refuse('not-a-picture'))
    expect(await send(Buffer.from('no picture').toString('base64'))).toEqual(refuse('not-a-picture'))
    expect(await send(base64, figure.replace('svg', 'png'))).toEqual(refuse('not-a-picture'))
    // Without its picture a card cannot stand.
    const bare = await publishNotes(scratch.db, owner, notes([pictured]), now)
    expect(bare).toMatchObject({ ok: true, value: { kind: 'refused', faults: [{ card: 'lstm.gate' }] } })
  })

  it('are nobody else’s: not by a list, not by a guessed id, whatever is asked of them', async () => {
    const [owner, other] = [await member(), await member('instructor')]
    const { bank } = await published(owner)
    const at = { id: bank, base: 1 }
    expect(await listBanks(scratch.db, other)).toEqual(ok([]))
    expect(await readBank(scratch.db, other, bank)).toEqual(refuse('not-found'))
    expect(await changeDraft(scratch.db, other, at, [{ path: 'a.cards.yaml', text: '' }], now)).toEqual(
      refuse('not-found'),
    )
    expect(await changeAbout(scratch.db, other, at, { ...about, title: 'Mine' }, now)).toEqual(refuse('not-found'))
    expect(await publishBank(scratch.db, other, at, [], now)).toEqual(refuse('not-found'))
    expect(await publishNotes(scratch.db, other, notes([card('a')], at), now)).toEqual(refuse('not-found'))
    expect(await shareBank(scratch.db, other, bank, 'link', false)).toEqual(refuse('not-found'))
    expect(await moveBank(scratch.db, other, at, 'retire', '', now)).toEqual(refuse('not-found'))
    expect(await deleteBank(scratch.db, other, bank)).toEqual(refuse('not-found'))
    expect(await readBank(scratch.db, owner, bank)).toMatchObject({
      ok: true,
      value: { title: 'Optimisers', revision: 1 },
    })
  })

  it('reach learners as they were shared: the owner, whoever has the link, everybody', async () => {
    const [owner, friend, stranger] = [await member('instructor'), await guest(), await member()]
    const { bank, version } = await published(owner)
    expect(await seenBy(owner.id, bank)).toEqual(all)
    for (const reader of [friend.id, stranger.id, null]) {
      expect(await seenBy(reader, bank)).toEqual(none)
      expect(await seenBy(reader, bank, version), 'by the name of its version').toEqual(none)
    }

    const shared = await shareBank(scratch.db, owner, bank, 'link', false)
    const token = (shared.ok && shared.value.linkToken) || ''
    expect(token.length).toBeGreaterThan(20)
    expect(await seenBy(friend.id, bank), 'before the link is opened').toEqual(none)
    expect(await openBankLink(scratch.db, friend, token, now)).toEqual(ok(bank))
    expect(await openBankLink(scratch.db, friend, token, now)).toEqual(ok(bank))
    expect(await openBankLink(scratch.db, stranger, 'guessed', now)).toEqual(refuse('link'))
    expect(await seenBy(friend.id, bank)).toEqual(all)
    expect(await seenBy(stranger.id, bank)).toEqual(none)

    const again = await shareBank(scratch.db, owner, bank, 'link', true)
    expect(again.ok && again.value.linkToken).not.toBe(token)
    expect(await openBankLink(scratch.db, stranger, token, now)).toEqual(refuse('link'))
    expect(await seenBy(friend.id, bank), 'whoever was in stays').toEqual(all)

    expect((await shareBank(scratch.db, owner, bank, 'everyone', false)).ok).toBe(true)
    for (const reader of [friend.id, stranger.id, null]) expect(await seenBy(reader, bank)).toEqual(all)
    expect((await readBundle(scratch.db, null, bank, 'en', null))?.open).toBe(true)

    await moveBank(scratch.db, owner, { id: bank, base: 1 }, 'retire', 'Old.', now)
    expect(await seenBy(owner.id, bank)).toEqual(all)
    expect(await seenBy(friend.id, bank), 'whoever had it keeps it').toEqual(all)
    for (const reader of [stranger.id, null]) expect(await seenBy(reader, bank), 'nobody new gets it').toEqual(none)
    expect(await openBankLink(scratch.db, stranger, (again.ok && again.value.linkToken) || '', now)).toEqual(
      refuse('link'),
    )
    expect(await readBank(scratch.db, owner, bank)).toMatchObject({ ok: true, value: { state: 'retired' } })
    await moveBank(scratch.db, owner, { id: bank, base: 1 }, 'reopen', '', now)
    await shareBank(scratch.db, owner, bank, 'owner', false)
    expect(await seenBy(owner.id, bank)).toEqual(all)
    expect(await seenBy(friend.id, bank), 'after the link was closed').toEqual(none)
  })

  it('are opened to everybody by owners and instructors of the server alone', async () => {
    const learner = await member()
    const { bank } = await published(learner)
    expect(await shareBank(scratch.db, learner, bank, 'everyone', false)).toEqual(refuse('instructors-only'))
    expect(await seenBy(null, bank)).toEqual(none)
  })

  it('keep a guest’s way in when the guest makes or finds an account', async () => {
    const [owner, visitor, account] = [await member(), await guest(), await member()]
    const { bank } = await published(owner)
    const shared = await shareBank(scratch.db, owner, bank, 'link', false)
    await openBankLink(scratch.db, visitor, (shared.ok && shared.value.linkToken) || '', now)
    await mergeGuest(scratch.db, visitor.id, account.id, now)
    expect(await seenBy(account.id, bank)).toEqual(all)
  })

  it('publish accepted notes whole: cards, concepts from the headings, author, licence and source', async () => {
    const owner = await member()
    const { bank, version, cards } = await published(owner, [card('momentum.def'), card('nesterov.def')])
    expect(cards).toBe(2)
    const text = (await readBundle(scratch.db, owner.id, bank, 'en', null))?.text ?? ''
    const bundle = JSON.parse(text) as Bundle
    expect(bundle).toMatchObject({ deck: bank, version, title: 'Optimisers', author: 'Ada', licence: 'CC BY 4.0' })
    expect(bundle.cards.map(({ id }) => id)).toEqual([`${bank}/momentum.def`, `${bank}/nesterov.def`])
    expect(await listConcepts(scratch.db, owner.id, bank, 'en')).toMatchObject([{ id: 'momentum', title: 'Momentum' }])
    const draft = await readBank(scratch.db, owner, bank)
    expect(draft.ok && draft.value.files.map(({ path }) => path)).toEqual([
      'concepts.yaml',
      'lecture-7-sgd.abcd12.cards.yaml',
    ])
  })

  it('tell a fault at its card, and then make or change nothing', async () => {
    const owner = await member()
    const broken = { ...card('broken'), fields: { front: 'What is $\\frac{1}{$?', back: 'x' } }
    const refused = await publishNotes(scratch.db, owner, notes([card('fine'), broken]), now)
    expect(refused).toMatchObject({
      ok: true,
      value: { kind: 'refused', faults: [{ severity: 'error', card: 'broken' }] },
    })
    expect(await listBanks(scratch.db, owner)).toEqual(ok([]))

    const { bank, version } = await published(owner)
    const again = await publishNotes(scratch.db, owner, notes([broken], { id: bank, base: 1 }), now)
    expect(again).toMatchObject({ ok: true, value: { kind: 'refused' } })
    expect(await readBank(scratch.db, owner, bank)).toMatchObject({
      ok: true,
      value: { revision: 1, published: { version, cards: 1 } },
    })
    expect(await publishNotes(scratch.db, owner, notes([]), now)).toMatchObject({
      ok: true,
      value: { kind: 'refused', faults: [{ message: 'The bank has no cards.', card: null }] },
    })
  })

  it('keep every version, replace the cards of the same notes and leave other files alone', async () => {
    const owner = await member()
    const first = await published(owner)
    const { bank } = first
    const own = '- id: own\n  concepts: [momentum]\n  front: Mine?\n  back: Mine.\n'
    expect(
      await changeDraft(scratch.db, owner, { id: bank, base: 1 }, [{ path: 'own.cards.yaml', text: own }], now),
    ).toEqual(ok(2))
    const second = await publishNotes(scratch.db, owner, notes([card('adam.def')], { id: bank, base: 2 }), now)
    expect(second).toMatchObject({ ok: true, value: { kind: 'published', cards: 2, revision: 3 } })
    const ids = async (version: string | null) => {
      const found = await readBundle(scratch.db, owner.id, bank, 'en', version)
      return (JSON.parse(found?.text ?? '') as Bundle).cards.map(({ id }) => id.slice(bank.length + 1)).sort()
    }
    expect(await ids(null)).toEqual(['adam.def', 'own'])
    expect(await ids(first.version)).toEqual(['momentum.def'])
  })

  it('never overwrite what was changed elsewhere since it was read', async () => {
    const owner = await member()
    const { bank } = await published(owner)
    const change = (base: number) =>
      changeDraft(scratch.db, owner, { id: bank, base }, [{ path: 'x.en.md', text: `${base}` }], now)
    const both = await Promise.all([change(1), change(1)])
    expect(both.filter(({ ok: done }) => done)).toHaveLength(1)
    expect(both).toContainEqual(refuse('stale'))
    expect(await publishBank(scratch.db, owner, { id: bank, base: 1 }, [], now)).toEqual(refuse('stale'))
    expect(await publishNotes(scratch.db, owner, notes([card('a')], { id: bank, base: 1 }), now)).toEqual(
      refuse('stale'),
    )
  })

  it('take no file that could not stand in a deck’s folder', async () => {
    const owner = await member()
    const { bank } = await published(owner)
    for (const path of [
      'deck.yaml',
      '../a.yaml',
      'a/b/c.yaml',
      'a/../b.yaml',
      '/etc/passwd.md',
      'script.js',
      '.hidden.md',
      '',
    ])
      expect(await changeDraft(scratch.db, owner, { id: bank, base: 1 }, [{ path, text: '' }], now), path).toEqual(
        refuse('file-name'),
      )
    const huge = [{ path: 'a.en.md', text: 'x'.repeat(8_000_001) }]
    expect(await changeDraft(scratch.db, owner, { id: bank, base: 1 }, huge, now)).toEqual(refuse('draft-too-large'))
    expect(await readBank(scratch.db, owner, bank)).toMatchObject({ ok: true, value: { revision: 1 } })
  })

  it('refuse a question whose key cannot be computed', async () => {
    const owner = await member()
    const { bank } = await published(owner)
    const question = '- id: q\n  type: compute\n  concepts: [momentum]\n  ask: [y]\n'
    const files = [{ path: 'q.cards.yaml', text: question }]
    const outcome = await publishBank(scratch.db, owner, { id: bank, base: 1 }, files, now)
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'refused' } })
    expect(await readBank(scratch.db, owner, bank)).toMatchObject({ ok: true, value: { revision: 1 } })
  })

  it('go with everything published from them, when deleted and with the account', async () => {
    const [owner, leaver] = [await member(), await member()]
    const [one, two] = [await published(owner), await published(leaver)]
    expect(await deleteBank(scratch.db, owner, one.bank)).toEqual(ok('deleted'))
    await deletePerson(scratch.db, leaver.id, now)
    for (const { bank } of [one, two]) {
      expect(await scratch.db.deck.findUnique({ where: { id: bank } })).toBeNull()
      expect(await scratch.db.deckBundle.count({ where: { deckId: bank } })).toBe(0)
      expect(await scratch.db.bankFile.count({ where: { bankId: bank } })).toBe(0)
    }
  })

  it('hide figures, sections and corrections like the deck itself', async () => {
    const [owner, stranger] = [await member(), await member('instructor')]
    const { bank } = await published(owner)
    const deck = compiledDeck('pictures', 'v1')
    const data = new TextEncoder().encode('<svg/>')
    await publishDeck(scratch.db, deck, [{ name: 'a.svg', data }], now)
    await scratch.db.deckFigure.create({ data: { deckId: bank, name: 'a.svg', data } })
    expect(await readFigure(scratch.db, null, deck.id, 'a.svg')).toEqual(data)
    expect(await readFigure(scratch.db, stranger.id, bank, 'a.svg')).toBeNull()
    expect(await readFigure(scratch.db, owner.id, bank, 'a.svg')).toEqual(data)
    expect(await listSections(scratch.db, stranger.id, bank, 'en')).toEqual([])

    const correction = {
      id: `correction-${bank}`,
      cardId: asId<never>(`${bank}/momentum.def`),
      revision: 'r',
      language: 'en' as const,
      quote: '',
      comment: 'Say of what.',
    }
    expect(await suggestCorrection(scratch.db, stranger.id, correction, now)).toEqual(refuse('not-found'))
    expect(await suggestCorrection(scratch.db, owner.id, correction, now)).toEqual(ok('kept'))
    const inbox = async (author: Author) => {
      const list = await listCorrections(scratch.db, author)
      return list.ok ? list.value.map(({ id }) => id) : list.error
    }
    expect(await inbox(owner)).toEqual([correction.id])
    expect(await inbox(stranger)).not.toContain(correction.id)
  })
})
