import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckFolders } from '@/lib/cli/deck-folder'
import { publishFolder } from '@/lib/cli/publish-folder'
import { refuse } from '@/lib/core/result'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { readDraftFigure } from '@/lib/server/services/banks/draft-figure'
import { forkBank } from '@/lib/server/services/banks/fork-bank'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { listBanks, readBank } from '@/lib/server/services/banks/read-bank'
import { listDecks } from '@/lib/server/services/list-decks'
import { readBundle } from '@/lib/server/services/read-bundle'
import { startGuest } from '@/lib/server/services/start-guest'
import { type OpenScratch, openScratch } from '../../support/databases'
import { noon } from '../../support/events'

let scratch: OpenScratch
let folder: string

const about = 'id: tiny\ntitle: { en: Tiny, zh: 小 }\nauthor: A\nlicence: MIT\nsource: none\n'
const concept =
  '- id: square\n  study: 1\n  title: { en: Square, zh: 平方 }\n  kind: definition\n  computable: false\n  prerequisites: []\n'
const card = (front: string) =>
  `- id: square.def\n  concepts: [square]\n  front: { en: "${front}", zh: "${front}" }\n  back: { en: "$x^2$", zh: "$x^2$" }\n`

beforeEach(async () => {
  scratch = await openScratch(scratchSqlite)
  folder = join(mkdtempSync(join(tmpdir(), 'gradeck-content-')), 'tiny')
  mkdirSync(folder)
  write('deck.yaml', about)
  write('concepts.yaml', concept)
  write('square.cards.yaml', card('What is a square?'))
})
afterEach(async () => {
  rmSync(join(folder, '..'), { recursive: true, force: true })
  await scratch.discard()
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const publish = () => publishFolder(scratch.db, folder, new Date(noon))
const versions = async () => (await listDecks(scratch.db, null)).map((deck) => deck.version)

describe('publishing a folder', () => {
  it('publishes once, and again only after a change', async () => {
    expect(await publish()).toMatchObject({ kind: 'published', deck: 'tiny' })
    const [first] = await versions()
    expect((await publish()).kind).toBe('unchanged')
    write('square.cards.yaml', card('What is a square number?'))
    expect((await publish()).kind).toBe('published')
    expect(await versions()).not.toEqual([first])
  })

  it('keeps what was read, so that a member makes a bank of it: figures, studies, both languages, ids and origin', async () => {
    mkdirSync(join(folder, 'figures'))
    mkdirSync(join(folder, 'study-2'))
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    write(
      'deck.yaml',
      `${about}studies:\n  - { number: 1, title: { en: One, zh: 一 } }\n  - { number: 2, title: { en: Two, zh: 二 }, background: true }\n`,
    )
    write('concepts.yaml', concept.replace('study: 1', 'study: 2'))
    write('figures/plot.svg', svg)
    write('notes.txt', 'Not part of it.')
    rmSync(join(folder, 'square.cards.yaml'))
    write('study-2/square.cards.yaml', card('What is it?').replaceAll('$x^2$', '![a plot](figures/plot.svg)'))
    expect((await publish()).kind).toBe('published')
    const [version] = await versions()

    const made = await startGuest(scratch.db, 'copies', new Date(noon))
    if (!made.ok) throw new Error(made.error)
    const author = { id: made.value, kind: 'member', role: 'learner' } as const
    expect(await forkBank(scratch.db, { ...author, kind: 'guest' }, 'tiny', 'zh', new Date(noon))).toEqual(
      refuse('guest'),
    )
    const copy = await forkBank(scratch.db, author, 'tiny', 'zh', new Date(noon))
    if (!copy.ok) throw new Error(copy.error)
    expect(copy.value).toMatchObject({
      title: '小',
      author: 'A',
      licence: 'MIT',
      source: 'none',
      languages: ['zh', 'en'],
      state: 'draft',
      origin: { deck: 'tiny', version },
      studies: [
        { number: 1, title: { en: 'One', zh: '一' }, background: false },
        { number: 2, title: { en: 'Two', zh: '二' }, background: true },
      ],
    })
    const { id } = copy.value
    const read = await readBank(scratch.db, author, id)
    expect(read.ok && read.value.files.map(({ path }) => path)).toEqual([
      'concepts.yaml',
      'figures/plot.svg',
      'study-2/square.cards.yaml',
    ])
    expect(await readDraftFigure(scratch.db, author, id, 'plot.svg')).toEqual(new TextEncoder().encode(svg))
    const out = await publishBank(scratch.db, author, { id, base: 1 }, [], new Date(noon))
    expect(out).toMatchObject({ ok: true, value: { kind: 'published', cards: 1 } })
    const bundle = await readBundle(scratch.db, author.id, id, 'en', null)
    expect(JSON.parse(bundle?.text ?? '')).toMatchObject({ cards: [{ id: `${id}/square.def` }] })
    expect(await listBanks(scratch.db, author)).toMatchObject({ value: [{ studies: [{ number: 1 }, { number: 2 }] }] })
  })

  it('tells a fault with its file and leaves what learners have', async () => {
    await publish()
    const before = await versions()
    write('square.cards.yaml', card('What is $\\\\frac{1}$?'))
    const refused = await publish()
    expect(refused.kind).toBe('refused')
    expect(refused.diagnostics[0]?.file).toBe(join(folder, 'square.cards.yaml'))
    write('square.cards.yaml', `${card('One')}${card('Two')}`)
    expect((await publish()).kind).toBe('refused')
    write('square.cards.yaml', `- id: "${'x'.repeat(10_000_000)}"\n`)
    expect((await publish()).kind).toBe('refused')
    expect(await versions()).toEqual(before)
  })

  it('keeps back a deck that is not for learners', async () => {
    write('deck.yaml', `${about}publish: false\n`)
    expect((await publish()).kind).toBe('kept-back')
    expect(await versions()).toEqual([])
  })

  it('finds the decks of a folder, or the folder itself', () => {
    expect(deckFolders(join(folder, '..'))).toEqual([folder])
    expect(deckFolders(folder)).toEqual([folder])
  })
})
