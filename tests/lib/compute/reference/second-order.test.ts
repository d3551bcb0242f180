import { describe, expect, it } from 'vitest'
import { checkGradients } from '@/lib/compute/reference/gradient-check'
import { expressionValue, runProgram, tryProgram } from '../../../support/run-program'
import { ask } from '../engine/ask'

const given = `given:
  x: { value: [0.7, -1.2, 1.9] }
  w: { value: [[0.5, -0.3, 0.8], [1.1, 0.4, -0.6]] }
  b: { value: [0.2, -0.1] }
  y: 1
  v: { value: [0.3, 0.9, -0.4] }
  s: { value: [[2, 0.5, 0.1], [0.5, 1.5, 0.2], [0.1, 0.2, 1.2]] }
  img: { value: [[[[0.1, 0.9, -0.4, 0.3, 0.8], [1.2, 0.5, -0.7, 0.6, -0.2], [0.2, -1.1, 0.4, 1.3, 0.7], [0.9, -0.5, 0.35, -0.8, 1.1], [-0.6, 0.15, 0.75, -0.9, 0.45]]]] }
  k: { value: [[[[0.4, -0.6], [0.9, 0.2]]]] }
`

const program = (steps: string, ...asks: readonly string[]) =>
  `${given}steps:\n${steps
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\nask:\n${asks.map((value) => `  - { value: ${JSON.stringify(value)} }`).join('\n')}\n`

const mustAgree = async (text: string): Promise<void> => {
  const { graph, evaluation } = runProgram(text)
  const checks = checkGradients(graph, evaluation)
  expect(checks.filter((check) => !check.passed)).toEqual([])
  for (const [name, { disagreement, tfjs, reference }] of Object.entries(await ask(text)))
    expect(disagreement, `${name}: ${tfjs} for ${reference}`).toBeLessThanOrEqual(1e-5)
}

describe('grad inside grad', () => {
  it.each([
    ['grad(grad(n ^ 3, n), n)', 12],
    ['grad(sum(grad(sum(x ^ 2), x)), x)', [2, 2, 2]],
    ['grad(grad(grad(n ^ 4, n), n), n)', 48],
    ['grad(sum(grad(sum(x ^ 3), x) * x), x)', [9, 36, 81]],
    ['grad(grad(5 * n, n), n)', 0],
    ['grad(sum(grad(sum(relu(x)), x)), x)', [0, 0, 0]],
    ['grad(sum(stop(grad(sum(x ^ 2), x)) * x), x)', [2, 4, 6]],
  ])('%s', (expression, value) => {
    const found = [expressionValue(expression)].flat(9)
    const wanted = [value].flat(9)
    expect(found.length).toBe(wanted.length)
    found.forEach((one, i) => {
      expect(one).toBeCloseTo(wanted[i] ?? Number.NaN, 10)
    })
  })

  it.each([
    [
      'a Hessian times a vector',
      'f: sum(tanh(w @ x + b) ^ 2)\ng: grad(f, x)',
      ['grad(sum(g * v), x)', 'grad(sum(g * v), w)'],
    ],
    ['a penalty on a gradient', 'f: log(1 + exp(sum(w @ x)))\ng: grad(f, x)\np: (norm(g) - 1) ^ 2', ['grad(p, w)']],
    [
      'softmax',
      'p: "-log_softmax(w @ x + b)[0]"\ng: grad(p, w)',
      ['grad(sum(g ^ 2), w)', 'grad(sum(softmax(x) * v) + sum(g), x)'],
    ],
    [
      'logsumexp, var, std and mean',
      'f: logsumexp(w @ x) + var(x * v) + std(x) + mean(x ^ 2)\ng: grad(f, x)',
      ['grad(sum(g * v), x)'],
    ],
    [
      'sqrt, sin, cos, square and division',
      'f: sum(sqrt(square(x) + 1) / (2 + sin(x) * cos(x)))\ng: grad(f, x)',
      ['grad(sum(g * v), x)'],
    ],
    [
      'sigmoid, softplus, elu and leaky_relu',
      'f: sum(sigmoid(x) * softplus(x) + elu(x, 0.7) * leaky_relu(x, 0.1))\ng: grad(f, x)',
      ['grad(sum(g * v), x)'],
    ],
    [
      'powers with both sides moving',
      'f: sum((x ^ 2 + 0.5) ^ v)',
      ['grad(sum(grad(f, v) * x), v)', 'grad(sum(grad(f, x) * v), v)'],
    ],
    [
      'indices, joins and shapes',
      'q: concat([x[1:], stack([x[0], x[y]])])\nf: sum(reshape(q, [2, 2]) ^ 3) + transpose(w)[1, y] ^ 2 + sum(cumsum(flip(x)) ^ 3)',
      ['grad(sum(grad(f, x) ^ 2), x)'],
    ],
    [
      'maxima, minima, clips and choices',
      'f: sum(maximum(x, v) ^ 3 + clip(x, -1, 1) ^ 2 + where(x > 0, x ^ 2, x ^ 3)) + max(x) ^ 3 + min(x * v) ^ 2',
      ['grad(sum(grad(f, x) * v), x)'],
    ],
    [
      'products of matrices',
      'f: trace(s @ s @ s) + dot(x, s @ x) + sum(outer(x, v) ^ 2) + sum(diag(s) ^ 3)',
      ['grad(sum(grad(f, s) ^ 2), s)', 'grad(sum(grad(f, x) * v), x)'],
    ],
    [
      'inverse and solve',
      'f: sum(inverse(s) ^ 2) + sum(solve(s, x) ^ 2)',
      ['grad(sum(grad(f, s) * s), s)', 'grad(sum(grad(f, s)), x)'],
    ],
    [
      'a convolution',
      'c: conv2d(img, k, stride=2, pad=1)\nf: sum(sigmoid(c) ^ 2)',
      ['grad(sum(grad(f, img) ^ 2), k)', 'grad(sum(grad(f, k) ^ 2), img)'],
    ],
    [
      'transposed convolution and mean pooling',
      'c: conv2d_transpose(avg_pool2d(img, 2), k, stride=2, pad=1)\nf: sum(tanh(c) ^ 2)',
      ['grad(sum(grad(f, img) ^ 2), k)', 'grad(sum(grad(f, k) ^ 2), img)'],
    ],
    [
      'a step as the free name',
      'h: tanh(w @ x)\nf: sum(h ^ 3)\ng: grad(f, x)',
      ['grad(sum(g * v), h)', 'grad(sum(g), w)'],
    ],
    ['an inner name between', 'h: x ^ 2\nf: sum(h ^ 3)\ng: grad(f, h)', ['grad(sum(g * v), x)']],
  ] as const)('passes the gradient check and agrees: %s', async (_, steps, asks) => {
    await mustAgree(program(steps, ...asks))
  })

  it('runs through the gradient steps of a loop', async () => {
    await mustAgree(`given: { w0: { value: [1.5, -0.7] }, lr: 0.1, mu: 0.9 }
steps:
  walk:
    repeat:
      times: 4
      carry: { w: w0, v: 0 * w0 }
      steps: { f: "sum(w ^ 4) + w[0] * w[1]", v: "mu * v - lr * grad(f, w)", w: w + v }
  loss: sum(w ^ 2)
ask: [{ value: "grad(loss, lr)" }, { value: "grad(loss, mu)" }, { value: "grad(loss, w0)" }]`)
  })

  it('keeps a stopped value in both', () => {
    const { asks } = runProgram(`given: { a: 2, c: 3 }
steps: { f: a ^ 3 * stop(c) * c, g: "grad(f, a)" }
ask: [{ value: "grad(g, c)" }, { value: "numgrad(g, c)" }]`)
    expect(asks.ask_1).toBe(36)
    expect(asks.ask_2).toBeCloseTo(36, 6)
  })

  it.each([
    ['grad(sum(grad(max_pool2d(reshape(x, [1, 1, 1, 3]), 1)[0, 0, 0, 0] ^ 2, x)), x)', 'max_pool2d()'],
    ['grad(sum(grad(prod(x), x)), x)', 'prod()'],
    ['grad(sum(grad(sum(sort(x) ^ 2), x)), x)', 'sort()'],
    ['grad(sum(numgrad(sum(x ^ 2), x)), x)', 'holds numgrad'],
  ])('is refused with the op in the way: %s', (expression, named) => {
    const refused = tryProgram(`given: { x: [1, 2, 3] }\nask: [{ value: ${JSON.stringify(expression)} }]`)
    expect(Array.isArray(refused) && refused[0]?.message).toContain(named)
  })
})
