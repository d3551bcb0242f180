import { dataSlips } from './data'
import { networkSlips } from './networks'
import type { KnownSlip } from './statement'
import { trainingSlips } from './training'

/** Statements that are often written down wrong. */
export const knownSlips: readonly KnownSlip[] = [...dataSlips, ...trainingSlips, ...networkSlips]
