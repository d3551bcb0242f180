import { inputAt } from '@/lib/compute/ops/elementwise'
import { layOn } from '@/lib/compute/ops/lay'
import { opByName } from '@/lib/compute/ops/list'
import type { Tensor } from '@/lib/compute/ops/tensor'
import type { PreparedCase } from './run-case'

/** The gradients by input as the op lays them out, every operation evaluated at once; null where none flows. */
export const laidOut = (prepared: PreparedCase): readonly (Tensor | null)[] | null => {
  const { op, inputs, output, upstream, attributes } = prepared
  if (op.vjpInOps === undefined) return null
  const values: Tensor[] = [...inputs, output, upstream]
  const kept = (value: Tensor) => values.push(value) - 1
  const lay = layOn({
    op: (name, nodes, given) => {
      const called = opByName.get(name)
      if (called === undefined) throw new Error(`no op is called ${name}`)
      const read = nodes.map((node) => inputAt(values, node))
      const shape = called.shape(
        read.map((one) => one.shape),
        given,
      )
      if (!shape.ok) throw new Error(shape.error.message)
      return kept(called.forward(read, given, shape.value))
    },
    constant: kept,
    shapeOf: (node) => inputAt(values, node).shape,
    refuse: (reason) => {
      throw new Error(reason)
    },
  })
  const call = { inputs: inputs.map((_, i) => i), output: inputs.length, upstream: inputs.length + 1, attributes }
  return op.vjpInOps(lay, call).map((gradient) => (gradient === null ? null : inputAt(values, gradient())))
}
