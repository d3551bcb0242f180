import type { NodeId } from '../graph'
import { buildExpression } from './build-expression'
import { addAlias, addOp, BuildFault, type Site, shapeAt } from './builder'
import type { Expression, Subscript } from './expression'
import { staticInteger } from './static-value'

type Index = Extract<Expression, { readonly kind: 'index' }>

/** One axis of an indexed tensor: kept in part, dropped at a known place, or dropped at a computed one. */
type Cut =
  | { readonly kind: 'range'; readonly start: number; readonly size: number }
  | { readonly kind: 'fixed'; readonly start: number }
  | { readonly kind: 'computed'; readonly index: NodeId }

/** `x[i, 1:3]` as one `slice`, a `gather` for each computed index and a `reshape` that drops the fixed axes. */
export const buildIndex = (site: Site, expression: Index): NodeId => {
  const of = buildExpression(site, expression.of)
  const shape = shapeAt(site, of)
  if (expression.at.length > shape.length)
    throw new BuildFault(
      spanOf(expression.at[shape.length], expression),
      `Too many indices: ${expression.at.length} for ${shape.length === 0 ? 'a single number' : `the shape [${shape.join(', ')}]`}.`,
      'Write at most one index for each dimension.',
    )
  const cuts = shape.map((size, axis): Cut => {
    const at = expression.at[axis]
    if (at === undefined) return { kind: 'range', start: 0, size }
    return at.kind === 'slice' ? sliceCut(site, at, size) : indexCut(site, at.index, size)
  })
  const { span } = expression
  let value = of
  if (cuts.some((cut, axis) => cut.kind === 'fixed' || (cut.kind === 'range' && cut.size !== shape[axis]))) {
    const starts = cuts.map((cut) => (cut.kind === 'computed' ? 0 : cut.start))
    const sizes = cuts.map((cut, axis) =>
      cut.kind === 'range' ? cut.size : cut.kind === 'fixed' ? 1 : (shape[axis] ?? 1),
    )
    value = addOp(site, span, 'slice', [value], { starts, sizes })
  }
  // From the last axis, so that the axes still to come keep their numbers.
  for (let axis = cuts.length - 1; axis >= 0; axis--) {
    const cut = cuts[axis]
    if (cut?.kind !== 'computed') continue
    const at = expression.at[axis]
    value = addOp(site, spanOf(at, expression), 'gather', [value, cut.index], { axis })
  }
  if (!cuts.some(({ kind }) => kind === 'fixed')) return value === of ? addAlias(site, span, of) : value
  const left = cuts.flatMap((cut) => (cut.kind === 'range' ? [cut.size] : []))
  return addOp(site, span, 'reshape', [value], { shape: left })
}

const spanOf = (at: Subscript | undefined, whole: Index) =>
  at === undefined ? whole.span : at.kind === 'slice' ? at.span : at.index.span

const sliceCut = (site: Site, at: Extract<Subscript, { readonly kind: 'slice' }>, size: number): Cut => {
  const bound = (expression: Expression | null, otherwise: number) => {
    if (expression === null) return otherwise
    const written = staticInteger(site, expression, 'A slice bound')
    return Math.min(size, Math.max(0, written < 0 ? written + size : written))
  }
  const [start, end] = [bound(at.from, 0), bound(at.to, size)]
  if (end > start) return { kind: 'range', start, size: end - start }
  throw new BuildFault(
    at.span,
    'The slice is empty.',
    `The axis has ${size} entries, counted from 0; the end is left out.`,
  )
}

const indexCut = (site: Site, index: Expression, size: number): Cut => {
  const written = writtenInteger(site, index)
  if (written !== null) {
    if (written >= -size && written < size) return { kind: 'fixed', start: written < 0 ? written + size : written }
    throw new BuildFault(
      index.span,
      `Index ${written} is out of range: the axis has ${size} ${size === 1 ? 'entry' : 'entries'}.`,
      `Use 0 to ${size - 1}, or ${-size} to -1 from the end.`,
    )
  }
  const node = buildExpression(site, index)
  if (shapeAt(site, node).length === 0) return { kind: 'computed', index: node }
  throw new BuildFault(index.span, 'An index is a single number, not a vector.', 'Use gather(x, i, axis=0).')
}

/** An index of written numbers and loop indices only; one that reads a given or a step is computed when run. */
const writtenInteger = (site: Site, index: Expression): number | null => {
  const { constants } = site.fixed
  const isWritten = (part: Expression): boolean =>
    part.kind === 'number' ||
    (part.kind === 'name' && constants.has(part.name)) ||
    (part.kind === 'negate' && isWritten(part.of)) ||
    (part.kind === 'binary' && '+-*'.includes(part.operator) && isWritten(part.left) && isWritten(part.right))
  return isWritten(index) ? staticInteger(site, index, 'An index') : null
}
