import type { CellVerdict, MessageKey, Verdict } from '@/lib/view/verdict'
import type { Precision } from './precision'
import { accepts } from './precision'
import { readNumber, type Unreadable } from './read-number'
import { withMinus, writeKey } from './write-number'

/** One asked quantity with its key, cells in row-major order. */
export interface Asked extends Precision {
  readonly name: string
  readonly key: readonly number[]
}

/** What the learner typed by ask name, and the numbers it was read as where every cell was read. */
export interface Marking {
  readonly verdict: Exclude<Verdict, { kind: 'ungraded' }>
  /** Null while a cell is empty or unreadable. */
  readonly read: ReadonlyMap<string, readonly number[]> | null
}

const ownCells = (cells: { readonly [ask: string]: readonly string[] }, name: string): readonly string[] =>
  Object.hasOwn(cells, name) ? (cells[name] ?? []) : []

const say = (reason: Unreadable, typed: string, part: string): MessageKey => ({
  key: `compute.unreadable.${reason}`,
  values: { typed, part },
})

/**
 * Marks typed cells against their keys. A cell that is empty or cannot be read makes the whole answer `unreadable`, with the
 * first such cell's reason; nothing is marked then, so it gives nothing away and costs nothing. Otherwise credit is the share
 * of right cells.
 */
export const markNumbers = (asks: readonly Asked[], cells: { readonly [ask: string]: readonly string[] }): Marking => {
  const marks: CellVerdict[] = []
  const numbers = new Map<string, readonly number[]>()
  let trouble: MessageKey | null = null
  for (const ask of asks) {
    const typed = ownCells(cells, ask.name)
    numbers.set(
      ask.name,
      ask.key.map((key, index) => {
        const given = typed[index] ?? ''
        const number = readNumber(given)
        if (!number.ok) {
          trouble ??= say(number.error, given, ask.name)
          const state = number.error === 'empty' ? 'empty' : 'unreadable'
          marks.push({ part: ask.name, index, state, given, key: '' })
          return Number.NaN
        }
        const state = accepts(ask, number.value, key) ? 'right' : 'wrong'
        marks.push({ part: ask.name, index, state, given, key: withMinus(writeKey(ask, key)) })
        return number.value
      }),
    )
  }
  if (trouble !== null) {
    // A mark on the readable cells would tell the learner which of them are right before they have answered.
    return { verdict: { kind: 'unreadable', cells: marks.filter(isUnread), message: trouble }, read: null }
  }
  const right = marks.filter(({ state }) => state === 'right').length
  return {
    verdict: {
      kind: 'marked',
      right: right === marks.length,
      score: marks.length === 0 ? 1 : right / marks.length,
      cells: marks,
      mistake: null,
    },
    read: numbers,
  }
}

const isUnread = ({ state }: CellVerdict): boolean => state === 'unreadable' || state === 'empty'
