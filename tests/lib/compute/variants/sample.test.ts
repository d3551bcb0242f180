import { describe, expect, it } from 'vitest'
import type { Formula, Given, GivenSource, Place, Program } from '@/lib/compute/language/program'
import { sampleValues } from '@/lib/compute/variants/sample'
import { readStoredValues, storeValues } from '@/lib/compute/variants/stored-values'

const place: Place = { path: '/given/x', line: 3, column: 5, exact: true }

const size = (value: number | string): Formula => ({
  text: String(value),
  place,
  expression:
    typeof value === 'number'
      ? { kind: 'number', value, span: { start: 0, end: 1 } }
      : { kind: 'name', name: value, span: { start: 0, end: value.length } },
})

const given = (name: string, source: GivenSource): Given => ({ name, place, tex: null, source })

const random = (
  draw: Extract<GivenSource, { kind: 'random' }>['draw'],
  shape: readonly (number | string)[] = [],
  distinct = false,
): GivenSource => ({ kind: 'random', shape: shape.map(size), distinct, draw })

const program = (...givens: readonly Given[]): Program => ({
  id: 'test.question',
  concepts: [],
  title: null,
  prompt: null,
  given: givens,
  require: [],
  steps: [],
  ask: [],
  mistakes: [],
})

const numbers = (of: Program, seed: string | number) => {
  const values = sampleValues(of, seed)
  if (!values.ok) throw new Error(values.error.map((d) => d.message).join(' '))
  return Object.fromEntries(Object.entries(values.value).map(([name, { tensor }]) => [name, Array.from(tensor.data)]))
}

const scores = given('s', random({ kind: 'uniform', low: -5, high: 5, decimals: 1 }, [3]))
const weights = given('w', random({ kind: 'normal', mean: 0, deviation: 1, decimals: 2 }, [4]))
const count = given('n', random({ kind: 'integer', low: 2, high: 9 }))
const label = given('y', random({ kind: 'index', n: size(3) }))
const pick = given('k', random({ kind: 'choice', options: [0.1, 0.5, 2] }))
const mask = given('m', random({ kind: 'bernoulli', probability: 0.5 }, [6]))

describe('sampling', () => {
  it('gives the numbers it always gave: Node and browsers can be compared with these', () => {
    expect(numbers(program(scores, weights, count, label, pick, mask), 7)).toEqual({
      s: [-4.2, 0.2, 0.1],
      w: [0.59, 0.37, -0.26, 0.15],
      n: [7],
      y: [2],
      k: [0.1],
      m: [0, 1, 1, 1, 1, 1],
    })
  })

  it('takes the seed 7 and the seed "7" as one', () => {
    expect(numbers(program(scores, weights), 7)).toEqual(numbers(program(scores, weights), '7'))
  })

  it('leaves the draws of other givens alone when one is edited, added or moved', () => {
    const before = numbers(program(scores, count, mask), 5)
    const wider = given('n', random({ kind: 'integer', low: 2, high: 900 }, [50]))
    const after = numbers(program(weights, mask, wider, scores), 5)
    expect({ s: after.s, m: after.m }).toEqual({ s: before.s, m: before.m })
  })

  it('draws values that are exactly what their displayed decimals read as', () => {
    for (let seed = 0; seed < 200; seed++)
      for (const x of numbers(program(scores, weights), seed).s ?? [])
        expect(Number(x.toFixed(1)), `seed ${seed}`).toBe(x)
  })

  it('reaches both ends of a range and nothing outside', () => {
    const seen = new Set<number>()
    for (let seed = 0; seed < 300; seed++) for (const x of numbers(program(count), seed).n ?? []) seen.add(x)
    expect([...seen].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('draws normal numbers with the asked mean and deviation', () => {
    const many = given('w', random({ kind: 'normal', mean: 3, deviation: 2, decimals: 3 }, [4096]))
    const data = numbers(program(many), 1).w ?? []
    const mean = data.reduce((sum, x) => sum + x, 0) / data.length
    const variance = data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length
    expect(Math.abs(mean - 3), 'mean').toBeLessThan(0.1)
    expect(Math.abs(Math.sqrt(variance) - 2), 'deviation').toBeLessThan(0.1)
  })

  it('repeats nothing where `distinct` is asked, down to a whole domain', () => {
    const all = given('p', random({ kind: 'index', n: size(8) }, [8], true))
    for (let seed = 0; seed < 50; seed++)
      expect([...(numbers(program(all), seed).p ?? [])].sort(), `seed ${seed}`).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    const bell = given('p', random({ kind: 'normal', mean: 0, deviation: 1, decimals: 1 }, [12], true))
    expect(new Set(numbers(program(bell), 3).p).size).toBe(12)
  })

  it('takes sizes from integer givens drawn before', () => {
    const sized = given('x', random({ kind: 'uniform', low: 0, high: 1, decimals: 1 }, ['n']))
    const { n, x } = numbers(program(count, sized), 11)
    expect(x?.length).toBe(n?.[0])
  })

  it('passes explicit numbers through and shows them as written', () => {
    const explicit = given('x', {
      kind: 'explicit',
      value: [
        [1, 2.5],
        [-0, 4],
      ],
    })
    const values = sampleValues(program(explicit), 1)
    expect(values.ok && storeValues(values.value)).toEqual({
      x: { shape: [2, 2], data: [1, 2.5, 0, 4], decimals: null },
    })
  })

  it('keeps a given called __proto__ as a name like any other', () => {
    const odd = given('__proto__', { kind: 'explicit', value: 4 })
    const values = sampleValues(program(odd), 1)
    expect(values.ok && Object.keys(values.value)).toEqual(['__proto__'])
    expect(values.ok && Object.keys(readStoredValues(storeValues(values.value)))).toEqual(['__proto__'])
  })

  it.each([
    [
      'an end its decimals cannot write',
      random({ kind: 'uniform', low: 0.05, high: 1, decimals: 1 }),
      'cannot be written',
    ],
    ['an empty range', random({ kind: 'integer', low: 5, high: 2 }), 'empty'],
    ['more distinct cells than values', random({ kind: 'index', n: size(3) }, [4], true), 'distinct'],
    ['a size that is no integer given', random({ kind: 'bernoulli', probability: 0.5 }, ['q']), '`q`'],
    ['a size below 1', random({ kind: 'bernoulli', probability: 0.5 }, [0]), 'at least 1'],
    ['a tensor too large', random({ kind: 'bernoulli', probability: 0.5 }, [5000]), '4096'],
    ['a probability above 1', random({ kind: 'bernoulli', probability: 1.5 }), '1.5'],
    ['rows of different length', { kind: 'explicit', value: [[1], [1, 2]] } as const, 'differ in length'],
  ])('refuses %s with a sentence, a cure and the place', (_, source, words) => {
    const values = sampleValues(program(given('x', source)), 1)
    const [fault] = values.ok ? [] : values.error
    expect(fault?.message).toContain(words)
    expect(fault?.hint).not.toBe('')
    expect([fault?.path, fault?.line, fault?.column]).toEqual(['/given/x', 3, 5])
  })

  it('survives storing as JSON', () => {
    const values = sampleValues(program(scores, weights, count), 3)
    if (!values.ok) throw new Error('the program samples')
    expect(readStoredValues(JSON.parse(JSON.stringify(storeValues(values.value))))).toEqual(values.value)
  })
})
