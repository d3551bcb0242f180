import type { Block } from '@/lib/view/block'
import type { ItemVariant } from '../items/item'
import type { makeLosses } from '../items/losses'
import { type Cell, cellsOf, labelOf, placeOf, unitOf } from '../items/numbers'
import { makeMarkup, mathJax } from '../markup/markup'
import { giftText } from './escape'

/** One question of a file: what is asked, and what stands in its braces. */
export interface GiftQuestion {
  /** Added to the item's name where it is asked in several. */
  readonly part: string
  readonly text: string
  readonly answers: string
}

type Losses = ReturnType<typeof makeLosses>

const share = (count: number): string =>
  String(Math.round(100_000 / count / 10) / 100 === 33.33 ? 33.33333 : 100 / count)

const joined = (items: readonly string[]): string => items.map((item) => `\n  ${item}`).join('')

const cellAnswers = (cell: Cell, inlines: (cell: Cell) => readonly string[]): string =>
  cell.option === null
    ? `#${cell.key}:${cell.tolerance}`
    : joined(inlines(cell).map((text, i) => `${i === cell.option ? '=' : '~'}${text}`))

/** A showing of a card as GIFT asks it: one question, or one for each number. */
export const giftQuestions = (
  { question, input, key, answer, whys }: ItemVariant,
  { tell }: Losses,
): readonly GiftQuestion[] => {
  // The format carries no pictures.
  const ground = { media: () => null, math: mathJax, tell, xml: false }
  const [asks, tells] = [makeMarkup(ground, true), makeMarkup(ground, false)]
  const set = (blocks: readonly Block[]) => giftText(tells.blocks(blocks))
  const text = giftText(asks.blocks(question))
  const feedback = answer.length === 0 ? '' : `\n  ####${set(answer)}`
  const one = (answers: string): readonly GiftQuestion[] => [{ part: '', text, answers: `${answers}${feedback}` }]
  if (key?.kind === 'choice' && input.kind === 'choice') {
    const right = new Set(key.right)
    const several = right.size > 1 || input.multiple
    const options = input.options.map(({ id, blocks }) => {
      const why = whys.get(id)
      const said = why === undefined || why.length === 0 ? '' : `#${set(why)}`
      if (!several) return `${right.has(id) ? '=' : '~'}${set(blocks)}${said}`
      return `~%${right.has(id) ? '' : '-'}${share(right.size)}%${set(blocks)}${said}`
    })
    return one(joined(options))
  }
  if (key?.kind === 'match' && input.kind === 'match') {
    const left = new Map(input.left.map(({ id, blocks }) => [id, blocks]))
    const right = new Map(input.right.map(({ id, blocks }) => [id, blocks]))
    return one(joined(key.pairs.map(([a, b]) => `=${set(left.get(a) ?? [])} -> ${set(right.get(b) ?? [])}`)))
  }
  if (key?.kind === 'order' && input.kind === 'order') {
    tell('order-as-match')
    const items = new Map(input.items.map(({ id, blocks }) => [id, blocks]))
    return one(joined(key.order.map((id, i) => `=${set(items.get(id) ?? [])} -> ${i + 1}`)))
  }
  if (key?.kind === 'text') return one(joined(key.answers.map((spelling) => `=${giftText(spelling)}`)))
  if (key?.kind === 'numbers' && input.kind === 'numbers') {
    const cells = cellsOf(input, key)
    if (cells.length > 1) tell('cells-apart')
    const options = (cell: Cell) => (cell.ask.options ?? []).map((option) => giftText(tells.inlines(option)))
    return cells.map((cell, i) => {
      const label = `${labelOf(cell.ask)}${placeOf(cell)}`
      const unit = unitOf(cell.ask)
      const what = giftText(
        [label === '' ? '' : `${label} = ?`, unit === '' ? '' : `(${unit})`].filter(Boolean).join(' '),
      )
      return {
        part: cells.length > 1 ? `.c${i + 1}` : '',
        text: what === '' ? text : `${text} <p>${what}</p>`,
        answers: `${cellAnswers(cell, options)}${feedback}`,
      }
    })
  }
  tell('unmarked')
  return one('')
}
