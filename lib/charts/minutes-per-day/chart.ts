import { type BuildChart, countCell, labelCell, message, sum } from '../build'
import { lastDays } from '../daily-sums'

const days = 30
const minute = 60_000

/** Minutes spent on each of the last thirty study days, from question to grade. */
export const minutesPerDay: BuildChart = ({ reviews, today }) => {
  const first = today - days + 1
  const spent = new Array<number>(days).fill(0)
  let shown = 0
  for (let row = 0; row < reviews.length; row++) {
    const day = (reviews.day[row] ?? 0) - first
    if (day < 0 || day >= days) continue
    spent[day] = (spent[day] ?? 0) + (reviews.ms[row] ?? 0)
    shown++
  }
  const active = spent.filter((ms) => ms > 0).length
  if (active === 0) return null
  const bars = lastDays(today, days).map((label, i) => ({
    label,
    parts: [Math.round((spent[i] ?? 0) / minute)],
    emphasis: i === days - 1,
  }))
  const total = sum(spent)
  return {
    id: 'minutes-per-day',
    title: message('minutes.title', {
      perDay: Math.max(1, Math.round(total / minute / active)),
      seconds: Math.round(total / shown / 1000),
    }),
    marks: {
      kind: 'bars',
      series: [{ name: message('minutes.minutes'), hue: 'forward' }],
      bars,
      unit: message('unit.minutes'),
    },
    table: {
      columns: [message('column.day'), message('minutes.minutes')],
      rows: bars.map(({ label, parts }) => [labelCell(label), ...parts.map(countCell)]),
    },
  }
}
