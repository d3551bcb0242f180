import { defaultParameters, algorithm as fsrs6, makeScheduler, type Scheduler } from './fsrs'
import { defaultTerms, readTerms, type Terms, writeTerms } from './terms'
import { toldAlgorithm, toldScheduler } from './told'
import { weightsNamed } from './weights'

/** What grades before any learner's own settings were made with. */
export const defaultScheduler: Scheduler = makeScheduler(defaultParameters)

/** By the names in the events. A learner's history names a handful. */
const made = new Map<string, Scheduler>()

const make = (parameters: string, terms: Terms): Scheduler => {
  const weights = weightsNamed(parameters)
  if (!weights) return makeScheduler(defaultParameters, terms)
  try {
    return makeScheduler({ name: parameters, weights }, terms)
  } catch {
    // A name that holds numbers FSRS cannot use schedules by the defaults, alike on every device.
    return makeScheduler(defaultParameters, terms)
  }
}

/**
 * The scheduler a grade was made with. Names hold their content, so nothing has to be looked up; what this version has never
 * heard of is scheduled by the defaults, alike on every device.
 */
export const schedulerOf = (algorithm: string, parameters: string, terms: string | undefined): Scheduler => {
  // Each such grade is its own: nothing is gained by keeping them.
  if (algorithm === toldAlgorithm) return toldScheduler(parameters, schedulerOf(fsrs6, defaultParameters.name, terms))
  const known = algorithm === fsrs6
  if (known && parameters === defaultParameters.name && terms === undefined) return defaultScheduler
  const key = known ? `${parameters} ${terms ?? ''}` : `? ${terms ?? ''}`
  const found = made.get(key)
  if (found) return found
  const read = terms === undefined ? null : readTerms(terms)
  const scheduler = make(known ? parameters : defaultParameters.name, read ?? defaultTerms)
  // Names come from outside: a device that is sent thousands of them must not keep them all.
  if (made.size >= 200) made.clear()
  made.set(key, scheduler)
  return scheduler
}

export const schedulerFor = (parameters: string, terms: Terms): Scheduler =>
  schedulerOf(fsrs6, parameters, writeTerms(terms))
