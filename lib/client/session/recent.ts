import type { ReviewEvent } from '@/lib/schedule/event'
import { meanShowing } from '@/lib/schedule/workload'
import type { ReviewStore } from '@/lib/sync/store'

const dayMs = 86_400_000
/** How far back showings are looked for when the last day had too few, ever further; days. */
const windows = [4, 14]
const showingsKept = 200

/**
 * Today's events by time, and what a showing took of late, ms. Whoever reviews a lot has enough of them in a day. When the
 * study day began, at most a day ago, need not be known yet: the last day is read while that is found out.
 */
export const readRecent = async (
  store: Pick<ReviewStore, 'between'>,
  dayBegan: number | Promise<number>,
  now: number,
): Promise<{ readonly today: readonly ReviewEvent[]; readonly meanMs: number }> => {
  let from = now - dayMs
  const [lastDay, began] = await Promise.all([store.between(from, Number.MAX_SAFE_INTEGER), dayBegan])
  let durations = durationsOf(lastDay)
  for (const days of windows) {
    if (durations.length >= showingsKept) break
    const earlier = now - days * dayMs
    durations = [...durationsOf(await store.between(earlier, from)), ...durations]
    from = earlier
  }
  return { today: lastDay.filter(({ at }) => at >= began), meanMs: meanShowing(durations.slice(-showingsKept)) }
}

const durationsOf = (events: readonly ReviewEvent[]): readonly number[] =>
  events.flatMap((event) => (event.kind === 'grade' ? [event.durationMs] : []))
