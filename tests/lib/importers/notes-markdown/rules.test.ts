import { describe, expect, it } from 'vitest'
import { notebookPictures } from '@/lib/importers/notes-markdown/dialects/notebook-pictures'
import type { NotesImage } from '@/lib/importers/notes-markdown/images'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import { byRule, proposed, shown } from './notes-fixtures'

const fronts = (file: string): readonly unknown[] =>
  proposed(file).cards.map(({ fields }) => fields.front ?? fields.text)

describe('rules for notes', () => {
  it('asks for terms, lists and translations under the titles they stand in', () => {
    const { cards } = proposed('definitions.zh.md')
    expect(byRule(cards, 'definition')[1]?.fields).toEqual({
      front: '**数据库笔记**：什么是哈希索引？',
      back: '按键的散列值直接定位记录。',
    })
    expect(byRule(cards, 'enumeration')[0]?.fields.back).toBe('读未提交、读已提交、可重复读、可串行化。')
    expect(byRule(cards, 'gloss')[0]?.fields.back).toBe('dirty read')
  })

  it('sorts overlapping ranges, so that no number has two verdicts', () => {
    expect(fronts('thresholds.zh.md')).toEqual([
      '**梯度检查的判断**：相对误差 > 1e-1 说明什么？',
      '**梯度检查的判断**：1e-3 \\< 相对误差 \\< 1e-1 说明什么？',
      '**梯度检查的判断**：1e-6 \\< 相对误差 \\< 1e-3 说明什么？',
      '**梯度检查的判断**：相对误差 ≤ 1e-6 说明什么？',
    ])
  })

  it('asks for advantages, reasons and opposites of a comparison', () => {
    const { cards } = proposed('comparisons.zh.md')
    expect(byRule(cards, 'advantage or drawback').map(({ fields }) => fields.front)).toEqual([
      '**比较**：ELU的优点是什么？',
      '**比较**：ELU的缺点是什么？',
    ])
    expect(byRule(cards, 'cause').map(({ fields }) => fields.back)).toContain('重要的超参数只有少数几个。')
    expect(cards.map(shown).join()).toContain('==分散::分散还是集中==')
  })

  it('cuts a long paragraph into statements, and leaves examples and dangling pronouns alone', () => {
    const { cards } = proposed('long-paragraph.zh.md')
    const all = cards.map(shown).join('\n')
    expect(all).toContain('为什么通常将偏置初始化为0？')
    expect(all).toContain('==0.01==')
    expect(all).not.toMatch(/例如|它还可以/)
  })

  it('makes steps told with "then" a card to order', () => {
    const [card] = byRule(proposed('emphasis.zh.md').cards, 'procedure')
    expect(card?.type).toBe('order')
    expect(card?.fields.items).toEqual(['对数据零中心化', '计算协方差矩阵', '进行奇异值分解'])
  })

  it('makes no card from an unfinished remark', () => {
    const { cards, diagnostics } = proposed('unfinished.zh.md')
    expect(diagnostics.map(({ line }) => line)).toEqual([3, 5, 7])
    expect(diagnostics[0]?.message).toContain('leave this open')
    expect(cards.map(shown).join()).not.toMatch(/白化|对抗|根号/)
    expect(cards).toHaveLength(1)
  })

  it('marks claims without exception for review', () => {
    const { cards } = proposed('over-claims.zh.md')
    expect(cards.map(({ concerns }) => concerns)).toEqual([['over-claim'], ['over-claim'], []])
  })

  it('reads text glued to an image, and formulas drawn by a server', () => {
    const all = proposed('images.zh.md').cards.map(shown).join('\n')
    expect(all).toContain('为什么汇聚层没有需要学习的参数？')
    expect(all).toContain('$p+1$越大')
    expect(all).not.toMatch(/img|example\.org/)
  })

  it('asks what a figure shows only where the figure is there', () => {
    expect(byRule(proposed('images.zh.md').cards, 'figure')).toEqual([])
    const images = [{ name: 'pic/block.png', figure: 'figures/block.png' }]
    const [card] = byRule(proposed('images.zh.md', { images }).cards, 'figure')
    expect(card?.fields.front).toContain('![图](figures/block.png)')
    expect(card?.fields.back).toBe('残差块：输入绕过两层再相加。')
    const { diagnostics } = proposed('images.zh.md', { images })
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The figure "./pic/a.png" is not there.',
      'The figure "./pic/b.png" is not there.',
    ])
  })

  it('leaves the parts of a picture that is there for a person to cover', () => {
    expect(byRule(proposed('images.zh.md').cards, 'occlusion')).toEqual([])
    // Dropped on a page, a picture has no folder; its name is enough while no other bears it.
    const cards = (...images: readonly NotesImage[]) => byRule(proposed('images.zh.md', { images }).cards, 'occlusion')
    const [card, ...more] = cards({ name: 'block.png', figure: 'figures/import-1.png' })
    expect(more).toEqual([])
    expect(card).toMatchObject({
      type: 'occlusion',
      concerns: ['boxes'],
      fields: {
        question: expect.stringContaining('图中标出的部分是什么？'),
        figure: 'figures/import-1.png',
        alt: '残差块：输入绕过两层再相加',
        boxes: [],
      },
    })
    const twice = ['x/block.png', 'y/block.png'].map((name, i) => ({ name, figure: `figures/${i}.png` }))
    expect(cards(...twice)).toEqual([])
    expect(
      cards({ name: 'block.png', figure: 'figures/b.png' }, { name: 'b.png', figure: 'figures/c.png' }),
    ).toHaveLength(2)
  })

  it('finds the picture pasted into a cell in that cell alone', () => {
    const cell = (words: string, data: string) => ({
      cell_type: 'markdown',
      source: [`# ${words}\n`, '\n', `![the ${words} block](attachment:image.png)\n`],
      attachments: { 'image.png': { 'image/png': data } },
    })
    const text = JSON.stringify({
      cells: [
        cell('residual', 'iVBORw0KGgo='),
        cell('inception', 'iVBORw0KGgoA'),
        { cell_type: 'markdown', source: '![a third block](attachment:image.png)' },
      ],
    })
    const pictures = notebookPictures(text)
    expect(pictures.map(({ name, data }) => [name, data.length])).toEqual([
      ['attachment:image.png', 8],
      ['attachment:image.png', 9],
    ])
    const images = pictures.map(({ name, within }, i) => ({ name, within, figure: `figures/${i}.png` }))
    const { cards, diagnostics } = proposeCards(text, { fileName: 'a.ipynb', images })
    expect(byRule(cards, 'occlusion').map(({ fields }) => [fields.alt, fields.figure])).toEqual([
      ['the residual block', 'figures/0.png'],
      ['the inception block', 'figures/1.png'],
    ])
    expect(diagnostics.map(({ message }) => message)).toEqual(['The figure "attachment:image.png" is not there.'])
    expect(notebookPictures('no notebook')).toEqual([])
  })

  it('pairs the letters of a formula with what they stand for', () => {
    const [card] = byRule(proposed('lazy-indent.zh.md').cards, 'symbols')
    expect(card?.type).toBe('match')
    expect(card?.fields.pairs).toContainEqual({ left: '$F$', right: '滤波器宽度' })
  })
})
