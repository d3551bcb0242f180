import { opByName } from '../ops/list'
import { checkCall } from './check-call'
import type { Desk } from './desk'
import type { Expression, Span } from './expression'
import { faultAt } from './locate'
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
  /** What can be seen just above each step, for mistakes that replace it. */
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
  const hint = meant === null ? `There is: ${all.slice(0, 12).join(', ')}.` : `Did you mean "${meant}"?`
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
  const check = (inner: Expression) => checkExpression(sight, inner, place)
  switch (expression.kind) {
    case 'number':
      return
    case 'name':
      return checkName(sight, expression.name, expression.span, place)
    case 'array':
      return expression.items.forEach(check)
    case 'negate':
      return check(expression.of)
    case 'binary':
      check(expression.left)
      return check(expression.right)
    case 'index':
      check(expression.of)
      for (const one of expression.at) {
        const parts = one.kind === 'at' ? [one.index] : [one.from, one.to]
        for (const part of parts) if (part !== null) check(part)
      }
      return
    case 'call': {
      const fault = checkCall(expression)
      if (fault !== null) sight.desk.diagnostics.push(faultAt(place, fault.span, fault.message, fault.hint))
      expression.positional.forEach(check)
      for (const { value } of expression.named) check(value)
    }
  }
}

const checkName = ({ desk, scope, elsewhere }: Sight, name: string, span: Span, place: Place): void => {
  const found = scope.get(name)
  if (found?.kind === 'value') return
  const tell = (message: string, hint: string) => desk.diagnostics.push(faultAt(place, span, message, hint))
  if (found?.kind === 'loop')
    return void tell(`"${name}" is a loop and has no value.`, `Use what it leaves behind: ${found.leaves.join(', ')}.`)
  const kind = elsewhere.get(name)
  if (kind === 'body')
    return void tell(`"${name}" lives only inside its loop.`, 'Carry it out with `carry` or stack it with `as`.')
  if (kind !== undefined)
    return void tell(`"${name}" is used above its definition.`, 'Move the definition up; order is evaluation order.')
  if (opByName.has(name) || name === 'grad' || name === 'numgrad')
    return void tell(`"${name}" is a function here, not a value.`, `Call it: ${name}(x).`)
  const meant = nearest(name, scope.keys())
  const known = [...scope.keys()].slice(0, 12).join(', ')
  tell(
    `There is no value called "${name.slice(0, 60)}".`,
    meant !== null
      ? `Did you mean "${meant}"?`
      : known === ''
        ? 'Define it under given or steps.'
        : `There is: ${known}.`,
  )
}
