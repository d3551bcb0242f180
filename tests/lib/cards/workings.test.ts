import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { workingsNamed } from '@/lib/cards/workings'
import type { Answer } from '@/lib/view/input'
import { compiledCard } from './read-card'

const card = `
prompt: { en: "What does the neuron give?", zh: "神经元输出多少？" }
given:
  x: { value: [1, 2] }
  w: { value: [3, -1] }
  b: { integer: [4, 4] }
steps:
  dot: sum(w * x)
  z: dot + b
  out: z ^ 2
ask:
  - { value: out, integer: true }
  - { name: dw, value: "grad(out, w)", tex: "\\\\partial L", integer: true }
`
const logarithm = `
prompt: { en: "What is it?", zh: "是多少？" }
given: { a: { value: 2 }, s: { shape: [2], uniform: [0.5, 3], decimals: 1 } }
steps: { inner: a - 1, f: "log(inner) + sum(s)" }
ask: [{ value: f, decimals: 3 }]
`

const numbers = (cells: { readonly [name: string]: readonly string[] }): Answer => ({ kind: 'numbers', cells })
const opened = (text: string, seed = 'a') => {
  const { compiled, present } = compiledCard('compute', text)
  const workings = workingsNamed('compute')
  if (workings === null) throw new Error('compute cards have workings')
  const occasion = { seed, language: 'en' as const }
  return {
    present: present(seed),
    steps: workings.steps(compiled, occasion),
    mark: (answer: Answer, steps: Answer) => workings.markSteps(compiled, occasion, answer, steps),
    givens: workings.givens(compiled, occasion),
    attempt: (cells: { readonly [given: string]: readonly string[] }) => workings.tryNumbers(compiled, occasion, cells),
  }
}

// dot = 1, z = 5, out = 25, dw = 10 x
describe('the steps of a compute card', () => {
  const { present, steps, mark } = opened(card)

  it('are offered where they are neither asked nor told', () => {
    expect(present.stepwise).toBe(true)
    expect(steps.map(({ name, shape, precision }) => [name, shape, precision.kind])).toEqual([
      ['dot', [], 'integer'],
      ['z', [], 'integer'],
    ])
    const told = opened(card.replace('neuron give', 'neuron give for {dot}'))
    expect(told.steps.map(({ name }) => name)).toEqual(['z'])
  })

  it('are not offered where the answer is one step away, or where they are too large to type', () => {
    const direct =
      'prompt: { en: "A?", zh: "问？" }\ngiven: { a: 2 }\nsteps: { f: a * 2 }\nask: [{ value: f, integer: true }]'
    expect(opened(direct).present.stepwise).toBe(false)
    expect(opened(direct).steps).toEqual([])
    const large = direct.replace('f: a * 2', 'e: a * eye(4), f: sum(e)')
    expect(opened(large).steps).toEqual([])
  })

  it('name the first that went wrong, with what was entered and what follows, and carry the error on', () => {
    const marked = mark(numbers({ out: ['49'], dw: ['14', '28'] }), numbers({ dot: ['3'], z: ['7'] }))
    expect(marked).toMatchObject({
      first: { node: 'dot', label: { text: 'dot' }, given: ['3'], expected: ['1'] },
      right: 3,
      of: 4,
      verdict: { right: false, score: 0.75 },
    })
    expect(marked.verdict.cells.map(({ part, state, key }) => [part, state, key])).toEqual([
      ['dot', 'wrong', '1'],
      ['z', 'carried', '7'],
    ])
    expect(marked.had).toEqual({ dot: ['3'], z: ['7'], out: ['49'], '?dw': ['14', '28'] })
  })

  it('find the slip in the answer where all entered steps are right', () => {
    expect(mark(numbers({ out: ['10'], dw: ['10', '20'] }), numbers({ z: ['5'] }))).toMatchObject({
      first: { node: 'out', given: ['10'], expected: ['25'] },
      right: 2,
      of: 3,
    })
    const first = mark(numbers({ out: ['25'], dw: ['5', '20'] }), numbers({ z: ['5'] })).first
    expect(first).toMatchObject({ node: '?dw', shape: [2], label: { math: { tex: '\\partial L' } } })
  })

  it('may be left out one by one, but a step that was begun is read whole', () => {
    expect(mark(numbers({ out: ['25'], dw: ['10', '20'] }), numbers({ dot: [''], z: ['5'] })).of).toBe(3)
    const products = opened(card.replace('dot: sum(w * x)', 'p: w * x\n  dot: sum(p)'))
    expect(products.mark(numbers({}), numbers({ p: ['3', ''] })).verdict).toMatchObject({
      kind: 'unreadable',
      message: { key: 'compute.unreadable.empty', values: { part: 'p' } },
    })
  })

  it('are marked without an answer too, for a learner who gave up', () => {
    expect(mark({ kind: 'reveal' }, numbers({ dot: ['1'], z: ['6'] }))).toMatchObject({ first: { node: 'z' }, of: 2 })
  })
})

describe('other numbers for a compute card', () => {
  const { givens, attempt } = opened(card)

  it('start from the card’s own, with a step and a range', () => {
    expect(givens).toMatchObject([
      { name: 'x', shape: [2], cells: ['1', '2'], step: 1, range: { low: 0, high: 4 } },
      { name: 'w', cells: ['3', '-1'], range: { low: -6, high: 6 } },
      { name: 'b', shape: [], cells: ['4'], step: 1, range: { low: 4, high: 4 }, fixed: false },
    ])
  })

  it('change values, gradients and the answer', () => {
    const tried = attempt({ b: ['0'] })
    if (tried.kind !== 'ran') throw new Error('the numbers run')
    expect(tried.answer).toMatchObject([{ items: [{ cells: ['1'] }] }, { items: [{ cells: ['2', '4'] }] }])
    const z = tried.trace.nodes.find(({ id }) => id === 'z')
    expect([z?.value, z?.gradient?.analytic, z?.gradient?.numeric]).toEqual([['1'], ['2'], ['2']])
  })

  it('are shown with the decimals they were typed with', () => {
    const tried = opened(logarithm).attempt({ s: ['1.25', '2'] })
    const shown = tried.kind === 'ran' ? tried.trace.nodes.find(({ id }) => id === 's')?.value : null
    expect(shown).toEqual(['1.25', '2.00'])
  })

  it('say which cannot be read', () => {
    expect(attempt({ w: ['3', 'abc'] })).toMatchObject({
      kind: 'refused',
      given: 'w',
      message: { key: 'compute.unreadable.syntax', values: { typed: 'abc' } },
    })
  })

  it('say which step has no value with them, and why', () => {
    expect(opened(logarithm).attempt({ a: ['1'] })).toMatchObject({
      kind: 'refused',
      given: null,
      message: { key: 'compute.other.refused', values: { place: 'f' } },
      detail: expect.stringContaining('logarithm'),
    })
  })

  it('leave alone what fixes the shape of another given', () => {
    const text = `
prompt: { en: "Sum?", zh: "和？" }
given: { n: { integer: [2, 3] }, v: { shape: [n], integer: [1, 9] } }
steps: { f: sum(v) }
ask: [{ value: f, integer: true }]
`
    expect(opened(text).givens.map(({ name, fixed }) => [name, fixed])).toEqual([
      ['n', true],
      ['v', false],
    ])
  })
})

describe('card types with workings', () => {
  it('are types of the list', () => {
    expect(cardTypes.map(({ name }) => workingsNamed(name)?.name ?? null).filter((name) => name !== null)).toEqual([
      'compute',
    ])
  })
})
