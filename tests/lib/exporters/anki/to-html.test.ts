import { expect, it } from 'vitest'
import { toHtml } from '@/lib/exporters/anki/to-html'
import type { Block } from '@/lib/view/block'

const ground = { media: (src: string) => src.replace('figures/', ''), cloze: null }
const figure = (masks?: Extract<Block, { kind: 'figure' }>['masks']): Block => ({
  kind: 'figure',
  src: 'figures/cell.png',
  alt: 'A "cell"',
  caption: [],
  ...(masks === undefined ? {} : { masks }),
})

it('writes a picture as the editor does', () => {
  expect(toHtml([figure()], ground)).toBe('<img src="cell.png" alt="A &quot;cell&quot;">')
})

it('covers what a card covers, and points at what it lays open', () => {
  const html = toHtml(
    [
      figure([
        { box: [5, 10, 20, 15.5], state: 'asked' },
        { box: [40, 10, 20, 15], state: 'shown' },
      ]),
    ],
    ground,
  )
  expect(html).toContain('left:5%;top:10%;width:20%;height:15.5%;box-sizing:border-box;background:#')
  expect(html).toContain('left:40%;top:10%;width:20%;height:15%;box-sizing:border-box;border:2px')
})

it('says what a picture shows where the file is missing', () => {
  expect(toHtml([figure()], { ...ground, media: () => null })).toBe('<div>A &quot;cell&quot;</div>')
})
