import { describe, expect, it } from 'vitest'
import { type Direction, layOut, type Sizes } from '@/app/_ui/trace/graph-layout'
import { labelPlaces } from '@/app/_ui/trace/label-places'
import { makeRng } from '@/lib/core/rng'
import type { Trace } from '@/lib/view/trace'
import { edge, neuron, node } from './small-trace'

const sizes: Sizes = { node: { width: 100, height: 60 }, gap: { layer: 50, side: 10 } }
const directions: readonly Direction[] = ['right', 'down']

/** A random layered graph: every node after the first layer takes one to three inputs from earlier layers. */
const randomTrace = (seed: number): Trace => {
  const rng = makeRng(seed, 'trace')
  const nodes = Array.from({ length: 12 }, (_, index) => node(`n${index}`, Math.floor(index / 3)))
  const edges = nodes.flatMap(({ id, depth }, index) =>
    depth === 0
      ? []
      : Array.from({ length: rng.integer(1, 3) }, () => rng.integer(0, 3 * depth - 1))
          .filter((from, place, all) => from < index && all.indexOf(from) === place)
          .map((from) => edge(`n${from}`, id)),
  )
  return { target: 'n11', nodes, edges }
}

describe('laying out a trace', () => {
  it.each(directions)('keeps boxes apart and inside the drawing, %s', (direction) => {
    for (let seed = 1; seed <= 40; seed++) {
      const { nodes, width, height } = layOut(randomTrace(seed), direction, sizes)
      for (const [index, a] of nodes.entries()) {
        expect(a.x - 50, `seed ${seed}`).toBeGreaterThanOrEqual(0)
        expect(a.x + 50, `seed ${seed}`).toBeLessThanOrEqual(width)
        expect(a.y - 30, `seed ${seed}`).toBeGreaterThanOrEqual(0)
        expect(a.y + 30, `seed ${seed}`).toBeLessThanOrEqual(height)
        for (const b of nodes.slice(index + 1)) {
          const apart = Math.abs(a.x - b.x) >= 100 || Math.abs(a.y - b.y) >= 60
          expect(apart, `seed ${seed}: ${a.id} and ${b.id}`).toBe(true)
        }
      }
    }
  })

  it.each(directions)('runs every edge with the flow, %s', (direction) => {
    for (let seed = 1; seed <= 40; seed++) {
      for (const { points, from, to } of layOut(randomTrace(seed), direction, sizes).edges) {
        const along = points.map(({ x, y }) => (direction === 'right' ? x : y))
        expect(along, `seed ${seed}: ${from} to ${to}`).toEqual([...along].sort((a, b) => a - b))
      }
    }
  })

  it.each(directions)('never leads an edge through a box it does not belong to, %s', (direction) => {
    for (let seed = 1; seed <= 40; seed++) {
      const { nodes, edges } = layOut(randomTrace(seed), direction, sizes)
      for (const { points, from, to } of edges) {
        for (const point of points) {
          const hit = nodes.find(
            ({ id, x, y }) => id !== from && id !== to && Math.abs(point.x - x) < 50 && Math.abs(point.y - y) < 30,
          )
          expect(hit?.id, `seed ${seed}: ${from} to ${to}`).toBeUndefined()
        }
      }
    }
  })

  it('gives a graph the same drawing every time', () => {
    expect(layOut(neuron, 'right', sizes)).toEqual(layOut(neuron, 'right', sizes))
  })

  it('keeps the labels of edges apart', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const places = labelPlaces(layOut(randomTrace(seed), 'right', sizes).edges, 'right')
      for (const [index, a] of places.entries()) {
        for (const b of places.slice(index + 1)) {
          const apart = Math.abs(a.x - b.x) >= 53 || Math.abs(a.y - b.y) >= 17
          expect(apart, `seed ${seed}`).toBe(true)
        }
      }
    }
  })
})
