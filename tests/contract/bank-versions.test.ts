import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type DeckId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import type { Author } from '@/lib/server/services/banks/bank'
import { listBankVersions, readBankVersion, restoreBankVersion } from '@/lib/server/services/banks/bank-versions'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { changeAbout, changeDraft, type FileChange } from '@/lib/server/services/banks/draft'
import { readDraftFigure, writeDraftFigure } from '@/lib/server/services/banks/draft-figure'
import { forkBank } from '@/lib/server/services/banks/fork-bank'
import { readGateProgress } from '@/lib/server/services/banks/gate-progress'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { readBank } from '@/lib/server/services/banks/read-bank'
import { shareBank } from '@/lib/server/services/banks/share-bank'
import { readOrigin, takeOrigin } from '@/lib/server/services/banks/take-origin'
import type { Said } from '@/lib/server/services/banks/write-bank-version'
import { readBundle } from '@/lib/server/services/read-bundle'
import type { BankAbout } from '@/lib/sync/bank'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { noon } from '../support/events'
import { makePeople } from '../support/people'

const now = new Date(noon)
const later = (minutes: number) => new Date(noon + minutes * 60_000)
const about: BankAbout = { title: 'Optimisers', languages: ['en'], author: 'Ada', licence: 'CC BY 4.0', source: 'L7' }
const concepts = { path: 'concepts.yaml', text: '- { id: momentum, study: 1, title: Momentum }\n' }
const cardsFile = (...lines: readonly string[]) => ({ path: 'a.cards.yaml', text: lines.join('') })
const card = (id: string, back = 'A moving average.') =>
  `- id: ${id}\n  concepts: [momentum]\n  front: What is ${id}?\n  back: ${back}\n`
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

describe.each(testedDatabases)('what a bank keeps of its publications on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const { member } = makePeople(() => scratch.db, 'bank-versions', now)
  const bankOf = async (owner: Author, its: BankAbout = about): Promise<string> => {
    const made = await createBank(scratch.db, owner, its, now)
    if (!made.ok) throw new Error(made.error)
    return made.value.id
  }
  const publish = (owner: Author, id: string, base: number, files: readonly FileChange[], at = now, said?: Said) =>
    publishBank(scratch.db, owner, { id, base }, files, at, said)
  const cardsOf = async (owner: Author, bank: string) => {
    const found = await readBundle(scratch.db, owner.id, asId<DeckId>(bank), 'en', null)
    return (JSON.parse(found?.text ?? '') as Bundle).cards
  }

  it('is a numbered history with sources, notes and dates that nobody else can read', async () => {
    const [owner, other] = [await member(), await member()]
    const id = await bankOf(owner)
    await publish(owner, id, 1, [concepts, cardsFile(card('a'))])
    await publish(owner, id, 2, [cardsFile(card('a'), card('b'))], later(5), { resets: [], note: 'One more.' })
    expect(await listBankVersions(scratch.db, owner, id)).toMatchObject({
      ok: true,
      value: [
        { number: 2, cards: 2, note: 'One more.', at: noon + 300_000, startedAnew: 0 },
        { number: 1, cards: 1, note: '', at: noon },
      ],
    })
    const first = await readBankVersion(scratch.db, owner, id, 1)
    expect(first).toMatchObject({ ok: true, value: { about, files: [cardsFile(card('a')), concepts] } })
    for (const nobody of [
      await listBankVersions(scratch.db, other, id),
      await listBankVersions(scratch.db, owner, 'bank-guessed'),
      await readBankVersion(scratch.db, other, id, 1),
      await readBankVersion(scratch.db, owner, id, 3),
      await restoreBankVersion(scratch.db, other, { id, base: 3 }, 1, now),
      await readGateProgress(scratch.db, other, id),
    ])
      expect(nobody).toEqual(refuse('not-found'))
    expect(await readGateProgress(scratch.db, owner, id)).toEqual(ok(null))
  })

  it('goes back into the draft whole, figures and all, at the revision that was read', async () => {
    const owner = await member()
    const id = await bankOf(owner)
    expect(await writeDraftFigure(scratch.db, owner, { id, base: 1 }, 'plot.png', png, now)).toEqual(ok(2))
    const shown = card('a', '"![a plot](figures/plot.png)"')
    expect(await publish(owner, id, 2, [concepts, cardsFile(shown)])).toMatchObject({ value: { number: 1 } })
    await changeDraft(
      scratch.db,
      owner,
      { id, base: 3 },
      [{ path: 'figures/plot.png', text: null }, { path: 'b.cards.yaml', text: card('b') }, cardsFile(card('a'))],
      now,
    )
    await changeAbout(scratch.db, owner, { id, base: 4 }, { ...about, title: 'Other' }, now)
    expect(await restoreBankVersion(scratch.db, owner, { id, base: 4 }, 1, now)).toEqual(refuse('stale'))
    expect(await restoreBankVersion(scratch.db, owner, { id, base: 5 }, 1, now)).toEqual(ok(6))
    const draft = await readBank(scratch.db, owner, id)
    expect(draft).toMatchObject({ ok: true, value: { title: 'Optimisers', revision: 6 } })
    expect(draft.ok && draft.value.files).toEqual([cardsFile(shown), concepts, { path: 'figures/plot.png', text: '' }])
    expect(await readDraftFigure(scratch.db, owner, id, 'plot.png')).toEqual(png)
  })

  it('starts cards anew where the author says so, once and for good, and only cards that were asked before', async () => {
    const owner = await member()
    const id = await bankOf(owner)
    await publish(owner, id, 1, [concepts, cardsFile(card('a'), card('b'))], now, { resets: ['a'], note: '' })
    expect(
      (await cardsOf(owner, id)).map(({ resetAt }) => resetAt),
      'nothing was asked before',
    ).toEqual([undefined, undefined])
    const next = cardsFile(card('a', 'Something else.'), card('b', 'a moving average'))
    const said = { resets: ['a', 'guessed'], note: '' }
    expect(await publish(owner, id, 2, [next], later(10), said)).toMatchObject({ value: { number: 2 } })
    const anew = [{ id: `${id}/a`, resetAt: noon + 600_000 }, { id: `${id}/b` }]
    expect(await cardsOf(owner, id)).toMatchObject(anew)
    expect((await cardsOf(owner, id))[1]?.resetAt).toBeUndefined()
    expect(await listBankVersions(scratch.db, owner, id)).toMatchObject({ value: [{ startedAnew: 1 }, {}] })
    await publish(owner, id, 3, [cardsFile(card('a', 'Something else, better.'), card('b'))], later(20))
    expect(await cardsOf(owner, id), 'a later small edit').toMatchObject(anew)
  })

  it('can be copied by whoever may read it and whom the licence lets, with its origin', async () => {
    const [owner, friend, stranger] = [await member(), await member(), await member()]
    const id = await bankOf(owner)
    await writeDraftFigure(scratch.db, owner, { id, base: 1 }, 'plot.png', png, now)
    const shown = cardsFile(card('a', '"![a plot](figures/plot.png)"'))
    const done = await publish(owner, id, 2, [concepts, shown])
    const version = done.ok && done.value.kind === 'published' ? done.value.version : ''
    expect(await forkBank(scratch.db, stranger, id, 'en', now)).toEqual(refuse('not-found'))
    await shareBank(scratch.db, owner, id, 'link', false)
    await scratch.db.deckReader.create({ data: { deckId: id, userId: friend.id } })

    const copy = await forkBank(scratch.db, friend, id, 'en', now)
    expect(copy).toMatchObject({
      ok: true,
      value: { ...about, state: 'draft', audience: 'owner', published: null, origin: { deck: id, version } },
    })
    const copied = copy.ok ? copy.value.id : ''
    expect(await readBank(scratch.db, friend, copied)).toMatchObject({
      value: { files: [shown, concepts, { path: 'figures/plot.png' }] },
    })
    expect(await readDraftFigure(scratch.db, friend, copied, 'plot.png')).toEqual(png)
    expect(await readDraftFigure(scratch.db, friend, id, 'plot.png'), 'the origin stays closed').toBeNull()
    expect(await publish(friend, copied, 1, [])).toMatchObject({ value: { kind: 'published', number: 1 } })

    const guest: Author = { id: friend.id, kind: 'guest', role: 'learner' }
    expect(await forkBank(scratch.db, guest, id, 'en', now)).toEqual(refuse('guest'))
    expect(await forkBank(scratch.db, owner, 'cs231n', 'en', now), 'a deck without sources').toEqual(
      refuse('not-found'),
    )
  })

  it('gives a copy what changed in it since, entry by entry, and leaves what the copy changed', async () => {
    const [owner, friend] = [await member(), await member()]
    const id = await bankOf(owner)
    await publish(owner, id, 1, [concepts, cardsFile(card('a'), card('b'), card('c'))])
    await shareBank(scratch.db, owner, id, 'link', false)
    await scratch.db.deckReader.create({ data: { deckId: id, userId: friend.id } })
    const copy = await forkBank(scratch.db, friend, id, 'en', now)
    const copied = copy.ok ? copy.value.id : ''
    expect(await readOrigin(scratch.db, friend, copied)).toEqual(ok(null))
    await changeDraft(
      scratch.db,
      friend,
      { id: copied, base: 1 },
      [cardsFile(card('a', 'Mine.'), card('b', 'Mine, too.'), card('c'))],
      now,
    )

    await writeDraftFigure(scratch.db, owner, { id, base: 2 }, 'plot.png', png, now)
    const next = cardsFile(card('a'), card('b', 'Theirs.'), card('c', '"![a plot](figures/plot.png)"'), card('d'))
    await publish(owner, id, 3, [next], later(5))
    const newer = await readOrigin(scratch.db, friend, copied)
    expect(newer).toMatchObject({
      value: { kept: ['b'], after: { files: [next, concepts, { path: 'figures/plot.png' }] } },
    })
    const version = newer.ok ? (newer.value?.version ?? '') : ''
    expect(await takeOrigin(scratch.db, friend, { id: copied, base: 1 }, version, now)).toEqual(refuse('stale'))
    expect(await takeOrigin(scratch.db, friend, { id: copied, base: 2 }, 'another', now)).toEqual(refuse('stale'))
    expect(await takeOrigin(scratch.db, owner, { id: copied, base: 2 }, version, now)).toEqual(refuse('not-found'))
    expect(await takeOrigin(scratch.db, friend, { id: copied, base: 2 }, version, now)).toEqual(ok(3))
    expect(await readBank(scratch.db, friend, copied)).toMatchObject({
      value: {
        origin: { deck: id, version },
        files: [
          cardsFile(card('a', 'Mine.'), card('b', 'Mine, too.'), card('c', '"![a plot](figures/plot.png)"'), card('d')),
          concepts,
          { path: 'figures/plot.png' },
        ],
      },
    })
    expect(await readDraftFigure(scratch.db, friend, copied, 'plot.png')).toEqual(png)
    expect(await readOrigin(scratch.db, friend, copied)).toEqual(ok(null))

    await publish(owner, id, 4, [cardsFile(card('a'))], later(9))
    await shareBank(scratch.db, owner, id, 'owner', false)
    expect(await readOrigin(scratch.db, friend, copied), 'once it may not be read').toEqual(ok(null))
  })

  it('gives a copy nothing more once it names no licence, but for a copy of its owner', async () => {
    const [owner, friend] = [await member(), await member()]
    const id = await bankOf(owner)
    await publish(owner, id, 1, [concepts, cardsFile(card('a'))])
    await shareBank(scratch.db, owner, id, 'link', false)
    await scratch.db.deckReader.create({ data: { deckId: id, userId: friend.id } })
    const copyOf = async (who: Author) => {
      const made = await forkBank(scratch.db, who, id, 'en', now)
      return made.ok ? made.value.id : ''
    }
    const [theirs, own] = [await copyOf(friend), await copyOf(owner)]
    await changeAbout(scratch.db, owner, { id, base: 2 }, { ...about, licence: '' }, now)
    const done = await publish(owner, id, 3, [cardsFile(card('a', 'All rights reserved.'))], later(5))
    const version = done.ok && done.value.kind === 'published' ? done.value.version : ''
    expect(await readOrigin(scratch.db, friend, theirs)).toEqual(ok(null))
    expect(await takeOrigin(scratch.db, friend, { id: theirs, base: 1 }, version, now)).toEqual(refuse('stale'))
    expect(await readOrigin(scratch.db, owner, own)).toMatchObject({ value: { version } })
  })

  it('is not copied by others where it names no licence', async () => {
    const [owner, friend] = [await member(), await member()]
    const id = await bankOf(owner, { ...about, licence: ' ' })
    await publish(owner, id, 1, [concepts, cardsFile(card('a'))])
    await shareBank(scratch.db, owner, id, 'link', false)
    await scratch.db.deckReader.create({ data: { deckId: id, userId: friend.id } })
    expect(await forkBank(scratch.db, friend, id, 'en', now)).toEqual(refuse('no-licence'))
    expect((await forkBank(scratch.db, owner, id, 'en', now)).ok).toBe(true)
  })

  it('takes pictures alone, each of the kind its name says, from the owner alone', async () => {
    const [owner, other] = [await member(), await member()]
    const id = await bankOf(owner)
    const put = (who: Author, name: string, data: Uint8Array<ArrayBuffer>) =>
      writeDraftFigure(scratch.db, who, { id, base: 1 }, name, data, now)
    const text = (words: string) => new TextEncoder().encode(words)
    expect(await put(other, 'plot.png', png)).toEqual(refuse('not-found'))
    expect(await put(owner, 'plot.exe', png)).toEqual(refuse('file-name'))
    expect(await put(owner, '../plot.png', png)).toEqual(refuse('file-name'))
    expect(await put(owner, 'plot.jpg', png)).toEqual(refuse('not-a-picture'))
    expect(await put(owner, 'plot.svg', text('<html><svg></svg></html>'))).toEqual(refuse('not-a-picture'))
    expect(await put(owner, 'plot.svg', text('<?xml version="1.0"?>\n<svg xmlns="x"></svg>'))).toEqual(ok(2))
    expect(await readDraftFigure(scratch.db, other, id, 'plot.svg')).toBeNull()
  })
})
