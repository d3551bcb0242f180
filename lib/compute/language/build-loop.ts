import type { GraphStep, NodeId } from '../graph'
import { scalar } from '../ops/tensor'
import { addConstant, addOp, BuildFault, shapeAt } from './builder'
import { buildAsked, buildNamed, type Environment, inPlace, siteAt } from './environment'
import { limits } from './limits'
import type { Formula, Loop, Step } from './program'
import { staticInteger } from './static-value'

type LoopStep = Extract<Step, { readonly kind: 'loop' }>

const nowhere = { start: 0, end: 0 }

/** Unrolls a loop and leaves its carries and stacks in the environment. */
export const buildLoop = (env: Environment, { name, place, loop }: LoopStep): GraphStep => {
  const times = timesOf(env, name, loop)
  for (const carry of loop.carry) env.names.set(carry.name, buildNamed(env, carry.formula, carry.name, null))
  const carried = new Map(loop.carry.map((carry) => [carry.name, env.names.get(carry.name) ?? 0]))
  const stacks = new Map<string, NodeId[]>(loop.as.map((stack) => [stack.name, []]))
  const passes: { readonly [name: string]: NodeId }[] = []
  for (let pass = 0; pass < times; pass++) {
    const inner: Environment = {
      ...env,
      names: new Map([...env.names, ...carried]),
      constants: new Map(env.constants),
    }
    if (loop.index !== null) {
      const site = siteAt(inner, place, loop.index, pass)
      inner.names.set(
        loop.index,
        inPlace(place, () => addConstant(site, nowhere, scalar(pass))),
      )
      inner.constants.set(loop.index, pass)
    }
    // No prototype: a body step may be called anything.
    const record: { [name: string]: NodeId } = Object.create(null)
    for (const step of loop.steps) {
      const node = buildNamed(inner, step.formula, step.name, pass)
      const before = carried.get(step.name)
      if (before !== undefined) {
        keepShape(inner, step, before, node)
        carried.set(step.name, node)
      }
      inner.names.set(step.name, node)
      record[step.name] = node
    }
    for (const [carry, node] of carried) record[carry] = node
    for (const stack of loop.as) stacks.get(stack.name)?.push(buildAsked(inner, stack.formula, stack.name, pass))
    passes.push(record)
  }
  for (const [carry, node] of carried) env.names.set(carry, node)
  for (const { name: stack, formula } of loop.as) {
    const site = siteAt(env, formula.place, stack, null, formula.text)
    const items = stacks.get(stack) ?? []
    env.names.set(
      stack,
      inPlace(formula.place, () => addOp(site, formula.expression.span, 'stack', items, { axis: 0 })),
    )
  }
  return { kind: 'loop', name, passes }
}

const timesOf = (env: Environment, name: string, { times }: Loop): number =>
  inPlace(times.place, () => {
    const count = staticInteger(siteAt(env, times.place, name, null, times.text), times.expression, '"times"')
    if (count >= 1 && count <= limits.times) return count
    throw new BuildFault(times.expression.span, `"times" is ${count}.`, `Repeat 1 to ${limits.times} times.`)
  })

const keepShape = (
  env: Environment,
  { name, formula }: { readonly name: string; readonly formula: Formula },
  before: NodeId,
  after: NodeId,
): void =>
  inPlace(formula.place, () => {
    const site = siteAt(env, formula.place, name, null)
    const [was, is] = [shapeAt(site, before), shapeAt(site, after)]
    if (was.join() === is.join()) return
    throw new BuildFault(
      formula.expression.span,
      `The carry "${name}" has shape [${was.join(', ')}] and would become [${is.join(', ')}].`,
      'Keep its shape, or start it with the shape it will have.',
    )
  })
