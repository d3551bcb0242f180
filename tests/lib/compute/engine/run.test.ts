import { describe, expect, it } from 'vitest'
import { nodeTf, runInNode } from '@/lib/compute/engine/node'
import { ask, graphOf } from './ask'

const network = `
given:
  x: { value: [[0.5, -1.2, 0.3], [1.1, 0.4, -0.7]] }
  W1: { value: [[0.2, -0.5, 0.8, 0.1], [1.2, 0.3, -0.4, 0.6], [-0.3, 0.7, 0.5, -0.9]] }
  b1: { value: [0.1, -0.2, 0.3, 0.05] }
  W2: { value: [[0.4, -0.6], [0.9, 0.2], [-0.7, 0.5], [0.3, -0.1]] }
  y: { value: [1, 0] }
steps:
  h: relu(x @ W1 + b1)
  scores: h @ W2
  loss: "mean(logsumexp(scores, axis=1) - sum(scores * onehot(y, 2), axis=1)) + 0.1 * sum(W1 ^ 2)"
ask:
  - { value: loss }
  - { name: dx, value: "grad(loss, x)" }
  - { name: dh, value: "grad(loss, h)" }
  - { name: dW1, value: "grad(loss, W1)" }
  - { name: db1, value: "grad(loss, b1)" }
  - { name: dW2, value: "grad(loss, W2)" }
  - { name: dscores, value: "grad(loss, scores)" }
`

describe('a graph in TensorFlow.js', () => {
  it('agrees with float64 on a network, its gradients and those of its steps', async () => {
    for (const [name, found] of Object.entries(await ask(network)))
      expect(found.disagreement, name).toBeLessThanOrEqual(1e-5)
  })

  it('takes a step as free when differentiating by it', async () => {
    const found = await ask(
      'given: { x: 3 }\nsteps: { y: x ^ 2, z: y * x + y }\nask: [{ name: a, value: "grad(z, y)" }, { name: b, value: "grad(z, x)" }]',
    )
    expect(found.a?.tfjs).toEqual([4])
    expect(found.b?.tfjs).toEqual([33])
  })

  it('lets nothing flow through stop, comparisons, indices and conditions', async () => {
    const found = await ask(`
given: { x: { value: [1.5, -2, 0.5] } }
steps:
  mask: x > 0
  best: argmax(x)
  y: "sum(mask * x) + x[best] * stop(x[2]) + sum(where(x < 1, 2 * x, 0)) + floor(x[0])"
ask: [{ name: d, value: "grad(y, x)" }]`)
    expect(found.d?.disagreement).toBeLessThanOrEqual(1e-6)
    expect(found.d?.tfjs).toEqual([1.5, 2, 3])
  })

  it('keeps a stopped name constant beside the name itself', async () => {
    const found = await ask('given: { x: { value: [1, 2] } }\nask: [{ name: d, value: "grad(sum(x * stop(x)), x)" }]')
    expect(found.d?.tfjs).toEqual([1, 2])
  })

  it('answers zeros for what is not reached, ones for itself', async () => {
    const found = await ask(
      'given: { x: { value: [1, 2] }, w: 2 }\nsteps: { y: w * w }\nask: [{ name: a, value: "grad(y, x)" }, { name: b, value: "grad(y, y)" }]',
    )
    expect(found.a?.tfjs).toEqual([0, 0])
    expect(found.b?.tfjs).toEqual([1])
  })

  it('runs loops whose passes differentiate', async () => {
    const found = await ask(`
given: { w0: { value: [1, -2] }, lr: 0.1, mu: 0.9 }
steps:
  walk: { repeat: { times: 5, index: t, carry: { w: "w0", v: "0 * w0" },
          steps: { f: "sum(w ^ 2)", v: "mu * v - lr * grad(f, w)", w: "w + v" }, as: { ws: "w" } } }
ask: [{ value: ws }, { value: w }]`)
    expect(found.ws?.disagreement).toBeLessThanOrEqual(1e-6)
    expect(found.w?.disagreement).toBeLessThanOrEqual(1e-6)
  })

  it('says which ask float32 cannot hold', async () => {
    const { graph, values } = graphOf('given: { x: 1e30 }\nsteps: { y: x * x }\nask: [{ value: y }]')
    expect(await runInNode(graph, values)).toEqual({
      ok: false,
      error: { message: 'TensorFlow.js got a number for y that float32 cannot hold.' },
    })
  })

  it('leaves no tensor behind over 1,000 checks', async () => {
    const tf = await nodeTf()
    const { graph, values } = graphOf(network)
    await runInNode(graph, values)
    const before = tf.memory().numTensors
    for (let i = 0; i < 1000; i++) await runInNode(graph, values)
    expect(tf.memory().numTensors).toBe(before)
  })
})

const numeric = (expression: string, x: string, h: string) =>
  ask(
    `given: { x: { value: ${x} } }\nsteps: { y: "${expression}" }\nask: [{ name: d, value: "numgrad(y, x, h=${h})" }]`,
  )

describe('numgrad in float32', () => {
  it.each(['1e-6', '1e-5', '1e-4', '1e-3', '0.01', '0.049', '0.05', '0.1'])(
    'keeps its digits with h = %s',
    async (h) => {
      const found = await numeric('sum(tanh(x) * x ^ 2) + exp(x[0])', '[0.5, -1.2, 2]', h)
      expect(found.d?.disagreement, `${found.d?.tfjs} for ${found.d?.reference}`).toBeLessThanOrEqual(1e-5)
    },
  )

  it('gives the mean of both slopes at a kink, as differences do', async () => {
    expect((await numeric('sum(relu(x))', '[0, 1, -1]', '1e-5')).d?.tfjs).toEqual([0.5, 1, 0])
    expect((await numeric('sum(abs(x))', '[0, 2]', '1e-4')).d?.tfjs).toEqual([0, 1])
  })

  it('holds stop at its base value', async () => {
    const found = await numeric('sum(stop(x) * x)', '[2, 3]', '1e-5')
    expect(found.d?.disagreement).toBeLessThanOrEqual(1e-6)
    expect(found.d?.tfjs).toEqual([2, 3])
  })

  it('extrapolates where no derivative is to be had', async () => {
    const found = await numeric('max(eigvals(x + transpose(x)))', '[[2, 1], [0.5, 3]]', '1e-5')
    expect(found.d?.disagreement).toBeLessThanOrEqual(2e-5)
  })

  it('differentiates what itself holds a gradient', async () => {
    const found = await ask(
      'given: { x: { value: [0.5, -1.5] } }\nsteps: { f: sum(x ^ 3), y: "sum(grad(f, x) * x)" }\nask: [{ name: d, value: "numgrad(y, x)" }]',
    )
    expect(found.d?.disagreement).toBeLessThanOrEqual(2e-5)
  })
})
