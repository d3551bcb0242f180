import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '@/lib/core/result'
import { cardIdOf } from '@/lib/importers/anki/cards/identity'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { undoImport } from '@/lib/server/services/imports/undo-import'
import { type CollectionSpec, legacyPackage, now as made } from '../support/anki-package'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { nothingImported, openImportDesk, sweepPreviews } from '../support/import-desk'
import { makePeople } from '../support/people'

const now = new Date(made)
const day = 86_400_000

afterAll(sweepPreviews)

describe.each(testedDatabases)('the rows of an import on $name', ({ make }) => {
  let scratch: OpenScratch
  const desk = openImportDesk(() => scratch)
  const { take, preview, done, rows, bundleOf } = desk
  const { member } = makePeople(() => scratch.db, 'import-rows', now)
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(async () => {
    await scratch.discard()
    desk.discard()
  })

  it('lists every row of a question bank with its losses, and takes its cards in, a calculated one through both engines', async () => {
    const ada = await member()
    const file = { name: 'backprop.xml' }
    const bytes = readFileSync('tests/fixtures/importers/moodle-xml/backprop.xml')
    const left = bytes
      .toString()
      .replace('</quiz>', '<question type="random"><name><text>Any</text></name></question></quiz>')
    const told = await preview(ada, left, null, file)
    expect(told.rows.map(({ outcome }) => outcome)).toEqual([
      'imported',
      'lossy',
      'lossy',
      'imported',
      'imported',
      'lossy',
      'imported',
      'skipped',
    ])
    expect(told.rows.at(-1)).toMatchObject({
      title: 'Any',
      reasons: [{ kind: 'unknown-type', detail: 'random' }],
      source: expect.stringContaining('type="random"'),
    })
    const answer = await take(ada, left, told.mark, file)
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    expect(answer.value.cards).toBe(7)
    const bundle = await bundleOf(ada.id, answer.value.bank)
    expect(bundle?.cards.map(({ type }) => type).sort()).toEqual([
      'basic',
      'basic',
      'choice',
      'cloze',
      'compute',
      'match',
      'numeric',
    ])
  })

  it('leaves out the rows somebody left out, and begins with that the next time', async () => {
    const ada = await member()
    const named = { name: 'nets.csv' }
    const table = (more = '') => `front,back\nWhat is a net?,Layers\nWhat is a bias?,A shift\n${more}`
    const first = await preview(ada, table(), null, named)
    expect(first.rows.map(({ title, brings, choice }) => ({ title, brings, choice }))).toEqual([
      { title: 'What is a net?', brings: { added: 1, changed: 0, same: 0, copies: 0, reviews: 0 }, choice: 'take' },
      { title: 'What is a bias?', brings: { added: 1, changed: 0, same: 0, copies: 0, reviews: 0 }, choice: 'take' },
    ])
    const decided = { ...named, choices: { skip: [1], both: [] } }
    const answer = await take(ada, table(), first.mark, decided)
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    expect(answer.value.cards).toBe(1)
    const { id, bank } = answer.value
    expect((await bundleOf(ada.id, bank))?.cards).toHaveLength(1)

    const more = table('What is a loss?,A number\n')
    const again = await preview(ada, more, null, named)
    expect(again).toMatchObject({ bank: { id: bank }, cards: { added: 1, changed: 0, same: 1 } })
    expect(again.rows.map(({ choice }) => choice)).toEqual(['take', 'skip', 'take'])
    await take(ada, more, again.mark, named)
    const titles = async () => JSON.stringify((await bundleOf(ada.id, bank))?.cards)
    expect(await titles()).toContain('a loss')
    expect(await titles()).not.toContain('a bias')

    // Somebody thinks better of it, and that is what holds from then on.
    const third = await preview(ada, more, null, named)
    await take(ada, more, third.mark, { ...named, choices: { skip: [], both: [] } })
    expect(await titles()).toContain('a bias')
    expect((await preview(ada, more, null, named)).rows.map(({ choice }) => choice)).toEqual(['take', 'take', 'take'])
    expect(await undoImport(scratch.db, ada, id, now)).toEqual(refuse('stale'))
  })

  it('lets each card that is there already be updated, kept beside the new one, or left as it is', async () => {
    const ada = await member()
    const spec3 = (word: string): CollectionSpec => ({
      notes: [1, 2, 3].map((id) => ({ id, guid: `note${id}`, fields: [`What is ${id}?`, word] })),
      cards: [1, 2, 3].map((id) => ({ id: id * 10, note: id, type: 2, due: 60, ivl: 20, data: '{"s":21.5,"d":4.25}' })),
      reviews: [1, 2, 3].map((id) => [made - 30 * day + id, id * 10, 3, 20, -600, 4000, 0] as const),
    })
    const { bank } = await done(ada, await legacyPackage(spec3('old')))
    const later = await legacyPackage({
      ...spec3('new'),
      reviews: [
        ...(spec3('old').reviews ?? []),
        ...[1, 2, 3].map((id) => [made - 2 * day + id, id * 10, 3, 30, 20, 4000, 1] as const),
      ],
    })
    const told = await preview(ada, later, null)
    expect(told.rows).toMatchObject(
      [1, 2, 3].map((line) => ({
        line,
        title: `What is ${line}?`,
        brings: { added: 0, changed: 1, same: 0, reviews: 1 },
      })),
    )
    const answer = await take(ada, later, told.mark, { choices: { skip: [2], both: [1] } })
    expect(answer).toMatchObject({ ok: true, value: { kind: 'done', cards: 2, reviews: 2 } })
    const backs = async () =>
      Object.fromEntries(
        ((await bundleOf(ada.id, bank))?.cards ?? []).map((card) => [
          card.id.slice(bank.length + 1),
          /old|new/.exec(JSON.stringify(card))?.[0],
        ]),
      )
    const id = (guid: string) => cardIdOf(guid, 0)
    const expected = {
      [id('note1')]: 'new',
      [id('note2')]: 'old',
      [`${id('note2')}.copy`]: 'new',
      [id('note3')]: 'old',
    }
    expect(await backs()).toEqual(expected)
    // The same decisions hold for the same file, and nothing is doubled.
    const again = await preview(ada, later, null)
    expect(again.rows.map(({ choice }) => choice)).toEqual(['take', 'both', 'skip'])
    expect(again).toMatchObject({ cards: { added: 0, changed: 0, same: 2 }, reviews: { fresh: 0 } })
  })

  it('updates a card where its author wrote it, and leaves the rest of that file as it stands', async () => {
    const ada = await member()
    const text = '#separator:tab\n#deck:Nets\nWhat is a net?\tLayers\n'
    const named = { name: 'nets.txt' }
    const first = await take(ada, text, (await preview(ada, text, null, named)).mark, named)
    const bank = first.ok && first.value.kind === 'done' ? first.value.bank : ''
    const file = await scratch.db.bankFile.findFirstOrThrow({
      where: { bankId: bank, path: { startsWith: 'imported-' } },
    })
    const mine = `# By hand.\n${file.text.replace('Layers', 'Sums')}\n# The end.\n`
    const moved = [
      { path: file.path, text: null },
      { path: 'mine.cards.yaml', text: mine },
    ]
    await changeDraft(scratch.db, ada, { id: bank, base: 1 }, moved, now)
    const into = { ...named, target: { bank } }
    const told = await preview(ada, text, null, into)
    expect(told.cards).toEqual({ added: 0, changed: 1, same: 0 })
    expect(await take(ada, text, told.mark, into)).toMatchObject({ value: { kind: 'done' } })
    const after = await scratch.db.bankFile.findMany({ where: { bankId: bank, path: { endsWith: '.cards.yaml' } } })
    expect(after.map(({ path }) => path)).toEqual(['mine.cards.yaml'])
    expect(after[0]?.text).toMatch(/^# By hand\.[\s\S]*Layers[\s\S]*# The end\.\n$/)
  })

  it('reads a table as a Chinese spreadsheet saves it', async () => {
    const ada = await member()
    const gbk = Buffer.from('d5fdc3e62cb1b3c3e60d0acab2c3b4cac7cbf0caa7a3bf2cd2bbb8f6cafd0d0a', 'hex')
    const told = await preview(ada, gbk, null, { name: 'nets.csv' })
    expect(told.rows.map(({ title }) => title)).toEqual(['什么是损失？'])
  })

  it('makes no bank of a file whose every row is left out', async () => {
    const ada = await member()
    const text = 'front,back\nWhat is a net?,Layers\n'
    const { mark } = await preview(ada, text, null, { name: 'nets.csv' })
    const none = { name: 'nets.csv', choices: { skip: [0], both: [] } }
    expect(await take(ada, text, mark, none)).toMatchObject({ value: { kind: 'refused', reason: 'nothing-to-import' } })
    expect(await rows(ada)).toEqual(nothingImported)
  })

  it('takes no decision over from a preview that was only looked at', async () => {
    const ada = await member()
    const text = 'front,back\nWhat is a net?,Layers\nWhat is a bias?,A shift\n'
    const named = { name: 'nets.csv' }
    const { mark } = await preview(ada, text, null, { ...named, choices: { skip: [1], both: [] } })
    expect(await take(ada, text, mark, named)).toMatchObject({ value: { kind: 'done', cards: 2 } })
  })
})
