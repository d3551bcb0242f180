import { ok, type Result, refuse } from '@/lib/core/result'
import type { Rng } from '@/lib/core/rng'
import type { Draw } from '../language/program'
import { halfNormalQuantiles } from './normal-quantiles'

/** Why a given has no values, as a sentence about it, and the cure. */
export interface DrawRefusal {
  readonly message: string
  readonly hint: string
}

/** A draw with its bounds known: what one cell can be. */
interface Cells {
  /** Displayed decimals; null where the author wrote the numbers. */
  readonly decimals: number | null
  readonly one: (rng: Rng) => number
  /** The values one cell can take, where they can be counted: needed to draw without repeats. */
  readonly domain: { readonly size: number; readonly at: (k: number) => number } | null
}

const maxDecimals = 9

const onGrid = (value: number, scale: number): boolean => Math.round(value * scale) / scale === value

const uniform = (low: number, high: number, decimals: number): Result<Cells, DrawRefusal> => {
  const scale = 10 ** decimals
  for (const end of [low, high])
    if (!onGrid(end, scale))
      return refuse({
        message: `The end ${end} of its range cannot be written with ${decimals} decimals.`,
        hint: 'Raise `decimals` or round the end.',
      })
  const [first, last] = [Math.round(low * scale), Math.round(high * scale)]
  const size = last - first + 1
  if (size < 1) return refuse({ message: `Its range [${low}, ${high}] is empty.`, hint: 'Put the smaller end first.' })
  if (size > 2 ** 32)
    return refuse({ message: 'Its range holds more than 2^32 values.', hint: 'Narrow it or lower `decimals`.' })
  // Dividing by an exact power of ten rounds correctly, so the value is the one its displayed decimals read as.
  const at = (k: number) => (first + k) / scale
  return ok({ decimals, one: (rng) => at(rng.integer(0, size - 1)), domain: { size, at } })
}

/** Only products, sums and a table: every engine gives the same bits. */
const standardNormal = (rng: Rng): number => {
  const bits = rng.uint32()
  const position = (bits >>> 1) / 2 ** 23
  const knot = Math.floor(position)
  const low = halfNormalQuantiles[knot] ?? 0
  const high = halfNormalQuantiles[knot + 1] ?? low
  const size = low + (high - low) * (position - knot)
  return (bits & 1) === 1 ? -size : size
}

const cellsOf = (draw: Draw, sizeOfIndex: number): Result<Cells, DrawRefusal> => {
  switch (draw.kind) {
    case 'uniform':
    case 'normal': {
      const { decimals } = draw
      if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= maxDecimals))
        return refuse({ message: `It asks for ${decimals} decimals.`, hint: `Use 0 to ${maxDecimals}.` })
      if (draw.kind === 'uniform') return uniform(draw.low, draw.high, decimals)
      const { mean, deviation } = draw
      const scale = 10 ** decimals
      return ok({
        decimals,
        one: (rng) => Math.round((mean + deviation * standardNormal(rng)) * scale) / scale,
        domain: null,
      })
    }
    case 'integer':
      return uniform(draw.low, draw.high, 0)
    case 'index':
      return uniform(0, sizeOfIndex - 1, 0)
    case 'choice': {
      const { options } = draw
      if (options.length === 0) return refuse({ message: 'It has no options to choose from.', hint: 'List some.' })
      const pick = (list: readonly number[]) => (k: number) => list[k] ?? Number.NaN
      const different = [...new Set(options)]
      return ok({
        decimals: null,
        one: (rng) => pick(options)(rng.integer(0, options.length - 1)),
        domain: { size: different.length, at: pick(different) },
      })
    }
    case 'bernoulli': {
      const { probability } = draw
      if (!(probability >= 0 && probability <= 1))
        return refuse({ message: `Its probability is ${probability}.`, hint: 'Use a number from 0 to 1.' })
      const domain =
        probability > 0 && probability < 1 ? { size: 2, at: (k: number) => k } : { size: 1, at: () => probability }
      return ok({ decimals: 0, one: (rng) => (rng.uint32() < probability * 2 ** 32 ? 1 : 0), domain })
    }
  }
}

/** The first `count` cards of a shuffled deck of `size`, without laying the deck out. */
const shuffled = (size: number, count: number, rng: Rng): readonly number[] => {
  const moved = new Map<number, number>()
  return Array.from({ length: count }, (_, i) => {
    const j = rng.integer(i, size - 1)
    const taken = moved.get(j) ?? j
    moved.set(j, moved.get(i) ?? i)
    return taken
  })
}

const repeatsAllowed = 1000

const distinctCells = (cells: Cells, count: number, rng: Rng): Result<readonly number[], DrawRefusal> => {
  const tooFew = {
    message: `It cannot hold ${count} distinct values.`,
    hint: 'Widen its range, ask for fewer cells or drop `distinct`.',
  }
  if (cells.domain !== null) {
    const { size, at } = cells.domain
    return size < count ? refuse(tooFew) : ok(shuffled(size, count, rng).map(at))
  }
  const seen = new Set<number>()
  for (let i = 0; seen.size < count; i++) {
    if (i >= count + repeatsAllowed) return refuse(tooFew)
    seen.add(cells.one(rng))
  }
  return ok([...seen])
}

/** `count` cells of one given in row-major order, from its own random stream. `sizeOfIndex` is n of an `index` draw. */
export const drawCells = (
  draw: Draw,
  {
    count,
    distinct,
    sizeOfIndex,
  }: { readonly count: number; readonly distinct: boolean; readonly sizeOfIndex: number },
  rng: Rng,
): Result<{ readonly data: readonly number[]; readonly decimals: number | null }, DrawRefusal> => {
  const cells = cellsOf(draw, sizeOfIndex)
  if (!cells.ok) return cells
  const { decimals, one } = cells.value
  const data = distinct ? distinctCells(cells.value, count, rng) : ok(Array.from({ length: count }, () => one(rng)))
  // A drawn -0 is shown as 0, so it is 0.
  return data.ok ? ok({ data: data.value.map((x) => (x === 0 ? 0 : x)), decimals }) : data
}
