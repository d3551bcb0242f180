import { computeWorkings } from './compute/workings'
import type { Workings } from './workings-type'

/** The workings of the card types that have any: one line each. */
const allWorkings: readonly Workings[] = [computeWorkings]

const byName: ReadonlyMap<string, Workings> = new Map(allWorkings.map((workings) => [workings.name, workings]))

export const workingsNamed = (type: string): Workings | null => byName.get(type) ?? null
