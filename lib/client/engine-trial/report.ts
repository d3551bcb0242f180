import type { BankResult } from './bank-run'
import { summarise, worstFirst } from './bank-run'
import type { EngineProbe } from './probe'

export interface TrialReport {
  /** `2026-11-23` */
  readonly date: string
  /** As `browserName` gives it. */
  readonly browser: string
  /** What the browser calls its graphics; null where it does not say. */
  readonly graphics: string | null
  readonly decks: readonly { readonly deck: string; readonly version: string }[]
  readonly questions: number
  readonly probe: EngineProbe | null
  readonly results: readonly BankResult[]
}

const small = (x: number): string => (x === 0 ? '0' : x.toExponential(1))
const ms = (x: number): string => `${x < 10 ? x.toFixed(1) : Math.round(x)} ms`

export const floatName = (bits: number): string =>
  bits >= 52 ? 'float64' : bits >= 23 ? 'float32' : bits >= 10 ? 'float16' : `${bits} bits`

const probeLines = (probe: EngineProbe | null): readonly string[] =>
  probe === null
    ? ['engine: did not start']
    : [
        `engine: TensorFlow.js on ${probe.onGpu ? 'WebGL' : 'the CPU'}${probe.note === null ? '' : ` (${probe.note})`}`,
        `precision: ${floatName(probe.bits)} (${probe.bits} bits measured)`,
        `start to first numbers: ${ms(probe.firstMs)}, again: ${ms(probe.againMs)}`,
      ]

const line = (result: BankResult): string => {
  const { question } = result
  if (result.kind === 'refused') return `not run  ${result.reason.padEnd(11)}  -    ${question.id}`
  const { agreed, agreement, onGpu, milliseconds } = result.report
  return [
    agreed ? 'agrees ' : 'DIFFERS',
    small(agreement).padEnd(8),
    onGpu ? 'GPU' : 'CPU',
    ms(milliseconds).padStart(8),
    question.id,
  ].join('  ')
}

/**
 * A run as plain text to send to somebody. In English, whatever the interface speaks, and without anything of the person:
 * no account, no answers, no reviews.
 */
export const reportText = ({ date, browser, graphics, decks, questions, probe, results }: TrialReport): string => {
  const { run, agree, differ, refused, onGpu, worst, medianMs } = summarise(results)
  return [
    'Gradeck engine report',
    `date: ${date}`,
    `browser: ${browser}`,
    `graphics: ${graphics ?? 'not told'}`,
    ...probeLines(probe),
    `decks: ${decks.map(({ deck, version }) => `${deck} ${version.slice(0, 12)}`).join(', ') || 'none'}`,
    `questions: ${results.length} of ${questions} tried, ${run} ran, ${agree} agree, ${differ} differ, ${refused} not run`,
    ...(run === 0
      ? []
      : [`largest difference: ${small(worst)}, wholly on the GPU: ${onGpu} of ${run}, median: ${ms(medianMs)}`, '']),
    ...worstFirst(results).map(line),
  ].join('\n')
}

const families: readonly (readonly [RegExp, string])[] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* .*Safari/, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** Browser, main version and system out of a user agent; no model, no build. */
export const browserName = (userAgent: string): string => {
  const found = families.flatMap(([pattern, name]) => {
    const version = pattern.exec(userAgent)?.[1]
    return version === undefined ? [] : [`${name} ${version}`]
  })
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'an unknown system'
  return `${found[0] ?? 'an unknown browser'} on ${system}`
}
