import type { NodeId } from '../graph'
import { opByName } from '../ops/list'
import type { Parameter } from '../ops/op'
import { scalar } from '../ops/tensor'
import { buildExpression } from './build-expression'
import { buildGradient, buildStop } from './build-gradient'
import { addConstant, addOp, BuildFault, type Site } from './builder'
import { checkCall } from './check-call'
import type { Expression } from './expression'
import { matchArguments } from './match-arguments'
import { staticInteger, staticIntegers, staticValue } from './static-value'

type Call = Extract<Expression, { readonly kind: 'call' }>

export const buildCall = (site: Site, call: Call): NodeId => {
  const unknown = checkCall(call)
  if (unknown !== null) throw new BuildFault(unknown.span, unknown.message, unknown.hint)
  if (call.name === 'grad' || call.name === 'numgrad') return buildGradient(site, call, call.name)
  if (call.name === 'stop') return buildStop(site, call)
  const op = opByName.get(call.name)
  if (op === undefined) throw new Error(`There is no op ${call.name}.`)
  const given = matchArguments(call, op.parameters)
  const inputs: NodeId[] = []
  const attributes: { [name: string]: number | readonly number[] | null } = {}
  for (const parameter of op.parameters) {
    const argument = given.get(parameter.name)
    if (parameter.kind === 'tensor') inputs.push(tensorArgument(site, call, parameter, argument))
    else if (parameter.kind === 'tensors') inputs.push(...tensorsArgument(site, call, argument))
    else attributes[parameter.name] = attribute(site, call, parameter, argument)
  }
  return addOp(site, call.nameSpan, call.name, inputs, attributes)
}

type Fixed = Exclude<Parameter, { readonly kind: 'tensor' | 'tensors' }>

const missing = (call: Call, name: string): BuildFault =>
  new BuildFault(call.nameSpan, `${call.name}() needs an argument "${name}".`, `Write ${call.name}(${name}=...).`)

const tensorArgument = (
  site: Site,
  call: Call,
  parameter: Extract<Parameter, { readonly kind: 'tensor' }>,
  argument: Expression | undefined,
): NodeId => {
  if (argument !== undefined) return buildExpression(site, argument)
  if (parameter.default === undefined) throw missing(call, parameter.name)
  return addConstant(site, call.nameSpan, scalar(parameter.default))
}

const tensorsArgument = (site: Site, call: Call, argument: Expression | undefined): readonly NodeId[] => {
  if (argument === undefined) throw missing(call, 'list')
  if (argument.kind === 'array' && argument.items.length > 0)
    return argument.items.map((item) => buildExpression(site, item))
  throw new BuildFault(argument.span, `${call.name}() joins a list of tensors.`, `Write ${call.name}([a, b], axis=0).`)
}

const attribute = (site: Site, call: Call, parameter: Fixed, argument: Expression | undefined) => {
  if (argument === undefined) {
    if (parameter.default === undefined) throw missing(call, parameter.name)
    return parameter.default
  }
  const what = `"${parameter.name}" of ${call.name}()`
  switch (parameter.kind) {
    case 'integer':
      return staticInteger(site, argument, what)
    case 'integers':
      return staticIntegers(site, argument, what)
    case 'axes': {
      const axes = staticIntegers(site, argument, what)
      return typeof staticValue(site, argument) === 'number' ? (axes[0] ?? 0) : axes
    }
    case 'flag': {
      const flag = staticInteger(site, argument, what)
      if (flag === 0 || flag === 1) return flag
      throw new BuildFault(argument.span, `${what} is ${flag}.`, 'Write 0 or 1.')
    }
  }
}
