import type { Expression } from '@/lib/compute/language/expression'
import type { Formula, Place, Program } from '@/lib/compute/language/program'
import { enginePass } from '@/lib/compute/pass'
import { ok, type Result } from '@/lib/core/result'
import type { ComputeEngine, EngineNote, EngineRefusal } from '../compute-engine'

/** What one small program tells of the engine on this device. */
export interface EngineProbe {
  readonly backend: 'webgl' | 'cpu'
  readonly onGpu: boolean
  readonly note: EngineNote
  /** Bits after the leading one that survive an addition: 23 in float32, 10 in float16. */
  readonly bits: number
  /** From asking for the engine to its first numbers: its code, the worker, the backend and the first shaders. */
  readonly firstMs: number
  /** The same program once more. */
  readonly againMs: number
}

const span = { start: 0, end: 0 }
const place: Place = { path: '', line: 1, column: 1, exact: false }
const one: Expression = { kind: 'number', value: 1, span }
const binary = (operator: '+' | '-', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  operatorSpan: span,
  left,
  right,
  span,
})
const formula = (text: string, expression: Expression): Formula => ({ text, expression, place })

const powers = Array.from({ length: 30 }, (_, i) => 2 ** -(i + 1))

/** (1 + e) - 1 for e = 2^-1, 2^-2, ...: zero from where 1 + e is 1 for this arithmetic. */
const program: Program = {
  id: null,
  concepts: [],
  title: null,
  prompt: null,
  given: [{ name: 'e', place, tex: null, source: { kind: 'explicit', value: powers } }],
  require: [],
  steps: [
    {
      kind: 'formula',
      name: 'sum',
      tex: null,
      place,
      formula: formula('1 + e', binary('+', one, { kind: 'name', name: 'e', span })),
    },
  ],
  ask: [
    {
      name: 'left',
      place,
      tex: null,
      label: null,
      value: formula('sum - 1', binary('-', { kind: 'name', name: 'sum', span }, one)),
      precision: { kind: 'free' },
      tolerance: { abs: 0, rel: 1e-9 },
      probability: false,
      choice: null,
      zero: true,
    },
  ],
  mistakes: [],
}

const pass = enginePass(program, { e: { shape: [powers.length], data: powers, decimals: null } })

/** Starts the engine if it has not been, and measures it. `now` counts milliseconds. */
export const probeEngine = async (
  open: () => Promise<ComputeEngine>,
  now: () => number,
): Promise<Result<EngineProbe, EngineRefusal>> => {
  const from = now()
  const engine = await open()
  const first = await engine.check(pass)
  const firstMs = now() - from
  if (!first.ok) return first
  const again = await engine.check(pass)
  if (!again.ok) return again
  const { backend, onGpu, note, asks, milliseconds } = again.value
  const left = asks[0]?.values ?? []
  const lost = left.indexOf(0)
  return ok({ backend, onGpu, note, bits: lost < 0 ? left.length : lost, firstMs, againMs: milliseconds })
}
