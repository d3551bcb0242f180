import { untoldPrograms } from '../lib/compute/language/malformed-trials'
import { refusedRoundings } from '../lib/compute/marking/rounding-trials'
import { divergentHistories } from '../lib/schedule/convergence-trials'
import { brokenLabels } from '../lib/schedule/label-trials'
import { parity } from '../lib/schedule/parity-trials'
import { unrestored } from '../lib/schedule/undo-trials'
import { browserKills } from './browser-kills'
import { type Campaign, counted } from './campaign'
import { examKills } from './exam-kills'
import { mistakes } from './mistakes'
import { mutations } from './mutations'
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
  longer('undo', 2_000, 'histories, six deeds each taken back', () => unrestored(2_000)),
  {
    name: 'parity',
    run: async () => {
      const { reviews, worst, otherDays, ties } = parity(1_000)
      const result = `${reviews.toLocaleString('en')} reviews in 6 zones, largest relative difference ${worst.toExponential(1)}, ${otherDays} other due days, ${ties} on the other side of a rounding`
      return {
        result,
        missed: [
          ...(worst > 1e-4 ? ['Memories differ by more than 1e-4.'] : []),
          ...(otherDays > 0 ? ['Due days differ.'] : []),
        ],
      }
    },
  },
  mistakes,
  ...powerCuts,
  ...examKills,
  // The database has no part in it: on the first there is.
  ...browserKills.slice(0, 1),
  mutations,
]
