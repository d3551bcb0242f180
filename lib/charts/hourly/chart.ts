import { type BuildChart, labelCell, message, percent } from '../build'
import { shareOf } from '../share'
import { both, tallyBy } from '../tally'

/** An hour with fewer tests says nothing. */
const enough = 10
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Recall by the hour of the day at which it was asked for. */
export const hourly: BuildChart = ({ reviews }) => {
  const tallies = tallyBy(reviews, (row) => reviews.hour[row] ?? 0)
  const told = [...tallies].filter(([, tally]) => both(tally).of >= enough)
  if (told.length < 2) return null
  const ranked = told
    .map(([hour, tally]) => ({ hour, share: both(tally) }))
    .sort((a, b) => b.share.right / b.share.of - a.share.right / a.share.of || a.hour - b.hour)
  const [best] = ranked
  const worst = ranked.at(-1)
  if (!best || !worst) return null
  // Where the intervals overlap, the difference may be chance.
  const clear = best.share.low > worst.share.high
  const first = Math.min(...tallies.keys())
  const last = Math.max(...tallies.keys())
  const points = hours
    .filter((hour) => hour >= first && hour <= last)
    .map((hour) => {
      const tally = tallies.get(hour)
      return { label: { kind: 'hour', hour } as const, parts: [tally ? both(tally) : shareOf(0, 0)] }
    })
  const name = message('hourly.recalled')
  return {
    id: 'hourly',
    title: message(clear ? 'hourly.title' : 'hourly.titleAlike', {
      hour: best.hour,
      best: percent(best.share.right / best.share.of),
      worst: percent(worst.share.right / worst.share.of),
      worstHour: worst.hour,
    }),
    marks: { kind: 'trend', series: [{ name, hue: 'forward' }], points, aim: null },
    table: {
      columns: [message('column.hour'), name],
      rows: points.map(({ label, parts }) => [
        labelCell(label),
        ...parts.map((share) => ({ kind: 'share', share }) as const),
      ]),
    },
  }
}
