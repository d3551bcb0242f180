import type { Tensor } from '@/lib/compute/ops/tensor'
import { makeRng } from '@/lib/core/rng'
import { agree, tensorOf, written } from '../run'
import { follow } from './follow'
import { type CodePattern, codePatterns } from './patterns'
import { type PlacedLine, readCode } from './program'

/** A line that is wrong and how it should read. */
export interface CodeSlip {
  readonly line: number
  readonly text: string
  readonly fix: string
  readonly why: { readonly en: string; readonly zh: string }
}

export type CodeClaim =
  | { readonly kind: 'checked'; readonly pattern: CodePattern; readonly runs: number }
  | {
      readonly kind: 'erratum'
      readonly pattern: CodePattern
      readonly slips: readonly CodeSlip[]
      readonly given: string
      readonly says: string | null
      readonly correct: string
    }
  | { readonly kind: 'unknown' }

const runs = 3

const given = ({ numbers, id }: CodePattern, run: number): { readonly [name: string]: Tensor } => {
  const rng = makeRng('code', id, run)
  const start = tensorOf([2], [rng.integer(5, 20) / 10, -rng.integer(5, 20) / 10])
  return {
    x: start,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, tensorOf([], [value])])),
  }
}

const assigned = (lines: readonly PlacedLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ code }) => (code.kind === 'assign' ? [code.name] : [])))

/** The pattern whose names are all there. */
export const patternOf = (code: string, words: string): CodePattern | null => {
  const names = assigned(readCode(code))
  return (
    codePatterns.find(
      (pattern) =>
        pattern.assigns.every((name) => names.has(name)) &&
        (pattern.lacks === undefined || !names.has(pattern.lacks)) &&
        pattern.names.test(words),
    ) ?? null
  )
}

const bare = (text: string): string => text.replace(/\s+#.*$/, '').replace(/\s+/g, '')

const reasons: readonly { readonly fits: (says: string, fix: string) => boolean; readonly why: CodeSlip['why'] }[] = [
  {
    fits: (says) => /\bor\b/.test(says),
    why: {
      en: '`a or b` is prose in code: Python takes the first number and never the second.',
      zh: '`a or b` 是把文字写进了代码：Python 只会取第一个数。',
    },
  },
  {
    fits: (says, fix) => fix.includes('-=') && says.includes('+='),
    why: { en: 'Descent goes against the gradient: `+=` climbs.', zh: '梯度下降要减去梯度；`+=` 会沿梯度上升。' },
  },
  {
    fits: (says, fix) =>
      bare(fix).replaceAll('*', '') === bare(says).replaceAll('*', '') && bare(fix).length > bare(says).length,
    why: {
      en: 'A multiplication sign is missing: Python does not accept the line.',
      zh: '缺少乘号，Python 会报语法错误。',
    },
  },
  {
    fits: (says, fix) => /range\(/.test(says) && /range\(1/.test(fix),
    why: {
      en: 'At t = 0 the correction divides by 1 - beta ** 0 = 0: count from 1.',
      zh: '$t=0$ 时修正项的分母 $1-\\beta^0=0$，会除以零；$t$ 要从 1 开始。',
    },
  },
  {
    fits: (says, fix) => fix.includes('_unbias') && !says.includes('_unbias'),
    why: { en: 'The corrected moments are computed but never used.', zh: '算出的偏差修正值没有被使用。' },
  },
  {
    fits: (says, fix) => /\+ \(1 - beta/.test(fix) && /\* \(1 - beta/.test(says),
    why: {
      en: 'The two parts are added, not multiplied: as a product the moment stays 0.',
      zh: '两项应相加而不是相乘；写成乘积，一阶矩永远是 0。',
    },
  },
]

const unlike = {
  en: 'Run on the same numbers, the line gives another result.',
  zh: '用同样的数运行，这一行得到不同的结果。',
}

/** Lines that differ from the pattern, matched by what they assign. */
const slipsOf = (lines: readonly PlacedLine[], pattern: CodePattern): readonly CodeSlip[] => {
  const right = readCode(pattern.right)
  return lines.flatMap(({ code, text }): CodeSlip[] => {
    const twin = right.find(
      (other) =>
        (code.kind === 'assign' &&
          other.code.kind === 'assign' &&
          code.name === other.code.name &&
          other.inside === lines[code.line]?.inside) ||
        (code.kind === 'loop' && other.code.kind === 'loop'),
    )
    if (twin === undefined || bare(twin.text) === bare(text)) return []
    if (code.kind === 'loop' && twin.code.kind === 'loop' && code.from === twin.code.from) return []
    const [says, fix] = [text.trim(), twin.text.trim()]
    return [{ line: code.line, text: says, fix, why: reasons.find((reason) => reason.fits(says, fix))?.why ?? unlike }]
  })
}

const endsAt = (lines: readonly PlacedLine[], pattern: CodePattern, run: number): Tensor | null => {
  const end = follow(lines, given(pattern, run))
  return end.kind === 'done' ? (end.values.get('x') ?? null) : null
}

/** Only constants: compared by what they say. */
const checkSettings = (lines: readonly PlacedLine[], pattern: CodePattern): CodeClaim => {
  const slips = slipsOf(lines, pattern)
  const prose = slips.filter(({ text }) => /\bor\b/.test(text))
  if (prose.length > 0)
    return {
      kind: 'erratum',
      pattern,
      slips: prose,
      given: '',
      says: null,
      correct: pattern.right.split('\n').at(-1) ?? '',
    }
  return slips.length === 0 ? { kind: 'checked', pattern, runs: 1 } : { kind: 'unknown' }
}

/** Code beside the pattern its names and the words around it point to. */
export const checkCode = (code: string, words: string): CodeClaim => {
  const pattern = patternOf(code, words)
  return pattern === null ? { kind: 'unknown' } : checkAgainst(code, pattern)
}

export const checkAgainst = (code: string, pattern: CodePattern): CodeClaim => {
  const lines = readCode(code)
  if (!pattern.assigns.includes('x')) return checkSettings(lines, pattern)
  const right = readCode(pattern.right)
  let agreed = 0
  for (let run = 0; run < runs; run++) {
    const start = given(pattern, run)
    const [says, correct] = [follow(lines, start), endsAt(right, pattern, run)]
    if (correct === null || says.kind === 'unknown') return { kind: 'unknown' }
    const end = says.kind === 'done' ? (says.values.get('x') ?? null) : null
    if (end !== null && agree(end, correct)) {
      agreed++
      continue
    }
    const slips = slipsOf(lines, pattern)
    if (slips.length === 0) return { kind: 'unknown' }
    return {
      kind: 'erratum',
      pattern,
      slips,
      given: `x = ${start.x === undefined ? '' : written(start.x)}, f(x) = (x₁² + 6x₂²)/2`,
      says: end === null ? null : written(end),
      correct: written(correct),
    }
  }
  return { kind: 'checked', pattern, runs: agreed }
}
