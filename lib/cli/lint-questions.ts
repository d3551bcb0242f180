import { runInNode } from '@/lib/compute/engine/node'
import { type LintReport, lintQuestion } from '@/lib/compute/variants/lint'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { readQuestions } from './lint-sources'

export interface Linted {
  readonly reports: readonly LintReport[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Lints every compute question of a file or folder, TensorFlow.js beside the float64 reference. Throws where the path cannot be read. */
export const lintQuestions = async (path: string): Promise<Linted> => {
  const found = await readQuestions(path)
  const reports: LintReport[] = []
  for (const { program } of found.questions) reports.push(await lintQuestion(program, { tensorflow: runInNode }))
  return { reports, diagnostics: [...found.diagnostics, ...reports.flatMap((report) => report.diagnostics)] }
}
