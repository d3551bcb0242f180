import { describe, expect, it } from 'vitest'
import { csv } from '@/lib/importers/csv/importer'
import { gift } from '@/lib/importers/gift/importer'
import { gradeckMarkdown } from '@/lib/importers/gradeck-markdown/importer'
import { hashcards } from '@/lib/importers/hashcards/importer'
import { obsidian } from '@/lib/importers/obsidian/importer'
import { outcomeOf } from '@/lib/importers/reasons'
import { fieldsOf, readImport, reasonsOf } from '@/tests/support/read-import'

describe('rows as cards of a deck', () => {
  it('are set more plainly where their formulas cannot be set, and say why', () => {
    const read = readImport(gift, '[html]What is \\\\(\\\\frac\\{a\\\\)? {=a}')
    expect(read.rows.map(outcomeOf)).toEqual(['lossy'])
    expect(fieldsOf(read)[0]?.front).toBe('What is `\\frac{a`?')
    expect(reasonsOf(read)[0]).toContain('simplified')
  })

  it('are left out where no care helps, with the fault as the reason', () => {
    const read = readImport(
      gradeckMarkdown,
      '```card\nid: a.b\nfront: x\n```\n\n```card\nid: a.c\nfront: x\nback: y\n```',
    )
    expect(read.rows.map(outcomeOf)).toEqual(['skipped', 'imported'])
    expect(read.rows[0]?.reasons[0]).toMatchObject({ kind: 'cannot-be-set', detail: expect.stringContaining('back') })
  })

  it('keep an id of ours, and get a new one for what cannot be one', () => {
    const read = readImport(gradeckMarkdown, '```card\nid: Not An Id\nfront: x\nback: y\n```')
    expect(read.cards[0]?.id).toMatch(/^gradeck-markdown\.[0-9a-f]{12}$/)
    expect(read.rows[0]?.reasons).toEqual([{ kind: 'id-new', detail: 'Not An Id' }])
  })

  it('are no cards with YAML that cannot be read or would swell', () => {
    const bomb = `a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]`
    const read = readImport(
      gradeckMarkdown,
      `\`\`\`card\n${bomb}\n\`\`\`\n\n\`\`\`card\n{\n\`\`\`\n\n\`\`\`card\nid: x`,
    )
    expect(reasonsOf(read)).toEqual([['not-a-card'], ['not-a-card'], ['unclosed']])
  })

  it('lose raw HTML, scripts and links to other notes in Markdown, and say so', () => {
    const read = readImport(
      hashcards,
      'Q: See [[ReLU|the gate]] and <script>x</script>![[pic.png]] <u>now</u>\nA: `<b>` stays [here](other.md)',
    )
    expect(fieldsOf(read)[0]).toEqual({ front: 'See the gate and  now', back: '`<b>` stays here' })
    expect([...new Set(reasonsOf(read)[0])]).toEqual(['script', 'look', 'picture', 'link'])
  })

  it('ask each gap of a text by itself', () => {
    const cloze = readImport(hashcards, 'C: A [gate] has a [slope], see $[0, 1]$ and [link](https://example.org).')
    expect(fieldsOf(cloze).map(({ text }) => text)).toEqual([
      'A ==gate== has a slope, see $[0, 1]$ and [link](https://example.org).',
      'A gate has a ==slope==, see $[0, 1]$ and [link](https://example.org).',
    ])
    expect(readImport(obsidian, 'A ==gate== has a ==slope==.').cards).toHaveLength(2)
  })

  it('take no code for cards', () => {
    const note = '```cpp\nstd::vector\n```\n\nUse `a::b` here.\n\nreal::card'
    expect(fieldsOf(readImport(obsidian, note))).toEqual([{ front: 'real', back: 'card' }])
  })

  it('are left out where one text is far too long', () => {
    expect(reasonsOf(readImport(csv, `a,${'b '.repeat(20_000)}`))).toEqual([['too-long']])
  })
})
