import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFile } from '@/lib/importers/import-file'
import { bytesOf } from '@/tests/support/read-import'

const item =
  '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t"><qti-response-declaration identifier="R" cardinality="single" base-type="string"><qti-correct-response><qti-value>ReLU</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Zero below zero: <qti-text-entry-interaction response-identifier="R"/> <img src="images/relu.png" alt="its graph"/></p></qti-item-body></qti-assessment-item>'
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])

describe('a file of unknown kind', () => {
  it('of 100 MB is refused before anything in it is looked at', () => {
    const huge = new Uint8Array(100 * 1024 * 1024)
    expect(importFile(huge, 'huge.xml')).toEqual({
      ok: false,
      error: { kind: 'too-large', detail: '100 MiB > 20 MiB', line: null },
    })
  })

  it.each([
    ['gift', 'quiz.txt', 'Question {=a ~b ~c}'],
    [
      'moodle-xml',
      'quiz.xml',
      '<?xml version="1.0"?><quiz><question type="essay"><questiontext><text>x</text></questiontext></question></quiz>',
    ],
    [
      'canvas-qti',
      'x',
      '<questestinterop><item ident="1"><presentation><material><mattext>x</mattext></material></presentation></item></questestinterop>',
    ],
    ['qti3', 'q.xml', item],
    ['hashcards', 'a.md', 'Q: a\nA: b\n'],
    ['obsidian', 'a.md', 'a::b'],
    ['gradeck-markdown', 'a.md', '```card\nid: a.b\nfront: x\nback: y\n```\n'],
    ['csv', 'a.txt', 'front,back\na,b\n'],
    ['csv', 'a.csv', 'a,b\n'],
  ])('is read as %s by its content: %s', (format, name, text) => {
    expect(importFile(bytesOf(text), name)).toMatchObject({ ok: true, value: { from: format } })
  })

  it('is refused where no format fits', () => {
    expect(importFile(bytesOf('Just some words.'), 'a.dat')).toMatchObject({ error: { kind: 'unknown-format' } })
    expect(importFile(Uint8Array.from([0, 1, 2, 255, 254]), 'a.csv')).toMatchObject({ error: { kind: 'not-text' } })
  })

  it('takes pictures out of a package, by what their bytes are', () => {
    const bytes = zipSync({
      'imsmanifest.xml': strToU8('<manifest/>'),
      'items/i.xml': strToU8(item),
      'items/images/relu.png': png,
    })
    const read = importFile(bytes, 'package.zip')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.figures).toEqual([
      { path: expect.stringMatching(/^figures\/import-[0-9a-f]{16}\.png$/), data: png },
    ])
    expect(read.value.cards[0]?.fields.front).toContain(`![its graph](${read.value.figures[0]?.path})`)
    const fake = zipSync({
      'imsmanifest.xml': strToU8('<manifest/>'),
      'items/i.xml': strToU8(item),
      'items/images/relu.png': strToU8('<script>'),
    })
    expect(importFile(fake, 'package.zip')).toMatchObject({
      value: {
        figures: [],
        rows: [{ reasons: [{ kind: 'self-judged' }, { kind: 'picture', detail: 'images/relu.png' }] }],
      },
    })
  })

  it('loses a drawing that could run or fetch something', () => {
    const svg = (inside: string) =>
      zipSync({
        'imsmanifest.xml': strToU8('<manifest/>'),
        'i.xml': strToU8(item.replace('relu.png', 'relu.svg')),
        'images/relu.svg': strToU8(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`),
      })
    expect(importFile(svg('<path d="M0 0"/>'), 'p.zip')).toMatchObject({ value: { figures: [{}] } })
    for (const inside of ['<script>1</script>', '<path onload="x()"/>', '<image href="http://example.org/x"/>'])
      expect(importFile(svg(inside), 'p.zip')).toMatchObject({ value: { figures: [] } })
  })
})
