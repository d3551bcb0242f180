import type { Desk } from './desk'
import { faultAt } from './locate'
import type { Formula, Place, Step } from './program'

type Visible =
  | { readonly kind: 'value'; readonly what: string }
  | { readonly kind: 'loop'; readonly leaves: readonly string[] }

/** The names that can be used at one point of a program. */
export type Scope = Map<string, Visible>

/** Brings a name into scope, telling one that is taken. */
export const declare = (desk: Desk, scope: Scope, name: string, place: Place, what: string): void => {
  const taken = scope.get(name)
  if (taken !== undefined)
    desk.diagnostics.push(
      faultAt(
        place,
        null,
        `The ${what} "${name}" has the name of a ${taken.kind === 'loop' ? 'loop' : taken.what} above.`,
        'Givens and steps share one namespace: rename one of them.',
      ),
    )
  scope.set(name, { kind: 'value', what })
}

type LoopStep = Extract<Step, { readonly kind: 'loop' }>

/**
 * Walks a loop in evaluation order and leaves its carries and stacks in scope. `above` receives what each body step and
 * carry can see.
 */
export const declareLoop = (
  desk: Desk,
  scope: Scope,
  step: LoopStep,
  check: (formula: Formula, scope: Scope) => void,
  above: Map<string, Scope>,
): void => {
  const { loop, name, place } = step
  const leaves = [...loop.carry, ...loop.as].map((one) => one.name)
  const carries = new Set<string>()
  for (const carry of loop.carry) {
    above.set(carry.name, new Map(scope))
    check(carry.formula, scope)
    declare(desk, scope, carry.name, carry.formula.place, 'carry')
    carries.add(carry.name)
  }
  const inner: Scope = new Map(scope)
  if (loop.index !== null) declare(desk, inner, loop.index, place, 'loop index')
  for (const body of loop.steps) {
    above.set(body.name, new Map(inner))
    check(body.formula, inner)
    if (!carries.has(body.name)) declare(desk, inner, body.name, body.formula.place, 'step')
  }
  for (const stack of loop.as) {
    check(stack.formula, inner)
    declare(desk, scope, stack.name, stack.formula.place, 'stack')
  }
  const taken = scope.get(name)
  if (taken === undefined) scope.set(name, { kind: 'loop', leaves })
  else if (!leaves.includes(name)) declare(desk, scope, name, place, 'loop')
}
