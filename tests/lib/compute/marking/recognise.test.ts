import { describe, expect, it } from 'vitest'
import type { Asked } from '@/lib/compute/marking/mark'
import { type MistakenAnswer, recogniseMistake } from '@/lib/compute/marking/recognise'

const ask = (name: string, ...key: readonly number[]): Asked => ({
  name,
  key,
  precision: { kind: 'decimals', decimals: 1 },
  tolerance: { abs: 0, rel: 0 },
  probability: false,
})

const mistake = (name: string, answers: { readonly [ask: string]: readonly number[] }): MistakenAnswer => ({
  name,
  answers: new Map(Object.entries(answers)),
})

const read = (answers: { readonly [ask: string]: readonly number[] }) => new Map(Object.entries(answers))

const asks = [ask('loss', 2), ask('grad', 1, -1, 0)]
const sign = mistake('sign', { loss: [2], grad: [-1, 1, 0] })
const margin = mistake('margin', { loss: [1], grad: [1, -1, 0] })

describe('recognising a mistake', () => {
  it('names the mistake that gives every typed number', () => {
    expect(recogniseMistake(asks, read({ loss: [2], grad: [-1, 1, 0] }), [margin, sign])).toBe('sign')
  })

  it('names one that explains every wrong cell when other cells were right all the same', () => {
    expect(recogniseMistake(asks, read({ loss: [2], grad: [-1, -1, 0] }), [margin, sign])).toBe('sign')
  })

  it('prefers the mistake that gives the whole answer', () => {
    const both = mistake('both', { loss: [1], grad: [-1, 1, 0] })
    expect(recogniseMistake(asks, read({ loss: [1], grad: [1, -1, 0] }), [both, margin])).toBe('margin')
    expect(recogniseMistake(asks, read({ loss: [1], grad: [-1, 1, 0] }), [margin, both])).toBe('both')
  })

  it('names none for a right answer or one that no mistake gives', () => {
    expect(recogniseMistake(asks, read({ loss: [2], grad: [1, -1, 0] }), [margin, sign])).toBeNull()
    expect(recogniseMistake(asks, read({ loss: [9], grad: [-1, 1, 0] }), [margin, sign])).toBeNull()
  })

  it('leaves out an ask that the mistake gave another shape', () => {
    expect(recogniseMistake(asks, read({ loss: [1], grad: [1, -1, 0] }), [mistake('m', { loss: [1] })])).toBe('m')
  })
})
