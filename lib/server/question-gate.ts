import 'server-only'
import { questionsIn } from '@/lib/compute/language/questions-in'
import { lintQuestion } from '@/lib/compute/variants/lint'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** One publication computes at most so many: each takes a moment in which the server does little else. */
const mostQuestions = 60

const tooMany = (count: number): Diagnostic => ({
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: `The bank has ${count} compute questions.`,
  hint: `Split it into banks of at most ${mostQuestions}.`,
})

/**
 * Lints every compute question of a draft, TensorFlow.js beside the float64 reference. The engine is loaded with the first
 * question, so that a bank without one costs nothing.
 */
export const lintFiles = async (files: readonly DeckFile[]): Promise<readonly Diagnostic[]> => {
  const found = files.filter(({ path }) => /\.(ya?ml|md)$/.test(path)).map(({ path, text }) => questionsIn(path, text))
  const questions = found.flatMap((one) => one.questions)
  const diagnostics = found.flatMap((one) => one.diagnostics)
  if (questions.length === 0) return diagnostics
  if (questions.length > mostQuestions) return [...diagnostics, tooMany(questions.length)]
  const { runInNode } = await import('@/lib/compute/engine/node')
  for (const { program } of questions) {
    const report = await lintQuestion(program, { tensorflow: runInNode })
    diagnostics.push(...report.diagnostics)
  }
  return diagnostics
}
