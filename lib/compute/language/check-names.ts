import { opByName } from '../ops/list'
import { checkCall } from './check-call'
import type { Desk } from './desk'
import type { Expression, Span } from './expression'
import { graphFunctions } from './functions'
import { faultAt } from './locate'
import { partsOf } from './parts'
import type { Formula, Place, Program } from './program'
import { declare, declareLoop, type Scope } from './scope'
import { nearest } from './spelling'

/** What the names of one formula are checked against. */
interface Sight {
  readonly desk: Desk
  readonly scope: Scope
  /** All names of the program with what they are, for better sentences about a name that is not in scope. */
  readonly elsewhere: ReadonlyMap<string, string>
}

/** Tells every name that is unknown, used above its definition or defined twice. */
export const checkNames = (desk: Desk, program: Program): void => {
  const elsewhere = namesOf(program)
  const integers: Scope = new Map()
  const scope: Scope = new Map()
  const sight = { desk, scope, elsewhere }
  for (const given of program.given) {
    if (given.source.kind === 'random') {
      for (const size of given.source.shape) checkFormula({ ...sight, scope: integers }, size)
      if (given.source.draw.kind === 'index') checkFormula({ ...sight, scope: integers }, given.source.draw.n)
    }
    declare(desk, scope, given.name, given.place, 'given')
    integers.set(given.name, { kind: 'value', what: 'given' })
  }
  // What can be seen just above each step, for mistakes that replace it.
  const above = new Map<string, Scope>()
  for (const step of program.steps) {
    above.set(step.name, new Map(scope))
    if (step.kind === 'formula') checkFormula(sight, step.formula)
    if (step.kind === 'loop') {
      const { loop } = step
      checkFormula(sight, loop.times)
      // A loop may also be named like one of its own carries or stacks: the name then means that value.
      declareLoop(desk, scope, step, (formula, inner) => checkFormula({ ...sight, scope: inner }, formula), above)
    } else declare(desk, scope, step.name, step.place, 'step')
  }
  for (const condition of program.require) checkFormula(sight, condition)
  const asked = new Set<string>()
  for (const ask of program.ask) {
    checkFormula(sight, ask.value)
    if (asked.has(ask.name))
      desk.diagnostics.push(
        faultAt(
          ask.place,
          null,
          `Two asks are called "${ask.name}".`,
          'Give one of them another name: { name: dW, value: ... }.',
        ),
      )
    asked.add(ask.name)
  }
  for (const { name, change, answer } of program.mistakes) {
    for (const { step, formula } of change) {
      const visible = above.get(step)
      if (visible !== undefined) checkFormula({ ...sight, scope: visible }, formula)
      else
        desk.diagnostics.push(
          faultAt(formula.place, null, ...missing(`The mistake "${name}" changes the step`, step, above.keys())),
        )
    }
    for (const { ask, formula } of answer) {
      if (asked.has(ask)) checkFormula(sight, formula)
      else desk.diagnostics.push(faultAt(formula.place, null, ...missing(`The mistake "${name}" answers`, ask, asked)))
    }
  }
}

const missing = (start: string, name: string, known: Iterable<string>): [message: string, hint: string] => {
  const all = [...known]
  const meant = nearest(name, all)
  const list = all.length === 0 ? 'There is none to name.' : `There is: ${all.slice(0, 12).join(', ')}.`
  const hint = meant === null ? list : `Did you mean "${meant}"?`
  return [`${start} "${name.slice(0, 60)}", which does not exist.`, hint]
}

const namesOf = (program: Program): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const { name } of program.given) names.set(name, 'given')
  for (const step of program.steps) {
    if (step.kind === 'loop') {
      for (const { name } of step.loop.steps) names.set(name, 'body')
      if (step.loop.index !== null) names.set(step.loop.index, 'body')
      for (const { name } of [...step.loop.carry, ...step.loop.as]) names.set(name, 'step')
    } else names.set(step.name, 'step')
  }
  return names
}

const checkFormula = (sight: Sight, { expression, place }: Formula): void => checkExpression(sight, expression, place)

const checkExpression = (sight: Sight, expression: Expression, place: Place): void => {
  if (expression.kind === 'name') checkName(sight, expression.name, expression.span, place)
  const fault = expression.kind === 'call' ? checkCall(expression) : null
  if (fault !== null) sight.desk.diagnostics.push(faultAt(place, fault.span, fault.message, fault.hint))
  for (const part of partsOf(expression)) checkExpression(sight, part, place)
}

const checkName = ({ desk, scope, elsewhere }: Sight, name: string, span: Span, place: Place): void => {
  const found = scope.get(name)
  if (found?.kind === 'value') return
  const [message, hint] =
    found?.kind === 'loop'
      ? [`"${name}" is a loop and has no value.`, `Use what it leaves behind: ${found.leaves.join(', ')}.`]
      : unknownName(name, scope, elsewhere.get(name))
  desk.diagnostics.push(faultAt(place, span, message, hint))
}

const unknownName = (name: string, scope: Scope, elsewhere: string | undefined): [message: string, hint: string] => {
  if (elsewhere === 'body')
    return [`"${name}" lives only inside its loop.`, 'Carry it out with `carry` or stack it with `as`.']
  if (elsewhere !== undefined)
    return [`"${name}" is used above its definition.`, 'Move the definition up; order is evaluation order.']
  if (opByName.has(name) || graphFunctions.some((one) => one === name))
    return [`"${name}" is a function here, not a value.`, `Call it: ${name}(x).`]
  const meant = nearest(name, scope.keys())
  const known = [...scope.keys()].slice(0, 12).join(', ')
  return [
    `There is no value called "${name.slice(0, 60)}".`,
    meant !== null
      ? `Did you mean "${meant}"?`
      : known === ''
        ? 'Define it under given or steps.'
        : `There is: ${known}.`,
  ]
}
