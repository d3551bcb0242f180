import { describe, expect, it } from 'vitest'
import { cardForms } from '@/lib/cards/forms'
import { cardTypes } from '@/lib/cards/list'
import { wholeCheck } from '@/lib/client/editor/check-draft'
import type { Look } from '@/lib/client/editor/draft-reader'
import { makeEditorDesk } from '@/lib/client/editor/editor-desk'
import type { BankAbout } from '@/lib/sync/bank'

const about: BankAbout = { title: 'Nets', languages: ['en'], author: '', licence: '', source: '' }
const concepts = { path: 'concepts.yaml', text: '- { id: relu, study: 1, title: ReLU }\n' }
const basic = (id: string, front: string) => `- id: ${id}\n  concepts: [relu]\n  front: ${front}\n  back: "0"\n\n`
const compute = `- id: relu.backward
  concepts: [relu]
  prompt: Give the output.
  given:
    x: { shape: [3], uniform: [-3, 3], decimals: 1 }
    w: { shape: [2, 3], uniform: [-2, 2], decimals: 1 }
  steps:
    h: w @ x
    out: sum(relu(h))
  ask:
    - { value: out, decimals: 2, zero: true }
  mistakes:
    no-gate: { change: { out: sum(h) }, says: { en: Gate., zh: 门。 } }
    mean: { change: { out: mean(relu(h)) }, says: { en: Sum., zh: 求和。 } }
`
const deskOf = async (text: string, more: readonly { path: string; text: string }[] = []) => {
  const desk = makeEditorDesk()
  await desk.open({ id: 'bank-1', about, files: [concepts, { path: 'a.cards.yaml', text }, ...more] })
  return desk
}
const checked = (desk: ReturnType<typeof makeEditorDesk>) => wholeCheck(() => desk.check(null))
const cardAt = (look: Look) => {
  if (look.kind !== 'card') throw new Error(`There is ${look.kind} here.`)
  return look
}

describe('the editor’s desk', () => {
  it('shows the card at the cursor as publishing would compile it', async () => {
    const desk = await deskOf(basic('a', 'One?') + basic('b', 'What is $x^2$?'))
    const look = cardAt(await desk.look({ path: 'a.cards.yaml', line: 8 }))
    expect(look).toMatchObject({ line: 6, lines: 6, id: 'b', card: { type: 'basic' }, faults: [], hints: null })
    expect(JSON.stringify(look.card?.faces)).toContain('katex')
    expect(await desk.look({ path: 'concepts.yaml', line: 1 })).toEqual({ kind: 'nothing' })
  })

  it('tells faults at their line in the file, however long it is, and keeps the other cards', async () => {
    const desk = await deskOf(basic('a', 'One?') + basic('b', 'Two?'))
    desk.write([{ path: 'a.cards.yaml', text: `# first\n${basic('a', 'One?')}${basic('b', '"$\\\\frac{1}{$"')}` }])
    const look = cardAt(await desk.look({ path: 'a.cards.yaml', line: 9 }))
    expect(look.faults).toMatchObject([{ severity: 'error', line: 9 }])
    const check = await checked(desk)
    expect(check.diagnostics).toMatchObject([{ file: 'a.cards.yaml', line: 9 }])
    expect(check.cards).toMatchObject([
      { id: 'a', line: 2, type: 'basic', title: 'One?', errors: 0 },
      { id: 'b', line: 7, errors: 1 },
    ])
    expect(check.concepts).toEqual([{ id: 'relu', title: 'ReLU' }])
  })

  it('tells what publishing would tell of ids that stand twice, unknown concepts and broken YAML', async () => {
    const twice = await deskOf(basic('a', 'One?') + basic('a', 'Two?'))
    expect((await checked(twice)).diagnostics).toMatchObject([{ message: expect.stringContaining('stands already') }])
    const unknown = await deskOf(basic('a', 'One?').replace('relu', 'rellu'))
    expect((await checked(unknown)).diagnostics).toMatchObject([{ hint: 'Did you mean "relu"?', line: 2 }])
    const broken = await deskOf(`${basic('a', 'One?')}- id: b\n  front: [\n`)
    const { diagnostics, cards } = await checked(broken)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(cards.map(({ id, type }) => [id, type])).toEqual([
      ['a', 'basic'],
      ['b', ''],
    ])
  })

  it('reads cards again where a concept goes, and shows sections as pages', async () => {
    const section = {
      path: 'intro.en.md',
      text: '---\nid: intro\nstudy: 1\norder: 1\nconcepts: []\n---\n\n# Intro\n\n![a plot](figures/a.png)\n',
    }
    const desk = await deskOf(basic('a', 'One?'), [section, { path: 'figures/a.png', text: '' }])
    expect((await checked(desk)).diagnostics).toEqual([])
    expect(await desk.look({ path: 'intro.en.md', line: 3 })).toMatchObject({
      kind: 'section',
      title: 'Intro',
      language: 'en',
      blocks: [{ kind: 'figure', src: '/api/banks/bank-1/figures/a.png' }],
    })
    desk.write([{ path: 'concepts.yaml', text: '[]\n' }])
    expect((await checked(desk)).diagnostics).toMatchObject([{ file: 'a.cards.yaml', line: 2 }])
  })

  it('tells the shapes of a computation and tries it on twelve variants', async () => {
    const desk = await deskOf(basic('a', 'One?') + compute)
    const look = cardAt(await desk.look({ path: 'a.cards.yaml', line: 8 }))
    expect(look.hints).toEqual([
      { line: 10, name: 'x', shape: [3] },
      { line: 11, name: 'w', shape: [2, 3] },
      { line: 13, name: 'h', shape: [2] },
      { line: 14, name: 'out', shape: [] },
      { line: 16, name: 'out', shape: [] },
    ])
    const text = '\n'.repeat(look.line - 1) + compute
    const lab = await desk.lab({ type: 'compute', text, file: 'a.cards.yaml' })
    expect(lab?.variants).toHaveLength(12)
    expect(lab?.variants[0]).toMatchObject({
      given: [{ name: 'x', shape: [3] }, { name: 'w' }],
      keys: [{ name: 'out' }],
    })
    expect(lab?.mistakes.map(({ name }) => name)).toEqual(['no-gate', 'mean'])
    expect(lab?.mistakes.flatMap(({ tried }) => tried.map(({ kind }) => kind)).every((kind) => kind === 'named')).toBe(
      true,
    )
    expect(lab?.diagnostics).toEqual([])
    expect(await desk.lab({ type: 'basic', text: basic('a', 'One?'), file: 'a.cards.yaml' })).toBeNull()
  })

  it('compares the draft with what was published, formulas set', async () => {
    const desk = await deskOf(basic('a', 'What is $x^2$?'))
    const published = {
      id: 'bank-1',
      about,
      files: [concepts, { path: 'a.cards.yaml', text: basic('a', 'What is $x$?') }],
    }
    const { cards, same } = await desk.changes(published)
    expect(same).toBe(0)
    expect(cards).toMatchObject([{ id: 'a', kind: 'changed', meaning: 'changed', parts: [{ path: '/front' }] }])
    expect(cards[0]?.parts[0]?.segments.map(({ kind, inline }) => [kind, inline[0]?.kind])).toEqual([
      ['same', 'text'],
      ['gone', 'math'],
      ['added', 'math'],
      ['same', 'text'],
    ])
    expect((await desk.changes(null)).cards).toMatchObject([{ kind: 'added' }])
  })

  it('changes a field of an entry and leaves the rest as it was written', async () => {
    const desk = makeEditorDesk()
    const text = '- id: a # the first\n  concepts: [ relu ]\n  front: One?\n  back: "0"\n\n'
    expect(await desk.value(text)).toEqual({ id: 'a', concepts: ['relu'], front: 'One?', back: '0' })
    expect(await desk.set({ text, path: ['front'], value: 'Two?' })).toBe(text.replace('One?', 'Two?'))
    expect(await desk.set({ text, path: ['note'], value: 'Why.' })).toBe(text.replace('"0"\n', '"0"\n  note: Why.\n'))
    expect(await desk.set({ text, path: ['back'] })).toBe(text.replace('  back: "0"\n', ''))
    const flow = '- { id: a, options: [{ text: "x, y", right: true }], n: 3 }\n'
    expect(await desk.set({ text: flow, path: ['options', 0, 'text'], value: 'a: b, c' })).toBe(
      flow.replace('x, y', 'a: b, c'),
    )
    expect(await desk.set({ text: flow, path: ['n'], value: 4 })).toBe(flow.replace('3', '4'))
    const given = '- id: a\n  given:\n    x: { uniform: [-3, 3] } # wide\n    w: 1\n'
    expect(await desk.rename({ text: given, path: ['given', 'x'], name: 'x_in' })).toBe(given.replace('x:', 'x_in:'))
    expect(await desk.rename({ text: given, path: ['given', 'x'], name: 'w' })).toBeNull()
    expect(await desk.rename({ text: given, path: ['given', 'z'], name: 'y' })).toBeNull()
    const boxes = '- id: a\n  boxes:\n    - at: [1, 2, 3, 4] # the gate\n      label: x\n'
    expect(await desk.set({ text: boxes, path: ['boxes', 0, 'at'], value: [5, 6, 7, 8] })).toBe(
      boxes.replace('[1, 2, 3, 4] # the gate', '[ 5, 6, 7, 8 ]'),
    )
    expect(await desk.set({ text: boxes, path: ['boxes', 1], value: { at: [5, 6, 7, 8], label: '' } })).toBe(
      `${boxes.replace('[1, 2, 3, 4]', '[ 1, 2, 3, 4 ]')}    - at: [ 5, 6, 7, 8 ]\n      label: ""\n`,
    )
    expect(await desk.set({ text, path: ['concepts'], value: ['relu', 'gate'] })).toBe(
      text.replace('[ relu ]', '[ relu, gate ]'),
    )
    const lines = await desk.set({ text, path: ['back'], value: 'one\ntwo' })
    expect(lines).toBe(text.replace('"0"', '|-\n    one\n    two'))
    expect(await desk.value(lines ?? '')).toMatchObject({ back: 'one\ntwo' })
    expect(await desk.value('- id: [\n')).toBeNull()
    expect(await desk.set({ text: '- id: [\n', path: ['id'], value: 'b' })).toBeNull()
  })
})

describe('the form of each card type', () => {
  it('is there for every type, and its first card can be read but for what is left empty', async () => {
    expect(cardForms.map(({ type }) => type).sort()).toEqual(cardTypes.map(({ name }) => name).sort())
    for (const { type, start } of cardForms) {
      const filled = start.replaceAll('""', '"some words"')
      const lines = filled.split('\n').map((line) => (line === '' ? '' : `  ${line}`))
      const figure = { path: 'figures/figure.png', text: '' }
      const desk = await deskOf(`- id: a\n  concepts: [relu]\n${lines.join('\n')}`, [figure])
      const { cards, diagnostics } = await checked(desk)
      expect(cards, type).toMatchObject([{ id: 'a' }])
      const twins = diagnostics.filter(({ message }) => !/same right side|Two pairs/.test(message))
      expect(
        twins.filter(({ severity }) => severity === 'error'),
        type,
      ).toEqual([])
    }
  })
})
