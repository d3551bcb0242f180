import type { Program } from '../language/program'
import { withMinus, writeKey, writeNumber, writeStep } from '../marking/write-number'
import type { Tensor } from '../ops/tensor'
import type { Values } from '../values'
import { askId, type NamedNode } from './named-nodes'

/** Intermediate numbers as the learner reads them. */
export const stepCells = (tensor: Tensor): readonly string[] => Array.from(tensor.data, (x) => withMinus(writeStep(x)))

/** A named value as shown: givens as drawn, asked ones at the asked precision, steps to 4 significant digits or whole. */
export const cellsOf = (program: Program, values: Values, named: NamedNode, tensor: Tensor): readonly string[] => {
  const given = Object.hasOwn(values, named.name) ? values[named.name] : undefined
  if (named.source === null && given !== undefined)
    return Array.from(tensor.data, (x) => withMinus(writeNumber(x, given.decimals)))
  const ask =
    named.pass !== null
      ? undefined
      : program.ask.find(({ name, value }) =>
          named.id === askId(name) ? true : value.expression.kind === 'name' && value.expression.name === named.id,
        )
  return ask === undefined || ask.precision.kind === 'free'
    ? stepCells(tensor)
    : Array.from(tensor.data, (x) => withMinus(writeKey(ask, x)))
}
