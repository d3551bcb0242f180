import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import blocks from '@/app/_i18n/messages/en/blocks.json'
import compute from '@/app/_i18n/messages/en/compute.json'
import review from '@/app/_i18n/messages/en/review.json'
import { emptyAnswer } from '@/app/_ui/inputs/list'
import { CardFace } from '@/app/_ui/review/card-face'
import type { EngineCheck } from '@/app/_ui/review/use-engine-check'
import type { Outcome } from '@/lib/cards/card-type'
import type { Answer, Input } from '@/lib/view/input'
import type { CellVerdict } from '@/lib/view/verdict'

const numbers: Input = {
  kind: 'numbers',
  asks: [
    {
      name: 'dW',
      label: { math: null, text: 'dW' },
      shape: [2, 3],
      precision: { kind: 'decimals', decimals: 2 },
      options: null,
    },
  ],
}
const typed: Answer = { kind: 'numbers', cells: { dW: ['1', '2', '3', '4', '5', '6'] } }
const marked = (states: readonly CellVerdict['state'][]): Outcome => ({
  verdict: {
    kind: 'marked',
    right: states.every((state) => state === 'right'),
    score: states.filter((state) => state === 'right').length / states.length,
    cells: states.map((state, index) => ({ part: 'dW', index, state, given: String(index + 1), key: '7.00' })),
    mistake: null,
  },
  answer: [],
  feedback: [],
  suggested: 'again',
  trace: null,
})

const shown = (input: Input, answer: Answer, outcome: Outcome | null = null, check: EngineCheck = { kind: 'none' }) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ blocks, compute, review }}>
      <CardFace
        card={{ type: 'compute', content: null, occasion: { seed: 'a', language: 'en' } }}
        presented={{ question: [], input, given: null, engine: null }}
        language="en"
        answer={answer}
        steps={null}
        onSteps={() => {}}
        outcome={outcome}
        check={check}
        autoFocus={false}
        onChange={() => {}}
        onSubmit={() => {}}
        onGiveUp={() => {}}
      />
    </NextIntlClientProvider>,
  )

describe('a card as it is shown', () => {
  it('labels every cell of a matrix with its place', () => {
    const html = shown(numbers, emptyAnswer(numbers))
    expect(html).toContain('aria-label="dW, row 2 of 2, column 3 of 3"')
    expect(html.match(/<input/g)).toHaveLength(6)
  })

  it('says the wanted precision beside the input', () => {
    expect(shown(numbers, typed)).toContain('2 decimals')
  })

  it('tells each cell’s verdict by mark and word, and the key of a wrong one', () => {
    const html = shown(numbers, typed, marked(['right', 'right', 'wrong', 'right', 'right', 'right']))
    expect(html).toContain('5 of 6 right')
    expect(html.match(/✓/g)).toHaveLength(5)
    expect(html.match(/>wrong</g)).toHaveLength(1)
    expect(html.match(/7\.00/g)).toHaveLength(1)
  })

  it('keeps the question open after an unreadable answer, says why, and that it cost nothing', () => {
    const html = shown(numbers, typed, {
      ...marked([]),
      verdict: {
        kind: 'unreadable',
        cells: [{ part: 'dW', index: 1, state: 'unreadable', given: '1,000', key: '' }],
        message: { key: 'compute.unreadable.thousands', values: { typed: '1,000', part: 'dW' } },
      },
    })
    expect(html).toContain('could mean a thousand or a decimal')
    expect(html).toContain(review.unreadableIsFree)
    expect(html).toContain(review.giveUp)
    expect(html).toContain('aria-invalid="true"')
  })

  it.each<[string, EngineCheck, string]>([
    ['is still running', { kind: 'running' }, compute.engine.marked.running],
    ['could not run', { kind: 'refused', reason: 'failed' }, compute.engine.marked.failed],
    [
      'ran on the CPU',
      {
        kind: 'report',
        report: {
          backend: 'cpu',
          onGpu: false,
          note: 'no-webgl',
          agreement: 3e-7,
          agreed: true,
          milliseconds: 5,
          asks: [],
        },
      },
      'float64 key · TensorFlow.js on your CPU (float32) agrees to 3e−7 · no WebGL in this browser',
    ],
    [
      'ran on WebGL, but not every kernel did',
      {
        kind: 'report',
        report: {
          backend: 'webgl',
          onGpu: false,
          note: 'cpu-kernels',
          agreement: 0,
          agreed: true,
          milliseconds: 5,
          asks: [],
        },
      },
      'float64 key · TensorFlow.js on your CPU (float32) gives the same number · part of it ran on the CPU',
    ],
    [
      'disagrees',
      {
        kind: 'report',
        report: { backend: 'webgl', onGpu: true, note: null, agreement: 0.5, agreed: false, milliseconds: 5, asks: [] },
      },
      'more than float32 explains; the key stands',
    ],
  ])('says so honestly when the engine %s', (_, check, words) => {
    expect(shown(numbers, typed, marked(['right', 'right', 'right', 'right', 'right', 'right']), check)).toContain(
      words,
    )
  })

  it('draws every kind of input there is', () => {
    const side = (ids: readonly string[]) => ids.map((id) => ({ id, blocks: [] }))
    const inputs: readonly Input[] = [
      { kind: 'reveal' },
      { kind: 'choice', options: side(['a', 'b', 'c']), multiple: false },
      { kind: 'order', items: side(['a', 'b', 'c']) },
      { kind: 'match', left: side(['l1', 'l2']), right: side(['r1', 'r2']) },
      numbers,
      { kind: 'text', placeholder: '', code: true },
    ]
    for (const input of inputs) expect(shown(input, emptyAnswer(input)).length, input.kind).toBeGreaterThan(100)
  })
})
