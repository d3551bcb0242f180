import 'server-only'
import { randomBytes } from 'node:crypto'
import { decodeExamSetup, type ExamSetup } from '@/lib/exam/setup'

/** An exam's setup without its questions: what is read at every request of a student. */
export type ExamTerms = Omit<ExamSetup, 'zones'>

export interface SetupColumns {
  readonly terms: string
  readonly zones: string
}

export const toColumns = ({ zones, ...terms }: ExamSetup): SetupColumns => ({
  terms: JSON.stringify(terms),
  zones: JSON.stringify(zones),
})

/** @throws when a column was not written by `toColumns`. */
export const readSetup = ({ terms, zones }: SetupColumns): ExamSetup => {
  const read = decodeExamSetup({ ...(JSON.parse(terms) as object), zones: JSON.parse(zones) as unknown })
  if (!read.ok) throw new Error(`An exam's setup cannot be read: ${read.error.message}`)
  return read.value
}

/** @throws when the column was not written by `toColumns`. */
export const readTerms = (terms: string): ExamTerms => readSetup({ terms, zones: '[]' })

/** A name that nobody guesses. */
export const newExamId = (): string => `exam-${randomBytes(12).toString('hex')}`
export const newAttemptId = (): string => `attempt-${randomBytes(12).toString('hex')}`
export const newSecret = (): string => randomBytes(24).toString('base64url')
