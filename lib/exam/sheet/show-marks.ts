import { choiceCells, chosenOf } from '@/lib/cards/marking/choice'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { matchCells } from '@/lib/cards/marking/match'
import { orderCells } from '@/lib/cards/marking/order'
import { textCell } from '@/lib/cards/marking/text'
import { accepts } from '@/lib/compute/marking/precision'
import { readNumber } from '@/lib/compute/marking/read-number'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import type { Answer } from '@/lib/view/input'
import type { CellVerdict, Verdict } from '@/lib/view/verdict'
import type { PartNames } from './question'

const numberCells = (
  key: Extract<MarkingKey, { kind: 'numbers' }>,
  cells: { readonly [ask: string]: readonly string[] },
): readonly CellVerdict[] =>
  key.asks.flatMap((ask) =>
    ask.key.map((wanted, index): CellVerdict => {
      const given = cells[ask.name]?.[index] ?? ''
      const number = readNumber(given)
      const state = number.ok
        ? accepts(ask, number.value, wanted)
          ? 'right'
          : 'wrong'
        : number.error === 'empty'
          ? 'empty'
          : 'unreadable'
      return { part: ask.name, index, state, given, key: withMinus(writeKey(ask, wanted)) }
    }),
  )

const cellsOf = (key: MarkingKey, answer: Answer | null): readonly CellVerdict[] => {
  switch (key.kind) {
    case 'numbers':
      return numberCells(key, answer?.kind === 'numbers' ? answer.cells : {})
    case 'choice':
      return choiceCells(key, chosenOf(key, answer?.kind === 'choice' ? answer.chosen : []) ?? new Set())
    case 'order':
      return orderCells(key, answer?.kind === 'order' ? answer.order : [])
    case 'match':
      return matchCells(key, answer?.kind === 'match' ? answer.pairs : [])
    case 'text':
      return [textCell(key, answer?.kind === 'text' ? answer.text : '')]
  }
}

/** Cells of a match name their partner, which has a public name too. */
const publicKey = (key: MarkingKey, names: PartNames, text: string): string =>
  key.kind === 'match' ? (names[text] ?? '') : text

/** Public names end in the place their part was shown at. */
const placeOf = ({ part }: CellVerdict): number => Number(part.replace(/^\D+/, ''))

/**
 * What of cells may be told while their key may not. Of an option that was not chosen, right and wrong is the key itself; and cells
 * come in the order of the key, which of items to be put in order is the right one.
 */
const withoutKeys = ({ kind }: MarkingKey, cells: readonly CellVerdict[]): readonly CellVerdict[] =>
  cells
    .filter(({ given }) => kind !== 'choice' || given !== '')
    .map((cell) => ({ ...cell, key: '' }))
    .sort((a, b) => placeOf(a) - placeOf(b))

/**
 * An answer with its marks in the public names of its question, as the screen draws them. Without `keys` nothing tells what
 * would have been right: where only the wrong is told, a student still owes the answer.
 */
export const shownMarks = (
  key: MarkingKey,
  names: PartNames,
  answer: Answer | null,
  { keys, score, mistake }: { readonly keys: boolean; readonly score: number; readonly mistake: string | null },
): Extract<Verdict, { kind: 'marked' }> => {
  const cells = cellsOf(key, answer).map((cell) => ({
    ...cell,
    part: names[cell.part] ?? cell.part,
    given: publicKey(key, names, cell.given),
    key: publicKey(key, names, cell.key),
  }))
  return {
    kind: 'marked',
    right: score === 1,
    score,
    cells: keys ? cells : withoutKeys(key, cells),
    mistake: mistake === null ? null : { name: mistake, step: null },
  }
}
