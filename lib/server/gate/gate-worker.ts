import 'server-only'
import { parentPort } from 'node:worker_threads'
import { cardTypes } from '@/lib/cards/list'
import { runInNode } from '@/lib/compute/engine/node'
import { questionsIn } from '@/lib/compute/language/questions-in'
import { lintQuestion } from '@/lib/compute/variants/lint'
import type { CardReader } from '@/lib/content/card-reader'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { positionOf } from '@/lib/content/yaml/source'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import { type GateFinding, type GateJob, type GateMessage, type GatePlace, mostQuestions } from './gate-messages'

const port = parentPort
if (port === null) throw new Error('The gate runs in a thread of its own.')

const say = (message: GateMessage): void => port.postMessage(message)

/** The card types, each telling which card it has begun with: reading one already searches for its variants. */
const telling = (types: readonly CardReader[]): readonly CardReader[] =>
  types.map((type) => ({
    ...type,
    read: (fields) => {
      const id: unknown = fields.node.get('id')
      const at = positionOf(fields.source, fields.node)
      const file = fields.source.file
      const name = typeof id === 'string' ? id : `${file}:${at.line}`
      say({ kind: 'at', place: { name, file, ...at }, done: 0, of: 0 })
      return type.read(fields)
    },
  }))

const tooMany = (count: number): Diagnostic => ({
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: `The bank has ${count} compute questions.`,
  hint: `Split it into banks of at most ${mostQuestions}.`,
})

/** Every compute question of the deck, TensorFlow.js beside the float64 reference. */
const lintFiles = async (files: readonly DeckFile[]): Promise<readonly Diagnostic[]> => {
  const found = files.filter(({ path }) => /\.(ya?ml|md)$/.test(path)).map(({ path, text }) => questionsIn(path, text))
  const questions = found.flatMap((one) => one.questions)
  const diagnostics = found.flatMap((one) => one.diagnostics)
  if (questions.length > mostQuestions) return [...diagnostics, tooMany(questions.length)]
  for (const [done, { file, program }] of questions.entries()) {
    const { line, column } = program.ask[0]?.place ?? { line: 1, column: 1 }
    const place: GatePlace = { name: program.id ?? `${file}:${line}`, file, line, column }
    say({ kind: 'at', place, done, of: questions.length })
    const report = await lintQuestion(program, { tensorflow: runInNode })
    diagnostics.push(...report.diagnostics)
  }
  return diagnostics
}

const check = async ({ files }: GateJob): Promise<GateFinding> => {
  const reading = readDeck(files, telling(cardTypes))
  // A key that the two engines do not share is no key.
  const linted = reading.diagnostics.some(isError) ? [] : await lintFiles(files)
  const diagnostics = [...reading.diagnostics, ...linted]
  if (reading.deck === null || diagnostics.some(isError)) return { compiled: null, diagnostics }
  return { compiled: compileDeck(reading.deck), diagnostics }
}

port.on('message', (job: GateJob) => {
  check(job).then(
    (finding) => say({ kind: 'found', finding }),
    (error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
