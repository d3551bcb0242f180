import { describe, expect, it } from 'vitest'
import { adjoints } from '@/lib/compute/reference/backward'
import { checkGradients } from '@/lib/compute/reference/gradient-check'
import { expressionValue, runProgram } from '../../../support/run-program'

describe('grad', () => {
  it.each([
    ['grad(sum(x ^ 2), x)', [2, 4, 6]],
    ['grad(sum(x * stop(x)), x)', [1, 2, 3]],
    ['grad(x[1] ^ 2, x)', [0, 4, 0]],
    [
      'grad(sum(A @ [1, 1]), A)',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    ['grad(5, x)', [0, 0, 0]],
    ['grad(sum(A), x)', [0, 0, 0]],
    ['grad(sum(relu(x - 1)), x)', [0, 1, 1]],
    ['grad(sum(abs(x - 2)), x)', [-1, 0, 1]],
    ['grad(norm(0 * x), x)', [0, 0, 0]],
    ['grad(max(x * [1, 0, 1]), x)', [0, 0, 1]],
    ['grad(max(0 * x), x)', [0, 0, 0]],
    ['grad(max(x - x[1] * [0, 1, 1] + [1, 2, 1]), x)', [1, 0, 0]],
    ['grad(sum(clip(x, 1, 2)), x)', [1, 1, 0]],
    ['grad(sum(floor(x) + sign(x) + (x > 1)), x)', [0, 0, 0]],
    ['grad(sum((x > 1) * x), x)', [0, 1, 1]],
    ['numgrad(sum(x * stop(x)), x)', [1, 2, 3]],
  ])('%s', (expression, value) => {
    const found = [expressionValue(expression)].flat(9) as number[]
    const wanted = [value].flat(9) as number[]
    expect(found.length).toBe(wanted.length)
    found.forEach((one, i) => {
      expect(one, expression).toBeCloseTo(wanted[i] ?? Number.NaN, 8)
    })
  })

  it('treats a step as free: only what follows it is differentiated', () => {
    const { asks } = runProgram(`given: { x: [1, 2] }
steps: { z: x, y: "sum(z ^ 2) + sum(x)", h: "2 * x", l: "sum(h * x)" }
ask: [{ name: z, value: "grad(y, z)" }, { name: x, value: "grad(y, x)" }, { name: h, value: "grad(l, h)" }, { name: all, value: "grad(l, x)" }]`)
    expect(asks).toEqual({ z: [2, 4], x: [3, 5], h: [1, 2], all: [4, 8] })
  })

  it('warns when nothing is reached', () => {
    const { graph } = runProgram('given: { x: 1, w: 2 }\nask: [{ name: g, value: "grad(x ^ 2, w)" }]')
    expect(graph.warnings).toMatchObject([{ severity: 'warning', path: '/ask/0/value', line: 2, column: 26 }])
  })

  it('is a constant for another gradient behind stop', () => {
    expect(expressionValue('grad(sum(x * stop(grad(sum(x ^ 2), x))), x)')).toEqual([2, 4, 6])
  })

  it('can be differentiated numerically', () => {
    const second = [expressionValue('numgrad(sum(grad(sum(x ^ 3), x)), x)')].flat() as number[]
    second.forEach((one, i) => {
      expect(one).toBeCloseTo(6 * (i + 1), 6)
    })
  })
})

describe('the gradient check', () => {
  it('passes a network and reports each gradient once', () => {
    const { graph, evaluation } = runProgram(`given:
  X: { shape: [5, 4], normal: [0, 1], decimals: 2 }
  W1: { shape: [4, 10], normal: [0, 0.5], decimals: 2 }
  W2: { shape: [10, 3], normal: [0, 0.5], decimals: 2 }
  y: { shape: [5], index: 3 }
steps:
  hidden: tanh(X @ W1)
  scores: hidden @ W2
  loss: -sum(log_softmax(scores) * onehot(y, 3)) / 5
  dW1: grad(loss, W1)
ask: [dW1, { value: "grad(loss, W2)" }, { value: "grad(loss, W1)" }]`)
    const checks = checkGradients(graph, evaluation)
    expect(checks.map(({ of, wrt }) => `${of} ${wrt}`)).toEqual(['loss W1', 'loss W2'])
    for (const { wrt, passed, maxRelError } of checks) {
      expect(passed, wrt).toBe(true)
      expect(maxRelError, wrt).toBeLessThanOrEqual(1e-7)
    }
  })

  it('fails at a kink, where the two differ', () => {
    const { graph, evaluation } = runProgram('given: { x: 0 }\nask: [{ name: g, value: "grad(relu(x), x)" }]')
    expect(checkGradients(graph, evaluation)).toMatchObject([{ passed: false }])
  })

  it('takes a vanishing gradient for right', () => {
    const { graph, evaluation } = runProgram('given: { x: 1 }\nask: [{ name: g, value: "grad(1e6 + 0 * x, x)" }]')
    expect(checkGradients(graph, evaluation)).toMatchObject([{ passed: true, maxRelError: 0 }])
  })
})

describe('adjoints', () => {
  it('give the gradient at every step on the way', () => {
    const { graph, evaluation } = runProgram(`given: { s: [3, 1], w: 2 }
steps: { q: "w * s", r: "relu(q - 4)", loss: "sum(r)" }
ask: [loss]`)
    const at = (name: string) => {
      const step = graph.steps.find((one) => one.name === name)
      return step?.kind === 'value' ? step.node : -1
    }
    const found = adjoints(graph, evaluation.nodes, at('loss'), null)
    expect([...(found[at('r')]?.data ?? [])]).toEqual([1, 1])
    expect([...(found[at('q')]?.data ?? [])]).toEqual([1, 0])
    expect([...(found[graph.givens[1]?.node ?? -1]?.data ?? [])]).toEqual([3])
  })
})
