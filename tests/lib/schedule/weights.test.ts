import { describe, expect, it } from 'vitest'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { schedulerOf } from '@/lib/schedule/schedulers'
import { readTerms, writeTerms } from '@/lib/schedule/terms'
import { nameable, nameOfWeights, shortName, weightsNamed } from '@/lib/schedule/weights'
import { oddWeights } from './simulated-learner'

describe('the name of a parameter set', () => {
  it('holds its weights to four decimals in 73 characters', () => {
    for (const weights of [defaultParameters.weights, oddWeights, Array<number>(21).fill(0.12345)]) {
      const name = nameOfWeights(weights)
      expect(name).toMatch(/^w1:[\w-]{70}$/)
      expect(weightsNamed(name)).toEqual(nameable(weights))
    }
  })

  it('is refused for weights that are not 21 numbers, and read from nothing else', () => {
    expect(() => nameOfWeights([1, 2])).toThrow('21 weights')
    expect(() => nameOfWeights(Array<number>(21).fill(200))).toThrow('21 weights')
    expect(['default', 'w1:short', '', `w2:${'A'.repeat(70)}`].map(weightsNamed)).toEqual([null, null, null, null])
  })

  it('has a short form for people that differs with the weights', () => {
    expect(shortName(nameOfWeights(oddWeights))).toMatch(/^[0-9a-z]{6}$/)
    expect(shortName(nameOfWeights(oddWeights))).not.toBe(shortName(nameOfWeights(defaultParameters.weights)))
  })

  it('gives every device the same scheduler, and the defaults where it says nothing', () => {
    const name = nameOfWeights(oddWeights)
    expect(schedulerOf('fsrs-6', name, undefined).parameters).toBe(name)
    expect(schedulerOf('fsrs-6', 'w1:nonsense', 'nonsense').parameters).toBe('default')
    expect(schedulerOf('fsrs-9', name, undefined).parameters, 'another algorithm').toBe('default')
    expect(schedulerOf('fsrs-6', name, '0.8;5;;365').terms).toEqual({
      retention: 0.8,
      learning: [5],
      relearning: [],
      longest: 365,
    })
  })
})

describe('the terms of an interval', () => {
  it('are read back as they were written', () => {
    const terms = { retention: 0.87, learning: [1, 10, 60], relearning: [], longest: 365 }
    expect(writeTerms(terms)).toBe('0.87;1,10,60;;365')
    expect(readTerms(writeTerms(terms))).toEqual(terms)
  })

  it.each([
    '',
    '0.9',
    '0.9;1;10',
    '0.5;1;10;365',
    '0.9;0;10;365',
    '0.9;1;10;3',
    '0.9;1;10;365;1',
    '0.9;1,2,3,4,5,6,7;;365',
  ])('are none in %j', (text) => expect(readTerms(text)).toBeNull())
})
