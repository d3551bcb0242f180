import 'server-only'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import { oneAtATime } from '../one-at-a-time'
import type { GateFinding } from './gate-messages'
import { type GateBudget, type GateEnd, type GateProgress, runInThread } from './gate-thread'

/** A copy of the whole course is checked in half a minute of a processor that is nobody else's. */
const usual: GateBudget = { each: 20_000, whole: 300_000 }

/** So many banks wait at most; more are refused at once instead of waiting for minutes. */
const mostWaiting = 12

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`

const tooHeavy = ({ part, at }: Extract<GateEnd, { kind: 'too-heavy' }>, budget: GateBudget): Diagnostic => ({
  severity: 'error',
  ...(at === null ? {} : { file: at.file }),
  path: '',
  line: at?.line ?? 1,
  column: at?.column ?? 1,
  ...(part === 'each'
    ? {
        message: `"${at?.name ?? 'The bank'}" is too heavy: checking it takes more than ${seconds(budget.each)} or too much memory.`,
        hint: 'Use smaller tensors, fewer passes of loops, or conditions that more draws meet.',
      }
    : {
        message: `Checking the bank takes more than ${seconds(budget.whole)}; it had come to "${at?.name ?? 'its first card'}".`,
        hint: 'Split the bank in two, or make its questions smaller.',
      }),
})

const running = Symbol.for('gradeck.gate-progress')
const waiting = (): Map<string, GateProgress | null> => {
  const place = globalThis as { [running]?: Map<string, GateProgress | null> }
  place[running] ??= new Map()
  return place[running]
}

/** How far the check of this name is; `waiting` while others are before it, null when none runs here. */
export const checkProgress = (name: string): GateProgress | 'waiting' | null => {
  const found = waiting().get(name)
  return found === undefined ? null : (found ?? 'waiting')
}

/**
 * Reads a deck as publishing would, runs its questions on both engines and compiles it, in a thread beside the server: one at
 * a time, within a budget. What takes longer is told as a fault of the card it was busy with.
 */
export const checkFiles = async (
  /** Whose files these are, e.g. a bank's id. */
  name: string,
  files: readonly DeckFile[],
  budget: GateBudget = usual,
): Promise<Result<GateFinding, 'gate-busy'>> => {
  const all = waiting()
  if (all.size >= mostWaiting || all.has(name)) return refuse('gate-busy')
  all.set(name, null)
  try {
    const end = await oneAtATime('gate', () => runInThread({ files }, budget, (progress) => all.set(name, progress)))
    if (end.kind === 'found') return ok(end.finding)
    return ok({ compiled: null, diagnostics: [tooHeavy(end, budget)] })
  } finally {
    all.delete(name)
  }
}
