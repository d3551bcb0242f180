import { parseExpression } from '@/lib/compute/language/parse'
import type { Tensor } from '@/lib/compute/ops/tensor'
import { prepare, tensorOf } from '../run'
import type { CodeLine, PlacedLine } from './program'

/** Slope of a bowl that is steeper one way than the other. */
const slope = (x: string): string => `([1, 6] * (${x}))`

/** Python's expression in the compute language: `**` is a power, NumPy's functions are ours. */
const translateCode = (value: string): string | null => {
  const text = value
    .replace(/\b(?:np|numpy|math|torch|tf)\.(sqrt|exp|log|abs|maximum|minimum|tanh|sign|square)\b/g, '$1')
    .replace(/\*\*/g, ' ^ ')
    .replace(
      /\bcompute_gradient\(([^()]*)\)|\b(?:evaluate_gradient|grad(?:ient)?(?:_fn|_f)?|df)\(([^()]*)\)/g,
      (_, a: string | undefined, b: string | undefined) => slope(a ?? b ?? ''),
    )
  return parseExpression(text).ok ? text : null
}

export type Followed =
  | { readonly kind: 'done'; readonly values: ReadonlyMap<string, Tensor> }
  /** A line Python itself would not accept, or that divides by zero. */
  | { readonly kind: 'stopped'; readonly line: number; readonly why: 'syntax' | 'division' }
  | { readonly kind: 'unknown' }

/** Expressions laid out once for the shapes they met. */
type Prepared = Map<string, ReturnType<typeof prepare>>

const step = (
  prepared: Prepared,
  values: Map<string, Tensor>,
  line: Extract<CodeLine, { kind: 'assign' }>,
): 'ok' | 'syntax' | 'division' | 'unknown' => {
  const text = translateCode(line.value)
  if (text === null)
    return /\)\s*[A-Za-z_]|[A-Za-z_\d]\s+[A-Za-z_\d(]/.test(
      line.value.replace(/\b(?:or|and|not|if|else|in|for)\b/g, ''),
    )
      ? 'syntax'
      : 'unknown'
  const whole = line.sign === '' ? text : `${line.name} ${line.sign} (${text})`
  const names = new Set(whole.match(/[A-Za-z_]\w*/g) ?? [])
  const given = Object.fromEntries([...values].filter(([name]) => names.has(name)))
  const shapes = `${whole}|${Object.entries(given)
    .map(([name, { shape }]) => `${name}:${shape.join('x')}`)
    .join(' ')}`
  const run = prepared.has(shapes) ? prepared.get(shapes) : prepare(given, [whole])
  prepared.set(shapes, run ?? null)
  const value = run?.(given)?.[0]
  if (value === undefined) return /\//.test(whole) ? 'division' : 'unknown'
  values.set(line.name, value)
  return 'ok'
}

const passes = 4

/** Runs a program for a few passes of its loop on given numbers. */
export const follow = (lines: readonly PlacedLine[], given: { readonly [name: string]: Tensor }): Followed => {
  const values = new Map(Object.entries(given))
  const prepared: Prepared = new Map()
  const body = lines.filter(({ inside, code }) => inside && code.kind === 'assign')
  const loop = lines.find(({ code }) => code.kind === 'loop')?.code
  const run = (placed: readonly PlacedLine[]): Followed | null => {
    for (const { code } of placed) {
      if (code.kind === 'unread') return { kind: 'unknown' }
      if (code.kind !== 'assign') continue
      const outcome = step(prepared, values, code)
      if (outcome === 'unknown') return { kind: 'unknown' }
      if (outcome !== 'ok') return { kind: 'stopped', line: code.line, why: outcome }
    }
    return null
  }
  if (lines.some(({ code }) => code.kind === 'unread')) return { kind: 'unknown' }
  const before = run(lines.filter(({ inside }) => !inside))
  if (before !== null) return before
  for (let pass = 0; pass < passes && loop?.kind === 'loop'; pass++) {
    if (loop.index !== null) values.set(loop.index, tensorOf([], [loop.from + pass]))
    const stopped = run(body)
    if (stopped !== null) return stopped
  }
  return { kind: 'done', values }
}
