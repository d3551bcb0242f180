import { describe, expect, it } from 'vitest'
import { renderTemplate } from '@/lib/importers/anki/cards/template'
import { parseHtml } from '@/lib/importers/anki/html/tree'
import { importFile } from '@/lib/importers/import-file'
import { translateFormula } from '@/lib/importers/questions/translate-formula'
import { bytesOf } from '@/tests/support/read-import'

/** Far above what a second of work is, far below what looking past each sign again would take. */
const patience = 10_000

const rendering = { fields: new Map<string, string>(), cloze: null, side: 'front' } as const
const many = (text: string, count: number): string => text.repeat(count)
const question = (text: string): string => `Q: ${text}\nA: b\n`
const moodle = (text: string): string =>
  `<quiz><question type="cloze"><questiontext><text>${text}</text></questiontext></question></quiz>`

describe('a file that was written to be slow', () => {
  it.each([
    ['pictures that nothing closes', 'a.md', question(many('![](a', 5_000))],
    ['a picture whose address is blanks', 'a.md', question(`![](${many(' ', 25_000)}`)],
    ['links that nothing closes', 'a.md', question(many('[](a', 7_000))],
    [
      'pictures that nothing closes in a card of our own',
      'a.md',
      `\`\`\`card\nfront: "${many('![](a', 5_000)}"\n\`\`\`\n`,
    ],
    ['a heading of blanks above a card of our own', 'a.md', `# a${many(' ', 50_000)}b\n\`\`\`card\nfront: a\n\`\`\`\n`],
    ['a heading of blanks in a vault', 'a.md', `a::b\n\n# a${many(' ', 100_000)}b\n`],
    ['a schedule that nothing closes', 'a.md', `a::b ${many('<!--SR:', 100_000)}\n`],
    ['ten thousand gaps', 'a.md', `C: ${many('[a]', 9_000)}\n`],
    ['ten thousand highlights', 'a.md', `#flashcards\n${many('==a== ', 4_500)}\n`],
    ['names in a comment that nothing closes', 'a.gift', `::a:: b {=c}\n\n//${many('[id:', 200_000)}\n`],
    ['tags of a hundred thousand comments', 'a.gift', `::a:: b {=c}\n\n${many('//[tag:a]\n', 100_000)}`],
    ['gaps that nothing closes', 'a.xml', moodle(many('{1:SA:', 200_000))],
    ['a gap that goes on and on', 'a.xml', moodle(`{1:SA:=${many('a', 16_000_000)}}`)],
  ])('is read all the same: %s', (_what, name, text) => {
    const began = performance.now()
    expect(importFile(bytesOf(text), name)).toMatchObject({ ok: true })
    expect(performance.now() - began).toBeLessThan(patience)
  })

  it.each([
    ['blank lines', many('\n', 60_000)],
    ['a name that does not end', `::${many('a', 60_000)}`],
    ['brackets', `C:${many('[', 60_000)}`],
    ['separators', many(',', 60_000)],
    ['tabs', `${many('\t', 60_000)}\n`],
  ])('is told apart in a moment: %s', (_what, text) => {
    const began = performance.now()
    importFile(bytesOf(text), 'a.bin')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('gives a card for each gap of a text up to a number nobody needs', () => {
    const read = importFile(bytesOf(`C: ${many('[a]', 3)}\n\nC: ${many('[a]', 201)}\n`), 'a.md')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.rows.map(({ cards }) => cards.length)).toEqual([3, 0])
    expect(read.value.rows[1]?.reasons).toMatchObject([{ kind: 'too-long' }])
  })

  it('says which function makes a formula longer than any may be', () => {
    const written = (depth: number) =>
      translateFormula(`${many('tan(', depth)}{x}${many(')', depth)}`, 'moodle', (name) => name)
    expect(written(3).ok).toBe(true)
    expect(written(20)).toEqual({ ok: false, error: 'tan()' })
    expect(written(50)).toEqual({ ok: false, error: 'tan()' })
  })
})

describe('a package that was written to be slow', () => {
  it.each([
    ['a name of blanks that does not end', () => renderTemplate(`{{${many(' ', 30_000)}`, rendering)],
    ['a name of blanks', () => renderTemplate(`{{a${many(' ', 100_000)}b`, rendering)],
    ['scripts', () => parseHtml(many('<script></script>', 60_000))],
    ['declarations that do not end', () => parseHtml(many('<!', 150_000))],
  ])('is read all the same: %s', (_what, read) => {
    const began = performance.now()
    read()
    expect(performance.now() - began).toBeLessThan(patience)
  })
})

describe('headings of notes', () => {
  it('are read without the signs around them', () => {
    const cards = (text: string) => {
      const read = importFile(bytesOf(text), 'a.md')
      if (!read.ok) throw new Error(read.error.kind)
      return read.value.cards.flatMap(({ concepts }) => concepts.map(({ title }) => title))
    }
    expect(cards('##  Losses of C   ##\n\na::b\n')).toEqual(['Losses of C'])
    expect(cards('##  Losses  {#losses}\n```card\nid: a.b\nfront: a\nback: b\n```\n')).toEqual(['Losses'])
  })
})
