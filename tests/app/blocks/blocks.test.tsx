import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import words from '@/app/_i18n/messages/en/blocks.json'
import { Blocks } from '@/app/_ui/blocks/blocks'
import type { Block, Inline, ShownTensor } from '@/lib/view/block'

const render = (blocks: readonly Block[], values: { readonly [name: string]: ShownTensor } = {}): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ blocks: words }}>
      <Blocks blocks={blocks} values={values} lang="en" deck="cs231n" />
    </NextIntlClientProvider>,
  )
const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children })

test('a formula is read as its spoken form, and what is drawn is hidden from speech', () => {
  const html = render([paragraph({ kind: 'math', math: { tex: 'x', html: '<i>x</i>', spoken: 'x squared' } })])
  expect(html).toContain('role="math" aria-label="x squared"')
  expect(html).toContain('<span aria-hidden="true"><i>x</i></span>')
})

test('text is escaped', () => {
  expect(render([paragraph({ kind: 'text', text: '<b>&' })])).toContain('&lt;b&gt;&amp;')
})

test('a number of this showing is put in with a true minus sign', () => {
  const delta: ShownTensor = { name: 'delta', math: null, shape: [], cells: ['-0.5'] }
  expect(render([paragraph({ kind: 'value', name: 'delta' })], { delta })).toContain('\u22120.5')
})

test('a closed gap keeps its answer to itself, an open one shows it', () => {
  const answer: readonly Inline[] = [{ kind: 'text', text: 'margin' }]
  expect(render([paragraph({ kind: 'gap', hint: null, answer, open: false })])).not.toContain('margin')
  expect(render([paragraph({ kind: 'gap', hint: null, answer, open: true })])).toContain('margin')
})

test('a matrix is a table named with its shape', () => {
  const items: readonly ShownTensor[] = [{ name: 'W', math: null, shape: [2, 2], cells: ['1', '2', '3', '4'] }]
  const html = render([{ kind: 'tensors', items }])
  expect(html).toContain('aria-label="W, matrix, 2 rows, 2 columns"')
  expect(html.match(/<td/g)).toHaveLength(4)
})

test('a large matrix numbers its rows and columns from 0, as the course counts', () => {
  const cells = Array.from({ length: 49 }, () => '0')
  const html = render([{ kind: 'tensors', items: [{ name: 'W', math: null, shape: [7, 7], cells }] }])
  expect(html.match(/scope="col"/g)).toHaveLength(7)
  expect([...html.matchAll(/<th[^>]*scope="col"[^>]*>(\d+)</g)].map(([, number]) => number).join('')).toBe('0123456')
  expect(html.match(/scope="row"/g)).toHaveLength(7)
})

test('a covered part of a picture is told by its place when it is asked for, and not at all when it is not', () => {
  const figure = (state: 'asked' | 'covered' | 'shown'): Block => ({
    kind: 'figure',
    src: '/figures/a.svg',
    alt: 'A cell',
    caption: [],
    masks: [{ box: [10, 20, 30, 10], state }],
  })
  expect(render([figure('asked')])).toContain('aria-label="The asked part, covered: 25 % across, 25 % down"')
  expect(render([figure('shown')])).toContain('aria-label="The asked part, uncovered: 25 % across, 25 % down"')
  expect(render([figure('covered')])).toMatch(/<span[^>]*aria-hidden="true"/)
})

test('content in the other language says so', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ blocks: words }}>
      <Blocks blocks={[]} lang="zh" />
    </NextIntlClientProvider>,
  )
  expect(html).toContain('lang="zh-CN"')
})
