import type { NumberAsk } from '@/lib/view/input'

/** One typed cell: the ask's name and the row-major position in it. */
export interface CellPlace {
  readonly ask: string
  readonly index: number
}

export type Step = 'left' | 'right' | 'up' | 'down'

/** How an ask is laid out: a vector as one row, a tensor of higher rank as grids below one another. */
export const gridOf = (shape: readonly number[]): { readonly rows: number; readonly columns: number } => {
  const columns = shape.at(-1) ?? 1
  return { columns, rows: shape.slice(0, -1).reduce((product, size) => product * size, 1) }
}

/** Rows of one grid; every so many rows a new grid of a higher-rank tensor begins. */
export const rowsPerGrid = (shape: readonly number[]): number => shape.at(-2) ?? 1

/** Every cell in the order Enter and Tab walk through. */
export const cellsInOrder = (asks: readonly NumberAsk[]): readonly CellPlace[] =>
  asks.flatMap((ask) => {
    if (ask.options !== null) return [{ ask: ask.name, index: 0 }]
    const { rows, columns } = gridOf(ask.shape)
    return Array.from({ length: rows * columns }, (_, index) => ({ ask: ask.name, index }))
  })

const samePlace = (a: CellPlace, b: CellPlace): boolean => a.ask === b.ask && a.index === b.index

/** The neighbour one step away, the next or previous ask past an edge, null where there is none. */
export const neighbour = (asks: readonly NumberAsk[], at: CellPlace, step: Step): CellPlace | null => {
  const order = cellsInOrder(asks)
  if (step === 'left' || step === 'right') {
    const position = order.findIndex((place) => samePlace(place, at))
    return position < 0 ? null : (order[position + (step === 'right' ? 1 : -1)] ?? null)
  }
  const number = asks.findIndex((ask) => ask.name === at.ask)
  const ask = asks[number]
  if (ask === undefined) return null
  const { rows, columns } = gridOf(ask.shape)
  const row = Math.floor(at.index / columns) + (step === 'down' ? 1 : -1)
  if (row >= 0 && row < rows) return { ask: ask.name, index: row * columns + (at.index % columns) }
  const other = asks[number + (step === 'down' ? 1 : -1)]
  if (other === undefined) return null
  const grid = gridOf(other.shape)
  const column = Math.min(at.index % columns, grid.columns - 1)
  return { ask: other.name, index: step === 'down' ? column : (grid.rows - 1) * grid.columns + column }
}

/** Enough is filled in to be handed in: every cell that must be, and at least one. */
export const isFilled = (asks: readonly NumberAsk[], cells: { readonly [ask: string]: readonly string[] }): boolean => {
  const filled = ({ ask, index }: CellPlace) => (cells[ask]?.[index] ?? '').trim() !== ''
  const required = asks.filter((ask) => ask.optional !== true)
  return cellsInOrder(required).every(filled) && cellsInOrder(asks).some(filled)
}

/** The next empty cell after `at`, going round to those that must be filled; null when there is none. */
export const nextEmpty = (
  asks: readonly NumberAsk[],
  cells: { readonly [ask: string]: readonly string[] },
  at: CellPlace,
): CellPlace | null => {
  const order = cellsInOrder(asks)
  const from = order.findIndex((place) => samePlace(place, at)) + 1
  const optional = new Set(asks.flatMap((ask) => (ask.optional === true ? [ask.name] : [])))
  const round = [...order.slice(from), ...order.slice(0, from).filter(({ ask }) => !optional.has(ask))]
  return round.find((place) => (cells[place.ask]?.[place.index] ?? '').trim() === '') ?? null
}
