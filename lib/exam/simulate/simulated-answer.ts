import type { KeyOf, MarkingKey } from '@/lib/cards/marking/key'
import type { Asked } from '@/lib/compute/marking/mark'
import { toleranceOf } from '@/lib/compute/marking/precision'
import { withMinus, writeKey, writeNumber, writeSignificant } from '@/lib/compute/marking/write-number'
import type { Rng } from '@/lib/core/rng'
import type { Answer } from '@/lib/view/input'
import { keyedAnswer, typedAnswer } from './keyed-answer'

/** How a question goes for a simulated student. */
export type Going =
  | { readonly kind: 'right' | 'near' | 'wrong' | 'blank' }
  /** Exactly what a known mistake gives on the same numbers. */
  | { readonly kind: 'mistake'; readonly name: string }

/** Who answers, as far as exams are concerned. */
export interface SimulatedTaker {
  /** Mistakes this student leans to. */
  readonly leanings: readonly string[]
}

const unit = (rng: Rng): number => rng.uint32() / 2 ** 32

/** Draws how a question goes: right with the given chance, else the mistake a student leans to, another, a slip, or nothing. */
export const drawGoing = (key: MarkingKey, { leanings }: SimulatedTaker, chance: number, rng: Rng): Going => {
  if (unit(rng) < chance) return { kind: 'right' }
  const mistakes = key.kind === 'numbers' ? key.mistakes : []
  const leaning = mistakes.find(({ name }) => leanings.includes(name))
  if (leaning !== undefined && unit(rng) < 0.7) return { kind: 'mistake', name: leaning.name }
  const other = mistakes.length === 0 ? undefined : mistakes[rng.integer(0, mistakes.length - 1)]
  const roll = unit(rng)
  if (other !== undefined && roll < 0.35) return { kind: 'mistake', name: other.name }
  if (roll < 0.6) return { kind: 'near' }
  return { kind: roll < 0.8 ? 'wrong' : 'blank' }
}

/** Just outside what is accepted: rounded carelessly, or one off where whole numbers are asked. */
const nearKey = (ask: Asked, key: number): string => {
  const off = toleranceOf(ask, key)
  switch (ask.precision.kind) {
    case 'integer':
      return writeNumber(Math.round(key) === 0 ? 1 : Math.round(key) - 1, 0)
    case 'decimals':
      return writeNumber(key + 2 * off + 10 ** -ask.precision.decimals, ask.precision.decimals)
    case 'free':
      return writeSignificant(key + (off === 0 ? 0.05 * (Math.abs(key) || 1) : 2 * off), 6)
  }
}

const farKey = (ask: Asked, key: number): string =>
  ask.precision.kind === 'integer' ? nearKey(ask, key) : writeNumber(-2 * key + 3, 2)

const swapped = <T>(items: readonly T[], at: number): readonly T[] =>
  items.map((item, index) => (index === at ? items[at + 1] : index === at + 1 ? items[at] : item) ?? item)

/** One cell, option, place or pair goes wrong; `cell` writes the wrong one where numbers are asked. */
const spoiled = (key: MarkingKey, rng: Rng, cell: (ask: Asked, key: number) => string): Answer => {
  switch (key.kind) {
    case 'choice': {
      const others = key.options.filter((option) => !key.right.includes(option))
      const other = others[rng.integer(0, Math.max(0, others.length - 1))]
      return { kind: 'choice', chosen: [...key.right.slice(1), ...(other === undefined ? [] : [other])] }
    }
    case 'order':
      return { kind: 'order', order: swapped(key.order, rng.integer(0, Math.max(0, key.order.length - 2))) }
    case 'match': {
      const rights = swapped(
        key.pairs.map(([, right]) => right),
        rng.integer(0, Math.max(0, key.pairs.length - 2)),
      )
      return { kind: 'match', pairs: key.pairs.map(([left, right], at) => [left, rights[at] ?? right]) }
    }
    case 'text':
      return { kind: 'text', text: `${key.answers[0] ?? ''}s?` }
    case 'numbers': {
      const count = key.asks.reduce((sum, ask) => sum + ask.key.length, 0)
      const bad = rng.integer(0, Math.max(0, count - 1))
      let at = 0
      return typedAnswer(key.asks, (ask, own) => withMinus(at++ === bad ? cell(ask, own) : writeKey(ask, own)))
    }
  }
}

const mistaken = (key: KeyOf<'numbers'>, name: string): Answer => {
  const answers = key.mistakes.find((one) => one.name === name)?.answers ?? {}
  return typedAnswer(key.asks, (ask, own, index) => withMinus(writeKey(ask, answers[ask.name]?.[index] ?? own)))
}

/** What a simulated student writes, in the card's own names; null where they write nothing. */
export const simulatedAnswer = (key: MarkingKey, going: Going, rng: Rng): Answer | null => {
  switch (going.kind) {
    case 'right':
      return keyedAnswer(key)
    case 'mistake':
      return key.kind === 'numbers' ? mistaken(key, going.name) : spoiled(key, rng, nearKey)
    case 'near':
      return spoiled(key, rng, nearKey)
    case 'wrong':
      return key.kind === 'numbers'
        ? typedAnswer(key.asks, (ask, own) => withMinus(farKey(ask, own)))
        : spoiled(key, rng, farKey)
    case 'blank':
      return null
  }
}
