import { scalar } from '../ops/tensor'
import { asksOf, readOwn } from './run-text'

/** Curvature of the parabola that is walked down, so that 1 jumps to the bottom and 2 never comes nearer. */
const program = readOwn(`
given: { start: 1, lr: 0.1 }
steps:
  walk:
    repeat:
      times: 24
      carry: { w: start }
      steps: { loss: w ^ 2 / 2, w: "w - lr * grad(loss, w)" }
      as: { ws: w, losses: loss }
ask: [{ value: ws }, { value: losses }]
`)

export interface Descent {
  /** The weight before the first step and after each. */
  readonly weights: readonly number[]
  /** The loss before each step. */
  readonly losses: readonly number[]
  readonly course: 'slow' | 'smooth' | 'exact' | 'swings' | 'circles' | 'diverges'
}

const courseOf = (lr: number): Descent['course'] => {
  if (lr < 0.1) return 'slow'
  if (lr < 1) return 'smooth'
  if (lr === 1) return 'exact'
  if (lr < 2) return 'swings'
  return lr === 2 ? 'circles' : 'diverges'
}

/** 24 steps of gradient descent on w²/2 from `start`, by the compute language's own loop and gradient. */
export const descend = (start: number, lr: number): Descent => {
  const found = asksOf(program, { start: scalar(start), lr: scalar(lr) })
  if (found === null) throw new Error(`descent from ${start} at ${lr} left the finite numbers`)
  return {
    weights: [start, ...(found.get('ws')?.data ?? [])],
    losses: [...(found.get('losses')?.data ?? [])],
    course: courseOf(lr),
  }
}
