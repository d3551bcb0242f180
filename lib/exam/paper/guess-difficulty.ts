import type { Input } from '@/lib/view/input'

/** Expected share of credit missed by the kind of answer wanted, before anybody has answered. Judgement, not measurement. */
const base: { readonly [K in Input['kind']]: number } = {
  reveal: 0.3,
  choice: 0.3,
  match: 0.3,
  order: 0.4,
  text: 0.4,
  numbers: 0.4,
}

const mostGuessed = 0.7

/**
 * A first guess at an item's difficulty, 0..1: what is typed is harder than what is chosen, and more cells are harder than
 * few. The author may say better, and answers say best.
 */
export const guessDifficulty = (input: Input): number => {
  if (input.kind !== 'numbers') return base[input.kind]
  const cells = input.asks.reduce((sum, { shape }) => sum + shape.reduce((size, n) => size * n, 1), 0)
  return Math.min(mostGuessed, base.numbers + 0.03 * Math.max(0, cells - 1))
}
