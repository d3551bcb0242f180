import { scalar, tensor } from '../ops/tensor'
import { asksOf, readOwn } from './run-text'

/** Curvatures of the bowl along its two axes: eight times as steep across as along. */
export const curvatures = [0.25, 2] as const
export const start = [-4, 1.5] as const
export const steps = 48

const race = (carry: string, body: string) =>
  readOwn(`
given: { start: { value: [0, 0] }, a: { value: [1, 1] }, lr: 0.1 }
steps:
  walk:
    repeat:
      times: ${steps}
      index: t
      carry: { w: start, ${carry} }
      steps: { f: "sum(a * w ^ 2) / 2", g: "grad(f, w)", ${body} }
      as: { ws: w }
ask: [{ value: ws }]
`)

/** The update rules as the course writes them, each run by the compute language. */
const programs = {
  sgd: race('', 'w: "w - lr * g"'),
  momentum: race('v: 0 * start', 'v: "0.9 * v - lr * g", w: w + v'),
  nesterov: race(
    'v: 0 * start',
    'ahead: w + 0.9 * v, fa: "sum(a * ahead ^ 2) / 2", v: "0.9 * v - lr * grad(fa, ahead)", w: w + v',
  ),
  adagrad: race('c: 0 * start', 'c: c + g ^ 2, w: "w - lr * g / (sqrt(c) + 1e-7)"'),
  rmsprop: race('c: 0 * start', 'c: 0.9 * c + 0.1 * g ^ 2, w: "w - lr * g / (sqrt(c) + 1e-7)"'),
  adam: race(
    'm: 0 * start, v: 0 * start',
    'm: 0.9 * m + 0.1 * g, v: 0.999 * v + 0.001 * g ^ 2, mh: "m / (1 - 0.9 ^ (t + 1))", vh: "v / (1 - 0.999 ^ (t + 1))", w: "w - lr * mh / (sqrt(vh) + 1e-8)"',
  ),
} as const

export type Optimiser = keyof typeof programs
export const optimisers = Object.keys(programs) as readonly Optimiser[]

export interface Run {
  /** Points on the plane, the start first. */
  readonly path: readonly (readonly [x: number, y: number])[]
  /** Loss at each of them. */
  readonly losses: readonly number[]
}

/** One optimiser's way down the bowl. */
export const raceOf = (optimiser: Optimiser, lr: number): Run => {
  const values = asksOf(programs[optimiser], {
    start: tensor([2], start),
    a: tensor([2], curvatures),
    lr: scalar(lr),
  })
  const data = values?.get('ws')?.data
  if (data === undefined) throw new Error(`${optimiser} at ${lr} left the finite numbers`)
  const path: (readonly [number, number])[] = [start]
  for (let i = 0; i < data.length; i += 2) path.push([data[i] ?? 0, data[i + 1] ?? 0])
  return {
    path,
    losses: path.map(([x, y]) => (curvatures[0] * x ** 2 + curvatures[1] * y ** 2) / 2),
  }
}
