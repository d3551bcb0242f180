import type { Answer, Input } from '@/lib/view/input'
import { choiceKind } from './choice-input'
import type { InputKind } from './input-kind'
import { matchKind } from './match-input'
import { numbersKind } from './numbers-input'
import { orderKind } from './order-input'
import { revealKind } from './reveal-input'
import { textKind } from './text-input'

/** One line a kind of input. */
const inputKinds: readonly InputKind[] = [revealKind, choiceKind, orderKind, matchKind, numbersKind, textKind]

const byName = new Map(inputKinds.map((kind) => [kind.kind, kind]))

/** The control of an input; throws when the list has no line for its kind. */
export const inputKind = (input: Input): InputKind => {
  const kind = byName.get(input.kind)
  if (kind === undefined) throw new Error(`No control draws an input of kind ${input.kind}.`)
  return kind
}

/** The answer before the learner has done anything. */
export const emptyAnswer = (input: Input): Answer => inputKind(input).empty(input)
