import { describe, expect, it } from 'vitest'
import { backWidth, computedNodes, framesOf, largestBack, seenAfter } from '@/app/_ui/trace/frames'
import { neuron } from './small-trace'

const told = framesOf(neuron).map(({ pass, node }) => `${pass} ${node}`)

describe('playing a trace', () => {
  it('lets every value arrive before the first gradient, givens first', () => {
    expect(told.slice(0, 5)).toEqual(['forward w', 'forward x', 'forward b', 'forward p', 'forward f'])
  })

  it('sends gradients back from the target, past nodes they do not reach', () => {
    expect(told.slice(5)).toEqual(['backward f', 'backward p', 'backward b', 'backward w'])
  })

  it('has no backward pass where nothing is differentiated', () => {
    expect(framesOf({ ...neuron, target: null }).every(({ pass }) => pass === 'forward')).toBe(true)
  })

  it('shows exactly what has happened so far', () => {
    const frames = framesOf(neuron)
    expect(seenAfter(frames, 0)).toEqual({ values: new Set(), gradients: new Set(), now: null })
    const seen = seenAfter(frames, 6)
    expect([...seen.values]).toEqual(['w', 'x', 'b', 'p', 'f'])
    expect([...seen.gradients]).toEqual(['f'])
    expect(seen.now).toEqual({ pass: 'backward', node: 'f' })
  })

  it('lists computed steps only, in the order of the computation', () => {
    expect(computedNodes(neuron).map(({ id }) => id)).toEqual(['p', 'f'])
  })

  it('draws the largest gradient widest and a zero one as a hair', () => {
    expect(largestBack(neuron)).toBe(4)
    expect(backWidth(4, 4)).toBe(5)
    expect(backWidth(1, 4)).toBe(3)
    expect(backWidth(0, 4)).toBe(1)
    expect(backWidth(0, 0)).toBe(1)
  })
})
