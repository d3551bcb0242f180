import { describe, expect, it } from 'vitest'
import { expressionValue, runProgram, tryProgram } from '../../../support/run-program'

describe('expressions', () => {
  it.each([
    ['-x ^ 2', [-1, -4, -9]],
    ['2 ^ -1', 0.5],
    ['0 ^ 0', 1],
    ['mod(-7, 3)', 2],
    ['round(2.5) + round(-0.5)', 2],
    ['A @ [1, 1]', [3, 7]],
    [
      'A + [10, 20]',
      [
        [11, 22],
        [13, 24],
      ],
    ],
    [
      'A - reshape([1, 2], [2, 1])',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    ['x < 2', [1, 0, 0]],
    ['x[0]', 1],
    ['x[-1]', 3],
    ['x[n - 1]', 2],
    ['x[1:]', [2, 3]],
    ['x[-2:10]', [2, 3]],
    ['x[:n]', [1, 2]],
    ['A[:, 0]', [1, 3]],
    ['A[1]', [3, 4]],
    ['A[n - 1, 0:1]', [3]],
    ['A[argmax(x) - 1, 1]', 4],
    ['[x[0], sum(x)]', [1, 6]],
    ['sum(A, axis=0)', [4, 6]],
    ['sum(A, axis=-1, keepdims=1)', [[3], [7]]],
    ['sum(A, axis=[0, 1])', 10],
    ['onehot(n, n + 1)', [0, 0, 1]],
    [
      'zeros(shape(A))',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ['arange(size(x))', [0, 1, 2]],
    ['where(x > 2, log(x - 2), 0)', [0, 0, 0]],
    ['0 * -x', [0, 0, 0]],
  ])('%s', (expression, value) => expect(expressionValue(expression)).toEqual(value))

  it('a step may be a number, a truth value or a nested list', () => {
    const { asks } = runProgram('steps: { a: -0.5, b: true, c: [[1, 2], [3, 4]], d: "c[a + 1.5]" }\nask: [a, b, c, d]')
    expect(asks).toEqual({
      a: -0.5,
      b: 1,
      c: [
        [1, 2],
        [3, 4],
      ],
      d: [3, 4],
    })
  })

  it('functions and values have names of their own', () => {
    expect(
      runProgram('given: { pad: 2 }\nsteps: { log: log(pad ^ 2) }\nask: [{ value: log / log(pad) }]').asks,
    ).toEqual({
      ask_1: 2,
    })
  })

  it('a tensor keeps -0 out of what is shown', () => {
    expect(Object.is(expressionValue('-0 * 1'), 0)).toBe(true)
  })
})

describe('loops', () => {
  const walk = `given: { w0: [1, -2], mu: 0.5, lr: 0.1 }
steps:
  walk: { repeat: { times: 3, index: t, carry: { w: "w0", v: "0 * w0" },
                    steps: { f: "sum(w ^ 2)", v: "mu * v - lr * grad(f, w)", w: "w + v", d: "t * w" }, as: { ws: "w", ts: "t" } } }
`

  it('carry values, stack them and leave the rest behind', () => {
    const w: number[][] = []
    let [a, b, va, vb] = [1, -2, 0, 0]
    for (let t = 0; t < 3; t++) {
      va = 0.5 * va - 0.1 * 2 * a
      vb = 0.5 * vb - 0.1 * 2 * b
      a += va
      b += vb
      w.push([a, b])
    }
    const { asks, graph } = runProgram(`${walk}ask: [w, ws, ts]`)
    expect(asks.ts).toEqual([0, 1, 2])
    expect(asks.w).toEqual(w[2])
    expect(asks.ws).toEqual(w)
    const [step] = graph.steps
    const passes = step?.kind === 'loop' ? step.passes : []
    expect(passes.map((pass) => Object.keys(pass))).toEqual(Array(3).fill(['f', 'v', 'w', 'd']))
    expect('program' in tryProgram(`${walk}ask: [f]`), 'f is gone after its loop').toBe(false)
  })

  it('body names may be used again after the loop', () => {
    const { asks } = runProgram(`${walk}  f: sum(w)\nask: [f, w]`)
    expect(asks.f).toBe([asks.w].flat(9).reduce((sum, one) => Number(sum) + Number(one), 0))
  })

  it('a gradient from outside runs through all passes', () => {
    const { asks } = runProgram(`given: { h0: 0.5, w: 0.3 }
steps:
  net: { repeat: { times: 4, carry: { h: "h0" }, steps: { h: "tanh(w * h)" } } }
ask: [{ name: analytic, value: "grad(h, w)" }, { name: numeric, value: "numgrad(h, w)" }]`)
    expect(asks.analytic).toBeCloseTo(Number(asks.numeric), 9)
    expect(asks.analytic).not.toBe(0)
  })

  it.each([
    ['times: 65', '1 to 64'],
    ['times: 0', '1 to 64'],
    ['times: x', 'not known'],
  ])('with %s are refused', (times, message) => {
    const ran = tryProgram(
      `given: { x: [1, 2] }\nsteps: { r: { repeat: { ${times}, carry: { w: 0 }, steps: { w: "w + 1" } } } }\nask: [w]`,
    )
    const told = 'program' in ran ? '' : ran.map((one) => `${one.message} ${one.hint}`).join()
    expect(told).toContain(message)
  })

  it('a carry keeps its shape', () => {
    const loop = 'steps: { r: { repeat: { times: 2, carry: { w: x }, steps: { w: "sum(w)" } } } }'
    const ran = tryProgram(`given: { x: [1, 2] }\n${loop}\nask: [w]`)
    const column = loop.indexOf('sum') + 1
    expect('program' in ran ? [] : ran).toMatchObject([{ path: '/steps/r/repeat/steps/w', line: 2, column }])
  })
})

describe('numbers that are not finite', () => {
  it.each([
    ['1 / (x[0] - 1)', 'division by zero'],
    ['log(0 * x)', 'logarithm'],
    ['sqrt(-x)', 'square root'],
    ['exp(exp(10 * x))', '1.8e308'],
    ['grad(sum(sqrt(x - 1)), x)', 'derivative of sqrt'],
  ])('in %s are a diagnostic that names the step and the cause', (expression, cause) => {
    const ran = tryProgram(`given: { x: [1, 2, 3] }\nsteps: { q: "${expression}" }\nask: [{ value: sum(q) }]`)
    expect('program' in ran ? [] : ran).toMatchObject([{ path: '/steps/q' }])
    expect('program' in ran ? '' : ran[0]?.message).toContain('"q" is not finite')
    expect('program' in ran ? '' : ran[0]?.message).toContain(cause)
  })

  it('are allowed between steps, where nobody sees them', () => {
    expect(expressionValue('where(x > 1, 1 / (x - 1), 5)')).toEqual([5, 1, 0.5])
  })
})
