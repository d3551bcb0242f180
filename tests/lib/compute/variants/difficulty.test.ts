import { describe, expect, it } from 'vitest'
import { difficultyOf } from '@/lib/compute/variants/difficulty'
import { freezeVariants } from '@/lib/compute/variants/freeze'
import { hinge, programOf } from '../questions'

const difficulty = (text: string) => {
  const program = programOf(text)
  return difficultyOf(program, freezeVariants(program).variants)
}

const explicit = (steps: string, more = '') =>
  `given: { x: [-1.5, 2, 3, -4] }\nsteps: { out: "${steps}" }\nask: [{ value: out, decimals: 1 }]\n${more}`

describe('the difficulty of a question', () => {
  it('counts the digits that are shown and typed, and the share of negative numbers', () => {
    expect(difficulty(explicit('sum(x)'))).toEqual({
      digits: { least: 5, most: 5, variation: 0 },
      negatives: { least: 0.5, most: 0.5, variation: 0 },
      gates: null,
      keyDigits: { least: 2, most: 2, variation: 0 },
      keySize: { least: 0.5, most: 0.5, variation: 0 },
    })
  })

  it.each([
    ['relu(x)', 0.5],
    ['leaky_relu(x)', 0.5],
    ['maximum(0, x + 2)', 0.75],
    ['maximum(x + 2, 0)', 0.75],
    ['minimum(x, 2.5)', 0.75],
    ['clip(x, -2, 2.5)', 0.5],
    ['x * (x < 0)', 0.5],
    ['where(x >= 3, x, 1)', 0.25],
    ['relu(max(x))', 1],
  ])('takes the share of open gates of %s', (steps, share) => {
    expect(difficulty(explicit(steps))?.gates).toEqual({ least: share, most: share, variation: 0 })
  })

  it("leaves out the gates of the author's conditions", () => {
    expect(difficulty(explicit('sum(x)', 'require: ["x[0] < 0"]\n'))?.gates).toBeNull()
  })

  it('says how far the variants lie apart', () => {
    const found = difficulty(hinge)
    expect(found?.negatives.most).toBeGreaterThan(found?.negatives.least ?? 1)
    expect(found?.gates?.most).toBeLessThanOrEqual(1)
    expect(found?.keySize.variation).toBeGreaterThan(0)
  })

  it('is nothing where no variant can be asked', () => {
    expect(difficulty(explicit('sum(x) * 0'))).toBeNull()
  })
})
