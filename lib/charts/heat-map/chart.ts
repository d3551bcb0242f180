import { dateOfStudyDay } from '@/lib/schedule/study-day'
import { type BuildChart, countCell, labelCell, message } from '../build'

const weeks = 26

/** Study day 0 was a Thursday. */
const monday = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** Reviews on each day of the last half year, and how many days in a row they reach up to now. */
export const heatMap: BuildChart = ({ reviews, today }) => {
  const first = monday(today) - 7 * (weeks - 1)
  const counts = new Array<number>(today - first + 1).fill(0)
  for (let row = 0; row < reviews.length; row++) {
    const day = (reviews.day[row] ?? 0) - first
    if (day >= 0 && day < counts.length) counts[day] = (counts[day] ?? 0) + 1
  }
  const active = counts.filter((count) => count > 0).length
  if (active === 0) return null
  return {
    id: 'heat-map',
    title: message('heat.title', { active, weeks, streak: streakOf(counts) }),
    marks: {
      kind: 'calendar',
      series: [{ name: message('heat.reviews'), hue: 'forward' }],
      first: dateOfStudyDay(first),
      counts,
    },
    table: {
      columns: [message('column.day'), message('heat.reviews')],
      rows: counts.map((count, i) => [labelCell({ kind: 'date', date: dateOfStudyDay(first + i) }), countCell(count)]),
    },
  }
}

/** A day that is not over yet breaks nothing. */
const streakOf = (counts: readonly number[]): number => {
  const days = counts.at(-1) === 0 ? counts.slice(0, -1) : counts
  const gap = days.lastIndexOf(0)
  return days.length - 1 - gap
}
