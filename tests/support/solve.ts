import type { CardType, Occasion } from '@/lib/cards/card-type'
import type { Json } from '@/lib/core/json'
import type { Answer, Input } from '@/lib/view/input'
import type { CellVerdict } from '@/lib/view/verdict'

/** Answers to one showing of a card, found through its type alone. */
export interface Solved {
  readonly right: Answer
  readonly wrong: Answer
  readonly empty: Answer
}

const cellsOf = (type: CardType, content: Json, occasion: Occasion, answer: Answer): readonly CellVerdict[] => {
  const { verdict } = type.outcome(content, occasion, answer, 5000)
  if (verdict.kind !== 'marked') throw new Error(`a trial answer was ${verdict.kind}`)
  return verdict.cells
}

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>

const choice = (input: Of<'choice'>, mark: (answer: Answer) => readonly CellVerdict[]): Solved => {
  const cells = mark({ kind: 'choice', chosen: [input.options[0]?.id ?? ''] })
  const right = cells.filter((cell) => cell.key !== '').map((cell) => cell.part)
  const wrong = cells.filter((cell) => cell.key === '').map((cell) => cell.part)
  return {
    right: { kind: 'choice', chosen: right },
    wrong: { kind: 'choice', chosen: wrong.slice(0, 1) },
    empty: { kind: 'choice', chosen: [] },
  }
}

const order = (input: Of<'order'>, mark: (answer: Answer) => readonly CellVerdict[]): Solved => {
  const shown = input.items.map((item) => item.id)
  const cells = mark({ kind: 'order', order: shown })
  const right = [...cells].sort((a, b) => Number(a.key) - Number(b.key)).map((cell) => cell.part)
  return {
    right: { kind: 'order', order: right },
    wrong: { kind: 'order', order: shown },
    empty: { kind: 'order', order: shown.slice(1) },
  }
}

const match = (input: Of<'match'>, mark: (answer: Answer) => readonly CellVerdict[]): Solved => {
  const cells = mark({ kind: 'match', pairs: input.left.map(({ id }, i) => [id, input.right[i]?.id ?? ''] as const) })
  const keys = cells.map((cell) => cell.key)
  return {
    right: { kind: 'match', pairs: cells.map((cell) => [cell.part, cell.key] as const) },
    wrong: { kind: 'match', pairs: cells.map((cell, i) => [cell.part, keys[(i + 1) % keys.length] ?? ''] as const) },
    empty: { kind: 'match', pairs: [] },
  }
}

const numbers = (input: Of<'numbers'>, mark: (answer: Answer) => readonly CellVerdict[]): Solved => {
  const fill = (cell: (ask: Of<'numbers'>['asks'][number], index: number) => string): Answer => ({
    kind: 'numbers',
    cells: Object.fromEntries(
      input.asks.map((ask) => [
        ask.name,
        Array.from({ length: ask.shape.reduce((size, side) => size * side, 1) }, (_, i) => cell(ask, i)),
      ]),
    ),
  })
  const cells = mark(fill(() => '0'))
  const key = (name: string, index: number) =>
    cells.find((cell) => cell.part === name && cell.index === index)?.key ?? 'no key'
  return {
    right: fill((ask, i) => key(ask.name, i)),
    wrong: fill((ask, i) =>
      ask.options === null ? '98765' : String((Number(key(ask.name, i)) + 1) % ask.options.length),
    ),
    empty: fill(() => ''),
  }
}

/** Right, wrong and empty answers; null for a card that is only revealed. */
export const solve = (type: CardType, content: Json, occasion: Occasion): Solved | null => {
  const { input } = type.present(content, occasion)
  const mark = (answer: Answer) => cellsOf(type, content, occasion, answer)
  switch (input.kind) {
    case 'reveal':
      return null
    case 'choice':
      return choice(input, mark)
    case 'order':
      return order(input, mark)
    case 'match':
      return match(input, mark)
    case 'numbers':
      return numbers(input, mark)
    case 'text': {
      const key = mark({ kind: 'text', text: 'not it' })[0]?.key ?? ''
      return {
        right: { kind: 'text', text: ` ${key} ` },
        wrong: { kind: 'text', text: 'not it' },
        empty: { kind: 'text', text: '  ' },
      }
    }
  }
}
