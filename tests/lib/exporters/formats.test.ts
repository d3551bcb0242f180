import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Exporter } from '@/lib/exporters/exporter'
import { gift } from '@/lib/exporters/gift/exporter'
import { markdown } from '@/lib/exporters/markdown/exporter'
import { moodleXml } from '@/lib/exporters/moodle-xml/exporter'
import { qti3 } from '@/lib/exporters/qti3/exporter'
import { importFile } from '@/lib/importers/import-file'
import { fromUtf8, openZip } from '@/lib/importers/zip/open-zip'
import { deckOf, sampleSource } from '@/tests/support/export-source'

const textOf = (exporter: Exporter, cards: string): string => fromUtf8(exporter.write(deckOf(cards)).data)

const matrix = `
- id: idea.product
  concepts: [idea]
  prompt: Multiply the matrices.
  given: { A: { shape: [2, 2], integer: [1, 5] }, x: { value: [1, 2] } }
  steps: { y: "A @ x", sum: "sum(y) / 3" }
  ask:
    - { value: y, integer: true, tex: "A x" }
    - { value: sum, decimals: 2 }
`
const choice = `
- id: idea.pick
  type: choice
  concepts: [idea]
  question: 'Is $a_{1} = 2 \\cdot b$ {linear}: ~yes?'
  options:
    - { text: "Yes: $a = b$", right: true }
    - { text: No, why: "Look # again." }
    - { text: "{maybe}", why: "Neither." }
`
const number = `
- { id: idea.third, type: numeric, concepts: [idea], question: What is a third?, answer: 0.3333333333, decimals: 2, unit: m }
`

describe('GIFT', () => {
  it('escapes what it would read as signs, also in formulas', () => {
    const text = textOf(gift, choice)
    expect(text).toContain('Is \\\\(a_\\{1\\} \\= 2 \\\\cdot b\\\\) \\{linear\\}\\: \\~yes?')
    expect(text).toContain('=Yes\\: \\\\(a \\= b\\\\)')
    expect(text).toContain('~No#Look \\# again.')
  })

  it('tells a key closely with all that is accepted around it', () => {
    expect(textOf(gift, number)).toContain('{#0.333333333:0.0051')
  })

  it('asks each number of a matrix by itself, by its place', () => {
    const text = textOf(gift, matrix)
    expect(text.match(/\[id:idea\.product\.c[123]@[0-9a-f]{8}#1\]/g)).toHaveLength(3)
    expect(text).toContain('\\\\(A x\\\\)[2] \\= ?')
  })
})

describe('Moodle XML', () => {
  it('is one cloze question a frozen variant, a part for each cell with its tolerance', () => {
    const text = textOf(moodleXml, matrix)
    expect(text.match(/<question type="cloze">/g)).toHaveLength(3)
    const [first = ''] = /<question type="cloze">.*?<\/question>/s.exec(text) ?? []
    expect(first.match(/\{1:NUMERICAL:=-?[\d.]+:0\}/g)).toHaveLength(2)
    expect(first.match(/\{1:NUMERICAL:=-?[\d.]+:0\.0051\}/g)).toHaveLength(1)
    expect(first).toMatch(/<idnumber>idea\.product@[0-9a-f]{8}#1<\/idnumber>/)
  })

  it('marks ticking everything as nothing where several are right', () => {
    const several = choice.replace('No, why: "Look # again."', 'No, right: true')
    const text = textOf(moodleXml, several)
    expect(text).toContain('<single>false</single>')
    expect([...text.matchAll(/fraction="([^"]+)"/g)].map(([, share]) => share).sort()).toEqual(['-50', '50', '50'])
  })

  it('writes a typed part so that Moodle reads what has to be typed, and gets it back', () => {
    const words = ['a/b', 'x < y', 'AT&T', '"quoted"', 'C#', 'a~b', 'end}', 'back\\slash']
    for (const word of words) {
      const card = `- { id: idea.gap, type: cloze, concepts: [idea], text: ${JSON.stringify(`Type ==\`${word}\`== now.`)} }`
      const text = textOf(moodleXml, card)
      const [, part = ''] = /\{1:SHORTANSWER:=(.*?)(?<!\\)\}/.exec(text) ?? []
      // What Moodle does with it: entities once, and a backslash before two signs.
      expect(part, word).not.toMatch(/(?<!\\|&)[~#}]/)
      const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#126;': '~' }
      const freed = part.replace(/&(?:lt|gt|quot|amp|#126);/g, (found) => ({ ...entities })[found] ?? found)
      expect(freed.replaceAll('\\}', '}').replaceAll('\\#', '#'), word).toBe(word)
    }
  })

  it('carries pictures within, each beside the text that shows it', () => {
    const text = fromUtf8(moodleXml.write(sampleSource()).data)
    const [axes = ''] = /<question type="essay"><name><text>squared-error\.axes.*?<\/question>/s.exec(text) ?? []
    expect(axes).toContain('src="@@PLUGINFILE@@/loss-axes.svg"')
    expect(axes).toMatch(
      /<questiontext.*<file name="loss-axes\.svg" path="\/" encoding="base64">PHN2Zy.*<\/questiontext>/s,
    )
  })

  it('holds text that looks like its own end', () => {
    const text = textOf(moodleXml, '- { id: idea.end, concepts: [idea], front: "Is `]]>` an end?", back: "No" }')
    expect(importFile(new TextEncoder().encode(text), 'x.xml')).toMatchObject({
      ok: true,
      value: { cards: [{ id: 'idea.end', fields: { front: 'Is `]]>` an end?' } }] },
    })
  })
})

describe('QTI 3', () => {
  const itemOf = (cards: string, name: string): string => {
    const zip = openZip(qti3.write(deckOf(cards)).data)
    return zip.ok ? fromUtf8(zip.value.read(`items/${name}.xml`) ?? new Uint8Array()) : ''
  }

  it('writes formulas as MathML with their LaTeX beside them', () => {
    const text = itemOf(choice, 'gd-idea.pick')
    expect(text).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"')
    expect(text).toContain('<annotation encoding="application/x-tex">a_{1} = 2 \\cdot b</annotation>')
  })

  it('says a sentence to an option within its line, and more than that below it', () => {
    const text = itemOf(choice.replace('"Neither."', '"One.\\n\\n- two"'), 'gd-idea.pick')
    expect(text).toContain('show-hide="show">Look # again.</qti-feedback-inline>')
    expect(text).toMatch(
      /<qti-feedback-block outcome[^>]*><qti-content-body>.*<li>two<\/li>.*<\/qti-content-body><\/qti-feedback-block>/,
    )
  })

  it('marks each number within its tolerance for its part of the score', () => {
    const text = itemOf(matrix, 'gd-idea.product.v1')
    expect(text.match(/<qti-equal tolerance-mode="absolute"/g)).toHaveLength(3)
    expect(text).toContain('tolerance="0.0051 0.0051"')
    expect(text).toContain('<qti-base-value base-type="float">0.333333</qti-base-value>')
  })
})

describe('our own Markdown', () => {
  it('is read back as the very same cards, comments and concepts aside', () => {
    const source = sampleSource()
    const { data, ending } = markdown.write(source)
    const back = importFile(data, `x${ending}`)
    if (!back.ok) throw new Error(back.error.kind)
    const file = source.files.find(({ path }) => path.endsWith('.cards.yaml'))
    const written: unknown = parse(file?.text ?? '')
    const cards = back.value.cards.map(({ id, type, concepts, fields }) => ({
      id,
      ...(type === 'basic' || type === 'compute' ? {} : { type }),
      concepts: concepts.map((concept) => concept.id),
      ...fields,
    }))
    const own = Array.isArray(written) ? written : []
    const byId = (list: readonly { readonly id?: unknown }[]) =>
      [...list].sort((a, b) => String(a.id).localeCompare(String(b.id)))
    const path = back.value.figures[0]?.path ?? ''
    const inFile = new Set(own.map(({ id }: { readonly id: string }) => id))
    expect(byId(cards.filter(({ id }) => inFile.has(id)))).toEqual(
      JSON.parse(JSON.stringify(byId(own)).replaceAll('figures/loss-axes.svg', path)),
    )
    expect(back.value.cards[0]?.concepts[0]?.title).toEqual({ en: 'Squared error', zh: '平方误差' })
  })

  it('says which sections stay behind', () => {
    const left = markdown.write(sampleSource()).rows.filter(({ kept }) => !kept)
    expect(left.map(({ id, losses }) => [id, losses])).toEqual([
      ['squared-error.en.md', ['prose']],
      ['squared-error.zh.md', ['prose']],
    ])
  })
})
