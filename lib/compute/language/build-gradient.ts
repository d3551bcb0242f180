import type { NodeId, Written } from '../graph'
import { opByName } from '../ops/list'
import { sizeOf } from '../ops/tensor'
import { changedBetween, gradientPath } from '../path'
import { buildExpression } from './build-expression'
import { addNode, BuildFault, type Site, shapeAt } from './builder'
import type { Expression } from './expression'
import { withGradientsLaidOut } from './lay-gradient'
import { limits } from './limits'
import { faultAt } from './locate'
import { matchArguments } from './match-arguments'
import { staticNumber } from './static-value'

type Call = Extract<Expression, { readonly kind: 'call' }>

export const buildStop = (site: Site, call: Call): NodeId => {
  const x = matchArguments(call, [{ name: 'x' }]).get('x')
  if (x === undefined) throw new BuildFault(call.nameSpan, 'stop() needs an argument.', 'Write stop(x).')
  const input = buildExpression(site, x)
  return addNode(site, call.nameSpan, shapeAt(site, input), { kind: 'stop', input })
}

/** `grad(y, x)` and `numgrad(y, x, h)`: nodes of their own, since they read a stretch of the graph and not just inputs. */
export const buildGradient = (site: Site, call: Call, kind: 'grad' | 'numgrad'): NodeId => {
  const names = [{ name: 'y' }, { name: 'x' }, ...(kind === 'numgrad' ? [{ name: 'h' }] : [])]
  const given = matchArguments(call, names)
  const [y, x, step] = [given.get('y'), given.get('x'), given.get('h')]
  if (y === undefined || x === undefined)
    throw new BuildFault(call.nameSpan, `${kind}() needs two arguments.`, `Write ${kind}(loss, w).`)
  if (x.kind !== 'name')
    throw new BuildFault(
      x.span,
      `${kind}() differentiates with respect to a name, not an expression.`,
      'Make the expression a step and use its name.',
    )
  const wrt = buildExpression(site, x)
  const of = buildExpression(site, y)
  const shape = shapeAt(site, of)
  const written: Written = { of: site.text.slice(y.span.start, y.span.end), node: of, wrt: x.name }
  if (shape.length > 0)
    throw new BuildFault(
      y.span,
      `${kind}() needs a number, and "${written.of.slice(0, 60)}" has shape [${shape.join(', ')}].`,
      `Weigh it by an upstream gradient: ${kind}(sum(y * dy), ${x.name}).`,
    )
  const size = shapeAt(site, wrt)
  if (kind === 'grad') {
    const path = gradientPath(site.builder.nodes, of, wrt)
    refuseOnPath(site, call, path, wrt)
    if (path.length === 0) warnUnreached(site, call, written)
    const end = withGradientsLaidOut(site, call, path, of)
    const smooth = end === of ? path : gradientPath(site.builder.nodes, end, wrt)
    return addNode(site, call.nameSpan, size, { kind, of: end, wrt, written }, 3 * pathWork(site, smooth))
  }
  const h = step === undefined ? 1e-5 : staticNumber(site, step)
  if (!(h > 0 && h <= 1e3))
    throw new BuildFault(step?.span ?? call.nameSpan, `The step h is ${h}.`, 'Write a number above 0, e.g. h=1e-5.')
  const changed = changedBetween(site.builder.nodes, of, wrt)
  const work = 2 * sizeOf(size) * pathWork(site, changed)
  if (work > limits.numericWork)
    throw new BuildFault(call.nameSpan, 'This numeric gradient takes too long.', 'Use a smaller tensor.')
  return addNode(site, call.nameSpan, size, { kind, of, wrt, h, written }, work)
}

const pathWork = ({ builder }: Site, path: readonly NodeId[]): number =>
  path.reduce((sum, node) => sum + (builder.work[node] ?? 0), 0)

const refuseOnPath = (site: Site, call: Call, path: readonly NodeId[], wrt: NodeId): void => {
  for (const id of path) {
    const node = site.builder.nodes[id]
    if (node === undefined || id === wrt) continue
    if (node.kind === 'numgrad')
      throw new BuildFault(
        call.nameSpan,
        `"${node.origin.name}" holds numgrad(${node.written.of.slice(0, 40)}, ${node.written.wrt}), which grad() cannot differentiate.`,
        'Use grad() inside, numgrad() outside, or stop() it.',
      )
    const vjp = node.kind === 'op' ? opByName.get(node.op)?.vjp : undefined
    if (typeof vjp === 'object')
      throw new BuildFault(
        call.nameSpan,
        `The gradient runs through ${node.kind === 'op' ? node.op : ''}() in "${node.origin.name}": ${vjp.refused}`,
        'Use stop() around it, or numgrad() here.',
      )
  }
}

const warnUnreached = (site: Site, call: Call, written: Written): void => {
  site.builder.warnings.push({
    ...faultAt(
      site.place,
      call.nameSpan,
      `"${written.of.slice(0, 60)}" does not depend on "${written.wrt}", so its gradient is zero everywhere.`,
      'Differentiate with respect to a name it uses.',
    ),
    severity: 'warning',
  })
}
