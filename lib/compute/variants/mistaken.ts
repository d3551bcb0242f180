import type { Formula, Mistake, Program, Step } from '../language/program'

const changedStep = (step: Step, changes: ReadonlyMap<string, Formula>): Step => {
  const change = changes.get(step.name)
  if (change !== undefined) {
    const { name, tex, place } = step
    return { kind: 'formula', name, tex, place, formula: change }
  }
  if (step.kind !== 'loop') return step
  const steps = step.loop.steps.map((inner) => ({ ...inner, formula: changes.get(inner.name) ?? inner.formula }))
  return { ...step, loop: { ...step.loop, steps } }
}

/**
 * The program as somebody runs it who makes this mistake: `change` replaces steps (inside loops too) and what follows is
 * recomputed, `answer` replaces asked values only.
 */
export const mistakenProgram = (program: Program, mistake: Mistake): Program => {
  const changes = new Map(mistake.change.map(({ step, formula }) => [step, formula]))
  const answers = new Map(mistake.answer.map(({ ask, formula }) => [ask, formula]))
  return {
    ...program,
    steps: program.steps.map((step) => changedStep(step, changes)),
    ask: program.ask.map((ask) => ({ ...ask, value: answers.get(ask.name) ?? ask.value })),
  }
}

/** The first step, in the program's order, that the mistake does differently; else the ask it answers wrongly. */
export const firstDeparture = (program: Program, mistake: Mistake): string | null => {
  const changed = new Set(mistake.change.map(({ step }) => step))
  for (const step of program.steps) {
    if (changed.has(step.name)) return step.name
    if (step.kind !== 'loop') continue
    const inner = step.loop.steps.find(({ name }) => changed.has(name))
    if (inner) return inner.name
  }
  const asked = mistake.answer[0]?.ask
  const value = program.ask.find(({ name }) => name === asked)?.value.expression
  return value?.kind === 'name' ? value.name : (asked ?? null)
}
