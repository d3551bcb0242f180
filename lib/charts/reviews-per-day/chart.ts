import { standing } from '@/lib/schedule/standing'
import { dateOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import type { Label } from '@/lib/view/chart'
import { type BuildChart, message } from '../build'

const days = 30

/** Grades given on each of the last thirty study days, remembered and forgotten; taken-back ones do not count. */
export const reviewsPerDay: BuildChart = ({ events, today }) => {
  const first = today - days + 1
  const remembered = new Array<number>(days).fill(0)
  const forgotten = new Array<number>(days).fill(0)
  for (const deed of standing(events).deeds) {
    if (deed.kind !== 'grade') continue
    const counts = deed.grade === 'again' ? forgotten : remembered
    const day = studyDay(deed) - first
    const count = counts[day]
    if (count !== undefined) counts[day] = count + 1
  }
  const bars = remembered.map((right, i) => {
    const label: Label = { kind: 'date', date: dateOfStudyDay(first + i) }
    return { label, parts: [right, forgotten[i] ?? 0], emphasis: i === days - 1 }
  })
  const sums = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
  const total = sums.reduce((sum, count) => sum + count, 0)
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
      rows: bars.map(({ label, parts }) => [
        { kind: 'label', label },
        ...parts.map((value) => ({ kind: 'count', value }) as const),
      ]),
    },
  }
}
