import { describe, expect, it } from 'vitest'
import { runInNode } from '@/lib/compute/engine/node'
import { lintQuestion } from '@/lib/compute/variants/lint'
import type { TensorFlow } from '@/lib/compute/variants/lint-engines'
import { isError } from '@/lib/core/diagnostic'
import { conv, hinge, neuron, programOf } from '../questions'

const lint = async (text: string, tensorflow: TensorFlow = runInNode) => {
  const report = await lintQuestion(programOf(text), { tensorflow })
  return { ...report, faults: report.diagnostics.filter(isError).map(({ message }) => message) }
}

describe('linting a question', () => {
  it.each([
    ['a loss and its gradient', hinge],
    ['a whole number', conv],
  ])('passes %s, with the numbers that show why', async (_, text) => {
    const report = await lint(text)
    expect(report.faults).toEqual([])
    expect(report.variants.kept).toBe(12)
    expect(report.tensorflow.checked).toBeGreaterThanOrEqual(12)
    expect(report.tensorflow.worst).toBeLessThan(1e-5)
    expect(report.gradients.worst).toBeLessThan(1e-7)
    expect(report.mistakes).toEqual({ tried: 24, named: 24 })
  })

  it('wants two mistakes with words in both languages', async () => {
    expect((await lint(neuron)).faults.join()).toContain('knows 0 mistakes')
    const silent = conv.replace(', zh: "两侧都有填充。"', '')
    expect((await lint(silent)).faults).toEqual(['The mistake "pads-once" says nothing in "zh".'])
  })

  it('wants a stated precision, and whole keys where whole numbers are asked', async () => {
    expect((await lint(neuron.replace(', decimals: 2', ''))).faults.join()).toContain('states no precision')
    const fraction = conv.replace('floor((w + 2 * p - f) / stride) + 1\n', '(w + 2 * p - f) / 3 + 1\n')
    expect((await lint(fraction)).faults.join()).toContain('wants a whole number')
  })

  it('catches a mistake that can never be told from the right answer', async () => {
    const same = conv.replace('floor((w + p - f) / stride) + 1', 'floor((w + p + p - f) / stride) + 1')
    const report = await lint(same)
    expect(report.variants.kept).toBe(0)
    expect(report.faults.join()).toContain('The mistake `pads-once` gives the right answer.')
  })

  it('warns of two mistakes that give the same number', async () => {
    const twins = `${conv}  twin: { change: { size: "floor((w + 2 * p - f) / stride) + 0" }, says: { en: "a", zh: "b" } }\n`
    const report = await lint(twins)
    expect(report.faults).toEqual([])
    expect(report.diagnostics.map(({ message }) => message).join()).toContain('is taken for "no-plus-one"')
  })

  it('refuses a question on which TensorFlow.js disagrees or fails', async () => {
    const off: TensorFlow = async (graph, values) => {
      const run = await runInNode(graph, values)
      if (!run.ok) return run
      const asks = run.value.asks.map(({ name, value }) => ({
        name,
        value: { ...value, data: value.data.map((x) => x * 1.001) },
      }))
      return { ok: true, value: { asks } }
    }
    expect((await lint(hinge, off)).faults.join()).toContain('differ by')
    const broken: TensorFlow = async () => ({ ok: false, error: { message: 'no kernel.' } })
    expect((await lint(hinge, broken)).faults.join()).toContain('no kernel.')
  })
})
