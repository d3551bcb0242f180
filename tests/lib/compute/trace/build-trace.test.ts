import { describe, expect, it } from 'vitest'
import { buildTrace } from '@/lib/compute/trace/build-trace'
import { runMistake } from '@/lib/compute/variants/mistaken-answers'
import { runProgram } from '@/lib/compute/variants/run'
import { sampleValues } from '@/lib/compute/variants/sample'
import { programOf } from '../questions'

const traceOf = (text: string, mistakeName: string | null = null) => {
  const program = programOf(text)
  const values = sampleValues(program, 1)
  if (!values.ok) throw new Error('the program samples')
  const run = runProgram(program, values.value)
  if (!run.ok) throw new Error(run.error.map(({ message }) => message).join())
  const mistake = program.mistakes.find(({ name }) => name === mistakeName)
  const mistaken = mistake === undefined ? null : runMistake(program, mistake, values.value, run.value)
  return buildTrace(program, values.value, run.value, {
    mistaken: mistaken?.ok ? mistaken.value : null,
    nameMath: () => null,
    formulaMath: () => null,
  })
}

const circuit = `
given: { x: -2, y: 5, z: -4 }
steps:
  q: x + y
  f: q * z
ask: [{ value: f, integer: true }, { value: "grad(f, x)", integer: true }]
mistakes: { adds-z: { change: { f: "q + z" } } }
`

const node = (trace: ReturnType<typeof traceOf>, id: string) => {
  const found = trace.nodes.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no node ${id} in ${trace.nodes.map((one) => one.id)}`)
  return found
}

describe('a trace', () => {
  const trace = traceOf(circuit)

  it('follows the program by its own names, givens first', () => {
    expect(trace.nodes.map(({ id, role, depth }) => [id, role, depth])).toEqual([
      ['x', 'given', 0],
      ['y', 'given', 0],
      ['z', 'given', 0],
      ['q', 'step', 1],
      ['f', 'asked', 2],
      ['?ask_2', 'asked', 3],
    ])
    expect(trace.target).toBe('f')
  })

  it('shows values and each expression with its numbers put in', () => {
    expect(node(trace, 'q')).toMatchObject({ value: ['3'], formula: 'x + y', worked: '-2 + 5' })
    expect(node(trace, 'f')).toMatchObject({ value: ['\u221212'], worked: '3 * (-4)' })
    expect(trace.nodes.map(({ operator }) => operator)).toEqual([null, null, null, '+', '\u00d7', null])
  })

  it('follows a gradient of a gradient to the names it reaches', () => {
    const second = traceOf(`given: { x: 2, w: 3 }
steps: { f: w * x ^ 3, g: "grad(f, x)", p: g ^ 2 }
ask: [{ value: "grad(p, w)", integer: true }]`)
    expect(node(second, 'w').gradient?.analytic).toEqual(['864'])
    expect(node(second, 'g').value).toEqual(['36'])
    expect(second.target).not.toBe(null)
  })

  it('sends gradients back along every edge and checks them by centred differences', () => {
    const gradients = trace.nodes.map(({ id, gradient }) => [id, gradient?.analytic[0], gradient?.numeric?.[0]])
    expect(gradients).toEqual([
      ['x', '\u22124', '\u22124'],
      ['y', '\u22124', '\u22124'],
      ['z', '3', '3'],
      ['q', '\u22124', '\u22124'],
      ['f', '1', undefined],
      ['?ask_2', undefined, undefined],
    ])
    for (const { id, gradient } of trace.nodes) expect(gradient?.relativeError ?? 0, id).toBeLessThan(1e-7)
    const back = trace.edges.map(({ from, to, back }) => [from, to, back?.magnitude, back?.negative])
    expect(back).toEqual(
      expect.arrayContaining([
        ['x', 'q', 4, true],
        ['q', 'f', 4, true],
        ['z', 'f', 3, false],
        ['f', '?ask_2', undefined, undefined],
      ]),
    )
  })

  it('adds up what arrives from several sides', () => {
    const diamond = traceOf(
      'given: { x: 3 }\nsteps: { a: 2 * x, b: x ^ 2, f: a + b }\nask: [{ value: "grad(f, x)", integer: true }]',
    )
    expect(node(diamond, 'x').gradient?.analytic).toEqual(['8'])
  })

  it('shows a shut gate: a gradient arrives and none leaves', () => {
    const dead = (x: number) =>
      traceOf(
        `given: { x: ${x}, w: 2 }\nsteps: { z: w * x, a: relu(z), f: (a - 1) ^ 2 }\nask: [{ value: "grad(f, w)", decimals: 1, zero: true }]`,
      )
    expect(
      dead(-1)
        .nodes.filter(({ shut }) => shut)
        .map(({ id }) => id),
    ).toEqual(['a'])
    expect(dead(1).nodes.filter(({ shut }) => shut)).toEqual([])
  })

  it('tells what a mistake made of each step, only where it reads differently', () => {
    const mistaken = traceOf(circuit, 'adds-z').nodes.map(({ id, mistaken }) => [id, mistaken])
    expect(mistaken).toEqual([
      ['x', null],
      ['y', null],
      ['z', null],
      ['q', null],
      ['f', ['\u22121']],
      ['?ask_2', ['1']],
    ])
  })

  it('lays out every pass of a loop', () => {
    const walk = traceOf(`
given: { w0: 4, lr: 0.25 }
steps:
  walk: { repeat: { times: 2, carry: { w: w0 }, steps: { f: "w ^ 2", w: "w - lr * grad(f, w)" } } }
ask: [{ value: w, decimals: 1 }]`)
    expect(walk.nodes.filter(({ pass }) => pass !== null).map(({ id, value }) => [id, value])).toEqual([
      ['f#0', ['16']],
      ['w#0', ['2']],
      ['f#1', ['4']],
      ['w#1', ['1']],
    ])
    expect(node(walk, 'f#0').worked).toBe('4 ^ 2')
    expect(node(walk, 'f#1').worked).toBe('2 ^ 2')
  })

  it('names a target that is no step by its own text', () => {
    const trace = traceOf(
      'given: { x: { value: [1, 2] }, dy: { value: [3, 4] } }\nask: [{ value: "grad(sum(x ^ 2 * dy), x)", integer: true }]',
    )
    expect(trace.nodes.find(({ id }) => id === trace.target)?.name).toBe('sum(x ^ 2 * dy)')
    expect(node(trace, 'x').gradient?.analytic).toEqual(['6', '16'])
  })

  it('has no backward half where no gradient is asked', () => {
    const forward = traceOf('given: { x: 2 }\nsteps: { y: x ^ 2 }\nask: [{ value: y, integer: true }]')
    expect(forward.target).toBeNull()
    expect(forward.nodes.every(({ gradient }) => gradient === null)).toBe(true)
    expect(forward.edges).toEqual([{ from: 'x', to: 'y', back: null }])
  })
})
