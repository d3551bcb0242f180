import type { ReviewEvent } from '@/lib/schedule/event'
import { meanShowing } from '@/lib/schedule/workload'
import type { ReviewStore } from '@/lib/sync/store'

const dayMs = 86_400_000
/** How far back showings are looked for, ever further while there are too few; days. */
const windows = [1, 4, 14]
const showingsKept = 200

/** Today's events by time, and what a showing took of late, ms. Whoever reviews a lot has enough of them in a day. */
export const readRecent = async (
  store: Pick<ReviewStore, 'between'>,
  dayBegan: number,
  now: number,
): Promise<{ readonly today: readonly ReviewEvent[]; readonly meanMs: number }> => {
  const today = await store.between(dayBegan, Number.MAX_SAFE_INTEGER)
  let durations = durationsOf(today)
  let from = dayBegan
  for (const days of windows) {
    const earlier = now - days * dayMs
    if (durations.length >= showingsKept || earlier >= from) continue
    durations = [...durationsOf(await store.between(earlier, from)), ...durations]
    from = earlier
  }
  return { today, meanMs: meanShowing(durations.slice(-showingsKept)) }
}

const durationsOf = (events: readonly ReviewEvent[]): readonly number[] =>
  events.flatMap((event) => (event.kind === 'grade' ? [event.durationMs] : []))
