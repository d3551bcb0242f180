import { readQuestions } from '@/lib/cli/lint-sources'
import { buildGraph } from '@/lib/compute/language/build-graph'
import { evaluate } from '@/lib/compute/reference/evaluate'
import { sampleValues } from '@/lib/compute/variants/sample'
import { type Bench, percentile } from './bench'

const repeats = 50

/** The float64 reference on one core: every shipped question evaluated with all the gradients it asks for. */
export const engine: Bench = {
  name: 'engine',
  measure: async () => {
    const { questions } = await readQuestions('content/cs231n')
    const times = questions.flatMap(({ program }) => {
      const values = sampleValues(program, 1)
      const graph = values.ok ? buildGraph(program, values.value) : null
      if (!values.ok || graph === null || !graph.ok) return []
      const runs = Array.from({ length: repeats }, () => {
        const start = performance.now()
        evaluate(graph.value, values.value)
        return performance.now() - start
      })
      return [percentile(runs, 50)]
    })
    return [
      {
        what: `float64 reference, median of ${times.length} questions`,
        value: { number: percentile(times, 50), unit: 'ms' },
        bar: 0.5,
      },
      { what: 'float64 reference, slowest question', value: { number: percentile(times, 100), unit: 'ms' }, bar: null },
    ]
  },
}
