import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import blocks from '@/app/_i18n/messages/en/blocks.json'
import exchange from '@/app/_i18n/messages/en/exchange.json'
import zh from '@/app/_i18n/messages/zh/exchange.json'
import { Paper } from '@/app/_ui/teach/exchange/paper'
import { drawPaper } from '@/lib/client/exchange/paper'
import { exportLosses } from '@/lib/exporters/exporter'
import { deckOf } from '@/tests/support/export-source'

const cards = `
- id: idea.product
  concepts: [idea]
  prompt: Multiply the matrices.
  given: { A: { shape: [2, 2], integer: [3, 9] }, B: { value: [[1, 0], [0, 2]] } }
  steps: { C: "A @ B" }
  ask: [{ value: C, integer: true }]
- id: idea.pick
  type: choice
  concepts: [idea]
  question: Which is right?
  options:
    - { text: This one, right: true }
    - { text: That one, why: No. }
    - { text: Neither, why: No. }
- { id: idea.word, concepts: [idea], front: What is it?, back: A secret word. }
`

const render = async (solutions: boolean): Promise<string> => {
  const { bundle } = deckOf(cards)
  const questions = await drawPaper(bundle, { seed: 'A', questions: 20, concept: null, shuffled: false })
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ exchange, blocks }}>
      <Paper title="Paper" seed="A" language="en" licence="" questions={questions} solutions={solutions} />
    </NextIntlClientProvider>,
  )
}

describe('a paper', () => {
  it('has a box for every number, an option to tick and lines to write on, and gives nothing away', async () => {
    const html = await render(false)
    expect(html.match(/<td><\/td>/g)).toHaveLength(4)
    expect(html).toContain('This one')
    expect(html).not.toContain('secret')
    expect(html).not.toContain('solutions')
  })

  it('has solutions in a part of their own, after all questions', async () => {
    const html = await render(true)
    expect(html.indexOf('A secret word.')).toBeGreaterThan(html.indexOf('Paper: solutions'))
    expect(html.match(/<ol/g)).toHaveLength(2)
  })

  it('and exports have words in both languages for everything that can be lost', () => {
    for (const words of [exchange, zh]) {
      const said: { readonly [loss: string]: string } = words.loss
      expect(exportLosses.filter((loss) => !said[loss])).toEqual([])
    }
  })
})
