import { describe, expect, it } from 'vitest'
import { nodeTf } from '@/lib/compute/engine/node'
import { ops } from '@/lib/compute/ops/list'
import { opCases } from './op-cases/all'
import { analytic, difference, numeric, prepare, runOnDevice } from './op-cases/run-case'
import { laidOut } from './op-cases/way-back'

const tolerance = 1e-5

/** Index inputs and conditions take no gradient; moving an index would leave its domain. */
const movable = (op: string, input: number): boolean =>
  !((op === 'gather' && input === 1) || (op === 'where' && input === 0))

/** A negative base has a power at single exponents only. */
const differentiableAt = (op: string, input: number, base: readonly number[]): boolean =>
  !(op === 'power' && input === 1 && base.some((value) => value < 0))

const norm = (x: Float64Array): number => Math.sqrt(x.reduce((sum, value) => sum + value * value, 0))

describe('every operation', () => {
  it('has a case', () => {
    const covered = new Set(opCases.map((opCase) => opCase.op))
    expect(ops.map((op) => op.name).filter((name) => !covered.has(name))).toEqual([])
  })

  it('has a name of its own', () => {
    expect(new Set(ops.map((op) => op.name)).size).toBe(ops.length)
  })
})

describe.each(ops.map((op) => op.name))('%s', (name) => {
  const cases = opCases.filter((opCase) => opCase.op === name)

  it.each(cases.map((opCase) => [opCase.about, opCase] as const))('agrees in both engines: %s', async (_, opCase) => {
    const prepared = prepare(opCase)
    const tf = await nodeTf()
    const before = tf.memory().numTensors
    const found = await runOnDevice(tf, prepared)
    expect(difference(found.value, prepared.output.data), 'forward').toBeLessThanOrEqual(tolerance)
    const gradients = analytic(prepared)
    expect(found.gradients.length).toBe(gradients.length)
    gradients.forEach((gradient, i) => {
      expect(
        difference(found.gradients[i] ?? new Float64Array(), gradient),
        `gradient by input ${i}: ${found.gradients[i]} for ${gradient}`,
      ).toBeLessThanOrEqual(tolerance)
    })
    expect(tf.memory().numTensors, 'tensors left behind').toBe(before)
  })

  it.each(cases.map((opCase) => [opCase.about, opCase] as const))(
    'lays out the gradient it computes: %s',
    (_, opCase) => {
      const prepared = prepare(opCase)
      if (name === 'conv2d' && prepared.attributes.groups !== 1) return
      const laid = laidOut(prepared)
      if (laid === null) return
      const gradients = analytic(prepared)
      expect(laid.length).toBe(gradients.length)
      laid.forEach((gradient, i) => {
        const expected = gradients[i] ?? new Float64Array()
        if (gradient === null) {
          expect(Math.hypot(...expected)).toBe(0)
          return
        }
        expect(gradient.shape).toEqual(prepared.inputs[i]?.shape)
        expect(difference(gradient.data, expected), `input ${i}: ${gradient.data} for ${expected}`).toBeLessThan(1e-12)
      })
    },
  )

  const smooth = cases.filter((opCase) => !opCase.atKink)
  it.each(smooth.map((opCase) => [opCase.about, opCase] as const))(
    'has the gradient differences see: %s',
    (_, opCase) => {
      const prepared = prepare(opCase)
      const { op, inputs, output } = prepared
      if (typeof op.vjp === 'object') return
      const gradients = analytic(prepared)
      const scale = norm(output.data) * norm(prepared.upstream.data)
      inputs.forEach((input, i) => {
        if (op.vjp === 'zero' && op.kink === undefined) return
        if (!movable(name, i) || !differentiableAt(name, i, [...(inputs[0]?.data ?? [])])) return
        if (op.vjp === 'zero' && (op.kink?.(inputs, prepared.attributes) ?? 0) < 1e-3) return
        const gradient = gradients[i] ?? new Float64Array(input.data.length)
        const errors = [1e-4, 1e-5, 1e-6].map((h) => {
          const differences = numeric(prepared, i, h)
          const apart = norm(differences.map((value, k) => value - (gradient[k] ?? 0)))
          return apart - 1e-7 * (norm(gradient) + norm(differences)) - 1e-10 * Math.max(1, scale)
        })
        expect(Math.min(...errors), `input ${i}: ${gradient} for ${numeric(prepared, i, 1e-5)}`).toBeLessThanOrEqual(0)
      })
    },
  )
})
