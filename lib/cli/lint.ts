import type { Difficulty, Spread } from '@/lib/compute/variants/difficulty'
import type { LintReport } from '@/lib/compute/variants/lint'
import { type Diagnostic, formatDiagnostic, isError } from '@/lib/core/diagnostic'
import type { Command } from './command'
import { type Linted, lintQuestions } from './lint-questions'

const usage = 'lint [PATH] [--json]: checks the compute questions of a file or folder (default: content)'

const percent = (share: number): string => `${Math.round(100 * share)} %`

const range = ({ least, most }: Spread): string =>
  least === most ? percent(least) : `${percent(least)} to ${percent(most)}`

const sizes = ({ least, most }: Spread): string => (least === most ? String(least) : `${least} to ${most}`)

const work = ({ digits, negatives, gates, keyDigits, keySize }: Difficulty): readonly string[] => [
  `digits ${sizes(digits)}`,
  `negative ${range(negatives)}`,
  gates === null ? '' : `open gates ${range(gates)}`,
  `key digits ${sizes(keyDigits)}`,
  `key size varies ${percent(keySize.variation)}`,
]

const line = ({ id, variants, tensorflow, gradients, mistakes, float16, difficulty }: LintReport): string =>
  [
    id ?? '(no id)',
    `${variants.kept} variants of ${variants.tried} seeds`,
    `TensorFlow.js ${tensorflow.worst.toExponential(0)}`,
    gradients.checked === 0 ? 'no gradient' : `gradients ${gradients.worst.toExponential(0)}`,
    `mistakes ${mistakes.named}/${mistakes.tried}`,
    float16 === null ? '' : `float16 ${float16.toFixed(1)} tolerances`,
    ...(difficulty === null ? [] : work(difficulty)),
  ]
    .filter((part) => part !== '')
    .join('  ')

const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
  })

const asJson = (reports: readonly LintReport[], diagnostics: readonly Diagnostic[], ok: boolean): string =>
  JSON.stringify({
    ok,
    questions: reports.map(({ diagnostics: _, variants, ...report }) => ({
      ...report,
      variants: { ...variants, rejected: Object.fromEntries(variants.rejected) },
    })),
    diagnostics,
  })

const read = async (path: string): Promise<Linted | null> => {
  try {
    return await lintQuestions(path)
  } catch (error) {
    // Only a path that is not there is the caller's slip.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Exit code 1 on any fault, 2 when there is nothing to read. */
export const lint: Command = {
  usage,
  run: async (args) => {
    const [path = 'content', ...more] = args.filter((arg) => !arg.startsWith('--'))
    const unknown = more[0] ?? args.find((arg) => arg.startsWith('--') && arg !== '--json')
    const json = args.includes('--json')
    const complain = async (message: string, hint: string): Promise<number> => {
      if (json) await print(asJson([], [{ severity: 'error', path: '', line: 1, column: 1, message, hint }], false))
      else console.error(`${message} ${hint}`)
      return 2
    }
    if (unknown !== undefined) return complain(`lint does not know what to do with ${unknown}.`, `Call: ${usage}`)
    const linted = await read(path)
    if (linted === null) return complain(`${path} cannot be read.`, 'Name a file or folder with compute questions.')
    const { reports, diagnostics } = linted
    const ok = !diagnostics.some(isError)
    if (json) await print(asJson(reports, diagnostics, ok))
    else
      await print(
        [...reports.map(line), ...diagnostics.map(formatDiagnostic), summary(reports, diagnostics)].join('\n'),
      )
    return ok ? 0 : 1
  },
}

const summary = (reports: readonly LintReport[], diagnostics: readonly Diagnostic[]): string => {
  const errors = diagnostics.filter(isError).length
  const drifting = reports.filter(({ float16 }) => float16 === null || float16 > 1).length
  return [
    `${reports.length} questions, ${errors} faults, ${diagnostics.length - errors} warnings`,
    `${drifting} would be answered otherwise in float16, so such devices compute them on the CPU`,
  ].join('; ')
}
