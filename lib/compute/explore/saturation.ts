import { scalar, type Tensor } from '../ops/tensor'
import { sampleValues } from '../variants/sample'
import { asksOf, type Numbers, readOwn } from './run-text'

export const layers = 6
const width = 20
const examples = 40

const activations = { tanh: 'tanh', sigmoid: 'sigmoid', relu: 'relu' } as const
export type Activation = keyof typeof activations
export const activationNames = Object.keys(activations) as readonly Activation[]

const numbered = Array.from({ length: layers }, (_, i) => i + 1)

const program = (activation: Activation) =>
  readOwn(`
given:
  h0: { shape: [${examples}, ${width}], normal: [0, 1], decimals: 3 }
  std: 1
${numbered.map((i) => `  W${i}: { shape: [${width}, ${width}], normal: [0, 1], decimals: 3 }`).join('\n')}
steps:
${numbered.map((i) => `  h${i}: ${activations[activation]}(h${i - 1} @ (std * W${i}))`).join('\n')}
  loss: sum(h${layers} * h0) / ${examples}
${numbered.map((i) => `  g${i}: norm(grad(loss, h${i}))`).join('\n')}
ask: [${numbered.map((i) => `{ value: h${i} }, { value: g${i} }`).join(', ')}]
`)

const programs = { tanh: program('tanh'), sigmoid: program('sigmoid'), relu: program('relu') } as const

/** The same random weights and examples for every function and scale, drawn as the language draws a variant. */
const drawn = ((): Numbers => {
  const sampled = sampleValues(programs.tanh, 'saturation')
  if (!sampled.ok) throw new Error(sampled.error.map(({ message }) => message).join('\n'))
  return Object.fromEntries(Object.entries(sampled.value).map(([name, value]) => [name, value.tensor] as const))
})()

export interface Layer {
  /** Share of the layer's activations in each of `bins` equal ranges from the lowest to the highest they can take. */
  readonly histogram: readonly number[]
  readonly mean: number
  readonly std: number
  /** Norm of the gradient that arrives at the layer's activations. */
  readonly gradient: number
}

export const bins = 21
/** Range of the histograms: what the function can give, three wide where it is open. */
export const rangeOf = (activation: Activation): readonly [low: number, high: number] =>
  activation === 'tanh' ? [-1, 1] : activation === 'sigmoid' ? [0, 1] : [0, 3]

const layerOf = (values: Tensor, gradient: number, [low, high]: readonly [number, number]): Layer => {
  const counts = new Array<number>(bins).fill(0)
  let sum = 0
  for (const value of values.data) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - low) / (high - low)) * bins)))
    counts[bin] = (counts[bin] ?? 0) + 1
    sum += value
  }
  const mean = sum / values.data.length
  const variance = values.data.reduce((total, value) => total + (value - mean) ** 2, 0) / values.data.length
  return { histogram: counts.map((count) => count / values.data.length), mean, std: Math.sqrt(variance), gradient }
}

/** Six layers of 20 units on 40 random examples: what becomes of activations and gradients at a scale of the weights. */
export const saturate = (activation: Activation, std: number): readonly Layer[] => {
  const found = asksOf(programs[activation], { ...drawn, std: scalar(std) })
  if (found === null) throw new Error(`six layers of ${activation} at ${std} left the finite numbers`)
  return numbered.flatMap((i) => {
    const values = found.get(`h${i}`)
    return values === undefined ? [] : [layerOf(values, found.get(`g${i}`)?.data[0] ?? 0, rangeOf(activation))]
  })
}
