import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { Label } from '@/lib/view/chart'
import { type BuildChart, labelCell, message, percent } from '../build'
import { addShares, both, shareIn, tallyBy } from '../tally'

const weeks = 12

/** Recall in each of the last twelve weeks, this one the last; a week begins on the weekday of today. */
export const retentionByWeek: BuildChart = ({ reviews, today, aim }) => {
  const byWeek = tallyBy(reviews, (row) => {
    const ago = today - (reviews.day[row] ?? 0)
    return ago >= 0 && ago < 7 * weeks ? Math.floor(ago / 7) : null
  })
  // One week is no trend.
  if (byWeek.size < 2) return null
  const points = Array.from({ length: weeks }, (_, i) => {
    const ago = weeks - 1 - i
    const tally = byWeek.get(ago) ?? addShares([])
    const label: Label = { kind: 'date', date: dateOfStudyDay(today - 7 * ago - 6) }
    return { label, parts: [shareIn(tally.young), shareIn(tally.mature)] }
  })
  const told = [...byWeek.keys()].sort((a, b) => a - b)
  const shareAt = (week: number | undefined) => {
    const share = both(byWeek.get(week ?? -1) ?? addShares([]))
    return percent(share.right / share.of)
  }
  const names = [message('retention.young'), message('retention.mature')] as const
  return {
    id: 'retention-by-week',
    title: message('weekly.title', {
      first: shareAt(told.at(-1)),
      last: shareAt(told[0]),
      weeks: (told.at(-1) ?? 0) + 1,
    }),
    note: message('weekly.note'),
    marks: {
      kind: 'trend',
      series: [
        { name: names[0], hue: 'backward' },
        { name: names[1], hue: 'forward' },
      ],
      points,
      aim,
    },
    table: {
      columns: [message('column.week'), ...names],
      rows: points.map(({ label, parts }) => [
        labelCell(label),
        ...parts.map((share) => ({ kind: 'share', share }) as const),
      ]),
    },
  }
}
