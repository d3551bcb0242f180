import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { readPrograms } from '@/lib/compute/language/read-program'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Command } from './command'
import { type Answer, answerProgram, failed } from './compute-answer'

const usage = 'compute FILE|- [--seed N]: runs a compute program in float64 and on TensorFlow.js, and prints JSON'

const complaint = (message: string, hint: string): Answer =>
  failed([{ severity: 'error', path: '', line: 1, column: 1, message, hint }])

interface Call {
  readonly file: string
  readonly seed: string | null
}

const readCall = (args: readonly string[]): Call | Answer => {
  let seed: string | null = null
  const files: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--seed') seed = args[++i] ?? ''
    else if (arg.startsWith('--seed=')) seed = arg.slice('--seed='.length)
    else if (arg.startsWith('--')) return complaint(`There is no option ${arg}.`, `Call: ${usage}`)
    else files.push(arg)
  }
  if (seed !== null && !/^-?\d{1,15}$/.test(seed))
    return complaint('The seed is not a whole number.', 'Write --seed 1.')
  const [file] = files
  if (file === undefined || files.length > 1)
    return complaint('Name one file, or - for standard input.', `Call: ${usage}`)
  return { file, seed: seed === null ? null : String(Number(seed)) }
}

const readSource = async (file: string): Promise<string | null> => {
  try {
    const source = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
    // A byte order mark is no part of the first line's columns.
    return source.replace(/^\uFEFF/, '')
  } catch {
    return null
  }
}

/** Faults in mistakes say nothing about a program's value; `lint` tells them. */
const matters = ({ path, severity }: Diagnostic): boolean =>
  severity === 'error' && !/^(\/\d+)?\/mistakes(\/|$)/.test(path)

/** Which program of a list a fault is about. */
const programOf = ({ path }: Diagnostic): number => Number(/^\/(\d+)/.exec(path)?.[1] ?? -1)

const answerText = async (source: string, seed: string | null): Promise<Answer | readonly Answer[]> => {
  const { programs, array, diagnostics } = readPrograms(source)
  const faults = diagnostics.filter(matters)
  const byProgram = new Map<number, Diagnostic[]>()
  for (const fault of faults) {
    const list = byProgram.get(programOf(fault))
    if (list === undefined) byProgram.set(programOf(fault), [fault])
    else list.push(fault)
  }
  const answers: Answer[] = []
  for (const [i, program] of programs.entries()) {
    if (program !== null) answers.push(await answerSafely(program, seed))
    else answers.push(failed(array ? (byProgram.get(i) ?? []) : faults))
  }
  return array ? answers : (answers[0] ?? failed(faults))
}

/** One broken program must not silence the others. */
const answerSafely: typeof answerProgram = async (program, seed) => {
  try {
    return await answerProgram(program, seed)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return complaint(
      `The program could not be run: ${reason}`,
      'Please report this program; it should be refused by name.',
    )
  }
}

const print = (answer: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, (error) => (error ? reject(error) : resolve()))
  })

/** Evaluates a program, or a list of them, and prints nothing but JSON. */
export const compute: Command = {
  usage,
  run: async (args) => {
    const call = readCall(args)
    const source = 'ok' in call ? null : await readSource(call.file)
    const answer =
      'ok' in call
        ? call
        : source === null
          ? complaint(`The file ${call.file} could not be read.`, 'Name a file that exists, or - for standard input.')
          : await answerText(source, call.seed)
    await print(answer)
    return [answer].flat().every(({ ok }) => ok) ? 0 : 1
  },
}
