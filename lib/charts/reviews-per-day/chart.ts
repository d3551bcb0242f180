import { type BuildChart, countCell, labelCell, message, sum } from '../build'
import { lastDays } from '../daily-sums'

const days = 30

/** Grades given on each of the last thirty study days, remembered and forgotten. */
export const reviewsPerDay: BuildChart = ({ reviews, today }) => {
  const first = today - days + 1
  const remembered = new Array<number>(days).fill(0)
  const forgotten = new Array<number>(days).fill(0)
  for (let row = 0; row < reviews.length; row++) {
    const day = (reviews.day[row] ?? 0) - first
    if (day < 0 || day >= days) continue
    const counts = reviews.grade[row] === 0 ? forgotten : remembered
    counts[day] = (counts[day] ?? 0) + 1
  }
  const bars = lastDays(today, days).map((label, i) => ({
    label,
    parts: [remembered[i] ?? 0, forgotten[i] ?? 0],
    emphasis: i === days - 1,
  }))
  const sums = bars.map(({ parts }) => sum(parts))
  const total = sum(sums)
  if (total === 0) return null
  const names = [message('reviews.remembered'), message('reviews.forgotten')] as const
  return {
    id: 'reviews-per-day',
    title: message('reviews.title', { total, days, activeDays: sums.filter((count) => count > 0).length }),
    marks: {
      kind: 'bars',
      series: [
        { name: names[0], hue: 'forward' },
        { name: names[1], hue: 'backward' },
      ],
      bars,
      unit: message('unit.reviews'),
    },
    table: {
      columns: [message('column.day'), ...names],
      rows: bars.map(({ label, parts }) => [labelCell(label), ...parts.map(countCell)]),
    },
  }
}
