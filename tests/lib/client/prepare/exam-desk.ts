import { makeLedgerKeeper } from '@/lib/client/ledger-keeper'
import { planSubject } from '@/lib/schedule/event'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Plan } from '@/lib/schedule/plan'
import { studyDay } from '@/lib/schedule/study-day'
import { type Library, makeLibrary } from '@/lib/search/library'
import { start } from '../../schedule/history'
import { planOf } from '../../schedule/plans'
import { bundleOf, type makeDesk } from '../desk'

export const today = studyDay({ at: start, zoneOffset: 480, dayStartsAt: 4 })

export const examOf = (change: Partial<PlannedExam> = {}): PlannedExam => ({
  id: 'finals',
  title: 'Finals',
  scope: { kind: 'deck', deck: 'deck' },
  day: today + 10,
  from: today - 3,
  minutes: 10,
  scores: [],
  ...change,
})

let stamps = 0

/** The library of a desk as of `days` after its beginning. */
export const libraryAt = async (
  { db, store }: Awaited<ReturnType<typeof makeDesk>>,
  words: readonly string[],
  exams: readonly PlannedExam[],
  days = 0,
  plan: Partial<Plan> = {},
): Promise<Library> => {
  const states = await store.states()
  return makeLibrary({
    bundles: [bundleOf('en', words)],
    states: new Map([...states].filter(([id]) => id !== planSubject)),
    ledger: await makeLedgerKeeper(db, () => `stamp ${stamps++}`).read(),
    plan: planOf({}, { exams, ...plan }),
    now: { at: start + days * 86_400_000, zoneOffset: 480, dayStartsAt: 4 },
  })
}
