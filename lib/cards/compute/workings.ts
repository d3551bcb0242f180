import { defineWorkings } from '../workings-type'
import type { Compiled } from './compiled'
import { markEntered } from './mark-entered'
import { stepAsks } from './step-asks'
import { givens, tryNumbers } from './try-numbers'

/** A compute card's steps to enter and its numbers to change. */
export const computeWorkings = defineWorkings<Compiled>('compute', {
  steps: stepAsks,
  markSteps: markEntered,
  givens,
  tryNumbers,
})
