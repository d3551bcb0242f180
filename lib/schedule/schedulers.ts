import { defaultParameters, makeScheduler, type Scheduler } from './fsrs'

/** The scheduler of today's grades. */
export const currentScheduler: Scheduler = makeScheduler(defaultParameters)

const known: readonly Scheduler[] = [currentScheduler]

/** The scheduler a grade was made with; today's for one this version has never heard of, alike on every device. */
export const schedulerOf = (algorithm: string, parameters: string): Scheduler =>
  known.find((one) => one.algorithm === algorithm && one.parameters === parameters) ?? currentScheduler
