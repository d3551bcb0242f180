import { chromium } from '@playwright/test'
import type { Graph, GraphNode } from '@/lib/compute/graph'
import { buildGraph } from '@/lib/compute/language/build-graph'
import { readPrograms } from '@/lib/compute/language/read-program'
import { type Shape, sizeOf } from '@/lib/compute/ops/tensor'
import { sampleValues } from '@/lib/compute/variants/sample'
import { type Job, rememberWorkers, runInWorker } from '../e2e/built-worker'
import playwright from '../e2e/playwright.config'
import { makeDataFolder, startServer } from '../e2e/server'
import { type Bench, percentile } from './bench'

const jobOf = (text: string): Job => {
  const program = readPrograms(text).programs[0]
  const values = program ? sampleValues(program, 1) : null
  const graph = program && values?.ok ? buildGraph(program, values.value) : null
  if (values?.ok !== true || graph?.ok !== true) throw new Error('a program of the bench does not run')
  return { graph: graph.value, values: values.value }
}

const scalar = jobOf(`given: { s: { shape: [8, 5], uniform: [-5, 5] }, y: { index: 5, shape: [8] } }
steps: { right: "sum(s * onehot(y, 5), axis=1, keepdims=1)", margins: "relu(s - right + 1) * (1 - onehot(y, 5))" }
ask: [{ value: sum(margins) / 8 }]`)

/** A net of two layers with a softmax loss, and the gradients of all its parameters. */
const net = (n: number, d: number, h: number, c: number): Job =>
  jobOf(`given:
  x: { shape: [${n}, ${d}], normal: [0, 1] }
  a: { shape: [${d}, ${h}], normal: [0, 1] }
  p: { shape: [${h}], normal: [0, 1] }
  b: { shape: [${h}, ${c}], normal: [0, 1] }
  q: { shape: [${c}], normal: [0, 1] }
  y: { index: ${c}, shape: [${n}] }
steps:
  f: tanh(x @ a + p) @ b + q
  loss: "-mean(sum(log_softmax(f) * onehot(y, ${c}), axis=1))"
ask: [{ value: loss }, { value: "grad(loss, a)" }, { value: "grad(loss, p)" }, { value: "grad(loss, b)" }, { value: "grad(loss, q)" }]`)

const origin = {
  name: 'y',
  pass: null,
  place: { path: '', line: 1, column: 1, exact: false },
  span: { start: 0, end: 0 },
}

/** Larger than a question may be, so it is laid out here. */
const convolution = (): Job => {
  const nodes: GraphNode[] = []
  const add = (node: GraphNode) => nodes.push(node) - 1
  const given = (name: string, shape: Shape) => add({ kind: 'given', name, shape, origin })
  const op = (name: string, inputs: readonly number[], shape: Shape, attributes = {}) =>
    add({ kind: 'op', op: name, inputs, attributes, shape, origin })
  const [images, filters]: readonly Shape[] = [
    [8, 3, 32, 32],
    [16, 3, 3, 3],
  ]
  const [x, w] = [given('x', images ?? []), given('w', filters ?? [])]
  const y = op('conv2d', [x, w], [8, 16, 32, 32], { stride: 1, pad: 1, groups: 1 })
  const of = op('sum', [op('square', [y], [8, 16, 32, 32])], [], { axis: null, keepdims: 0 })
  const grads = [x, w].map((wrt) =>
    add({ kind: 'grad', of, wrt, written: { of: 'y', node: of, wrt: 'x' }, shape: nodes[wrt]?.shape ?? [], origin }),
  )
  const asks = grads.map((node, i) => ({ name: `g${i}`, node, place: origin.place }))
  const graph: Graph = {
    nodes,
    givens: [
      { name: 'x', node: x },
      { name: 'w', node: w },
    ],
    steps: [],
    asks,
    warnings: [],
  }
  const waves = (shape: Shape = []) => ({
    tensor: { shape, data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i)) },
    decimals: null,
  })
  return { graph, values: { x: waves(images), w: waves(filters) } }
}

const median = (times: readonly number[]): number => percentile([...times], 50)

/** TensorFlow.js in the application's own worker on this machine's WebGL; the bars are for software graphics. */
export const device: Bench = {
  name: 'device',
  measure: async () => {
    const data = makeDataFolder()
    const server = await startServer(data.path)
    const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
    try {
      const page = await browser.newPage()
      await rememberWorkers(page)
      await page.goto(`${server.url}/engine`)
      await page
        .locator('dd')
        .getByText(/float32/)
        .waitFor({ timeout: 60_000 })
      const cold: number[] = []
      for (let i = 0; i < 3; i++) {
        const { startMs, times } = await runInWorker(page, [scalar])
        cold.push(startMs + (times[0] ?? 0))
      }
      const warm = async (job: Job, times: number) => {
        const { times: all } = await runInWorker(page, [job], times + 5)
        return median(all.slice(5))
      }
      const shapes = [net(5, 4, 10, 3), net(6, 3, 8, 4), net(7, 5, 9, 2), net(3, 6, 7, 5), net(4, 2, 6, 6)]
      const { times } = await runInWorker(page, shapes)
      const ms = (what: string, number: number, bar: number) => ({ what, value: { number, unit: 'ms' }, bar })
      return [
        ms('worker to first numbers on WebGL, cold', median(cold), 1500),
        ms('hinge loss of 8 x 5, warm', await warm(scalar, 40), 30),
        ms('forward and backward of a net 4-10-3, warm', await warm(net(5, 4, 10, 3), 30), 30),
        ms('the same net in a new shape', Math.max(...times.slice(1)), 300),
        ms('conv backward of 8 x 32 x 32 x 3, warm', await warm(convolution(), 15), 120),
      ]
    } finally {
      await browser.close()
      await server.stop()
      data.discard()
    }
  },
}
