import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckFolders } from '@/lib/cli/deck-folder'
import { publishFolder } from '@/lib/cli/publish-folder'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { listDecks } from '@/lib/server/services/list-decks'
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
