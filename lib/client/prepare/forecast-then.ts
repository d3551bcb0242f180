import type { CardId } from '@/lib/core/id'
import { conceptWeights } from '@/lib/exam/prepare/concept-weights'
import { biasAfter, biasOfReviews, forecastScore } from '@/lib/exam/prepare/forecast-score'
import type { ExamScore, Forecast, PlannedExam } from '@/lib/schedule/exam-goal'
import { emptyReviews, type Reviews } from '@/lib/schedule/ledger'
import { schedulerIn } from '@/lib/schedule/plan'
import { foldCard } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import type { Library } from '@/lib/search/library'
import type { ReviewStore } from '@/lib/sync/store'
import { cardsInScope } from './scope-cards'

const before = (reviews: Reviews, day: number): Reviews => {
  const rows = Array.from({ length: reviews.length }, (_, row) => row).filter((row) => (reviews.day[row] ?? 0) < day)
  const kept = emptyReviews(rows.length)
  for (const [to, row] of rows.entries()) {
    kept.day[to] = reviews.day[row] ?? 0
    kept.grade[to] = reviews.grade[row] ?? 0
    kept.flags[to] = reviews.flags[row] ?? 0
    kept.predicted[to] = reviews.predicted[row] ?? 0
  }
  return kept
}

/**
 * What was to be expected of an exam on the morning of its day, from the history as it was then: a forecast that is compared
 * with a score must not know what came after. Null where the scope has no cards.
 */
export const forecastThen = async (
  store: Pick<ReviewStore, 'history'>,
  library: Library,
  exam: PlannedExam,
  questions: number,
): Promise<Forecast | null> => {
  const scheduler = schedulerIn(library.plan, null)
  const cards = cardsInScope(library, exam.scope)
  const weights = conceptWeights(cards.map(({ id, concepts }) => ({ id, concept: concepts[0] ?? null })))
  const recallOf = async (id: CardId): Promise<number> => {
    const events = (await store.history(id)).filter((event) => studyDay(event) < exam.day)
    const { memory } = foldCard(id, events)
    return memory.kind === 'new' ? 0 : scheduler.retrievability(memory, exam.day)
  }
  const chances = await Promise.all(
    cards.map(async ({ id, state }) => ({
      recall: state.memory.kind === 'new' && state.seen === null ? 0 : await recallOf(id),
      weight: weights.get(id) ?? 1,
    })),
  )
  const earlier: readonly ExamScore[] = library.plan.exams
    .flatMap(({ scores }) => scores)
    .filter(({ day }) => day < exam.day)
  return forecastScore(
    chances,
    questions,
    biasAfter(biasOfReviews(before(library.ground.ledger.reviews, exam.day)), earlier),
  )
}
