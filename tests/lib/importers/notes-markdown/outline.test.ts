import { describe, expect, it } from 'vitest'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import { proposed, shown } from './notes-fixtures'

const headings = (file: string): readonly (readonly string[])[] => proposed(file).cards.map(({ heading }) => heading)

describe('structure of notes', () => {
  it('keeps bullets at the margin in the item they follow, and bold names beside each other', () => {
    const paths = headings('broken-list.zh.md').map((path) => path.join(' > '))
    expect(paths).toContain('乐器 > 常见弦乐器 > 竖琴')
    expect(paths.filter((path) => path.includes('小提琴 > '))).toEqual([])
  })

  it('reads formulas and paragraphs indented by guess into the item they belong to', () => {
    const paths = headings('lazy-indent.zh.md')
    expect(paths.slice(2)).toEqual([
      ['卷积', '卷积层'],
      ['卷积', '卷积层'],
      ['卷积', '汇聚层'],
    ])
  })

  it('takes inline double dollars as a formula and a lone dollar as a sign', () => {
    const all = proposed('inline-dollars.zh.md').cards.map(shown).join('\n')
    expect(all).toContain('在$x$中补一个常量1')
    expect(all).toContain('怎样把偏置并入权重矩阵？')
    expect(proposeCards('价格从$5涨到$6，因为成本提高了很多').cards.map(shown).join()).not.toContain('$5涨到$')
  })

  it('reads Setext headings, tables, \\( \\) and \\[ \\]', () => {
    const { cards } = proposed('english.md')
    expect(cards[0]?.heading).toEqual(['Regularisation notes', 'Weight decay'])
    expect(cards.filter(({ rule }) => rule === 'table').map(({ fields }) => fields.back)).toContain('0.001')
    expect(cards.find(({ rule }) => rule === 'formula')?.claim).toMatchObject({
      kind: 'checked',
      entry: 'multiclass-hinge',
    })
    expect(cards.find(({ rule }) => rule === 'erratum')?.claim).toMatchObject({ entry: 'logistic-probability' })
  })

  it('skips front matter', () => {
    const { cards } = proposed('front-matter.md')
    expect(cards.map(({ fields }) => fields.front)).toEqual([
      '**Sorting**: What is Merge sort?',
      '**Sorting**: What is Quicksort?',
    ])
  })

  it('reads the marks, links, tasks and callouts of Obsidian', () => {
    const all = proposed('obsidian.md').cards.map(shown).join('\n')
    expect(all).toContain('What is Mitochondrion?')
    expect(all).toContain('What is Osmosis?')
    expect(all).toContain('Golgi packs proteins')
    expect(all).not.toMatch(/\[\[|==Osmosis|\[ \]/)
  })

  it('reads the Markdown and code cells of a notebook, with places in the file', () => {
    const { cards } = proposed('notebook.ipynb')
    expect(cards.map(({ rule }) => rule)).toEqual(['definition', 'code', 'definition'])
    expect(cards[0]?.fields.back).toContain('"velocity"')
    expect(cards[0]?.source.text).toContain('\\"velocity\\"')
    expect(cards.map(shown).join()).not.toContain('Output')
  })

  it('reads a broken notebook as text, and says so', () => {
    const { diagnostics } = proposeCards('{"cells": [', { fileName: 'broken.ipynb' })
    expect(diagnostics[0]?.message).toContain('could not be read as JSON')
  })
})
