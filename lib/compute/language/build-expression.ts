import type { NodeId } from '../graph'
import { scalar, type Tensor, tensor } from '../ops/tensor'
import { buildCall } from './build-call'
import { buildIndex } from './build-index'
import { addConstant, addOp, BuildFault, MissingName, type Site } from './builder'
import type { Expression } from './expression'
import { infixOps } from './functions'

/** Appends the nodes of an expression and returns the one that holds its value. */
export const buildExpression = (site: Site, expression: Expression): NodeId => {
  const { span } = expression
  switch (expression.kind) {
    case 'number':
      return addConstant(site, span, scalar(expression.value))
    case 'name': {
      const node = site.names.get(expression.name)
      if (node !== undefined) return node
      throw new MissingName(span, expression.name)
    }
    case 'array':
      return buildArray(site, expression)
    case 'negate': {
      if (expression.of.kind === 'number') return addConstant(site, span, scalar(-expression.of.value))
      return addOp(
        site,
        { start: span.start, end: span.start + 1 },
        'negate',
        [buildExpression(site, expression.of)],
        {},
      )
    }
    case 'binary': {
      const inputs = [buildExpression(site, expression.left), buildExpression(site, expression.right)]
      return addOp(site, expression.operatorSpan, infixOps[expression.operator], inputs, {})
    }
    case 'index':
      return buildIndex(site, expression)
    case 'call':
      return buildCall(site, expression)
  }
}

type ArrayLiteral = Extract<Expression, { readonly kind: 'array' }>

const buildArray = (site: Site, array: ArrayLiteral): NodeId => {
  if (array.items.length === 0)
    throw new BuildFault(array.span, 'An array is empty.', 'Every dimension needs at least one number.')
  const written = literalTensor(array)
  if (written !== null) return addConstant(site, array.span, written)
  const items = array.items.map((item) => buildExpression(site, item))
  return addOp(site, array.span, 'stack', items, { axis: 0 })
}

/** The tensor of an array that holds only written numbers; null for any other, ragged ones included. */
const literalTensor = (expression: Expression): Tensor | null => {
  if (expression.kind === 'number') return scalar(expression.value)
  if (expression.kind === 'negate' && expression.of.kind === 'number') return scalar(-expression.of.value)
  if (expression.kind !== 'array') return null
  const items: Tensor[] = []
  for (const item of expression.items) {
    const written = literalTensor(item)
    if (written === null || written.shape.join() !== (items[0] ?? written).shape.join()) return null
    items.push(written)
  }
  const [first] = items
  if (first === undefined) return null
  return tensor(
    [items.length, ...first.shape],
    items.flatMap(({ data }) => [...data]),
  )
}
