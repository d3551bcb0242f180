import type { EngineTf } from '@/lib/compute/engine/backend'
import { inputAt } from '@/lib/compute/ops/elementwise'
import { opByName } from '@/lib/compute/ops/list'
import type { Attributes, Op } from '@/lib/compute/ops/op'
import { type Shape, sizeOf, type Tensor } from '@/lib/compute/ops/tensor'
import type { TfTensor } from '@/lib/compute/ops/tf'
import { type OpCase, spreadOut } from './op-case'

export interface PreparedCase {
  readonly op: Op
  readonly inputs: readonly Tensor[]
  readonly attributes: Attributes
  readonly shape: Shape
  readonly output: Tensor
  /** Upstream gradient of the output's shape. */
  readonly upstream: Tensor
}

/** Fills in defaults and evaluates in float64. */
export const prepare = (opCase: OpCase): PreparedCase => {
  const op = opByName.get(opCase.op)
  if (op === undefined) throw new Error(`no op is called ${opCase.op}`)
  const attributes: { [name: string]: number | readonly number[] | null } = {}
  const inputs = [...opCase.inputs]
  for (const [i, parameter] of op.parameters.entries()) {
    if (parameter.kind === 'tensors') continue
    if (parameter.kind !== 'tensor')
      attributes[parameter.name] = opCase.attributes?.[parameter.name] ?? parameter.default ?? null
    else if (inputs[i] === undefined && parameter.default !== undefined)
      inputs.push({ shape: [], data: Float64Array.of(parameter.default) })
  }
  const shape = op.shape(
    inputs.map((input) => input.shape),
    attributes,
  )
  if (!shape.ok) throw new Error(`${opCase.op}, ${opCase.about}: ${shape.error.message}`)
  const output = op.forward(inputs, attributes, shape.value)
  const upstream = spreadOut(`${opCase.op} ${opCase.about} upstream`, shape.value, -0.97)
  return { op, inputs, attributes, shape: shape.value, output, upstream }
}

const upload = (tf: EngineTf, { shape, data }: Tensor): TfTensor =>
  tf.tensor(Float32Array.from(data), [...shape], 'float32')

export interface DeviceResult {
  readonly value: Float64Array
  /** By input; empty where the op has no gradient. */
  readonly gradients: readonly Float64Array[]
}

const read = async (x: TfTensor): Promise<Float64Array> => Float64Array.from(await x.data())

/** The case in TensorFlow.js, gradients by its own automatic differentiation. */
export const runOnDevice = async (tf: EngineTf, prepared: PreparedCase): Promise<DeviceResult> => {
  const { op, inputs, attributes, shape, upstream } = prepared
  const call = (given: readonly TfTensor[]) => op.tensorflow(tf, given, attributes, shape)
  const forward = tf.tidy(() => call(inputs.map((input) => upload(tf, input))))
  if (forward.shape.join() !== shape.join()) throw new Error(`${op.name} made the shape [${forward.shape}]`)
  const backward =
    typeof op.vjp === 'function' && inputs.length > 0
      ? tf.tidy(() => {
          const variables = inputs.map((input) => upload(tf, input))
          const run = (...given: TfTensor[]) => tf.sum(tf.mul(call(given), upload(tf, upstream)))
          return tf.grads(run)(variables)
        })
      : []
  const value = await read(forward)
  const gradients: Float64Array[] = []
  for (const gradient of backward) gradients.push(await read(gradient))
  for (const used of [forward, ...backward]) used.dispose()
  return { value, gradients }
}

/** The float64 gradients by input, zeros where none flows. */
export const analytic = (prepared: PreparedCase): readonly Float64Array[] => {
  const { op, inputs, attributes, output, upstream } = prepared
  if (typeof op.vjp !== 'function') return []
  return op
    .vjp({ inputs, output, upstream, attributes })
    .map((gradient, i) => gradient?.data ?? new Float64Array(inputAt(inputs, i).data.length))
}

/** Centred differences of sum(output * upstream) by every element of one input. */
export const numeric = (
  { op, inputs, attributes, shape, upstream }: PreparedCase,
  input: number,
  h: number,
): Float64Array => {
  const x = inputAt(inputs, input)
  const at = (element: number, by: number) => {
    const data = x.data.slice()
    data[element] = (data[element] ?? 0) + by
    const moved = inputs.map((other, i) => (i === input ? { shape: x.shape, data } : other))
    const { data: out } = op.forward(moved, attributes, shape)
    return out.reduce((sum, value, k) => sum + value * (upstream.data[k] ?? 0), 0)
  }
  return Float64Array.from({ length: sizeOf(x.shape) }, (_, k) => (at(k, h) - at(k, -h)) / (2 * h))
}

/** max|a - b| / max(1, max|b|). */
export const difference = (a: Float64Array, b: Float64Array): number => {
  if (a.length !== b.length) return Infinity
  const scale = b.reduce((top, value) => Math.max(top, Math.abs(value)), 1)
  return a.reduce((worst, value, k) => Math.max(worst, Math.abs(value - (b[k] ?? 0))), 0) / scale
}
