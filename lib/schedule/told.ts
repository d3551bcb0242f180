import type { Memory } from './card-state'
import type { Scheduler } from './fsrs'

/** Names grades whose outcome another program decided; the parameters hold what it was. */
export const toldAlgorithm = 'told'

type Known = Exclude<Memory, { kind: 'new' }>

const kinds = { l: 'learning', r: 'review', m: 'relearning' } as const

/** The memory a grade left behind, as its event names it: `r;12.5;4.25;13;20500` is stability, difficulty, days and the day it is due. */
export const nameOfMemory = (memory: Known): string => {
  const [letter = ''] = Object.entries(kinds).find(([, kind]) => kind === memory.kind) ?? []
  const round = (value: number) => Number(value.toPrecision(10))
  const next = memory.kind === 'review' ? [memory.intervalDays, memory.dueDay] : [memory.step, memory.dueAt]
  return [letter, round(memory.stability), round(memory.difficulty), ...next].join(';')
}

/** What a name says a grade left behind; null where it is none. */
const memoryNamed = (name: string, at: { readonly lastAt: number; readonly lastDay: number }): Memory | null => {
  const [letter, ...rest] = name.split(';')
  const [stability = Number.NaN, difficulty = Number.NaN, first = Number.NaN, second = Number.NaN] = rest.map(Number)
  const sound = rest.length === 4 && stability >= 0.001 && stability <= 36_500 && difficulty >= 1 && difficulty <= 10
  if (!sound || !Number.isInteger(first) || !Number.isInteger(second) || first < 0) return null
  const learned = { stability, difficulty, ...at }
  if (letter === 'r' && first >= 1 && first <= 36_500 && Math.abs(second) <= 84_000)
    return { kind: 'review', ...learned, intervalDays: first, dueDay: second }
  if ((letter === 'l' || letter === 'm') && first <= 20 && second >= 0 && second <= Date.UTC(2100, 0, 1))
    return { kind: kinds[letter], ...learned, step: first, dueAt: second }
  return null
}

/** A scheduler that gives what it was told; where the name says nothing sound, what `otherwise` gives. */
export const toldScheduler = (name: string, otherwise: Scheduler): Scheduler => ({
  ...otherwise,
  algorithm: toldAlgorithm,
  grade: (memory, asked, grade, shift) => {
    const lastDay = memory.kind === 'new' ? asked.today : Math.max(asked.today, memory.lastDay)
    return memoryNamed(name, { lastAt: asked.at, lastDay }) ?? otherwise.grade(memory, asked, grade, shift)
  },
})
