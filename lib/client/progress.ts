import type { ChartCard, ChartInput } from '@/lib/charts/build'
import { conceptLevels, isKnown } from '@/lib/charts/concept-levels'
import { charts } from '@/lib/charts/list'
import { addShares, both, tallyBy } from '@/lib/charts/tally'
import type { CardId, DeckId } from '@/lib/core/id'
import { reviewsOf } from '@/lib/schedule/ledger'
import { presetOf } from '@/lib/schedule/plan'
import type { Library, LibraryCard } from '@/lib/search/library'
import { asksForWords, type Query } from '@/lib/search/query'
import type { Chart } from '@/lib/view/chart'

/** What the Progress page says about the cards a search found. */
export interface ProgressModel {
  readonly cards: number
  /** Cards seen at least once. */
  readonly started: number
  readonly concepts: { readonly known: number; readonly of: number }
  /** Recall in the last thirty days, 0..1; null where nothing was put to the test. */
  readonly recalled: number | null
  readonly aim: number
  readonly charts: readonly Chart[]
}

const recentDays = 30

const chartCard = ({ card, state, recall }: LibraryCard): ChartCard => ({
  state,
  recall,
  concept: card?.concepts[0] ?? null,
  part: card?.heading[0] ?? null,
})

/** Decks may ask for different shares; the page tells the mean over the cards. */
const aimOf = ({ plan }: Library, cards: readonly LibraryCard[]): number => {
  const counts = new Map<DeckId, number>()
  for (const { deck } of cards) counts.set(deck, (counts.get(deck) ?? 0) + 1)
  if (counts.size === 0) return plan.preset.retention
  return [...counts].reduce((sum, [deck, count]) => sum + count * presetOf(plan, deck).retention, 0) / cards.length
}

const idsOf = (cards: readonly LibraryCard[]) => {
  const ids = new Set(cards.map(({ id }) => id))
  return (id: CardId) => ids.has(id)
}

const inputFor = (library: Library, query: Query): ChartInput => {
  const found = library.find(query)
  const { ledger } = library.ground
  return {
    cards: found.map(chartCard),
    reviews: query.kind === 'all' ? ledger.reviews : reviewsOf(ledger, idsOf(found)),
    today: library.ground.today,
    aim: aimOf(library, found),
  }
}

/** `pause` is waited for between charts, so that a page with a million reviews still answers. */
export const makeProgress = async (
  library: Library,
  query: Query,
  pause: () => Promise<void>,
): Promise<ProgressModel> => {
  const input = inputFor(asksForWords(query) ? await library.whole() : library, query)
  const drawn: Chart[] = []
  for (const build of charts) {
    const chart = build(input)
    if (chart) drawn.push(chart)
    await pause()
  }
  const levels = conceptLevels(input.cards)
  const tests = addShares([
    ...tallyBy(input.reviews, (row) => {
      const ago = input.today - (input.reviews.day[row] ?? 0)
      return ago >= 0 && ago < recentDays ? 0 : null
    }).values(),
  ])
  const share = both(tests)
  return {
    cards: input.cards.length,
    started: input.cards.filter(({ recall }) => recall !== null).length,
    concepts: { known: levels.filter(isKnown).length, of: levels.length },
    recalled: share.of === 0 ? null : share.right / share.of,
    aim: input.aim,
    charts: drawn,
  }
}
