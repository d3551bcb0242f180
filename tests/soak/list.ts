import { untoldPrograms } from '../lib/compute/language/malformed-trials'
import { refusedRoundings } from '../lib/compute/marking/rounding-trials'
import { divergentHistories } from '../lib/schedule/convergence-trials'
import { brokenLabels } from '../lib/schedule/label-trials'
import { type Campaign, counted } from './campaign'
import { mistakes } from './mistakes'
import { powerCuts } from './power-cuts'

/** Trials of the suite with a larger count. */
const longer = (name: string, count: number, what: string, failures: () => readonly string[]): Campaign => ({
  name,
  run: async () => counted(count, what, failures()),
})

export const campaigns: readonly Campaign[] = [
  longer('programs', 10_000, 'malformed programs', () => untoldPrograms(0, 10_000)),
  longer('roundings', 1_000_000, 'keys typed as rounded', () => refusedRoundings(1_000_000, 2)),
  longer('replay', 1_000, 'histories in 3 orders, whole and one by one', () => divergentHistories(1_000)),
  longer('labels', 10_000, 'answers stored as their label said', () => brokenLabels(10_000)),
  mistakes,
  powerCuts,
]
