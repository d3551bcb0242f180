import { describe, expect, it } from 'vitest'
import { type Entered, markSteps } from '@/lib/compute/marking/first-wrong-step'
import { stepPrecision } from '@/lib/compute/marking/step-precision'
import { namedNodes } from '@/lib/compute/trace/named-nodes'
import { runProgram } from '@/lib/compute/variants/run'
import { sampleValues } from '@/lib/compute/variants/sample'
import { programOf } from '../questions'

/** Marks entries given by the id of their step; asks are `?name`, passes `w#1`. */
const marking = (text: string, entered: { readonly [id: string]: number | readonly number[] }) => {
  const program = programOf(text)
  const values = sampleValues(program, 1)
  if (!values.ok) throw new Error('the program samples')
  const run = runProgram(program, values.value)
  if (!run.ok) throw new Error(run.error.map(({ message }) => message).join())
  const named = new Map(namedNodes(program, run.value).map((one) => [one.id, one.node]))
  const entries = Object.entries(entered).map(([id, cells]): Entered => {
    const node = named.get(id)
    if (node === undefined) throw new Error(`no step ${id} in ${[...named.keys()]}`)
    const right = run.value.nodes[node]?.data ?? []
    return { id, node, asked: stepPrecision([...right]), cells: typeof cells === 'number' ? [cells] : cells }
  })
  const marked = markSteps(run.value.graph, values.value, run.value.nodes, entries)
  return { ...marked, states: Object.fromEntries(marked.marks.map(({ id, cells }) => [id, cells.join(' ')])) }
}

const circuit = `
given: { x: -2, y: 5, z: -4 }
steps: { q: x + y, f: q * z }
ask: [{ value: f, integer: true }, { name: dx, value: "grad(f, x)" }, { name: dz, value: "grad(f, z)" }]
`

const layers = `
given: { x: 0.5, w1: 0.8, w2: -1.2, t: 1 }
steps:
  h: sigmoid(w1 * x)
  out: w2 * h
  loss: (out - t) ^ 2
ask:
  - { name: dw1, value: "grad(loss, w1)", decimals: 4 }
  - { name: dh, value: "grad(loss, h)", decimals: 4 }
  - { name: dout, value: "grad(loss, out)", decimals: 4 }
`

describe('the first wrong step', () => {
  it('is none where every entry is right', () => {
    expect(marking(circuit, { q: 3, f: -12, '?dx': -4, '?dz': 3 })).toMatchObject({ first: null, credit: 1 })
  })

  it('is the first in the order of the computation, whatever the order of entry', () => {
    expect(marking(circuit, { f: 7, q: 4 }).first).toBe('q')
  })

  it('carries a wrong value into what follows: forward', () => {
    const { states, first, credit } = marking(circuit, { q: 7, f: -28 })
    expect(states).toEqual({ q: 'wrong', f: 'carried' })
    expect([first, credit]).toEqual(['q', 0.5])
  })

  it('carries a wrong value into the gradients that read it, and leaves the others alone', () => {
    const { states } = marking(circuit, { q: 7, f: -28, '?dx': -4, '?dz': 7 })
    expect(states).toEqual({ q: 'wrong', f: 'carried', '?dx': 'right', '?dz': 'carried' })
  })

  it('takes the right value for right even after an earlier slip', () => {
    expect(marking(circuit, { q: 7, f: -12 }).states).toEqual({ q: 'wrong', f: 'right' })
  })

  it('goes on with the true value where the learner did', () => {
    const text = 'given: { a: 2 }\nsteps: { b: a + 1, c: b * 2, d: c + 10 }\nask: [{ value: d, integer: true }]'
    expect(marking(text, { b: 4, c: 6, d: 16 }).states).toEqual({ b: 'wrong', c: 'right', d: 'right' })
    expect(marking(text, { b: 4, c: 8, d: 18 }).states).toEqual({ b: 'wrong', c: 'carried', d: 'carried' })
    expect(marking(text, { b: 4, c: 9, d: 19 })).toMatchObject({ first: 'b', credit: 1 / 3 })
  })

  it('says what should have stood there, given what came before', () => {
    const { marks } = marking(circuit, { q: 7, f: 0 })
    expect(marks.map(({ expected }) => expected)).toEqual([[3], [-28]])
  })

  it('carries a wrong gradient back to those further from the loss, whatever the order they are asked in', () => {
    // h = 0.5987, out = -0.7184, dout = 2 (out - 1) = -3.4368, dh = -1.2 dout, dw1 = dh h (1 - h) x.
    const right = { '?dout': -3.4368, '?dh': 4.1241, '?dw1': 0.4954 }
    expect(marking(layers, right).states).toEqual({ '?dout': 'right', '?dh': 'right', '?dw1': 'right' })
    const { states, first } = marking(layers, { '?dw1': 0.2477, '?dout': -1.7184, '?dh': 2.0621 })
    expect(states).toEqual({ '?dout': 'wrong', '?dh': 'carried', '?dw1': 'carried' })
    expect(first).toBe('?dout')
  })

  it('accepts what was calculated on with rounded or with unrounded numbers', () => {
    const text = 'given: { a: 1 }\nsteps: { third: a / 3, big: third * 3000 }\nask: [{ value: big, integer: true }]'
    for (const big of [1000, 999.9])
      expect(marking(text, { third: 0.3333, big }).states, String(big)).toEqual({ third: 'right', big: 'right' })
    expect(marking(text, { third: 0.3333, big: 999 }).first).toBe('big')
  })

  it('marks every cell of a tensor and carries the wrong ones alone', () => {
    const text =
      'given: { s: { value: [3, 5, 1] } }\nsteps: { m: relu(s - 2), sq: m ^ 2 }\nask: [{ value: sq, integer: true }]'
    const { states, credit } = marking(text, { m: [1, 4, 0], sq: [1, 16, 1] })
    expect(states).toEqual({ m: 'right wrong right', sq: 'right carried wrong' })
    expect(credit).toBeCloseTo(2 / 3, 12)
  })

  it('follows the passes of a loop', () => {
    const text = `
given: { w0: 8, lr: 0.5 }
steps:
  walk: { repeat: { times: 3, carry: { w: "w0" }, steps: { w: "w - lr * w" } } }
ask: [{ name: last, value: w }]
`
    const { states, first } = marking(text, { 'w#0': 4, 'w#1': 3, 'w#2': 1.5 })
    expect(states).toEqual({ 'w#0': 'right', 'w#1': 'wrong', 'w#2': 'carried' })
    expect(first).toBe('w#1')
  })

  it('carries a slip into a numeric gradient without losing its slope', () => {
    const text = `
given: { x: 3 }
steps: { q: x + 1, f: q ^ 2 }
ask: [{ name: slope, value: "numgrad(f, x)", decimals: 2 }]
`
    expect(marking(text, { q: 5, '?slope': 10 }).states).toEqual({ q: 'wrong', '?slope': 'carried' })
  })

  it('keeps to the right values where the learner’s own lead nowhere', () => {
    const text = 'given: { x: 3 }\nsteps: { q: x + 1, f: log(q) }\nask: [{ value: f, decimals: 3 }]'
    expect(marking(text, { q: -2, f: 1.3863 }).states).toEqual({ q: 'wrong', f: 'right' })
    expect(marking(text, { q: -2, f: 1 })).toMatchObject({ first: 'q', states: { f: 'wrong' } })
    const singular =
      'given: { a: 2 }\nsteps: { A: "[[1, 1], [1, a]]", v: inverse(A) }\nask: [{ value: v, integer: true }]'
    expect(marking(singular, { A: [1, 1, 1, 1], v: [2, -1, -1, 1] }).states.v).toBe('right right right right')
  })

  it('asks for nothing where nothing was entered', () => {
    expect(marking(circuit, {})).toMatchObject({ marks: [], first: null, credit: 1 })
  })
})
