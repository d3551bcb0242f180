import { choiceCells, choiceScore, chosenOf } from '@/lib/cards/marking/choice'
import type { KeyOf, MarkingKey } from '@/lib/cards/marking/key'
import { matchCells } from '@/lib/cards/marking/match'
import { isWholeOrder, orderCells } from '@/lib/cards/marking/order'
import { isAnswered, textCell } from '@/lib/cards/marking/text'
import { accepts } from '@/lib/compute/marking/precision'
import { readNumber } from '@/lib/compute/marking/read-number'
import { recogniseMistake } from '@/lib/compute/marking/recognise'
import type { Answer } from '@/lib/view/input'

export type CellState = 'right' | 'wrong' | 'unreadable' | 'empty'

/** What an answer is worth. */
export interface Mark {
  /** Share of the question's points, 0..1. */
  readonly score: number
  /** Per cell, option, item or pair, in the card's own order. */
  readonly cells: readonly CellState[]
  /** A recognised mistake of the question; null where none explains the answer. */
  readonly mistake: string | null
}

const states = (cells: readonly { readonly state: string }[]): readonly CellState[] =>
  cells.map(({ state }) => (state === 'right' || state === 'empty' ? state : 'wrong'))

const nothing = (cells: number): Mark => ({
  score: 0,
  cells: Array.from({ length: cells }, () => 'empty'),
  mistake: null,
})

const share = (cells: readonly CellState[]): number =>
  cells.length === 0 ? 1 : cells.filter((state) => state === 'right').length / cells.length

/** In an exam what is empty or unreadable stays so: it earns nothing, and the other cells still count. */
const markNumbers = (
  { asks, mistakes }: KeyOf<'numbers'>,
  given: { readonly [ask: string]: readonly string[] },
): Mark => {
  const cells: CellState[] = []
  const read = new Map<string, readonly number[]>()
  for (const ask of asks) {
    const typed = Object.hasOwn(given, ask.name) ? (given[ask.name] ?? []) : []
    read.set(
      ask.name,
      ask.key.map((key, index) => {
        const number = readNumber(typed[index] ?? '')
        if (!number.ok) cells.push(number.error === 'empty' ? 'empty' : 'unreadable')
        else cells.push(accepts(ask, number.value, key) ? 'right' : 'wrong')
        return number.ok ? number.value : Number.NaN
      }),
    )
  }
  const whole = cells.every((state) => state === 'right' || state === 'wrong')
  const mistake =
    whole && cells.includes('wrong')
      ? recogniseMistake(
          asks,
          read,
          mistakes.map(({ name, answers }) => ({ name, answers: new Map(Object.entries(answers)) })),
        )
      : null
  return { score: share(cells), cells, mistake }
}

/**
 * Marks one answer by the rules of a review, in float64. What review would not mark because it is not whole, an exam marks as
 * far as it goes: at the bell it is all there is.
 */
export const markAnswer = (key: MarkingKey, answer: Answer | null): Mark => {
  switch (key.kind) {
    case 'numbers':
      return markNumbers(key, answer?.kind === 'numbers' ? answer.cells : {})
    case 'choice': {
      const chosen = chosenOf(key, answer?.kind === 'choice' ? answer.chosen : [])
      if (chosen === null) return nothing(key.options.length)
      const cells = choiceCells(key, chosen)
      return { score: choiceScore(key, cells), cells: states(cells), mistake: null }
    }
    case 'order': {
      const given = answer?.kind === 'order' ? answer.order : []
      if (!isWholeOrder(key, given)) return nothing(key.order.length)
      const cells = states(orderCells(key, given))
      return { score: share(cells), cells, mistake: null }
    }
    case 'match': {
      const cells = states(matchCells(key, answer?.kind === 'match' ? answer.pairs : []))
      return { score: share(cells), cells, mistake: null }
    }
    case 'text': {
      const text = answer?.kind === 'text' ? answer.text : ''
      if (!isAnswered(text)) return nothing(1)
      const cells = states([textCell(key, text)])
      return { score: share(cells), cells, mistake: null }
    }
  }
}
