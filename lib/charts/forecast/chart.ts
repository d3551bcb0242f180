import { dueForecast } from '@/lib/schedule/forecast'
import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { Label } from '@/lib/view/chart'
import { type BuildChart, countCell, labelCell, message, sum } from '../build'

const days = 30

/** "About 0 a day" would say that nothing comes. */
const rounded = (value: number) => (value < 1 ? Math.ceil(value * 10) / 10 : Math.round(value))

/** Cards that come due on each of the next thirty study days; what is overdue stands on today. */
export const forecast: BuildChart = ({ cards, today }) => {
  const counts = dueForecast(
    cards.map(({ state }) => state),
    today,
    days,
  )
  const total = sum(counts)
  if (total === 0) return null
  const dated = counts.map((count, ahead) => {
    const label: Label = { kind: 'date', date: dateOfStudyDay(today + ahead) }
    return { label, count, ahead }
  })
  return {
    id: 'forecast',
    title: message('forecast.title', { total, days, today: counts[0] ?? 0, perDay: rounded(total / days) }),
    marks: {
      kind: 'bars',
      series: [{ name: message('forecast.due'), hue: 'forward' }],
      bars: dated.map(({ label, count, ahead }) => ({ label, parts: [count], emphasis: ahead === 0 })),
      unit: message('unit.cards'),
    },
    table: {
      columns: [message('column.day'), message('forecast.due')],
      rows: dated.map(({ label, count }) => [labelCell(label), countCell(count)]),
    },
  }
}
