import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import blocks from '@/app/_i18n/messages/en/blocks.json'
import compute from '@/app/_i18n/messages/en/compute.json'
import review from '@/app/_i18n/messages/en/review.json'
import { StepEntry } from '@/app/_ui/review/step-entry'
import { OtherNumbers } from '@/app/_ui/trace/other-numbers'
import type { Answer } from '@/lib/view/input'
import { compiledCard } from '../../lib/cards/read-card'

const { compiled } = compiledCard(
  'compute',
  `
prompt: { en: "What does the neuron give?", zh: "神经元输出多少？" }
given: { w: { value: [3, -1] }, x: 2 }
steps: { dot: "sum(w) * x", out: "dot ^ 2" }
ask: [{ value: out, integer: true }]
`,
)
const card = { type: 'compute', content: compiled, occasion: { seed: 'a', language: 'en' as const } }
const numbers = (cells: { readonly [name: string]: readonly string[] }): Answer => ({ kind: 'numbers', cells })
const nothing = () => {}

const html = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ blocks, compute, review }}>
      {element}
    </NextIntlClientProvider>,
  )
const entry = (steps: Answer | null, answer: Answer | null, of = card) =>
  html(
    <StepEntry
      card={of}
      steps={steps}
      onSteps={nothing}
      answer={answer}
      onSubmit={nothing}
      onMarked={nothing}
      onInside={nothing}
    />,
  )

// dot = 4, out = 16
describe('the fields for steps', () => {
  it('ask for every step with its precision and mark nothing while the question is open', () => {
    const shown = entry(numbers({ dot: ['5'] }), null)
    expect(shown).toContain('aria-label="dot"')
    expect(shown).toContain('whole number')
    expect(shown).not.toContain('wrong')
    expect(shown).not.toContain(compute.entry.check)
  })

  it('tell the first wrong step above all, and take what follows from it for right', () => {
    const shown = entry(numbers({ dot: ['5'] }), numbers({ out: ['25'] }))
    expect(shown).toContain(compute.entry.first)
    expect(shown).toContain('You had 5; here it should be 4.')
    expect(shown).toContain('1 of 2 entries are right')
    expect(shown.indexOf(compute.entry.first)).toBeLessThan(shown.indexOf(`>${compute.entry.title}<`))
  })

  it('say so where everything follows', () => {
    expect(entry(numbers({ dot: ['4'] }), numbers({ out: ['16'] }))).toContain('All 2 entries follow')
  })

  it('ask again for a step that cannot be read, with its name', () => {
    const shown = entry(numbers({ dot: ['1,000'] }), numbers({ out: ['25'] }))
    expect(shown).toContain('could mean a thousand or a decimal')
    expect(shown).toContain(compute.entry.check)
  })

  it('wait for the learner after a wrong answer', () => {
    const shown = entry(null, numbers({ out: ['25'] }))
    expect(shown).toContain(compute.entry.hint)
    expect(shown).toContain('disabled=""')
  })
})

describe('other numbers', () => {
  const shown = html(<OtherNumbers card={card} onTrace={nothing} />)

  it('offer every cell with steppers, and a slider for a single number', () => {
    expect(shown).toContain('aria-label="w, entry 2 of 2"')
    expect(shown).toContain('aria-label="x more"')
    expect(shown.match(/type="range"/g)).toHaveLength(1)
  })

  it('begin with the card’s own answer and nothing to take back', () => {
    expect(shown).toContain('>16<')
    expect(shown).toMatch(new RegExp(`<button type="button" disabled=""[^>]*>${compute.other.reset}`))
  })
})
