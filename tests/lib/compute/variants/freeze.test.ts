import { describe, expect, it } from 'vitest'
import { markNumbers } from '@/lib/compute/marking/mark'
import { recogniseMistake } from '@/lib/compute/marking/recognise'
import { writeKey } from '@/lib/compute/marking/write-number'
import { freezeVariants } from '@/lib/compute/variants/freeze'
import { kinkDistance } from '@/lib/compute/variants/kinks'
import { storeValues } from '@/lib/compute/variants/stored-values'
import { conv, hinge, neuron, programOf } from '../questions'

describe('freezing variants', () => {
  it('finds as many as wanted, the same ones every time', () => {
    const [first, second] = [freezeVariants(programOf(hinge)), freezeVariants(programOf(hinge))]
    expect(first.variants).toHaveLength(12)
    expect(second.variants.map(({ values }) => storeValues(values))).toEqual(
      first.variants.map(({ values }) => storeValues(values)),
    )
  })

  it.each([hinge, conv, neuron])('names every mistake from its own answer and never marks it right', (text) => {
    const { variants } = freezeVariants(programOf(text))
    expect(variants.length).toBeGreaterThan(0)
    for (const { asks, mistakes, seed } of variants)
      for (const mistake of mistakes) {
        const cells = Object.fromEntries(
          asks.map((ask) => [ask.name, (mistake.answers.get(ask.name) ?? []).map((x) => writeKey(ask, x))]),
        )
        const { verdict, read } = markNumbers(asks, cells)
        expect(verdict, `${mistake.name}, seed ${seed}`).toMatchObject({ kind: 'marked', right: false })
        expect(read && recogniseMistake(asks, read, mistakes), `seed ${seed}`).toBe(mistake.name)
      }
  })

  it('keeps its distance from kinks', () => {
    for (const { run, seed } of freezeVariants(programOf(neuron)).variants)
      expect(kinkDistance(run), `seed ${seed}`).toBeGreaterThanOrEqual(0.05)
  })

  it('keeps only variants whose conditions hold, and tells why the others fell', () => {
    const { variants, rejected } = freezeVariants(programOf(`require: ["w > 30"]\n${conv}`))
    for (const { values, seed } of variants) expect(values.w?.tensor.data[0], `seed ${seed}`).toBeGreaterThan(30)
    expect(rejected.get('The condition `w > 30` does not hold.')).toBeGreaterThan(0)
  })

  it('refuses a zero that was not meant, and takes one that was', () => {
    const dull = (zero: boolean) => `
given: { x: { uniform: [1, 2] } }
ask: [{ value: "0 * x", decimals: 1, zero: ${zero} }]`
    expect(freezeVariants(programOf(dull(false))).variants).toHaveLength(0)
    expect(freezeVariants(programOf(dull(true))).variants.length).toBeGreaterThan(0)
  })

  it('has one variant where the author wrote every number', () => {
    const { variants, tried } = freezeVariants(programOf('given: { x: 2 }\nask: [{ value: "x ^ 2", integer: true }]'))
    expect([variants.length, variants[0]?.seed, tried]).toEqual([1, null, 1])
  })

  it('never shows the same numbers twice', () => {
    const { variants } = freezeVariants(
      programOf('given: { x: { integer: [1, 3] } }\nask: [{ value: x, integer: true }]'),
    )
    expect(variants).toHaveLength(3)
  })

  it('shows short numbers only', () => {
    const { variants, rejected } = freezeVariants(
      programOf('given: { x: { integer: [1, 99999] } }\nask: [{ value: x, integer: true }]'),
    )
    for (const { values } of variants) expect(values.x?.tensor.data[0]).toBeLessThan(10_000)
    expect([...rejected.keys()]).toEqual(['The given `x` is shown with more than 4 characters.'])
  })
})
