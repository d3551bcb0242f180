import { describe, expect, it } from 'vitest'
import { convolve } from '@/lib/compute/explore/convolution'
import { descend } from '@/lib/compute/explore/learning-rate'
import { optimisers, raceOf, steps } from '@/lib/compute/explore/optimisers'
import { activationNames, layers, saturate } from '@/lib/compute/explore/saturation'

describe('the learning-rate explorer', () => {
  it('walks the parabola as its closed form says', () => {
    const { weights, losses } = descend(1, 0.5)
    expect(weights).toHaveLength(25)
    for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(0.5 ** i, 12)
    expect(losses[0]).toBe(0.5)
  })

  it.each([
    [0.05, 'slow'],
    [0.7, 'smooth'],
    [1, 'exact'],
    [1.5, 'swings'],
    [2, 'circles'],
    [2.2, 'diverges'],
  ])('says of %d that it %s', (lr, course) => {
    const run = descend(1, lr)
    expect(run.course).toBe(course)
    const last = Math.abs(run.weights.at(-1) ?? Number.NaN)
    if (course === 'diverges') expect(last).toBeGreaterThan(10)
    else expect(last).toBeLessThanOrEqual(1)
  })
})

describe('the optimiser race', () => {
  it('lets every rule come down the bowl at a modest rate', () => {
    for (const name of optimisers) {
      const { path, losses } = raceOf(name, 0.1)
      expect(path).toHaveLength(steps + 1)
      expect(losses.at(-1), name).toBeLessThan(losses[0] ?? 0)
    }
  })

  it('takes a first Adam step of the size of the rate in both directions', () => {
    const [from, to] = raceOf('adam', 0.3).path
    expect((to?.[0] ?? 0) - (from?.[0] ?? 0)).toBeCloseTo(0.3, 6)
    expect((to?.[1] ?? 0) - (from?.[1] ?? 0)).toBeCloseTo(-0.3, 6)
  })

  it('lets momentum overtake plain descent along the flat axis', () => {
    const end = (name: 'sgd' | 'momentum') => Math.abs(raceOf(name, 0.1).path[16]?.[0] ?? 0)
    expect(end('momentum')).toBeLessThan(end('sgd'))
  })
})

describe('the saturation explorer', () => {
  it('accounts for every activation of every layer', () => {
    for (const name of activationNames)
      for (const layer of saturate(name, 0.2))
        expect(layer.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('shows tanh dying out with small weights and saturating with large ones', () => {
    const last = (std: number) => saturate('tanh', std)[layers - 1]
    expect(last(0.02)?.std).toBeLessThan(0.01)
    expect(last(0.22)?.std).toBeGreaterThan(0.2)
    const large = last(1)?.histogram
    expect((large?.[0] ?? 0) + (large?.at(-1) ?? 0)).toBeGreaterThan(0.5)
    expect(saturate('tanh', 1)[0]?.gradient).toBeGreaterThan(0)
  })
})

describe('the convolution explorer', () => {
  it('gives an output of the size that the formula says, and counts what no window reaches', () => {
    const found = convolve({ size: 7, filter: 3, stride: 2, padding: 0 })
    expect([found?.output.length, found?.output[0]?.length, found?.unused]).toEqual([3, 3, 0])
    expect(convolve({ size: 7, filter: 3, stride: 3, padding: 0 })?.unused).toBe(1)
    expect(convolve({ size: 5, filter: 3, stride: 1, padding: 1 })?.output).toHaveLength(5)
    expect(convolve({ size: 3, filter: 5, stride: 1, padding: 0 })).toBeNull()
  })

  it('fills each cell with the sum of products under its window', () => {
    const found = convolve({ size: 5, filter: 3, stride: 2, padding: 1 })
    if (!found) throw new Error('the filter fits')
    const by = (row: number, column: number) =>
      found.weights.flatMap((line, i) => line.map((weight, j) => weight * (found.padded[row + i]?.[column + j] ?? 0)))
    expect(found.output[1]?.[2]).toBe(by(2, 4).reduce((sum, product) => sum + product, 0))
  })
})
